import FileSystem

/// The last commit of the branch that a site is pushed to.
struct PublishedTip: Sendable, Hashable {
  /// The full hash.
  let commit: String
  /// Whether Standpoint created it.
  let isOwn: Bool
  /// A short description for messages: hash, subject and author.
  let words: String

  /// The last line of the message of every commit that publishes a site.
  static let trailer = "Published-by: standpoint publish"

  /// Looks up the branch on the remote, and fetches its last commit if the repository does not have it; nil if the branch does
  /// not exist.
  static func find(
    _ reference: String, of remote: String, in repository: GitRepository
  ) async throws(EnvironmentError) -> PublishedTip? {
    let list = try await repository.run(["ls-remote", "--", remote, reference])
    let lines = String(decoding: list, as: UTF8.self).split(separator: "\n").map { $0.split(separator: "\t") }
    guard let line = lines.first(where: { $0.count == 2 && $0[1] == reference }) else { return nil }
    let commit = String(line[0])
    if try await repository.attempt(["cat-file", "-e", commit + "^{commit}"]).exitCode != 0 {
      // Change no branch of the repository, not even remote-tracking branches.
      let depth = repository.isOwn ? [] : ["--depth=1"]
      _ = try await repository.run(
        ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--recurse-submodules=no", "--refmap="]
          + depth
          + ["--", remote, reference])
    }
    let message = String(
      decoding: try await repository.run(["show", "--no-patch", "--no-show-signature", "--format=%B", commit]
      ),
      as: UTF8.self)
    let words = try await repository.line([
      "show", "--no-patch", "--no-show-signature", "--format=%h “%s” by %an", commit,
    ])
    return PublishedTip(
      commit: commit, isOwn: message.split(separator: "\n").contains { $0 == trailer }, words: words)
  }
}
