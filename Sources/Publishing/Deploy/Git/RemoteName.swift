import FileSystem

/// The git remote that a branch is pushed to, as git takes it.
struct RemoteName: Sendable, Hashable {
  /// The name of a remote of the repository, or an address.
  let text: String

  /// - Parameter given: a name, an address or the path of a folder. Throws when there is no such remote.
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
        "the site is not in a git repository, so there is no remote “\(given)”",
        advice: "give an address, such as --remote git@example.org:site.git")
    }
    let known = names.map { "“\($0)”" }.joined(separator: ", ")
    return EnvironmentError(
      "there is no git remote “\(given)”",
      advice: names.isEmpty
        ? "give an address with --remote, or name one: git remote add \(given) ADDRESS"
        : "give --remote with an address or one of \(known)")
  }

  /// The names of the remotes that a repository has.
  static func names(in repository: GitRepository) async throws(EnvironmentError) -> [String] {
    guard repository.isOwn else { return [] }
    return String(decoding: try await repository.run(["remote"]), as: UTF8.self).split(separator: "\n").map(
      String.init)
  }
}
