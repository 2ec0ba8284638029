import Content
import FileSystem

/// What git said of first commits, kept until HEAD moves.
struct KnownCommits: Sendable {
  private let folder: DiskPath
  private let followsHead: Bool
  private var answer: Answer?

  private struct Answer: Sendable {
    let commits: FirstCommits
    /// Where git notes the moves of HEAD, and what that file looked like before git was asked.
    let journal: DiskPath?
    let status: FileStatus?
  }

  /// Nothing is asked yet.
  ///
  /// - Parameter followsHead: git is asked again once HEAD has moved.
  init(_ folder: DiskPath, followsHead: Bool) {
    self.folder = folder
    self.followsHead = followsHead
  }

  /// HEAD is where it was when git was asked, or git was not asked.
  var isCurrent: Bool {
    guard let answer else { return true }
    return answer.journal.flatMap(Self.status) == answer.status
  }

  /// Dates the reports that nothing else dates; git is only asked if there is one, and something it has not told.
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
