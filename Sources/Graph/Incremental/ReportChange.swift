import Content
import Markdown

/// A change to one report that leaves the rows and columns of its tables unchanged.
struct ReportChange {
  /// What it affects.
  let extent: LinkedGraph.Extent
  private let index: Int
  private let new: LinkedFile
  /// Whether links from elsewhere to places in the report keep their targets.
  private let keepsAnchors: Bool
  /// Whether the same subjects are mentioned in the same order.
  private let keepsMentions: Bool
  /// Whether the positions are the same, apart from stances and words, and so are the silent cells.
  private let keepsPositions: Bool

  /// nil: the change is of another kind.
  init?(
    _ index: Int, from old: (report: Report, file: LinkedFile), to new: (report: Report, file: LinkedFile)
  ) {
    // Notes that embed each other are checked with the whole graph.
    guard old.file.embeds.isEmpty, new.file.embeds.isEmpty else { return nil }
    guard Self.keepsTables(old.file, new.file), old.file.formerNames == new.file.formerNames else {
      return nil
    }
    self.index = index
    self.new = new.file
    keepsAnchors =
      PlacesInText(old.report.header.document, old.file)
      == PlacesInText(new.report.header.document, new.file)
    keepsMentions = old.file.mentions.elementsEqual(new.file.mentions) { $0.subject == $1.subject }
    keepsPositions =
      old.file.positions.elementsEqual(new.file.positions) { $0.isSame(as: $1) }
      && old.file.silentCells.elementsEqual(new.file.silentCells) { $0.isSame(as: $1) }
    extent = Self.keepsFrontMatter(old, new) ? (keepsPositions ? .text : .positions) : .lists
  }

  /// Whether comparisons and options are the same.
  private static func keepsTables(_ old: LinkedFile, _ new: LinkedFile) -> Bool {
    old.tensions.isEmpty && new.tensions.isEmpty && old.openLinks == new.openLinks
      && subjects(old) == subjects(new)
      && old.comparisons.elementsEqual(new.comparisons, by: isSame)
      && old.options.elementsEqual(new.options) {
        ($0.comparison, $0.anchor, $0.name) == ($1.comparison, $1.anchor, $1.name) && $0.issues == $1.issues
      }
  }

  /// The subjects that `core-issues:` and `affects:` name.
  private static func subjects(_ file: LinkedFile) -> [MentionSubject] {
    file.references.filter(isInFrontMatter).map(\.subject)
  }

  private static func isInFrontMatter(_ reference: NameReference) -> Bool { reference.key != .view }

  private static func isSame(_ old: Comparison, _ new: Comparison) -> Bool {
    old.table == new.table && old.kind == new.kind && old.anchor == new.anchor && old.columns == new.columns
      && old.rows == new.rows && old.sourceColumns == new.sourceColumns
  }

  /// Lists, feeds and review dates of the whole site depend on the front matter.
  private static func keepsFrontMatter(
    _ before: (report: Report, file: LinkedFile), _ after: (report: Report, file: LinkedFile)
  ) -> Bool {
    let (old, new) = (before.report, after.report)
    return before.file.references.filter(isInFrontMatter) == after.file.references.filter(isInFrontMatter)
      && old.header.matter == new.header.matter
      && old.dateOrigin == new.dateOrigin && old.header.isDraft == new.header.isDraft
  }

  /// The graph with the changed report; nil: other files, or diagnostics, have to be considered.
  ///
  /// - Parameter files: all files, including the report's new links.
  func graph(_ old: IssueGraph, _ builder: GraphBuilder, _ files: LinkedFiles) -> IssueGraph? {
    // The HTML of another page determines what such a link can lead to.
    if old.openLinks.contains(where: { $0.anchor != nil }) { return nil }
    if !keepsAnchors, files.haveLink(into: index, fromFilesBut: index) {
      return nil
    }
    // Tensions and former names refer to positions, whose numbers are about to change.
    if !keepsPositions, !old.tensions.isEmpty || !old.formerNames.isEmpty { return nil }
    var lists = old.lists
    lists.replace(new, of: index, in: old, keepingPositions: keepsPositions)
    if !keepsMentions { lists.gatherMentions() }
    return resolve(&lists, builder, files) ? IssueGraph(lists) : nil
  }

