import Foundation

/// Another program that tests run besides the tool.
struct OtherProgram {
  let name: String
  let location: URL

  /// Nil if it is not installed.
  init?(_ name: String) {
    let folders =
      (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init) + [
        "/usr/sbin"
      ]
    let path = folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let path else { return nil }
    self.name = name
    location = URL(fileURLWithPath: path)
  }

  static func isThere(_ name: String) -> Bool { OtherProgram(name) != nil }

  /// Runs it and waits for it to end.
  func run(_ arguments: [String], in folder: TestFolder, environment: [String: String] = [:]) throws
    -> Tool.Run
  {
    var tool = Tool(program: location, folder: folder)
    tool.program = location
    return try tool.start(arguments, environment: environment).finish()
  }
}

/// git, with a test author and without user settings.
struct Git {
  let folder: TestFolder

  static let environment = [
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "An Author",
    "GIT_AUTHOR_EMAIL": "author@example.org", "GIT_COMMITTER_NAME": "An Author",
    "GIT_COMMITTER_EMAIL": "author@example.org",
  ]

  /// The output of git without the last line break; a line that starts with `FAILED` if it failed.
  @discardableResult
  func callAsFunction(_ arguments: String...) throws -> String {
    guard let git = OtherProgram("git") else { return "FAILED: no git" }
    let run = try git.run(arguments, in: folder, environment: Self.environment)
    return run.exitCode == 0 ? run.output.trimmingCharacters(in: .newlines) : "FAILED: " + run.errors
  }
}
