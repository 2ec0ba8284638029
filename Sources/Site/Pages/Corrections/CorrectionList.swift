import Content
import Editions
import Graph

/// The corrections of all reports, and those that are found between editions although no report has a note, the newest first.
struct CorrectionList: Sendable {
  /// A correction.
  enum Entry: Sendable {
    /// An entry of `corrections:` in a report.
    case noted(Correction, in: ID<ReportEntry>)
    case found(FoundCorrection)

    /// The date of the note, or of the later edition.
    var date: PartialDate {
      switch self {
      case .noted(let correction, _): correction.date
      case .found(let found): found.date
      }
    }
  }

  /// A cell that differs between two editions, of which no report tells.
  struct FoundCorrection: Sendable {
    let change: RecordChange
    /// The names of the editions.
    let before: String
    let after: String
    /// The day of the later one.
    let date: PartialDate
    /// Below the site's root: the change on the page of the later edition.
    let address: String
    /// Its anchor on that page.
    let anchor: String
  }

  /// The newest first; those of one date by report, the newest report first, then in the author's order, then those that
  /// are found, by issue and party.
  let entries: [Entry]
  let years: YearSections<Entry>

  init(_ graph: IssueGraph, _ history: EditionHistory) {
    let noted = graph.reports.reversed().flatMap { entry in
      entry.corrections.map { Entry.noted($0, in: entry.id) }
    }
    let all = noted + history.between.flatMap { Self.found(by: $0, in: history, graph) }
    let entries = all.enumerated().sorted {
      ($1.element.date, $0.offset) < ($0.element.date, $1.offset)
    }.map(\.element)
    self.entries = entries
    years = YearSections(
      entries, at: CorrectionListPage.address, named: .corrections, year: { $0.date.year },
      areTaken: { addresses in graph.pages.contains { addresses.contains($0.address) } })
  }

  private static func found(
    by index: Int, in history: EditionHistory, _ graph: IssueGraph
  ) -> [Entry] {
    guard let date = history.date(of: index) else { return [] }
    let difference = history.differences[index]
    let start = history.editions[index].date
    // A note that was added later answers, too.
    let notes = graph.notes(since: start.dayNumber)
    func isNoted(_ change: RecordChange) -> Bool {
      Set((change.before + change.after).map(\.position.report)).contains { report in
        notes.contains(NotedCell(report: report, cell: nil))
          || notes.contains(
            NotedCell(report: report, cell: change.issue.slug + "--" + change.party.slug))
      }
    }
    return zip(difference.told, ChangeWriter.anchors(of: difference.told)).filter { change, _ in
      change.kind == .corrected && change.notes.isEmpty && !isNoted(change)
    }.map { change, anchor in
      .found(
        FoundCorrection(
          change: change, before: difference.before, after: difference.after, date: date,
          address: history.address(of: index), anchor: anchor))
    }
  }

  /// Whether the list has a section for each year.
  var hasSections: Bool { years.years.count > 1 || years.havePages }

  /// Whether there is a feed, which needs full addresses and at least one correction.
  func hasFeed(_ settings: SiteSettings) -> Bool {
    settings.baseURL != nil && settings.pageKinds[.feeds] && settings.pageKinds[.corrections]
      && !entries.isEmpty
  }

  /// Writes all corrections, or the newest ones with links to the pages of their years.
  func write(_ history: EditionHistory, on page: PageLinks, into output: inout HTML) {
    let writer = CorrectionWriter(page: page)
    if !hasSections { return writer.list(entries, history, into: &output) }
    years.write(on: page, into: &output) { writer.list($0, history, into: &$1) }
  }
}

/// A report with a correction, by its slug, or one of its cells, by the slugs of its issue and its party.
private struct NotedCell: Hashable {
  let report: String
  /// nil: the report as a whole.
  let cell: String?
}

extension IssueGraph {
  /// What corrections name that were made on a day or later.
  fileprivate func notes(since day: Int) -> Set<NotedCell> {
    var notes: Set<NotedCell> = []
    for report in reports {
      for note in report.corrections where note.date.lastDayNumber >= day {
        let cell = note.cell.map {
          issues[$0.issue.index].slug + "--" + parties[$0.party.index].slug
        }
        notes.insert(NotedCell(report: report.slug, cell: cell))
      }
    }
    return notes
  }
}
