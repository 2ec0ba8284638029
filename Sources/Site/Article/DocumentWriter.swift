import Content
import Graph
import Markdown
import Text

/// Writes the HTML of one document as part of a page, with resolved links, anchors for headings, and tables
/// as comparisons.
///
/// The graph gives lists about the document that are sorted by node. Nodes are written in the same order, so
/// each list is read once from start to end.
final class DocumentWriter {
  /// Where the document's text is shown.
  enum Use {
    /// On its own page; `prefix` comes before the anchors of its headings.
    case own(prefix: String)
    /// A part of it, on another page; `address` is its own page's, and `prefix` comes before the anchors of its headings
    /// there.
    case elsewhere(address: String, prefix: String = "")
  }

  let page: PageLinks
  let document: Document
  let links: DocumentLinks
  let use: Use
  var settings: SiteSettings { page.site.settings }
  /// The node of the heading that the template already shows as the title.
  let titleNode: Int?
  /// The report that the document belongs to; nil for other documents.
  let report: ReportEntry?
  /// Which blocks have a `dir` attribute.
  var directions = BlockDirections.none
  private var levels = HeadingLevels()

  var nextTarget = 0
  /// The end of the cell whose inlines are written for a quote, and the length of the output before it; nil: none is.
  private(set) var quotedCell: (end: Int, start: Int)?
  private var nextAnchor = 0
  /// Whether blocks that are not headings have anchors.
  private let hasBlockAnchors: Bool
  private var nextComparison = 0
  var mentions: MentionCursor
  /// The language of the text around embedded notes.
  lazy var ownLanguage = report?.report.header.matter.language ?? settings.language
  /// The embeds of notes that are open, and how many the page has; nil: notes are not embedded here.
  var embeds: EmbedWalk?
  /// Whether links are shown as text, because they are inside a link already.
  var isInsideLink = false
  /// False if the notes follow the text: their numbers belong to another page.
  var showsReferences = true
  /// The anchors of the cells of the report that record no position.
  lazy var anchorsOfSilence = report.map { page.site.anchorsOfSilence(in: $0.id) } ?? [:]
  /// Whether the legend of stances has been written.
  private var hasLegend = false
  /// The last paragraph of the open note, which the back links follow.
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
    if case .own = use { embeds = EmbedWalk(page.site.settings.limits) }
    hasBlockAnchors = document.identifiers.contains { document.nodes[Int($0.node)].kind != .heading }
  }

  /// Appends the whole document.
  ///
  /// - Parameter isRightToLeft: whether its language is written from right to left.
  func write(isRightToLeft: Bool = false, into output: inout HTML) {
    directions = BlockDirections(of: document, isRightToLeft: isRightToLeft)
    writeChildren(of: 0, into: &output)
  }

  /// Writes the legend of stances, once per document, above the first of `positions` that has a stance.
  func writeLegend(_ positions: some Sequence<ID<Position>>, into output: inout HTML) {
    writeLegend(if: { page.site.hasStance(in: positions) }, into: &output)
  }

  /// Writes the legend of stances, once per document, if something that follows has a stance.
  func writeLegend(if hasStance: () -> Bool, into output: inout HTML) {
    guard !hasLegend, case .own(prefix: "") = use, hasStance() else { return }
    hasLegend = true
    page.site.words.stances.writeLegend(into: &output)
  }

  /// Appends the children of `index`, without linking the mentions in it.
  func writeInlines(of index: Int, into output: inout HTML) {
    mentions = MentionCursor([])
    nextTarget = links.targets.firstIndex(atOrAfter: index)
    quotedCell =
      document.nodes[index].kind == .tableCell ? (Int(document.nodes[index].end), output.count) : nil
    writeChildren(of: index, into: &output)
    quotedCell = nil
  }

  private static let codeBlockAttributes: HTML = " tabindex=\"0\""

  /// Appends the blocks of an embedded text.
  func write(_ text: EmbeddedText, isRightToLeft: Bool, into output: inout HTML) {
    directions = BlockDirections(of: document, isRightToLeft: isRightToLeft)
    mentions = MentionCursor(links.mentions.filter { text.nodes.contains(Int($0.node)) })
    nextTarget = links.targets.firstIndex(atOrAfter: text.nodes.lowerBound)
    write(into: &output) { $0.render(text.nodes, of: text.parent, rule: answer) }
  }

  private func writeChildren(of index: Int, into output: inout HTML) {
    write(into: &output) { $0.renderChildren(of: index, rule: answer) }
  }

  private func write(into output: inout HTML, _ body: (inout HTMLRenderer) -> Void) {
    var renderer = HTMLRenderer(
      document, trustsHTML: settings.trustHTML, trustsLinks: settings.trustLinks)
    // Long lines scroll, which keyboard users can do only in elements that take the focus.
    renderer.codeBlockAttributes = Self.codeBlockAttributes
    renderer.directions = directions
    swap(&renderer.output, &output)
    body(&renderer)
    swap(&renderer.output, &output)
  }

  /// Writes a list or paragraph of a quoted cell with line breaks: a quote is used where only inlines are allowed.
  private func writeFlat(_ renderer: inout HTMLRenderer, _ index: Int) -> HTMLRenderer.Answer {
    guard let cell = quotedCell else { return .standard }
    func startLine(_ renderer: inout HTMLRenderer) {
      if Self.endsInLine(renderer.output, from: cell.start) { renderer.output.raw("<br />") }
    }
    let node = document.nodes[index]
    if node.kind == .paragraph || node.kind == .blockQuote {
      startLine(&renderer)
      renderer.renderChildren(of: index, rule: answer)
    } else {
      for (number, item) in document.children(of: index).enumerated() {
        startLine(&renderer)
        renderer.output.markup(node.kind == .bulletList ? "• " : "\(number + Int(node.detail)). ")
        renderer.renderChildren(of: item, rule: answer)
      }
    }
    if Int(node.end) < cell.end { startLine(&renderer) }
    return .done
  }

  /// Whether what was written from `start` on ends within a line.
  ///
  /// A function of its own, because a slice that is still alive would make the next append copy the whole output.
  private static func endsInLine(_ output: HTML, from start: Int) -> Bool {
    let written = output[min(start, output.count)..<output.count].bytes
    return !written.isEmpty && !String(decoding: written.suffix(7), as: UTF8.self).contains("<br />")
  }

  /// The answer to the renderer at each node.
  func answer(_ renderer: inout HTMLRenderer, _ index: Int) -> HTMLRenderer.Answer {
    if hasBlockAnchors { writeBlockAnchor(&renderer, index) }
    return switch document.nodes[index].kind {
    case .text: writeText(&renderer, index)
    case .bulletList where quotedCell != nil: writeFlat(&renderer, index)
    case .orderedList where quotedCell != nil: writeFlat(&renderer, index)
    case .paragraph where quotedCell != nil: writeFlat(&renderer, index)
    case .blockQuote where quotedCell != nil: writeFlat(&renderer, index)
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

  /// Whether parts of the document are shown on another page, where its anchors could clash with others.
  var isElsewhere: Bool { if case .elsewhere = use { true } else { false } }

  /// The target of the link or wikilink at `index` in the graph; nil if there is none.
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

  /// The comparison of the table at `index`; nil for a plain table.
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

  /// Writes the target of links to a block that is not a heading, before the block.
  private func writeBlockAnchor(_ renderer: inout HTMLRenderer, _ index: Int) {
    guard quotedCell == nil, !isElsewhere, document.nodes[index].kind != .heading,
      let anchor = anchor(of: index)
    else { return }
    renderer.output.raw("<span id=\"")
    ownAnchor(anchor, into: &renderer.output)
    renderer.output.raw("\"></span>")
  }

  private func openHeading(_ renderer: inout HTMLRenderer, _ index: Int) -> HTMLRenderer.Answer {
    if index == titleNode { return writeTitleNotes(&renderer, index) }
    let level = Int(levels.next(Int(document.nodes[index].detail)))
    let anchor = isElsewhere ? nil : anchor(of: index)
    renderer.output.raw("<h")
    renderer.output.number(level)
    var closing = HTML()
    if let anchor {
      renderer.output.raw(" id=\"")
      ownAnchor(anchor, into: &renderer.output)
      renderer.output.raw("\"")
      writePermalink(to: anchor, of: index, into: &closing)
    }
    renderer.writeDirection(of: index)
    renderer.output.raw(">")
    closing.raw("</h")
    closing.number(level)
    closing.raw(">\n")
    return .opened(closing: closing)
  }

  /// Writes the link to a heading, whose name is its text; nothing for one without text.
  private func writePermalink(to anchor: String, of heading: Int, into output: inout HTML) {
    let text = document.plainText(of: heading).singleSpaced
    if text.isEmpty { return }
    output.raw(" <a class=\"permalink\" href=\"#")
    ownAnchor(anchor, into: &output)
    output.raw("\" aria-label=\"")
    page.site.words.write(.labelled, into: &output) {
      page.site.words.write(.linkToSection, into: &$0)
    } _: {
      $0.escaped(text)
    }
    output.raw("\">#</a>")
  }

  /// The template shows the title, so only the targets of its footnotes' back links are written here.
  private func writeTitleNotes(_ renderer: inout HTMLRenderer, _ index: Int) -> HTMLRenderer.Answer {
    let start = renderer.output.count
    writeReferences(in: index, &renderer)
    let references = renderer.output.take(after: start)
    if references.isEmpty { return .done }
    renderer.output.raw("<p class=\"title-notes\">")
    page.site.words.write(.notesOnTitle, into: &renderer.output) { $0.append(contentsOf: references) }
    renderer.output.raw("</p>\n")
    return .done
  }

  /// Appends the anchor of a heading on this page.
  func ownAnchor(_ anchor: String, into output: inout HTML) {
    switch use {
    case .own(let prefix), .elsewhere(_, let prefix): output.escaped(prefix)
    }
    output.escaped(anchor)
  }
}

extension [DocumentLinks.Entry] {
  /// The index of the first entry whose node is not before `node`.
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
