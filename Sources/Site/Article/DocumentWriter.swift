import Content
import Graph
import Markdown

/// Writes the HTML of one document as part of a page: links resolved, headings with anchors, tables as comparisons.
///
/// What the graph knows about the document comes in lists sorted by node, and nodes are written in order: each list
/// is walked along once.
final class DocumentWriter {
  /// Where the document's text is shown.
  enum Use {
    /// On its own page; `prefix` stands before the anchors of its headings.
    case own(prefix: String)
    /// A cell of it, on another page; `address` is its own page's.
    case elsewhere(address: String)
  }

  let page: PageLinks
  let document: Document
  let links: DocumentLinks
  let use: Use
  var settings: SiteSettings { page.site.graph.settings }
  /// The node of the heading that is the page's title already.
  private let titleNode: Int?
  /// The report that the document is; nil for other documents.
  let report: ReportEntry?
  private var levels = HeadingLevels()

  private var nextTarget = 0
  private var nextAnchor = 0
  private var nextComparison = 0
  var mentions: MentionCursor
  /// Links are shown as their text: a link stands around them already.
  var isInsideLink = false
  /// False where the notes themselves follow the text: their numbers count in another page.
  var showsReferences = true
  /// The scale of stances stands above the first of them.
  private var hasLegend = false
  /// The paragraph that ends in the back links of the note that is open.
  var lastParagraphOfNote: Int?

  init(
    _ document: Document, links: DocumentLinks, on page: PageLinks, use: Use = .own(prefix: ""),
    titleNode: Int? = nil, report: ReportEntry? = nil
  ) {
    self.page = page
    self.document = document
    self.links = links
    self.use = use
    self.titleNode = titleNode
    self.report = report
    mentions = MentionCursor(links.mentions)
  }

  /// Appends the whole document.
  func write(into output: inout [UInt8]) {
    writeChildren(of: 0, into: &output)
  }

  /// Appends the scale of stances, once a document, above the first of `positions` that carries one.
  func writeLegend(_ positions: some Sequence<ID<Position>>, into output: inout [UInt8]) {
    guard !hasLegend, case .own(prefix: "") = use, page.site.hasStance(in: positions) else { return }
    hasLegend = true
    page.site.words.stances.writeLegend(into: &output)
  }

  /// Appends what stands below `index`, without the mentions in it.
  func writeInlines(of index: Int, into output: inout [UInt8]) {
    mentions = MentionCursor([])
    nextTarget = links.targets.firstIndex(atOrAfter: index)
    writeChildren(of: index, into: &output)
  }

  private static let codeBlockAttributes = Array(" tabindex=\"0\"".utf8)

  private func writeChildren(of index: Int, into output: inout [UInt8]) {
    var renderer = HTMLRenderer(
      document, trustsHTML: settings.trustHTML, trustsLinks: settings.trustLinks)
    // Long lines scroll, which keyboards can do only in what takes the focus.
    renderer.codeBlockAttributes = Self.codeBlockAttributes
    swap(&renderer.output, &output)
    renderer.renderChildren(of: index, rule: answer)
    swap(&renderer.output, &output)
  }

  /// What the renderer asks at each node.
  func answer(_ renderer: inout HTMLRenderer, _ index: Int) -> HTMLRenderer.Answer {
    switch document.nodes[index].kind {
    case .text: writeText(&renderer, index)
    case .heading: openHeading(&renderer, index)
    case .table: writeTable(&renderer, index)
    case .link: openLink(&renderer, index)
    case .wikilink where document.nodes[index].flag: writeEmbed(&renderer, index)
    case .wikilink: writeWikilink(&renderer, index)
    case .codeBlock: writeView(&renderer, index)
    case .image: writeImage(&renderer, index)
    case .footnoteReference: writeReference(&renderer, index)
    case .callout: openCallout(&renderer, index)
    case .calloutTitle: .done
    case .listItem: openTask(&renderer, index)
    case .paragraph: openParagraph(&renderer, index)
    case .footnoteDefinition: openNote(&renderer, index)
    default: .standard
    }
  }

  /// Parts of it are shown on another page, where its anchors would be another's.
  var isElsewhere: Bool { if case .elsewhere = use { true } else { false } }

  /// Where the graph says that the link or wikilink at `index` leads; nil when it says nothing.
  func target(of index: Int) -> LinkTarget? {
    while nextTarget < links.targets.count, links.targets[nextTarget].node < index { nextTarget += 1 }
    guard nextTarget < links.targets.count, links.targets[nextTarget].node == index else { return nil }
    return links.targets[nextTarget].target
  }

  private func anchor(of index: Int) -> String? {
    while nextAnchor < links.anchors.count, links.anchors[nextAnchor].node < index { nextAnchor += 1 }
    guard nextAnchor < links.anchors.count, links.anchors[nextAnchor].node == index else { return nil }
    return links.anchors[nextAnchor].anchor
  }

  /// The comparison that the table at `index` is; nil for a plain table.
  func comparison(at index: Int) -> Comparison? {
    guard let report else { return nil }
    let comparisons = page.site.graph.comparisonsOfReport[report.id]
    while nextComparison < comparisons.count {
      let comparison = page.site.graph.comparisons[comparisons[comparisons.startIndex + nextComparison].index]
      let node = report.report.tables[comparison.table].node
      if node == index { return comparison }
      if node > index { return nil }
      nextComparison += 1
    }
    return nil
  }

  private func openHeading(_ renderer: inout HTMLRenderer, _ index: Int) -> HTMLRenderer.Answer {
    if index == titleNode { return writeTitleNotes(&renderer, index) }
    let level = UInt8(levels.next(Int(document.nodes[index].detail)))
    let anchor = isElsewhere ? nil : anchor(of: index)
    renderer.output.raw("<h")
    renderer.output.append(UInt8(ascii: "0") + level)
    var closing: [UInt8] = []
    if let anchor {
      renderer.output.raw(" id=\"")
      ownAnchor(anchor, into: &renderer.output)
      renderer.output.raw("\"")
      closing.raw(" <a class=\"permalink\" href=\"#")
      ownAnchor(anchor, into: &closing)
      closing.raw("\" aria-label=\"")
      page.site.words.write(.linkToSection, into: &closing)
      closing.raw("\">#</a>")
    }
    renderer.output.raw(">")
    closing.raw("</h")
    closing.append(UInt8(ascii: "0") + level)
    closing.raw(">\n")
    return .opened(closing: closing)
  }

  /// The title is shown by the template; what remains of it here is the way back from its footnotes.
  private func writeTitleNotes(_ renderer: inout HTMLRenderer, _ index: Int) -> HTMLRenderer.Answer {
    let start = renderer.output.count
    writeReferences(in: index, &renderer)
    let references = Array(renderer.output[start...])
    if references.isEmpty { return .done }
    renderer.output.removeLast(references.count)
    renderer.output.raw("<p class=\"title-notes\">")
    page.site.words.write(.notesOnTitle, into: &renderer.output) { $0.append(contentsOf: references) }
    renderer.output.raw("</p>\n")
    return .done
  }

  /// Appends the anchor of a heading as it stands on this page.
  func ownAnchor(_ anchor: String, into output: inout [UInt8]) {
    if case .own(let prefix) = use { output.raw(prefix) }
    output.escaped(anchor)
  }
}

extension [DocumentLinks.Entry] {
  /// The place of the first entry whose node is not before `node`.
  func firstIndex(atOrAfter node: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].node < node { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
