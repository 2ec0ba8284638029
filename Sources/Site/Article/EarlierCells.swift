import Content
import Editions
import Graph

/// What the cells of reports held before, shown beneath their tables under the anchors that it was published with.
struct EarlierCells: Sendable {
  struct Entry: Sendable {
    /// What happened to the position.
    enum Fate: Sendable {
      /// A newer position, or newer silence, replaced it in its cell.
      case replaced(RememberedPosition)
      /// `withdrawn:` in site.yml names it.
      case withdrawn(on: PartialDate, reason: String)
      /// `redirects:` of another report names it: the cell there with this anchor.
      case moved(to: ID<ReportEntry>, anchor: String)
      /// A correction removed it.
      case corrected(Correction)
    }

    let fate: Fate
    /// nil: the site no longer has the issue or the party.
    let issue: ID<Issue>?
    let party: ID<Party>?
    /// Its anchor on the page of its report; nil: another cell has it now.
    let anchor: String?
  }

  /// By the table that has the cell now, otherwise the last one of its report.
  private var entries: [ID<Comparison>: [Entry]] = [:]
  /// Of reports without a table.
  private var entriesOfReports: [ID<ReportEntry>: [Entry]] = [:]
  private var anchors: [ID<ReportEntry>: Set<String>] = [:]
  /// The old anchors of cells, from `redirects:` of their report, by report and present anchor.
  private var old: [ID<ReportEntry>: [String: [String]]] = [:]
  /// The anchors of cells that a correction emptied.
  private var emptied: [ID<ReportEntry>: [Correction.Cell: String]] = [:]
  /// Whether a correction may have removed one of them.
  private let hasCorrections: Bool

  /// - Parameter redirects: the old addresses of single cells.
  init(_ record: RecordHistory, redirects: [CellRedirect]) {
    let graph = record.graph
    var places = CellPlaces(graph)
    let corrected = graph.reports.filter { !$0.corrections.isEmpty }
    hasCorrections = !corrected.isEmpty
    for (report, cells) in record.rememberedOfReports {
      for (issue, party, position) in cells {
        add(.replaced(position), under: position.position.anchor, to: report, issue, party, &places)
      }
    }
    for withdrawal in graph.settings.withdrawn {
      guard let anchor = withdrawal.anchor, let report = places.report(at: withdrawal.page) else { continue }
      add(.withdrawn(on: withdrawal.date, reason: withdrawal.reason), under: anchor, to: report, &places)
    }
    for redirect in redirects {
      if let other = places.report(at: redirect.page), other != redirect.report {
        add(.moved(to: redirect.report, anchor: redirect.anchor), under: redirect.old, to: other, &places)
      } else if !places.isPresent(redirect.old, in: redirect.report) {
        old[redirect.report, default: [:]][redirect.anchor, default: []].append(redirect.old)
      }
    }
    for report in corrected {
      for (anchor, correction) in graph.emptiedCells(of: report) {
        if let cell = correction.cell { emptied[report.id, default: [:]][cell] = anchor }
        if places.table(with: correction.cell?.issue, correction.cell?.party, in: report.id) == nil {
          add(.corrected(correction), under: anchor, to: report.id, &places)
        }
      }
    }
    if graph.hasFormerNames { addForgotten(graph, &places) }
  }

  /// The same cells in a graph that differs from the one before by `change`.
  func updating(_ record: RecordHistory, _ redirects: [CellRedirect], after change: GraphChange)
    -> EarlierCells
  {
    if hasCorrections, !change.keepsPositions { return EarlierCells(record, redirects: redirects) }
    return self
  }

  /// Adds the published addresses of what newer cells replaced and no edition remembers, because it had been corrected: each
  /// leads to the position that has the place now.
  private mutating func addForgotten(_ graph: IssueGraph, _ places: inout CellPlaces) {
    for report in graph.reports {
      for names in graph.namesOfReplaced(in: report.id) {
        guard let successor = places.successor(of: names, in: report.id) else { continue }
        let fate = Entry.Fate.moved(to: report.id, anchor: graph.anchor(of: successor))
        add(fate, under: names.anchor, to: report.id, &places)
      }
    }
  }

  private mutating func add(
    _ fate: Entry.Fate, under anchor: String, to report: ID<ReportEntry>, _ places: inout CellPlaces
  ) {
    let subjects = places.subjects(of: anchor, in: report)
    add(fate, under: anchor, to: report, subjects.issue, subjects.party, &places)
  }

