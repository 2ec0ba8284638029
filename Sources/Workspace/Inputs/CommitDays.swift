import Content
import FileSystem

/// The days on which files were first committed, for reports without another date.
package struct CommitDays: Sendable {
  /// By path below the content folder.
  package let days: [String: PartialDate]
  /// Whether the answer still holds: nothing has been committed since.
  package let isCurrent: @Sendable () -> Bool

  package init(days: [String: PartialDate], isCurrent: @escaping @Sendable () -> Bool = { true }) {
    self.days = days
    self.isCurrent = isCurrent
  }

  /// Asks git about a folder; without git or a repository, there are no days.
  ///
  /// - Parameter followsHead: the answer no longer holds once HEAD has moved.
  package static func ofGit(below folder: DiskPath, followsHead: Bool) async -> CommitDays {
    let journal = followsHead ? await FirstCommits.journal(of: folder) : nil
    // Read before git runs, so that a commit made meanwhile is noticed the next time.
    let status = journal.flatMap(Self.status)
    let commits = await FirstCommits(below: folder)
    return CommitDays(days: commits.days) { journal.flatMap(Self.status) == status }
  }

  private static func status(_ path: DiskPath) -> FileStatus? {
    try? FileStatus.of(path, followingLinks: true)
  }

  /// Adds these days to the reports without another date.
  func dating(_ files: [Authored]) -> [Authored] {
    files.map { file in
      guard case .report(let report) = file, Self.isUndated(file), let day = days[report.header.path]
      else { return file }
      return .report(report.dated(byFirstCommit: day))
    }
  }

  /// Whether only a commit can date this file.
  static func isUndated(_ file: Authored) -> Bool {
    if case .report(let report) = file { report.date == nil && report.header.withheld == nil } else { false }
  }
}
