import FileSystem
import Text

/// Pushes a built site as one commit to a branch of a git remote.
///
/// The commit's parent is the last commit of the branch, and no push is forced: git rejects a push that would lose a commit.
/// A branch whose last commit Standpoint did not create is only changed with `--take-over`.
struct BranchPublisher: Sendable {
  private let site: BuiltSite
  private let branch: String
  private let remote: String
  private let options: PublicationOptions
  private let scratch: DiskPath

  /// - Parameters:
  ///   - remote: a name or a URL.
  ///   - scratch: a temporary folder that nothing else uses.
  init(
    _ site: BuiltSite, branch: String, remote: String, _ options: PublicationOptions, _ scratch: DiskPath
  ) {
    self.site = site
    self.branch = branch
    self.remote = remote
    self.options = options
    self.scratch = scratch
  }

  private var reference: String { "refs/heads/" + branch }

  /// - Parameter root: the site's folder.
  func run(_ root: DiskPath) async throws(EnvironmentError) -> PublicationReport {
    let repository = try await GitRepository.holding(
      root, scratch: scratch, keepsObjects: !options.isRehearsal)
    try await requireBranchName(repository)
    let name = try await RemoteName(remote, in: repository)
    try await requireOtherBranch(name, repository)
    let remote = name.text
    let tip = try await PublishedTip.find(reference, of: remote, in: repository)
    if let tip, !tip.isOwn, !options.takesOver { throw foreign(tip) }
    let tree = try await TreeMaker(repository).tree(of: site)
    var report = try await compare(tip, tree, in: repository)
    if options.isRehearsal || report.isEmpty && tip?.isOwn == true { return report }
    let commit = try await commit(tree, on: tip, in: repository)
    try await push(commit, to: remote, in: repository)
    report.commit = commit
    return report
  }

  private func requireBranchName(_ repository: GitRepository) async throws(EnvironmentError) {
    let check = try await repository.attempt(["check-ref-format", reference])
    if check.exitCode != 0 || branch.hasPrefix("-") {
      throw EnvironmentError("“\(branch)” is not a valid branch name")
    }
  }

  private func requireOtherBranch(
    _ remote: RemoteName, _ repository: GitRepository
  ) async throws(EnvironmentError) {
    guard repository.isOwn else { return }
    let source = try await SourceBranch(of: repository)
    if source.isPublished(as: reference, of: remote, from: repository.folder) {
      throw EnvironmentError(
        "“\(branch)” is the branch that contains the site’s source files",
        advice: "choose another branch, such as --branch gh-pages, or another repository with --remote")
    }
  }

  private func foreign(_ tip: PublishedTip) -> EnvironmentError {
    EnvironmentError(
      "the last commit of “\(branch)” was not created by standpoint publish: \(tip.words)",
      advice:
        "choose another branch, or add --take-over to replace its contents and keep its history"
    )
  }

  private func compare(
    _ tip: PublishedTip?, _ tree: String, in repository: GitRepository
  ) async throws(EnvironmentError) -> PublicationReport {
    guard let tip else {
      return PublicationReport(added: site.paths, changed: [], removed: [], total: site.paths.count)
    }
    let output = try await repository.run([
      "diff-tree", "-r", "-z", "--no-renames", "--name-status", tip.commit, tree,
    ])
    let fields = output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    var paths: [String: [String]] = [:]
    for index in stride(from: 0, to: fields.count - 1, by: 2) {
      paths[fields[index], default: []].append(fields[index + 1])
    }
    let own = paths.mapValues { $0.filter { $0 != TreeMaker.jekyllSwitch } }
    return PublicationReport(
      added: own["A"] ?? [], changed: (own["M"] ?? []) + (own["T"] ?? []), removed: own["D"] ?? [],
      total: site.paths.count, isForeign: { _ in !tip.isOwn })
  }

  private func commit(
    _ tree: String, on tip: PublishedTip?, in repository: GitRepository
  ) async throws(EnvironmentError) -> String {
    var message = "Publish the site\n\n"
    if repository.isOwn, let source = try await source(repository) { message += "Source: \(source)\n" }
    message += PublishedTip.trailer + "\n"
    let parent = tip.map { ["-p", $0.commit] } ?? []
    let named = try await repository.attempt(["var", "GIT_COMMITTER_IDENT"]).exitCode == 0
    let author = named ? repository : repository.with(Self.someone)
    return try await author.line(
      ["-c", "i18n.commitEncoding=UTF-8", "commit-tree"] + parent + ["-F", "-", tree],
      input: Array(message.utf8))
  }

  /// The author if git has no user name, as on a build server.
  private static let someone: [String: String?] = [
    "GIT_AUTHOR_NAME": "Standpoint", "GIT_AUTHOR_EMAIL": "standpoint@localhost",
    "GIT_COMMITTER_NAME": "Standpoint", "GIT_COMMITTER_EMAIL": "standpoint@localhost",
  ]

  /// The commit of the site's source files, as text; nil before the first commit.
  private func source(_ repository: GitRepository) async throws(EnvironmentError) -> String? {
    let head = try await repository.attempt(["rev-parse", "--verify", "--quiet", "HEAD"])
    guard head.exitCode == 0 else { return nil }
    // Use the repository's own index, and do not rewrite it.
    let own = repository.with(["GIT_INDEX_FILE": nil])
    let changes = try await own.attempt(["--no-optional-locks", "status", "--porcelain", "--", "."])
    let commit = GitRepository.firstLine(of: head.output)
    return changes.output.isEmpty ? commit : commit + " and uncommitted changes"
  }

  private func push(
    _ commit: String, to remote: String, in repository: GitRepository
  ) async throws(EnvironmentError) {
    let result = try await repository.attempt([
      "-c", "push.followTags=false", "-c", "push.recurseSubmodules=no", "-c", "push.gpgSign=false",
      "push", "--porcelain", "--no-verify", "--", remote, "\(commit):\(reference)",
    ])
    if result.exitCode == 0 { return }
    let lines = String(decoding: result.output, as: UTF8.self).split(separator: "\n")
    let refusal = lines.first { $0.hasPrefix("!") }.map(String.init) ?? ""
    if refusal.contains("fetch first") || refusal.contains("non-fast-forward") {
      throw EnvironmentError(
        "“\(branch)” has new commits from someone else, so nothing was pushed", advice: "try again")
    }
    let reason = Self.reason(result.errors) ?? refusal.split(separator: "\t").last.map(String.init)
    throw EnvironmentError(
      "git cannot push to “\(branch)”: \(reason ?? "it gave no reason")",
      advice: "the branch is unchanged")
  }

  /// The error message of the remote, or that of git itself.
  private static func reason(_ text: String) -> String? {
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    let said = lines.first { $0.hasPrefix("remote: ") && !$0.dropFirst(8).allSatisfy(\.isWhitespace) }
    return said.map { String($0.dropFirst(8).trimmingTrailingWhitespace) }
      ?? lines.first { $0.hasPrefix("fatal: ") || $0.hasPrefix("error: ") }.map { String($0.dropFirst(7)) }
  }
}
