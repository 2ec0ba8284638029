import Foundation
import TestSupport
import Testing

/// `Scripts/setup` on a simulated machine.
@Suite("Scripts/setup") struct SetUpTests {
  @Test(
    "without permission to install packages, building still works, and a message says that search is skipped")
  func withoutRoot() throws {
    let folder = try TestFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("Scripts"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: packageRoot.appendingPathComponent("Scripts/setup"),
      to: folder.url.appendingPathComponent("Scripts/setup"))
    try folder.write("bin/.keep", "")
    for name in ["sh", "sed", "head", "dirname", "rm", "env"] {
      let program = try #require(OtherProgram(name))
      try FileManager.default.createSymbolicLink(
        at: folder.url.appendingPathComponent("bin/\(name)"), withDestinationURL: program.location)
    }
    let standIns = [
      "swift": "echo 'Swift version 6.3'", "id": "echo 1000", "python3": "exit 1", "git": "exit 0",
      "pkg-config": "exit 0", "neato": "exit 0", "apt-get": "echo asked >&2; exit 9",
    ]
    for (name, text) in standIns {
      try folder.write("bin/\(name)", "#!/bin/sh\n\(text)\n")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder.path + "/bin/\(name)")
    }
    let shell = URL(fileURLWithPath: folder.path + "/bin/sh")
    let run = try Tool(program: shell, folder: folder).run(
      "Scripts/setup", "site", environment: ["PATH": folder.path + "/bin"])
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.errors.contains("SKIPPED: Pagefind needs python3-venv"), "\(run.errors)")
    #expect(!run.errors.contains("asked"), "\(run.errors)")
  }
}
