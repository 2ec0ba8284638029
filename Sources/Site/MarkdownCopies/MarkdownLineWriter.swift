import Text

/// Writes what is in a line: text, links, emphasis.
struct MarkdownLineWriter {
  private let writer: MarkdownWriter
  /// Whether it is in a cell of a table, which a line break would end.
  private let isInCell: Bool
  /// Whether it is the text of a link, whose parts styles set apart.
  private var isInLink = false
  private var tree: HTMLTree { writer.tree }

  init(_ writer: MarkdownWriter, isInCell: Bool = false) {
    self.writer = writer
    self.isInCell = isInCell
  }

  /// A single line; empty without words.
  func text(of nodes: [Int]) -> MarkdownLine {
    var output = MarkdownLine()
    for node in nodes { write(node, into: &output) }
    return output.closed
  }

  /// A line for each block of some elements; empty ones are left out.
  func lines(of nodes: [Int]) -> [MarkdownLine] {
    var lines: [MarkdownLine] = []
    var inline: [Int] = []
    func end() {
      let text = text(of: inline)
      if !text.isEmpty { lines.append(text) }
      inline = []
    }
    for node in nodes where !writer.isLeftOut(node) {
      guard writer.isBlock(node) || tree.nodes[node].children.contains(where: writer.isBlock) else {
        inline.append(node)
        continue
      }
      end()
      lines += self.lines(of: tree.nodes[node].children)
    }
    end()
    return lines
  }

  /// The text of an element without marks and escapes.
  func plain(_ node: Int) -> String {
    if case .text(let text) = tree.nodes[node].content { return text }
    return tree.nodes[node].children.map(plain).joined()
  }

  private func write(_ node: Int, into output: inout MarkdownLine) {
    if case .text(let text) = tree.nodes[node].content { return append(words: text, to: &output) }
    if writer.isLeftOut(node) { return }
    switch tree.name(node) {
    case "br": output.lineBreak()
    case "a": link(node, into: &output)
    case "em": wrapped("*", node, into: &output)
    case "strong": wrapped("**", node, into: &output)
    case "del", "s": wrapped("~~", node, into: &output)
    case "code", "kbd", "samp": code(node, into: &output)
    case "img": image(node, into: &output)
    case "input": output += tree.attribute("checked", of: node) == nil ? "[ ] " : "[x] "
    case "sup", "sub", "mark", "abbr", "ins", "q", "cite", "dfn", "bdi", "bdo":
      for child in tree.nodes[node].children { write(child, into: &output) }
    default: apart(node, into: &output)
    }
  }

  /// Text with single spaces, escaped.
  private func append(words: String, to output: inout MarkdownLine) {
    var text = words.split(whereSeparator: { $0.isWhitespace && $0 != "\u{a0}" }).joined(separator: " ")
    if words.first?.isWhitespace == true { text = " " + text }
    if words.last?.isWhitespace == true, text != " " { text += " " }
    if output.last?.isWhitespace ?? true { text = String(text.drop { $0 == " " }) }
    output.escaped(text, isInLink: isInLink)
  }

  /// Elements that a style sets apart: their words do not run into those around them.
  private func apart(_ node: Int, into output: inout MarkdownLine) {
    var inner = MarkdownLine()
    for child in tree.nodes[node].children { write(child, into: &inner) }
    var text = inner.closed
    text.removePrefix("· ")
    if text.isEmpty {
      if inner.holdsSpace, output.last?.isWhitespace == false { output += " " }
      return
    }
    separate(node, text, from: &output)
    if tree.hasClass("stance", node) {
      output += "**\(text)** "
    } else if tree.hasClass("proposition-label", node) {
      output += text + ": "
    } else {
      output += text
      if inner.last == " " { output += " " } else { output.gap() }
    }
  }

  /// Parts an element from what is before it: a remark by a comma, others by a space where words would run together.
  private func separate(_ node: Int, _ text: MarkdownLine, from output: inout MarkdownLine) {
    let name = tree.name(node)
    let isRemark = name == "small" || name == "i" || name == "time" && isInLink
    let isLine = tree.hasClass("as-of", node) || tree.hasClass("evidence", node)
    if isRemark || isLine {
      output.removeTrailingSpace()
    }
    guard let last = output.last, !last.isWhitespace else { return }
    if isLine {
      output += isInCell ? "<br>" : ", "
    } else if isRemark {
      output += last.isPunctuation && !"”*)]…".contains(last) ? " " : ", "
    } else if isInLink, name == "span", last.isLetter || last.isNumber {
      output += ": "
    } else if !"([„“«‘".contains(last), text.first?.isPunctuation != true {
      output += " "
    }
  }

  private func inner(_ node: Int) -> MarkdownLine { text(of: tree.nodes[node].children) }

  private var inLink: MarkdownLineWriter {
    var writer = self
    writer.isInLink = true
    return writer
  }

  private func wrapped(_ mark: StaticString, _ node: Int, into output: inout MarkdownLine) {
    let text = inner(node)
    if text.isEmpty { return }
    output.raw(mark)
    output += text
    output.raw(mark)
  }

  private func code(_ node: Int, into output: inout MarkdownLine) {
    output += .code(plain(node).split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  private func link(_ node: Int, into output: inout MarkdownLine) {
    let text = inLink.inner(node)
    guard let address = tree.attribute("href", of: node), !text.isEmpty else {
      output += text
      return
    }
    if address.hasPrefix("#"), let number = writer.footnotes[String(address.dropFirst())] {
      output += "[^\(number)]"
      return
    }
    if let last = output.last, last.isLetter || last.isNumber { output += " " }
    output += .link(text, to: writer.links.address(address))
    output.gap()
  }

  private func image(_ node: Int, into output: inout MarkdownLine) {
    guard let address = tree.attribute("src", of: node) else { return }
    output += .image(tree.attribute("alt", of: node) ?? "", at: writer.links.address(address))
  }
}
