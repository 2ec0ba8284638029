import FileSystem

/// The git remote that a branch is pushed to, in a form that git accepts.
struct RemoteName: Sendable, Hashable {
  /// The name of a remote of the repository, or a URL.
  let text: String

  /// Throws if the remote does not exist.
  ///
  /// - Parameter given: a name, a URL or the path of a folder.
  init(_ given: String, in repository: GitRepository) async throws(EnvironmentError) {
    if given.isEmpty || given.hasPrefix("-") { throw EnvironmentError("“\(given)” is not a git remote") }
    let names = try await Self.names(in: repository)
    if names.contains(given) {
      text = given
    } else if let status = try FileStatus.of(DiskPath(given), followingLinks: true), status.kind == .folder {
      text = DiskPath(given).text
    } else if given.contains(":") {
      text = given
    } else {
      throw Self.unknown(given, names, repository)
    }
  }

  private static func unknown(
    _ given: String, _ names: [String], _ repository: GitRepository
  ) -> EnvironmentError {
    guard repository.isOwn else {
      return EnvironmentError(
        "unknown git remote “\(given)”: the site is not in a git repository",
        advice:
          "make it one: git init, then git remote add \(given) URL; or give a URL, such as --remote git@example.org:site.git"
      )
    }
    let known = names.map { "“\($0)”" }.joined(separator: ", ")
    return EnvironmentError(
      "unknown git remote “\(given)”",
      advice: names.isEmpty
        ? "give a URL with --remote, or add the remote: git remote add \(given) URL"
        : "give --remote a URL or one of \(known)")
  }

  /// The names of the repository's remotes.
  static func names(in repository: GitRepository) async throws(EnvironmentError) -> [String] {
    guard repository.isOwn else { return [] }
    return String(decoding: try await repository.run(["remote"]), as: UTF8.self).split(separator: "\n").map(
      String.init)
  }
}
