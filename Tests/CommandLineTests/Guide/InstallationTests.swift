import Foundation
import TestSupport
import Testing

/// The files that `make install` installs beside the tool.
@Suite struct InstallationTests {
  private static func manual() throws -> String {
    let dump = try Tool().run("--experimental-dump-help")
    let script = packageRoot.appendingPathComponent("Scripts/manual.py").path
    let page = try Tool(program: URL(filePath: "/usr/bin/python3")).run(script, input: dump.output)
    #expect(page.exitCode == 0, "\(page.errors)")
    return page.output
  }

  /// The commands, as listed in the tool's help.
  private static func commands() throws -> [String] {
    let help = try Tool().run("--help").output
    let list = try #require(help.components(separatedBy: "SUBCOMMANDS:\n").last)
    let names = list.split(separator: "\n").filter {
      $0.hasPrefix("  ") && $0.dropFirst(2).first?.isLowercase == true
    }
    .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(names.count > 8)
    return names
  }

  @Test("the manual page has every command, and mandoc finds no errors in it")
  func manual() throws {
    let page = try Self.manual()
    for command in try Self.commands() {
      #expect(page.contains(".Ss \"\\&standpoint \(command)"), "\(command)")
    }
    let mandoc = URL(filePath: "/usr/bin/mandoc")
    guard FileManager.default.isExecutableFile(atPath: mandoc.path) else {
      print("skipped the check of the manual page: there is no mandoc")
      return
    }
    let lint = try Tool(program: mandoc).run("-Tlint", "-Wwarning", input: page)
    #expect(lint.exitCode == 0 && lint.output == "", "\(lint.output)")
    let text = try Tool(program: mandoc).run("-Tascii", "-Ios=Linux", input: page).output
    #expect(text.contains("-\u{8}-") || text.contains("--base-url"))
  }

  @Test(
    "completions are valid and have every command", arguments: ["bash", "zsh", "fish"])
  func completions(_ shell: String) throws {
    let script = try Tool().run("--generate-completion-script", shell)
    #expect(script.exitCode == 0)
    for command in try Self.commands() { #expect(script.output.contains(command), "\(command)") }
    let program = URL(filePath: "/bin/\(shell)")
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      print("skipped reading the completions: there is no \(shell)")
      return
    }
    let read = try Tool(program: program).run("-n", input: script.output)
    #expect(read.exitCode == 0 && read.errors == "", "\(read.errors)")
  }

  @Test("install creates the files, and uninstall removes exactly those")
  func install() throws {
    let folder = try TestFolder("a prefix")
    let places = [
      "bin/standpoint", "share/man/man1/standpoint.1", "share/bash-completion/completions/standpoint",
      "share/zsh/site-functions/_standpoint", "share/fish/vendor_completions.d/standpoint.fish",
    ]
    for place in places { try folder.write("dist/\(place)", place) }
    try folder.write("usr/bin/other", "")
    let script = Tool(program: packageRoot.appendingPathComponent("Scripts/install"), folder: folder)
    let run = try script.run("dist", "usr")
    #expect(run.exitCode == 0 && run.output == places.map { "usr/\($0)\n" }.joined(), "\(run.errors)")
    #expect(try script.run("--remove", "usr").exitCode == 0)
    #expect(try folder.tree("usr").keys.sorted() == ["bin/other"])
  }
}
