import Text

/// Writes the main part of a page as Markdown.
struct MarkdownWriter {
  let tree: HTMLTree
  let links: MarkdownLinks
  /// The numbers of footnotes that the page has, by their anchors.
  let footnotes: [String: Int]

  init(_ tree: HTMLTree, links: MarkdownLinks) {
    self.tree = tree
    self.links = links
    var numbers: [String: Int] = [:]
    for node in tree.nodes.indices where tree.hasClass("footnotes", node) {
      for item in Self.items(below: node, tree) {
        guard let anchor = tree.attribute("id", of: item) else { continue }
        numbers[anchor] = numbers.count + 1
      }
    }
    footnotes = numbers
  }

  private static func items(below node: Int, _ tree: HTMLTree) -> [Int] {
    tree.nodes[node].children.flatMap { child in
      switch tree.name(child) {
      case "li": [child]
      case "ol": items(below: child, tree)
      default: [Int]()
      }
    }
  }

  /// The blocks of the page; none without a main part.
  var document: [MarkdownBlock] {
    guard let main = tree.first("main") else { return [] }
    return blocks(tree.nodes[main].children)
  }

  /// Parts of pages that belong to the page and not to what it says.
  func isLeftOut(_ node: Int) -> Bool {
    switch tree.name(node) {
    case "svg", "nav", "form", "button", "select", "option", "iframe", "object", "audio", "video": true
    case "input": tree.attribute("type", of: node) != "checkbox"
    // Without its picture, a figure says nothing.
    case "figure": tree.holds("svg", node)
    default:
      tree.attribute("hidden", of: node) != nil
        || ["permalink", "cite", "back", "legend", "citations", "report-error", "table-end", "contents"]
          .contains {
            tree.hasClass($0, node)
          }
    }
  }

  private static let blockNames: Set<String> = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "blockquote", "pre",
    "hr", "div",
    "section", "article", "header", "footer", "main", "aside", "figure", "figcaption", "details", "summary",
    "caption", "thead",
    "tbody", "tfoot", "tr", "td", "th", "address",
  ]

  func isBlock(_ node: Int) -> Bool { Self.blockNames.contains(tree.name(node)) }

  /// The blocks of some elements. Texts between blocks are paragraphs.
  func blocks(_ nodes: [Int]) -> [MarkdownBlock] {
    var blocks: [MarkdownBlock] = []
    var line: [Int] = []
    func end() {
      blocks += paragraph(line)
      line = []
    }
    for node in nodes where !isLeftOut(node) {
      guard isBlock(node) || holdsBlocks(node) else {
        line.append(node)
        continue
      }
      end()
      blocks += block(node)
    }
    end()
    return blocks
  }

  /// Whether an element that is usually part of a line holds blocks.
  private func holdsBlocks(_ node: Int) -> Bool {
    tree.nodes[node].children.contains { isBlock($0) && !isLeftOut($0) }
  }

  private func paragraph(_ nodes: [Int]) -> [MarkdownBlock] {
    let text = MarkdownLineWriter(self).text(of: nodes)
    return text.isEmpty ? [] : [.paragraph(text)]
  }

  private func block(_ node: Int) -> [MarkdownBlock] {
    let children = tree.nodes[node].children
    switch tree.name(node) {
    case "h1", "h2", "h3", "h4", "h5", "h6":
      let text = MarkdownLineWriter(self).text(of: children)
      return text.isEmpty ? [] : [.heading(Int(tree.name(node).dropFirst()) ?? 1, text)]
    case "ul", "ol": return tree.hasClass("footnotes", node) ? notes(node) : list(node)
    case "dl": return definitions(children)
    case "table": return MarkdownTableWriter(self).blocks(node)
    case "blockquote": return [.quote(blocks(children))]
    case "pre": return [.code(MarkdownLineWriter(self).plain(node))]
    case "hr": return [.rule]
    case "summary", "caption":
      let text = MarkdownLineWriter(self).text(of: children)
      return text.isEmpty ? [] : [.paragraph("**\(text)**")]
    case "p" where tree.hasClass("byline", node):
      let parts = children.map { MarkdownLineWriter(self).text(of: [$0]) }.filter { !$0.isEmpty }
      return parts.isEmpty ? [] : [.paragraph(parts.joined(separator: " · "))]
    default: return tree.hasClass("footnotes", node) ? notes(node) : blocks(children)
    }
  }

  /// Footnotes, with the marks of GFM.
  private func notes(_ node: Int) -> [MarkdownBlock] {
    Self.items(below: node, tree).compactMap { item in
      guard let anchor = tree.attribute("id", of: item), let number = footnotes[anchor] else { return nil }
      return .footnote(number, blocks(tree.nodes[item].children))
    }
  }

  private func list(_ node: Int) -> [MarkdownBlock] {
    let items = tree.nodes[node].children.filter { tree.name($0) == "li" && !isLeftOut($0) }
      .map { blocks(tree.nodes[$0].children) }
    if items.allSatisfy(\.isEmpty) { return [] }
    let start = tree.attribute("start", of: node).flatMap(Int.init) ?? 1
    return [.list(items, start: tree.name(node) == "ol" ? start : nil)]
  }

  /// A list of terms, each with what it says.
  private func definitions(_ nodes: [Int]) -> [MarkdownBlock] {
    var items: [[MarkdownBlock]] = []
    var term = MarkdownLine()
    var details: [MarkdownLine] = []
    func end() {
      if !details.isEmpty {
        let label = term.isEmpty || term.hasPrefix("**") ? term : "**\(term)**"
        let start = label.isEmpty ? label : label + ": "
        items.append([.paragraph(start + details.joined(separator: "; "))])
      }
      details = []
    }
    for node in nodes.flatMap({ tree.name($0) == "div" ? tree.nodes[$0].children : [$0] }) {
      let text = MarkdownLineWriter(self, isInCell: true).lines(of: [node]).joined(separator: " ")
      switch tree.name(node) {
      case "dt":
        end()
        term = text
      case "dd": if !text.isEmpty { details.append(text) }
      default: break
      }
    }
    end()
    return items.isEmpty ? [] : [.list(items)]
  }
}
