import Content
import Publishing
import Workspace

/// The summary of a build.
enum BuildSummary {
  /// One line: the contents of the site, what was written, how long it took, and the output folder.
  static func line(_ counts: SiteCounts, _ report: WriteReport, _ folders: SiteFolders, _ time: Duration)
    -> String
  {
    let others = report.total - report.pages
    return "Built " + words(for: counts) + ": \(report.pages.counted("page"))"
      + (others > 0 ? ", \(others.counted("other file")) " : " ")
      + "(\(report.written) written, \(report.unchanged) unchanged, \(report.removed) removed) "
      + "in \(seconds(time)) s → \(folders.output.shown)/"
  }

  /// Such as `3 reports, 8 issues, 4 parties, 21 positions`.
  static func words(for counts: SiteCounts) -> String {
    [
      counts.reports.counted("report"), counts.issues.counted("issue"),
      counts.parties.counted("party", "parties"), counts.positions.counted("position"),
    ].joined(separator: ", ")
  }

  /// The withheld pages, one per line under a heading; empty if there are none.
  static func withheld(_ pages: [WithheldPage], _ folders: SiteFolders) -> String {
    if pages.isEmpty { return "" }
    let lines = pages.map { "  \(folders.displayPath(of: $0.sourcePath)): \(reason($0.reason))\n" }
    return "Withheld \(pages.count.counted("page")):\n" + lines.joined()
  }

  /// When and why the site changes without an edit, as one line.
  static func line(_ next: NextChange, _ folders: SiteFolders) -> String {
    let shown = next.causes.prefix(3).map { words($0, folders) }.joined(separator: "; ")
    let more = next.causes.count > 3 ? "; and \(next.causes.count - 3) more" : ""
    return "The site will next change by itself on \(next.day) (\(shown)\(more)); build it again on that day"
  }

  private static func words(_ cause: NextChange.Cause, _ folders: SiteFolders) -> String {
    switch cause {
    case .published(let path): "\(folders.displayPath(of: path)) is published"
    case .expires(let path): "\(folders.displayPath(of: path)) expires"
    case .due(let count): "\(count.counted("position is", "positions are")) due for review"
    case .begins(let name): "“\(name)” begins"
    case .ends(let name): "“\(name)” has ended"
    case .joins(let name, let bloc): "“\(name)” becomes a member of “\(bloc)”"
    case .leaves(let name, let bloc): "“\(name)” leaves “\(bloc)”"
    }
  }

  private static func reason(_ reason: Withholding) -> String {
    reason == .draft ? "\(reason.reason) (--drafts shows it)" : reason.reason
  }

  /// A line for each step, in milliseconds.
  static func timings(_ times: PhaseTimes) -> String {
    let lines = times.entries.map { entry in
      entry.phase.rawValue + String(repeating: " ", count: 6 - entry.phase.rawValue.count)
        + milliseconds(entry.duration)
    }
    return lines.map { $0 + "\n" }.joined() + "total " + milliseconds(times.total) + "\n"
  }

  private static func milliseconds(_ time: Duration) -> String {
    let tenths = Int(time / .microseconds(100))
    let text = "\(tenths / 10).\(tenths % 10) ms"
    return String(repeating: " ", count: max(0, 12 - text.count)) + text
  }

  /// With two decimal places.
  static func seconds(_ time: Duration) -> String {
    let hundredths = Int(time / .milliseconds(10))
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
