import Content
import FileSystem

/// The dates of first commits from git, cached until HEAD changes.
struct KnownCommits: Sendable {
  private let folder: DiskPath
  private let followsHead: Bool
  private var answer: Answer?

  private struct Answer: Sendable {
    let commits: FirstCommits
    /// The file in which git logs changes of HEAD, and its status before git was called.
    let journal: DiskPath?
    let status: FileStatus?
  }

  /// Does not call git yet.
  ///
  /// - Parameter followsHead: whether to call git again after HEAD has changed.
  init(_ folder: DiskPath, followsHead: Bool) {
    self.folder = folder
    self.followsHead = followsHead
  }

  /// Whether HEAD is unchanged since git was called, or git was not called.
  var isCurrent: Bool {
    guard let answer else { return true }
    return answer.journal.flatMap(Self.status) == answer.status
  }

  /// Dates the reports that have no other date. Calls git only if there are such reports and its answer is not cached.
  mutating func dating(_ files: [Authored]) async -> [Authored] {
    guard files.contains(where: Self.isUndated) else { return files }
    let days = await commits().days
    return files.map { file in
      guard case .report(let report) = file, Self.isUndated(file), let day = days[report.header.path]
      else { return file }
      return .report(report.dated(byFirstCommit: day))
    }
  }

  private mutating func commits() async -> FirstCommits {
    if let answer, isCurrent { return answer.commits }
    var journal = answer?.journal
    if followsHead, journal == nil { journal = await FirstCommits.journal(of: folder) }
    let status = journal.flatMap(Self.status)
    let commits = await FirstCommits(below: folder)
    answer = Answer(commits: commits, journal: journal, status: status)
    return commits
  }

  private static func status(_ path: DiskPath) -> FileStatus? {
    try? FileStatus.of(path, followingLinks: true)
  }

  private static func isUndated(_ file: Authored) -> Bool {
    if case .report(let report) = file { report.date == nil && report.header.withheld == nil } else { false }
  }
}
