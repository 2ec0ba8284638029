import Content
import Markdown

/// A change of one report's text that leaves every list of the graph with its elements at the places they had.
struct TextChange {
  private let index: Int
  private let report: Report
  private let new: LinkedFile
  /// Links from elsewhere to places in the report lead where they led.
  private let keepsAnchors: Bool
  /// The same subjects are named in the same order.
  private let keepsMentions: Bool

  /// Nil: the change is of another kind.
  init?(
    _ index: Int, from old: (report: Report, file: LinkedFile), to new: (report: Report, file: LinkedFile)
  ) {
    guard Self.keepsLists(old.file, new.file), Self.keepsFrontMatter(old.report, new.report) else {
      return nil
    }
    self.index = index
    report = new.report
    self.new = new.file
    keepsAnchors =
      PlacesInText(old.report.header.document, old.file) == PlacesInText(new.report.header.document, new.file)
    keepsMentions = old.file.mentions.elementsEqual(new.file.mentions) { $0.subject == $1.subject }
  }

  /// Comparisons, positions and options are the same ones; a position may have another stance and words.
  private static func keepsLists(_ old: LinkedFile, _ new: LinkedFile) -> Bool {
    old.tensions.isEmpty && new.tensions.isEmpty && old.openLinks == new.openLinks
      && old.coreIssues == new.coreIssues
      && old.affects == new.affects
      && old.coreIssueRanges == new.coreIssueRanges && old.affectsRanges == new.affectsRanges
      && old.comparisons.elementsEqual(new.comparisons, by: isSame)
      && old.positions.elementsEqual(new.positions, by: isSame)
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
  private static func keepsFrontMatter(_ old: Report, _ new: Report) -> Bool {
    old.updated == new.updated && old.summary == new.summary && old.authors == new.authors
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
    var graph = old
    graph.replace(new, of: index)
    if !keepsMentions { graph.gatherMentions() }
    guard let targets = targets(in: graph, builder, files) else { return nil }
    let before = old.reports[index]
    graph.reports[index] = ReportEntry(
      id: before.id, report: report, address: before.address,
      links: DocumentLinks(
        targets: targets, mentions: new.names, anchors: new.anchors, tables: new.tables, views: new.views),
      coreIssues: new.coreIssues, affects: new.affects, coreIssueRanges: new.coreIssueRanges,
      affectsRanges: new.affectsRanges)
    return graph
  }

  /// Where the report's links lead; nil: to some, that only the whole graph could tell, there is something to say.
  private func targets(
    in graph: IssueGraph, _ builder: GraphBuilder, _ files: [LinkedGraph.Kept]
  ) -> [DocumentLinks.Entry]? {
    if new.pending.isEmpty { return new.targets }
    let assembly = GraphAssembly(builder, files.map(\.file), lists: graph)
    return assembly.targets(ofFile: index)
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

extension IssueGraph {
  /// Puts the lists of a report in the place of its old ones; all but the mentions have the same elements.
  fileprivate mutating func replace(_ file: LinkedFile, of report: Int) {
    let comparisons = comparisons.places(of: report) { $0.report }
    let positions = positions.places(of: report) { $0.report }
    for (offset, position) in file.positions.enumerated() {
      self.positions[positions.lowerBound + offset] = position.moved(
        positions: positions.lowerBound, comparisons: comparisons.lowerBound)
    }
    let options = options.places(of: report) { $0.report }
    for (offset, option) in file.options.enumerated() {
      self.options[options.lowerBound + offset] = option.moved(
        by: options.lowerBound, comparisons: comparisons.lowerBound)
    }
    let mentions = mentions.places(of: report) { $0.report }
    let added = file.mentions.map { $0.moved(by: mentions.lowerBound) }
    let growth = added.count - mentions.count
    self.mentions.replaceSubrange(mentions, with: added)
    guard growth != 0 else { return }
    for index in (mentions.lowerBound + added.count)..<self.mentions.count {
      self.mentions[index] = self.mentions[index].moved(by: growth)
    }
  }
}

extension Array {
  /// The places of a report's elements in a list that is sorted by reports.
  func places(of report: Int, _ owner: (Element) -> ID<ReportEntry>) -> Range<Int> {
    let start = partition { owner($0).index >= report }
    let end = self[start...].firstIndex { owner($0).index != report } ?? count
    return start..<end
  }
}
