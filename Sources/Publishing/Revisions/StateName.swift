import Editions
import FileSystem
import Text
import Workspace

/// A state of the record, as commands name it.
package enum StateName: Sendable, Hashable {
  /// The content as it is now, in the working tree.
  case now
  case edition(String)
  /// The file of an edition.
  case file(DiskPath)
  /// A commit: how messages name it, and its hash.
  case revision(String, commit: String)
}

/// Finds out which states the words of a command line name.
package struct StateNames: Sendable {
  private static let editionMark = "edition:"
  private static let revisionMark = "git:"

  private let folders: SiteFolders

  package init(_ folders: SiteFolders) {
    self.folders = folders
  }

  /// The state with a name: `now`, an edition, the file of an edition, or a revision of the site's repository. `edition:` and
  /// `git:` before a name say which of them it is.
  ///
  /// - Throws: if nothing has the name, or both an edition and a revision do.
  package func state(_ name: String) async throws(EnvironmentError) -> StateName {
    if name == Edition.now { return .now }
    let editions = try EditionFolder(folders).names()
    if name.hasPrefix(Self.editionMark) {
      let bare = String(name.dropFirst(Self.editionMark.count))
      if editions.contains(bare) { return .edition(bare) }
      throw Self.unknown("edition", bare, among: editions)
    }
    if name.hasPrefix(Self.revisionMark) { return try await revision(name) }
    if name.hasSuffix(".json") { return .file(DiskPath(name)) }
    let commit = try await hash(of: name)
    if editions.contains(name) {
      if commit == nil { return .edition(name) }
      throw EnvironmentError(
        "“\(name)” is both an edition and a git revision",
        advice: "say which one: \(Self.editionMark)\(name) or \(Self.revisionMark)\(name)")
    }
    if let commit { return .revision(name, commit: commit) }
    if name.contains("/"), (try? FileStatus.of(DiskPath(name), followingLinks: true)) ?? nil != nil {
      return .file(DiskPath(name))
    }
    throw try await unknown(name, editions: editions)
  }

  /// The states of a range of revisions: `A..B`, or `A...B` for what B has changed since it left A, where `HEAD` may be left
  /// out; nil: the text is not a range.
  package func range(
    _ text: String
  ) async throws(EnvironmentError) -> (before: StateName, after: StateName)? {
    guard let range = RevisionRange(text) else { return nil }
    let after = try await revision(range.after)
    if !range.isFromMergeBase { return (try await revision(range.before), after) }
    guard case .revision(_, let left) = try await revision(range.before), case .revision(_, let right) = after
    else { return nil }
    let base = try await Programs.git.finish(["merge-base", left, right], in: folders.root)
    guard base.exitCode == 0 else {
      throw EnvironmentError(
        "“\(range.before)” and “\(range.after)” have no common commit",
        advice: "in a shallow clone, fetch the whole history: git fetch --unshallow")
    }
    let commit = GitRepository.firstLine(of: base.output)
    let shown =
      commit == left
      ? range.before : "\(commit.prefix(10)), where \(range.after) branched off from \(range.before)"
    return (.revision(shown, commit: commit), after)
  }

  /// - Parameter written: with or without `git:`.
  private func revision(_ written: String) async throws(EnvironmentError) -> StateName {
    if written.hasPrefix(Self.editionMark) {
      throw EnvironmentError(
        "“\(written)” is an edition, but a range needs git revisions",
        advice: "give the two states as separate arguments: the earlier one first")
    }
    let name =
      written.hasPrefix(Self.revisionMark) ? String(written.dropFirst(Self.revisionMark.count)) : written
    if let commit = try await hash(of: name) { return .revision(name, commit: commit) }
    let remote = try await hash(of: "origin/" + name) == nil ? nil : "origin/" + name
    let known = remote == nil ? try await revisions() : []
    let general = "give a commit, a branch or a tag of the site’s repository"
    let missing = try await isShallow() ? Self.fetching : general
    throw EnvironmentError(
      "unknown git revision “\(name)”",
      advice: (remote ?? NearestName.match(name, among: known)).map { "did you mean “\($0)”?" } ?? missing)
  }

  private static let fetching = "in a shallow clone, fetch the whole history: git fetch --unshallow"

  /// The names of branches and tags.
  private func revisions() async throws(EnvironmentError) -> [String] {
    let found = try await Programs.git.finish(
      ["for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes"],
      in: folders.root)
    return found.exitCode == 0
      ? String(decoding: found.output, as: UTF8.self).split(separator: "\n").map(String.init) : []
  }

  private func isShallow() async throws(EnvironmentError) -> Bool {
    let found = try await Programs.git.finish(["rev-parse", "--is-shallow-repository"], in: folders.root)
    return found.exitCode == 0 && GitRepository.firstLine(of: found.output) == "true"
  }

  /// The error for a name that nothing has.
  private func unknown(
    _ name: String, editions: [String]
  ) async throws(EnvironmentError) -> EnvironmentError {
    guard try await hash(of: "HEAD") != nil else { return Self.unknown("edition", name, among: editions) }
    let what = "unknown edition or git revision “\(name)”"
    let known = editions + [Edition.now] + (try await revisions())
    if let nearest = NearestName.match(name, among: known) {
      return EnvironmentError(what, advice: "did you mean “\(nearest)”?")
    }
    if try await isShallow() { return EnvironmentError(what, advice: Self.fetching) }
    let list = editions.isEmpty ? "" : "; known editions: \(editions.joined(separator: ", "))"
    return EnvironmentError(
      what,
      advice: "give a commit, a branch or a tag, or record an edition: standpoint edition NAME\(list)")
  }

  /// The commit that git knows under a name; nil: there is none, or no repository, or no git.
  private func hash(of name: String) async throws(EnvironmentError) -> String? {
    let git = Programs.git
    guard !name.isEmpty, !name.hasPrefix("-"), await git.isInstalled() else { return nil }
    let found = try await git.finish(
      ["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"], in: folders.root)
    return found.exitCode == 0 ? GitRepository.firstLine(of: found.output) : nil
  }

  private static func unknown(_ kind: String, _ name: String, among editions: [String]) -> EnvironmentError {
    let nearest = NearestName.match(name, among: editions + [Edition.now])
    return EnvironmentError(
      "unknown \(kind) “\(name)”",
      advice: nearest.map { "did you mean “\($0)”?" }
        ?? (editions.isEmpty
          ? "record one first: standpoint edition NAME"
          : "known editions: \(editions.joined(separator: ", "))"))
  }
}

/// Two revisions in one word, as git writes them.
package struct RevisionRange: Sendable, Hashable {
  package let before: String
  package let after: String
  /// Three dots: the range begins where `after` left `before`.
  package let isFromMergeBase: Bool

  /// Nil: the text is not a range. Names of branches and tags have no two dots in a row, but paths may.
  package init?(_ text: String) {
    guard !text.hasSuffix(".json"), !text.hasPrefix("../"), !text.contains("/../"), text != "..",
      text != "...",
      let dots = text.firstRange(of: "..")
    else { return nil }
    var rest = text[dots.upperBound...]
    isFromMergeBase = rest.hasPrefix(".")
    if isFromMergeBase { rest = rest.dropFirst() }
    before = dots.lowerBound == text.startIndex ? "HEAD" : String(text[..<dots.lowerBound])
    after = rest.isEmpty ? "HEAD" : String(rest)
  }
}
