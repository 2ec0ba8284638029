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

  /// The whole text, with a line break at its end.
  var document: String {
    guard let main = tree.first("main") else { return "" }
    return blocks(tree.nodes[main].children).joined(separator: "\n\n") + "\n"
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
  func blocks(_ nodes: [Int]) -> [String] {
    var blocks: [String] = []
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

  private func paragraph(_ nodes: [Int]) -> [String] {
    let text = MarkdownLineWriter(self).text(of: nodes)
    if text.isEmpty { return [] }
    // A line break is a backslash at the end of a line.
    return [
      text.split(separator: "\n").map { MarkdownEscaping.lineStart(String($0)) }.joined(separator: "\n")
    ]
  }

  private func block(_ node: Int) -> [String] {
    let children = tree.nodes[node].children
    switch tree.name(node) {
    case "h1", "h2", "h3", "h4", "h5", "h6":
      let text = MarkdownLineWriter(self).text(of: children).replacing("\\\n", with: " ")
      let level = Int(tree.name(node).dropFirst()) ?? 1
      return text.isEmpty ? [] : [String(repeating: "#", count: level) + " " + text]
    case "ul", "ol": return tree.hasClass("footnotes", node) ? notes(node) : list(node)
    case "dl": return definitions(children)
    case "table": return MarkdownTableWriter(self).blocks(node)
    case "blockquote": return [Self.prefixed(blocks(children), "> ", "> ")]
    case "pre": return [code(node)]
    case "hr": return ["* * *"]
    case "summary", "caption": return paragraph(children).map { "**\($0)**" }
    case "p" where tree.hasClass("byline", node):
      let parts = children.map { MarkdownLineWriter(self).text(of: [$0]) }.filter { !$0.isEmpty }
      return parts.isEmpty ? [] : [parts.joined(separator: " · ")]
    default: return tree.hasClass("footnotes", node) ? notes(node) : blocks(children)
    }
  }

  /// Footnotes, with the marks of GFM.
  private func notes(_ node: Int) -> [String] {
    Self.items(below: node, tree).compactMap { item in
      guard let anchor = tree.attribute("id", of: item), let number = footnotes[anchor] else { return nil }
      return Self.prefixed(blocks(tree.nodes[item].children), "[^\(number)]: ", "    ")
    }
  }

  private func list(_ node: Int) -> [String] {
    let isNumbered = tree.name(node) == "ol"
    var number = tree.attribute("start", of: node).flatMap(Int.init) ?? 1
    var items: [String] = []
    for child in tree.nodes[node].children where tree.name(child) == "li" && !isLeftOut(child) {
      let mark = isNumbered ? "\(number). " : "- "
      let content = blocks(tree.nodes[child].children)
      number += 1
      if content.isEmpty { continue }
      items.append(Self.prefixed(content, mark, String(repeating: " ", count: mark.count)))
    }
    return items.isEmpty ? [] : [items.joined(separator: "\n")]
  }

  /// A list of terms, each with what it says.
  private func definitions(_ nodes: [Int]) -> [String] {
    var items: [String] = []
    var term = ""
    var details: [String] = []
    func end() {
      if !details.isEmpty {
        let label = term.isEmpty || term.hasPrefix("**") ? term : "**\(term)**"
        items.append("- " + (label.isEmpty ? "" : label + ": ") + details.joined(separator: "; "))
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
    return items.isEmpty ? [] : [items.joined(separator: "\n")]
  }

  private func code(_ node: Int) -> String {
    let text = MarkdownLineWriter(self).plain(node)
    let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return fence + "\n" + text + (text.hasSuffix("\n") ? "" : "\n") + fence
  }

  /// Blocks as one, with a mark before the first line and space or a mark before the others.
  private static func prefixed(_ blocks: [String], _ first: String, _ others: String) -> String {
    let lines = blocks.joined(separator: "\n\n").split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { index, line in
      let prefix = index == 0 ? first : others
      return line.isEmpty ? String(prefix.prefix { $0 != " " }) : prefix + line
    }.joined(separator: "\n")
  }
}
