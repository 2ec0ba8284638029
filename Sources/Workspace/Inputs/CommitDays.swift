import Content
import Diagnostics
import FileSystem
import Text

/// The days on which files were first committed, for reports without another date.
package struct CommitDays: Sendable {
  /// By path below the content folder.
  package let days: [String: PartialDate]
  /// The files whose first commit is not in a shallow clone, by path below the content folder; they have no day.
  let cutOff: Set<String>
  /// Whether the answer still holds: nothing has been committed since.
  package let isCurrent: @Sendable () -> Bool

  package init(
    days: [String: PartialDate], cutOff: Set<String> = [],
    isCurrent: @escaping @Sendable () -> Bool = { true }
  ) {
    self.days = days
    self.cutOff = cutOff
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
    return CommitDays(days: commits.days, cutOff: commits.cutOff) { journal.flatMap(Self.status) == status }
  }

  /// Asks git about a folder, up to a commit; without git, a repository or the folder, there are no days.
  package static func ofGit(below folder: DiskPath, upTo commit: String) async -> CommitDays {
    let commits = await FirstCommits(below: folder, upTo: commit)
    return CommitDays(days: commits.days, cutOff: commits.cutOff)
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

  /// The warning about reports that a shallow clone leaves without a date; empty without any.
  func diagnostics(for files: some Sequence<Authored>) -> [Diagnostic] {
    if cutOff.isEmpty { return [] }
    let count = files.reduce(0) { Self.isUndated($1) && cutOff.contains($1.header.path) ? $0 + 1 : $0 }
    guard count > 0 else { return [] }
    let reports = count.counted("report has", "reports have")
    return [
      Diagnostic(
        .shallowHistory, at: nil,
        "\(reports) no date, because this clone of the repository is shallow and lacks their first commits",
        suggestion: Suggestion("run “git fetch --unshallow”; in a workflow, set “fetch-depth: 0”"))
    ]
  }

  /// Whether only a commit can date this file.
  static func isUndated(_ file: Authored) -> Bool {
    if case .report(let report) = file { report.date == nil && report.header.withheld == nil } else { false }
  }
}