  /// Resolves links that depend on the whole graph: those of the report and, if positions were added or
  /// removed, those of all files.
  private func resolve(
    _ lists: inout GraphLists, _ builder: GraphBuilder, _ files: LinkedFiles
  ) -> Bool {
    var open = new.pending.isEmpty ? [] : [index]
    if !keepsPositions { open = files.pending }
    guard open.allSatisfy({ $0 < builder.site.shared.reportCount }) else { return false }
    if !open.contains(index) { put(new.targets, of: index, new, into: &lists, builder) }
    if open.isEmpty { return true }
    let assembly = GraphAssembly(builder, files.all, lists: lists)
    guard let targets = assembly.targets(ofFiles: open) else { return false }
    for (place, targets) in zip(open, targets) {
      put(targets, of: place, files[place], into: &lists, builder)
    }
    return true
  }

  private func put(
    _ targets: [DocumentLinks.Entry], of place: Int, _ file: LinkedFile, into lists: inout GraphLists,
    _ builder: GraphBuilder
  ) {
    guard case .report(let report) = builder.site.files[place] else { return }
    let before = lists.reports[place]
    lists.reports[place] = ReportEntry(
      id: before.id, report: report, address: before.address,
      links: DocumentLinks(file, targets: targets, of: before.id))
    if before.report.sheets != report.sheets { lists.findSheets() }
  }
}

/// The places in a text that links from elsewhere can name.
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

extension GraphLists {
  /// Replaces the lists of a report. Comparisons and options have the same elements.
  ///
  /// - Parameters:
  ///   - old: the graph with these lists.
  ///   - keepingPositions: whether the positions are the same, too. The edges to mentions may have to be rebuilt in any case.
  mutating func replace(_ file: LinkedFile, of report: Int, in old: IssueGraph, keepingPositions: Bool) {
    let comparisons = comparisons.places(of: report) { $0.report }
    // The cells with sources may have moved.
    for (place, comparison) in zip(comparisons, file.comparisons) where !comparison.sourceColumns.isEmpty {
      self.comparisons[place] = comparison.moved(by: comparisons.lowerBound)
    }
    let positions = positions.places(of: report) { $0.report }
    let moved = file.positions.map {
      $0.moved(positions: positions.lowerBound, comparisons: comparisons.lowerBound)
    }
    if keepingPositions {
      for position in moved where position != self.positions[position.id.index] {
        self.positions[position.id.index] = position
      }
    } else {
      splice(moved, at: positions)
    }
    replaceMentions(with: file.mentions, of: report)
    let silence = replaceSilentCells(with: file.silentCells, of: report, comparisons: comparisons.lowerBound)
    if !keepingPositions {
      regatherPositions(after: ListSplice(old: positions, count: moved.count), silence, in: old)
    }
    let options = options.places(of: report) { $0.report }
    for (offset, option) in file.options.enumerated()
    where option.rowNode != self.options[options.lowerBound + offset].rowNode {
      self.options[options.lowerBound + offset] = option.moved(
        by: options.lowerBound, comparisons: comparisons.lowerBound)
    }
  }

  private mutating func replaceSilentCells(
    with new: [SilentCell], of report: Int, comparisons: Int
  ) -> ListSplice<SilentCell> {
    let places = silentCells.places(of: report) { $0.report }
    let splice = ListSplice<SilentCell>(old: places, count: new.count)
    silentCells.replaceSubrange(
      places, with: new.map { $0.moved(cells: places.lowerBound, comparisons: comparisons) })
    if splice.growth != 0 {
      for index in splice.new.upperBound..<silentCells.count {
        silentCells[index] = silentCells[index].moved(cells: splice.growth, comparisons: 0)
      }
    }
    return splice
  }

  private mutating func splice(_ new: [Position], at places: Range<Int>) {
    let growth = new.count - places.count
    positions.replaceSubrange(places, with: new)
    guard growth != 0 else { return }
    for index in (places.lowerBound + new.count)..<positions.count {
      positions[index] = positions[index].moved(positions: growth, comparisons: 0)
    }
  }

  private mutating func replaceMentions(with new: [Mention], of report: Int) {
    let places = mentions.places(of: report) { $0.report }
    mentions.replaceSubrange(places, with: new.map { $0.moved(by: places.lowerBound) })
    let growth = new.count - places.count
    guard growth != 0 else { return }
    for index in (places.lowerBound + new.count)..<mentions.count {
      mentions[index] = mentions[index].moved(by: growth)
    }
  }
}

extension Array {
  /// The range of a report's elements in a list that is sorted by report.
  func places(of report: Int, _ owner: (Element) -> ID<ReportEntry>) -> Range<Int> {
    let start = partition { owner($0).index >= report }
    return start..<self[start...].partition { owner($0).index > report }
  }
}
