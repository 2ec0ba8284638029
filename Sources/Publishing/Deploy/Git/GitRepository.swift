import FileSystem

/// A git repository, worked on below its surface: neither a working tree, nor an index, nor a branch of it is touched.
struct GitRepository: Sendable {
  /// Somewhere in the repository.
  let folder: DiskPath
  /// It is the site's own; else one for the time of this call.
  let isOwn: Bool
  private let git: ExternalProgram

  /// The repository that holds `folder`; an empty one in `scratch` where none does.
  ///
  /// - Parameter keepsObjects: new objects go to the repository; else to `scratch`, with which they vanish.
  static func holding(
    _ folder: DiskPath, scratch: DiskPath, keepsObjects: Bool
  ) async throws(EnvironmentError) -> GitRepository {
    var git = Programs.git
    git.environment["GIT_INDEX_FILE"] = scratch.appending("index").text
    if !StandardInput.isTerminal { git.environment["GIT_TERMINAL_PROMPT"] = "0" }
    let found = try await git.finish(["rev-parse", "--git-path", "objects"], in: folder)
    if found.exitCode == 0 {
      let text = firstLine(of: found.output)
      let objects = text.hasPrefix("/") ? DiskPath(text) : folder.appending(text)
      if !keepsObjects {
        let own = scratch.appending("objects")
        try FileWriter.makeFolders(own)
        git.environment["GIT_OBJECT_DIRECTORY"] = own.text
        git.environment["GIT_ALTERNATE_OBJECT_DIRECTORIES"] = quoted(objects.text)
      }
      return GitRepository(folder: folder, isOwn: true, git: git)
    }
    guard found.errors.contains("not a git repository") else { throw git.failure(found) }
    _ = try await git.run(["init", "--quiet", "--bare", "repository"], in: scratch)
    return GitRepository(folder: scratch.appending("repository"), isOwn: false, git: git)
  }

  /// What git says to a command; throws when it fails.
  func run(_ arguments: [String], input: [UInt8] = []) async throws(EnvironmentError) -> [UInt8] {
    try await git.run(arguments, in: folder, input: input)
  }

  /// The first line of that.
  func line(_ arguments: [String], input: [UInt8] = []) async throws(EnvironmentError) -> String {
    Self.firstLine(of: try await run(arguments, input: input))
  }

  /// The same, however git ends.
  func attempt(_ arguments: [String]) async throws(EnvironmentError) -> ExternalProgram.Outcome {
    try await git.finish(arguments, in: folder)
  }

  /// The same repository, with further variables for git.
  func with(_ environment: [String: String?]) -> GitRepository {
    var git = git
    git.environment.merge(environment) { $1 }
    return GitRepository(folder: folder, isOwn: isOwn, git: git)
  }

  static func firstLine(of output: [UInt8]) -> String {
    String(decoding: output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  /// A path in a list of paths that colons separate.
  private static func quoted(_ path: String) -> String {
    "\"" + path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