  private mutating func add(
    _ fate: Entry.Fate, under anchor: String, to report: ID<ReportEntry>, _ issue: ID<Issue>?,
    _ party: ID<Party>?, _ places: inout CellPlaces
  ) {
    let isFree =
      !places.isPresent(anchor, in: report) && anchors[report, default: []].insert(anchor).inserted
    let entry = Entry(fate: fate, issue: issue, party: party, anchor: isFree ? anchor : nil)
    // A position that lost its anchor is still worth reading; a remark about an address that is in use is not.
    if !isFree { guard case .replaced = fate else { return } }
    if let table = places.table(with: issue, party, in: report) ?? places.lastTable(of: report) {
      entries[table, default: []].append(entry)
    } else {
      entriesOfReports[report, default: []].append(entry)
    }
  }

  /// The anchor that a cell had before a correction emptied it; nil: none did.
  func anchor(ofEmptied cell: Correction.Cell, in report: ID<ReportEntry>) -> String? {
    emptied[report]?[cell]
  }

  /// What is shown beneath a table.
  subscript(table: ID<Comparison>) -> [Entry] { entries[table] ?? [] }

  /// What is shown at the end of a report that has no table.
  subscript(report: ID<ReportEntry>) -> [Entry] { entriesOfReports[report] ?? [] }

  /// The anchors of entries on the page of a report.
  func anchors(on report: ID<ReportEntry>) -> Set<String> { anchors[report] ?? [] }

  /// The old anchors of a cell.
  func oldAnchors(of anchor: String, in report: ID<ReportEntry>) -> [String] { old[report]?[anchor] ?? [] }

  /// Whether `redirects:` of any report names cells.
  var hasOldAnchors: Bool { !old.isEmpty }

  /// Whether `redirects:` of the report names cells.
  func hasOldAnchors(in report: ID<ReportEntry>) -> Bool { old[report] != nil }
}

extension SiteIndex {
  /// The anchors of the silent cells of a report in whose place a position has or had them; not those that lead to something
  /// else.
  func anchorsOfSilence(in report: ID<ReportEntry>) -> [ID<SilentCell>: String] {
    var taken = earlierCells.anchors(on: report)
    if graph.hasFormerNames {
      for comparison in graph.comparisonsOfReport[report] {
        for id in graph.positionsOfComparison[comparison] {
          taken.formUnion(graph.formerNames(of: id).map(\.anchor))
        }
      }
      for cell in graph.silentCells(of: report) {
        taken.formUnion(graph.formerNames(of: cell.id).map(\.anchor))
      }
    }
    return graph.anchorsOfSilence(in: report).filter { !taken.contains($0.value) }
  }
}

/// Writes what the cells of a report held before.
struct EarlierCellsWriter {
  let page: PageLinks

  private var words: LocalizedStrings { page.site.words }

  /// Writes a list under a title; nothing without entries.
  func write(_ entries: [EarlierCells.Entry], of report: ID<ReportEntry>, into output: inout HTML) {
    if entries.isEmpty { return }
    output.raw("<div class=\"earlier-cells\">\n")
    let isRemembered = entries.contains { if case .replaced = $0.fate { true } else { false } }
    if isRemembered { RememberedWriter(page: page).title(into: &output) }
    output.raw("<ol class=\"earlier\">\n")
    for entry in entries { write(entry, of: report, into: &output) }
    output.raw("</ol>\n</div>\n")
  }

  private func write(
    _ entry: EarlierCells.Entry, of report: ID<ReportEntry>, into output: inout HTML
  ) {
    output.raw("<li class=\"position\"")
    if let anchor = entry.anchor {
      output.raw(" id=\"")
      output.escaped(anchor)
      output.raw("\"")
    }
    output.raw(">\n<p class=\"position-subject\">")
    subject(of: entry, into: &output)
    output.raw("</p>\n")
    switch entry.fate {
    case .replaced(let position):
      RememberedWriter(page: page).text(position, in: report, showsStance: true, into: &output)
    case .withdrawn(let date, let reason):
      output.raw("<p class=\"source\">")
      words.write(.withdrawnOn, into: &output) {
        words.dates.time(date, into: &$0)
      } _: {
        $0.escaped(reason)
      }
      output.raw("</p>\n")
    case .corrected(let correction):
      output.raw("<p class=\"source\">")
      CorrectionWriter(page: page).mark(correction, of: report, into: &output)
      output.raw("</p>\n")
    case .moved(let other, let anchor):
      output.raw("<p class=\"source\">")
      words.write(.nowInReport, into: &output) { link(to: anchor, in: other, into: &$0) }
      output.raw("</p>\n")
    }
    output.raw("</li>\n")
  }

