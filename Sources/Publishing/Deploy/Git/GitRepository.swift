import FileSystem

/// A git repository, used through low-level commands: its working tree, index and branches are not changed.
struct GitRepository: Sendable {
  /// A folder in the repository.
  let folder: DiskPath
  /// Whether it is the site's own repository; false for a temporary one.
  let isOwn: Bool
  private let git: ExternalProgram

  /// The repository that contains `folder`, or a new, empty one in `scratch`.
  ///
  /// - Parameter keepsObjects: whether new objects are stored in the repository; false stores them in `scratch`.
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

  /// Runs a git command and returns its standard output. Throws if git fails.
  func run(_ arguments: [String], input: [UInt8] = []) async throws(EnvironmentError) -> [UInt8] {
    try await git.run(arguments, in: folder, input: input)
  }

  /// Runs a git command and returns the first line of its output. Throws if git fails.
  func line(_ arguments: [String], input: [UInt8] = []) async throws(EnvironmentError) -> String {
    Self.firstLine(of: try await run(arguments, input: input))
  }

  /// Runs a git command and returns its result, even if git fails.
  func attempt(_ arguments: [String]) async throws(EnvironmentError) -> ExternalProgram.Outcome {
    try await git.finish(arguments, in: folder)
  }

  /// The same repository with more environment variables for git.
  func with(_ environment: [String: String?]) -> GitRepository {
    var git = git
    git.environment.merge(environment) { $1 }
    return GitRepository(folder: folder, isOwn: isOwn, git: git)
  }

  static func firstLine(of output: [UInt8]) -> String {
    String(decoding: output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  /// A path quoted for a list of paths separated by colons.
  private static func quoted(_ path: String) -> String {
    "\"" + path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
