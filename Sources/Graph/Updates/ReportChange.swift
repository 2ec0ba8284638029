import Content
import Markdown

/// A change of one report that leaves its tables with the rows and columns they had.
struct ReportChange {
  /// How far it reaches.
  let extent: LinkedGraph.Extent
  private let index: Int
  private let new: LinkedFile
  /// Links from elsewhere to places in the report lead where they led.
  private let keepsAnchors: Bool
  /// The same subjects are named in the same order.
  private let keepsMentions: Bool
  /// Positions are the same ones; one may have another stance and words.
  private let keepsPositions: Bool

  /// Nil: the change is of another kind.
  init?(
    _ index: Int, from old: (report: Report, file: LinkedFile), to new: (report: Report, file: LinkedFile)
  ) {
    guard Self.keepsTables(old.file, new.file) else { return nil }
    self.index = index
    self.new = new.file
    keepsAnchors =
      PlacesInText(old.report.header.document, old.file)
      == PlacesInText(new.report.header.document, new.file)
    keepsMentions = old.file.mentions.elementsEqual(new.file.mentions) { $0.subject == $1.subject }
    keepsPositions = old.file.positions.elementsEqual(new.file.positions, by: Self.isSame)
    extent = keepsPositions && Self.keepsFrontMatter(old, new) ? .text : .lists
  }

  /// Comparisons and options are the same ones.
  private static func keepsTables(_ old: LinkedFile, _ new: LinkedFile) -> Bool {
    old.tensions.isEmpty && new.tensions.isEmpty && old.openLinks == new.openLinks
      && old.coreIssues == new.coreIssues && old.affects == new.affects
      && old.comparisons.elementsEqual(new.comparisons, by: isSame)
      && old.options.elementsEqual(new.options) {
        ($0.comparison, $0.anchor, $0.name) == ($1.comparison, $1.anchor, $1.name)
      }
  }

  private static func isSame(_ old: Comparison, _ new: Comparison) -> Bool {
    old.table == new.table && old.kind == new.kind && old.anchor == new.anchor && old.columns == new.columns
      && old.rows == new.rows
  }

  private static func isSame(_ old: Position, _ new: Position) -> Bool {
    old.issue == new.issue && old.party == new.party && old.comparison == new.comparison
      && old.row == new.row && old.column == new.column && old.ordinal == new.ordinal
      && old.packedDate == new.packedDate
  }

  /// Lists, feeds and due days of the whole site are made of it.
  private static func keepsFrontMatter(
    _ before: (report: Report, file: LinkedFile), _ after: (report: Report, file: LinkedFile)
  ) -> Bool {
    let (old, new) = (before.report, after.report)
    return before.file.coreIssueRanges == after.file.coreIssueRanges
      && before.file.affectsRanges == after.file.affectsRanges && old.updated == new.updated
      && old.summary == new.summary && old.authors == new.authors
      && old.tags == new.tags && old.weight == new.weight && old.automaticLinks == new.automaticLinks
      && old.reviewAfter == new.reviewAfter && old.reviewed == new.reviewed
      && old.dateOrigin == new.dateOrigin && old.header.isDraft == new.header.isDraft
  }

  /// The graph with the report as it is now; nil: other files, or faults, have to be looked at.
  ///
  /// - Parameter files: the report's new links among them.
  func graph(_ old: IssueGraph, _ builder: GraphBuilder, _ files: [LinkedGraph.Kept]) -> IssueGraph? {
    // What such a link may lead to stands in the HTML of another page.
    if old.openLinks.contains(where: { $0.anchor != nil }) { return nil }
    if !keepsAnchors, files.enumerated().contains(where: { $0 != index && $1.file.leads(into: index) }) {
      return nil
    }
    // Tensions name positions, which are about to get other numbers.
    if !keepsPositions, !old.tensions.isEmpty { return nil }
    var graph = old
    graph.replace(new, of: index, keepingPositions: keepsPositions)
    if !keepsPositions { graph.gatherPositions() }
    if !keepsMentions { graph.gatherMentions() }
    return resolve(&graph, builder, files) ? graph : nil
  }

  /// Looks up where links lead that only the whole graph knows: those of the report and, as positions come and go, of all.
  private func resolve(
    _ graph: inout IssueGraph, _ builder: GraphBuilder, _ files: [LinkedGraph.Kept]
  ) -> Bool {
    var open = new.pending.isEmpty ? [] : [index]
    if !keepsPositions { open = files.indices.filter { !files[$0].file.pending.isEmpty } }
    guard open.allSatisfy({ $0 < builder.site.reportCount }) else { return false }
    if !open.contains(index) { put(new.targets, of: index, new, into: &graph, builder) }
    if open.isEmpty { return true }
    let assembly = GraphAssembly(builder, files.map(\.file), lists: graph)
    guard let targets = assembly.targets(ofFiles: open) else { return false }
    for (place, targets) in zip(open, targets) {
      put(targets, of: place, files[place].file, into: &graph, builder)
    }
    return true
  }

  private func put(
    _ targets: [DocumentLinks.Entry], of place: Int, _ file: LinkedFile, into graph: inout IssueGraph,
    _ builder: GraphBuilder
  ) {
    guard case .report(let report) = builder.site.files[place] else { return }
    let before = graph.reports[place]
    graph.reports[place] = ReportEntry(
      id: before.id, report: report, address: before.address,
      links: DocumentLinks(
        targets: targets, mentions: file.names, anchors: file.anchors, tables: file.tables, views: file.views),
      coreIssues: file.coreIssues, affects: file.affects, coreIssueRanges: file.coreIssueRanges,
      affectsRanges: file.affectsRanges)
  }
}

/// The places of a text that links from elsewhere can name.
private struct PlacesInText: Equatable {
  let headings: [String]
  let texts: [String]
  let tables: [String]
  let footnotes: [String]

  init(_ document: Document, _ file: LinkedFile) {
    headings = file.anchors.map(\.anchor)
    texts = file.anchors.map { document.plainText(of: Int($0.node)) }
    tables = file.tables.map(\.anchor)
    footnotes = document.nodes.filter { $0.kind == .footnoteDefinition }.map { document.string($0.text) }
  }
}

extension LinkedFile {
  /// One of its links leads to a place in a report.
  fileprivate func leads(into report: Int) -> Bool {
    let leads = { (request: PendingLink.Request) in
      if case .anchor(.report(report), _) = request { true } else { false }
    }
    return pending.contains { leads($0.request) }
      || tensions.contains { leads($0.first.request) || $0.second.map { leads($0.request) } ?? false }
  }
}
