import FileSystem

/// The branch that contains the site's source files, and the remotes that it is pushed to. No site is published to it.
struct SourceBranch: Sendable {
  /// The full reference; nil if no branch is checked out.
  private let reference: String?
  /// The URLs of its remotes, normalised by `comparable`.
  private let addresses: Set<String>
  /// The names of its remotes.
  private let names: Set<String>

  init(of repository: GitRepository) async throws(EnvironmentError) {
    let head = try await repository.attempt(["symbolic-ref", "--quiet", "HEAD"])
    reference = head.exitCode == 0 ? GitRepository.firstLine(of: head.output) : nil
    let branch = (reference ?? "").dropFirst("refs/heads/".count)
    var names: Set<String> = ["origin"]
    for key in ["branch.\(branch).remote", "branch.\(branch).pushRemote", "remote.pushDefault"] {
      let value = try await repository.attempt(["config", "--get", key])
      if value.exitCode == 0 { names.insert(GitRepository.firstLine(of: value.output)) }
    }
    // git uses the only remote as the default.
    let all = try await RemoteName.names(in: repository)
    if all.count == 1 { names.formUnion(all) }
    var addresses: Set<String> = []
    for name in names {
      let output = try await repository.attempt(["remote", "get-url", "--push", "--all", "--", name]).output
      for line in String(decoding: output, as: UTF8.self).split(separator: "\n") {
        addresses.insert(Self.comparable(String(line), from: repository.folder))
      }
    }
    self.names = names
    self.addresses = addresses
  }

  /// Whether `reference` on `remote` is this branch.
  func isPublished(as reference: String, of remote: RemoteName, from folder: DiskPath) -> Bool {
    guard reference == self.reference else { return false }
    return names.contains(remote.text) || addresses.contains(Self.comparable(remote.text, from: folder))
  }

  /// A normalised URL: equal for spellings of the same repository (trailing slash or `.git`, relative path).
  private static func comparable(_ address: String, from folder: DiskPath) -> String {
    var text = address.hasPrefix("file://") ? String(address.dropFirst("file://".count)) : address
    if !text.contains(":") {
      text = (text.hasPrefix("/") ? DiskPath(text) : folder.appending(text)).resolved.text
    }
    while text.hasSuffix("/") { text.removeLast() }
    return text.hasSuffix(".git") ? String(text.dropLast(".git".count)) : text
  }
}
