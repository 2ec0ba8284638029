import Diagnostics
import Editions
import FileSystem
import Site
import Workspace

/// A site that readers can see now, at a URL, in a folder, on a branch or on a server.
package enum PublishedSite: Sendable, Hashable {
  case url(String)
  case folder(DiskPath)
  /// A branch of the repository that has the site's folder, such as `gh-pages` or `origin/gh-pages`.
  case branch(String)
  /// A branch of a remote, which is a name or a URL.
  case remoteBranch(String, remote: String)
  /// An rsync destination.
  case rsync(String)
  /// An rclone destination.
  case rclone(String)

  /// A site as the command line gives it: a URL, an existing folder, or the name of a branch.
  package init(_ text: String) throws(EnvironmentError) {
    let lower = text.lowercased()
    if lower.hasPrefix("http://") || lower.hasPrefix("https://") {
      self = .url(text)
    } else if try FileStatus.of(DiskPath(text), followingLinks: true)?.kind == .folder {
      self = .folder(DiskPath(text))
    } else {
      self = .branch(text)
    }
  }

  /// As messages name it.
  package var shown: String {
    switch self {
    case .url(let text), .branch(let text), .rsync(let text), .rclone(let text), .remoteBranch(let text, _):
      text
    case .folder(let path): path.shown
    }
  }

  /// What the site tells of its positions; nil: it is not a Standpoint site, or has no data files.
  ///
  /// - Parameter root: the folder of the site's sources.
  func record(from root: DiskPath) async throws -> PublishedRecord? {
    guard let table = try await bytes(of: PublishedPositions.path, from: root) else { return nil }
    // Most sites have no such file, and servers have many answers for a file that is missing.
    let retired = (try? await bytes(of: RetiredAddresses.path, from: root)) ?? nil
    return PublishedRecord(table: table, retired: retired)
  }

  private func bytes(of path: String, from root: DiskPath) async throws -> [UInt8]? {
    switch self {
    case .folder(let folder):
      let file = folder.appending(path)
      return try FileStatus.of(file, followingLinks: true) == nil ? nil : FileReader.readAll(file)
    case .branch(let branch): return try await Self.committed(path, on: branch, from: root)
    case .remoteBranch(let branch, let remote):
      return try await TemporaryDirectory.with { scratch throws(EnvironmentError) in
        let repository = try await GitRepository.holding(root, scratch: scratch, keepsObjects: false)
        let name = try await RemoteName(remote, in: repository)
        let tip = try await PublishedTip.find("refs/heads/" + branch, of: name.text, in: repository)
        guard let tip else { return nil }
        let file = try await repository.attempt(["cat-file", "blob", tip.commit + ":" + path])
        return file.exitCode == 0 ? file.output : nil
      }
    case .url(let address):
      return try await Self.downloaded((address.hasSuffix("/") ? address : address + "/") + path)
    case .rclone(let target): return try await RcloneTarget(target).read(path)
    case .rsync(let target):
      return try await TemporaryDirectory.with { scratch throws(EnvironmentError) in
        let file = scratch.appending("positions.csv")
        let source = target.hasSuffix("/") || target.hasSuffix(":") ? target : target + "/"
        let outcome = try await Programs.rsync.finish(["--", source + path, file.text], in: .current)
        return outcome.exitCode == 0 ? try FileReader.readAll(file) : nil
      }
    }
  }

  private static func committed(
    _ path: String, on branch: String, from root: DiskPath
  ) async throws(EnvironmentError) -> [UInt8]? {
    let git = Programs.git
    for name in [branch, "origin/" + branch] where !branch.hasPrefix("-") {
      let found = try await git.finish(["rev-parse", "--verify", "--quiet", name + "^{commit}"], in: root)
      if found.exitCode != 0 { continue }
      let file = try await git.finish(["cat-file", "blob", name + ":" + path], in: root)
      return file.exitCode == 0 ? file.output : nil
    }
    throw EnvironmentError(
      "“\(branch)” is not a URL, a folder or a branch",
      advice: "give the address of the published site, such as https://site.example/")
  }

  /// The seconds that a download may take.
  private static let longestDownload = "300"
  /// The bytes that a download may have.
  private static let largestDownload = String(Limit.publishedDownload.value)

  private static func downloaded(_ address: String) async throws -> [UInt8]? {
    try await TemporaryDirectory.with { scratch throws(EnvironmentError) in
      let file = scratch.appending("positions.csv")
      let outcome = try await Programs.curl.finish(
        ["--disable", "--silent", "--show-error", "--location", "--globoff", "--proto", "=http,https"]
          + ["--connect-timeout", "20", "--max-time", longestDownload, "--max-filesize", largestDownload]
          + ["--user-agent", "standpoint-check", "--write-out", "%{http_code}", "--output", file.text]
          + ["--url", address], in: DiskPath("/"))
      let status = Int(String(decoding: outcome.output, as: UTF8.self)) ?? 0
      if outcome.exitCode == 0, status == 404 || status == 410 { return nil }
      guard outcome.exitCode == 0, (200..<300).contains(status) else {
        let reason =
          outcome.exitCode == 0
          ? "the server responded with \(status)"
          : outcome.errors.split(separator: "\n").first.map(String.init) ?? "curl failed"
        throw EnvironmentError(
          "cannot read “\(address)”: \(reason)", advice: "try again, or check the address")
      }
      return try FileReader.readAll(file)
    }
  }
}