  private func subject(of entry: EarlierCells.Entry, into output: inout HTML) {
    guard let issue = entry.issue, let party = entry.party else {
      return output.escaped(entry.anchor ?? "")
    }
    page.positionNames(party, on: issue, into: &output)
  }

  private func link(to anchor: String, in report: ID<ReportEntry>, into output: inout HTML) {
    output.raw("<a href=\"")
    page.report(report, into: &output)
    output.raw("#")
    output.escaped(anchor)
    output.raw("\">")
    output.append(page.site.reportTitles, report.index)
    output.raw("</a>")
  }
}

/// The old address of a single cell: an entry of `redirects:` of its report.
struct CellRedirect: Sendable, Hashable {
  /// The old address of the page.
  let page: String
  /// The old anchor.
  let old: String
  /// Where the cell is now.
  let report: ID<ReportEntry>
  let anchor: String
}

extension IssueGraph {
  /// The old addresses of single cells, in the order of the reports.
  var cellRedirects: [CellRedirect] {
    reports.flatMap { report in
      report.report.header.matter.redirects.cells.map {
        CellRedirect(page: $0.page, old: $0.old, report: report.id, anchor: $0.anchor)
      }
    }
  }

  /// The anchors of cells of a report that hold nothing since a correction, which names the cell.
  func emptiedCells(of report: ReportEntry) -> [(anchor: String, correction: Correction)] {
    let held = correctedPositions(in: report.id)
    return report.corrections.compactMap { correction in
      guard let cell = correction.cell, held[cell] == nil else { return nil }
      return (issues[cell.issue.index].slug + "--" + parties[cell.party.index].slug, correction)
    }
  }
}

/// Writes the names under which cells were published, as anchors that lead to them.
struct FormerAnchorWriter {
  let page: PageLinks

  /// The page that the anchors are on.
  enum Side {
    case report, issue, party

    func anchor(_ names: PublishedNames) -> String {
      switch self {
      case .report: names.anchor
      case .issue: names.anchorOnIssuePage
      case .party: names.anchorOnPartyPage
      }
    }
  }

  /// Writes an empty element for each former anchor of a position that differs from the present one.
  func write(_ id: ID<Position>, on side: Side, into output: inout HTML) {
    guard page.site.hasFormerAnchors else { return }
    let graph = page.site.graph
    let report = graph.positions[id.index].report
    if side == .report, page.site.earlierCells.hasOldAnchors(in: report) {
      for anchor in page.site.earlierCells.oldAnchors(of: graph.anchor(of: id), in: report) {
        write(anchor: anchor, into: &output)
      }
    }
    guard graph.hasFormerNames else { return }
    let former = graph.formerNames(of: id)
    if former.isEmpty { return }
    var written: Set<String> = [side.anchor(graph.names(of: id))]
    for anchor in former.map(side.anchor) where written.insert(anchor).inserted {
      if side == .report || !isTaken(anchor, on: side, from: id) { write(anchor: anchor, into: &output) }
    }
  }

  /// Whether another position on the page of an issue or a party has an anchor now, or had it too. Only positions of one report
  /// can, after names were merged.
  private func isTaken(_ anchor: String, on side: Side, from id: ID<Position>) -> Bool {
    let graph = page.site.graph
    let position = graph.positions[id.index]
    return graph.comparisonsOfReport[position.report].contains { comparison in
      graph.positionsOfComparison[comparison].contains { other in
        let neighbour = graph.positions[other.index]
        let isBeside =
          side == .issue ? neighbour.issue == position.issue : neighbour.party == position.party
        guard isBeside, other != id else { return false }
        return side.anchor(graph.names(of: other)) == anchor
          || other < id && graph.formerNames(of: other).contains { side.anchor($0) == anchor }
      }
    }
  }

  func write(anchor: String, into output: inout HTML) {
    output.raw("<span class=\"former-anchor\" id=\"")
    output.escaped(anchor)
    output.raw("\"></span>")
  }
}
