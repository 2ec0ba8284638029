import Content
import Markdown

/// The text of a note, or a part of it, that `![[Note]]` shows on another page.
package struct EmbeddedText {
  package let document: Document
  package let links: DocumentLinks
  /// The node of the heading that the page shows as its title; nil if there is none.
  package let titleNode: Int?
  /// The language that its file gives; nil: the site's.
  package private(set) var language: String?
  /// The address of the text's own page.
  package let address: String
  /// The prefix of the anchors of its headings on that page.
  package let prefix: String
  /// The report that the text belongs to; nil for other files.
  package let report: ReportEntry?
  /// The blocks to show, without the title that the page shows above them, and without footnotes; empty: there is nothing.
  package private(set) var nodes: Range<Int> = 0..<0
  /// The node that contains the blocks.
  package private(set) var parent = 0

  init(
    _ header: FileHeader, _ links: DocumentLinks, address: String, prefix: String = "",
    report: ReportEntry? = nil
  ) {
    self.init(
      header.document, links, titleNode: header.titleNode, address: address, prefix: prefix, report: report)
    language = header.matter.language
  }

  /// A whole text, which embeds lead out of.
  package init(
    _ document: Document, _ links: DocumentLinks, titleNode: Int?, address: String, prefix: String,
    report: ReportEntry?
  ) {
    self.document = document
    self.links = links
    self.titleNode = titleNode
    self.address = address
    self.prefix = prefix
    self.report = report
  }

  /// Whether writing the text means writing the node.
  package func contains(_ node: Int, of document: Document) -> Bool {
    document === self.document && nodes.contains(node)
  }

  /// The part at an anchor: from a heading to the next one of its level, or a block; nil: there is no such anchor.
  ///
  /// - Parameter anchor: nil: the whole text.
  func part(at anchor: String?) -> EmbeddedText? {
    var part = self
    guard let anchor else {
      part.nodes = 1..<document.firstFootnoteDefinition
      return part
    }
    let own = anchor.hasPrefix(prefix) ? String(anchor.dropFirst(prefix.count)) : anchor
    guard let node = links.anchors.first(where: { $0.anchor == own }).map({ Int($0.node) }) else {
      return nil
    }
    part.parent = document.nodes[..<node].lastIndex { Int($0.end) > node } ?? 0
    part.nodes = node..<end(ofPartAt: node, in: part.parent)
    if document.nodes[node].kind == .listItem {
      part.parent = node
      part.nodes = node + 1..<Int(document.nodes[node].end)
    }
    return part
  }

  /// The size of its source, in bytes.
  package var size: Int {
    guard let last = nodes.last else { return 0 }
    let start = document.nodes[nodes.lowerBound].source.range.lowerBound
    return max(0, document.nodes[last].source.range.upperBound - start)
  }

  private func end(ofPartAt node: Int, in parent: Int) -> Int {
    let first = document.nodes[node]
    var end = Int(first.end)
    guard first.kind == .heading else { return end }
    while end < Int(document.nodes[parent].end) {
      let next = document.nodes[end]
      if next.kind == .footnoteDefinition || next.kind == .heading && next.detail <= first.detail { break }
      end = Int(next.end)
    }
    return end
  }

  private func isInTitle(_ node: Int) -> Bool {
    titleNode.map { node >= $0 && node < Int(document.nodes[$0].end) } ?? false
  }

  /// Whether there is something to show.
  package var hasText: Bool {
    nodes.contains { !isInTitle($0) && document.nodes[$0].shownText?.isEmpty == false }
      || nodes.contains { document.nodes[$0].kind == .codeBlock || document.nodes[$0].kind == .image }
  }
}

extension Document {
  /// The embeds of a paragraph that consists of nothing else, one below the other; empty for all others.
  package func embeds(aloneIn paragraph: Int) -> [Int] {
    guard nodes[paragraph].kind == .paragraph, Int(nodes[paragraph].end) > paragraph + 1,
      nodes[paragraph + 1].kind == .wikilink
    else { return [] }
    var embeds: [Int] = []
    for child in children(of: paragraph) {
      switch nodes[child].kind {
      case .wikilink where nodes[child].flag: embeds.append(child)
      case .softBreak, .lineBreak: break
      default: return []
      }
    }
    return embeds
  }
}

/// Where the text of a page is in the lists of a graph.
enum TextIndex: Sendable {
  case page(Int)
  case issue(Int)
  case party(Int)

  /// Those of all pages but reports, by address.
  static func all(in lists: GraphLists) -> [String: TextIndex] {
    var indices: [String: TextIndex] = [:]
    for (index, party) in lists.parties.enumerated() where party.file != nil {
      indices[party.address] = .party(index)
    }
    for (index, issue) in lists.issues.enumerated() where issue.file != nil {
      indices[issue.address] = .issue(index)
    }
    for (index, page) in lists.pages.enumerated() { indices[page.address] = .page(index) }
    return indices
  }
}

extension IssueGraph {
  /// The text of the note that an embed leads to; nil: it leads to no text.
  ///
  /// - Parameters:
  ///   - own: the text that contains the embed, as a whole.
  package func embeddedText(_ target: LinkTarget, in own: EmbeddedText) -> EmbeddedText? {
    switch target {
    case .report(let id, let anchor): text(of: reports[id.index]).part(at: anchor)
    case .issue(let id): text(of: issues[id.index])?.part(at: nil)
    case .party(let id): text(of: parties[id.index])?.part(at: nil)
    case .page(let address, let anchor): text(at: address)?.part(at: anchor)
    case .anchor(let anchor): own.part(at: own.prefix + anchor)
    case .position, .positions, .asset, .withheld: nil
    }
  }

  /// The text of a report.
  package func text(of report: ReportEntry) -> EmbeddedText {
    EmbeddedText(report.report.header, report.links, address: report.address, report: report)
  }

  private func text(of issue: Issue) -> EmbeddedText? {
    guard let file = issue.file, let links = issue.links else { return nil }
    return EmbeddedText(file.header, links, address: issue.address, prefix: DocumentLinks.textPrefix)
  }

  private func text(of party: Party) -> EmbeddedText? {
    guard let file = party.file, let links = party.links else { return nil }
    return EmbeddedText(file.header, links, address: party.address, prefix: DocumentLinks.textPrefix)
  }

  /// The authored text of the page at an address; nil: there is none.
  package func text(at address: String) -> EmbeddedText? {
    if address.isEmpty { return home.map { EmbeddedText($0.page.header, $0.links, address: "") } }
    switch textIndices[address] {
    case .page(let index)?:
      return EmbeddedText(pages[index].page.header, pages[index].links, address: address)
    case .issue(let index)?: return text(of: issues[index])
    case .party(let index)?: return text(of: parties[index])
    case nil: return nil
    }
  }
}
