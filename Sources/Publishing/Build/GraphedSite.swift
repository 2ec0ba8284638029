import Content
import Diagnostics
import Editions
import Graph
import Workspace

/// The issue graph of a site, without its pages.
package struct GraphedSite: Sendable {
  package let graph: IssueGraph
  /// The date of the build, which decides what is future or expired.
  package let today: PartialDate
  let origin: Edition.Origin
  let withheld: [FrozenWithheldReport]
  /// Diagnostics of the content, after `quiet:` and `--strict` have been applied.
  package let diagnostics: DiagnosticList

  /// The positions of the graph, and those that the site's editions remember; of the record of a day, those that editions up
  /// to that day do.
  package func record(in folders: SiteFolders) throws -> RecordHistory {
    let editions = try EditionFolder(folders).readAll().editions
    let day = graph.settings.recordDay?.lastDayNumber
    let archive = EditionArchive(day.map { day in editions.filter { $0.date.dayNumber <= day } } ?? editions)
    return RecordHistory(graph, memory: archive.memory(before: edition(named: Edition.now)))
  }

  /// An edition of the site as it is now.
  package func edition(named name: String) -> Edition {
    Edition(freezing: graph, name: name, date: today, origin: origin, withheld: withheld)
  }
}

extension LinkedSite {
  var counts: SiteCounts {
    SiteCounts(
      reports: graph.reports.count, issues: graph.issues.count, parties: graph.parties.count,
      positions: graph.positions.count)
  }
}
