import Foundation

/// Generates documents with tables of all shapes, valid and broken, and compares what two programs make of them.
package struct TableDocuments {
  private var random: SeededGenerator

  package init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A document of one to three parts.
  package mutating func document() -> String {
    var text = ""
    for _ in 0..<(1 + Int(random.next() % 3)) {
      let place = random.next() % 20
      let block = self.block(isLazy: place == 0, isInList: (1...8).contains(place))
      switch place {
      case 0: text += prefixed(block, first: "> ", rest: "")
      case 1, 2: text += prefixed(block, first: "- ", rest: "  ")
      case 3, 4: text += prefixed(block, first: "1. ", rest: random.pick(["   ", "   ", "   ", "    "]))
      case 5, 6: text += prefixed(prefixed(block, first: "> ", rest: "> "), first: "- ", rest: "  ")
      case 7, 8: text += prefixed(prefixed(block, first: "* ", rest: "  "), first: "> ", rest: "> ")
      case 9, 10, 11: text += prefixed(block, first: "> ", rest: "> ")
      default: text += block
      }
      text += random.pick(["\n", "\n", "\n", "", "text\n\n", "- item\n\n"])
    }
    return text
  }

  private func prefixed(_ block: String, first: String, rest: String) -> String {
    var isFirst = true
    return block.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
      defer { isFirst = false }
      return (isFirst ? first : rest) + line + "\n"
    }.joined()
  }

  /// - Parameters:
  /// - isLazy: whether to leave out tags that may interrupt a lazy line in cmark-gfm, but not in the newer libcmark.
  /// - isInList: whether to add a body row, because cmark-gfm makes a list loose if its table has none.
  private mutating func block(isLazy: Bool, isInList: Bool) -> String {
    let columns = 1 + Int(random.next() % 4)
    var text = random.pick([
      "", "", "", "", "before\n", "before | it\nand *more*\n", "# Heading\n", "before\n\n", "<!-- c -->\n",
    ])
    text += indentation() + row(columns) + "\n"
    if random.once(in: 25) { text += row(columns) + "\n" }
    let width = random.once(in: 10) ? columns + Int(random.next() % 3) - 1 : columns
    text += indentation() + delimiter(max(1, width)) + "\n"
    if isInList { text += "| first | row |\n" }
    for _ in 0..<(random.next() % 5) {
      text += indentation() + row(random.once(in: 6) ? 1 + Int(random.next() % 5) : columns) + "\n"
    }
    return text + random.pick(isLazy ? Self.endings.filter { !$0.hasPrefix("<") } : Self.endings)
  }

  private static let endings = [
    "\n", "\n", "\n", "\n", "glued text\n", "> quote\n", "- item\n", "2. item\n", "***\n", "---\n", "===\n",
    "```\ncode | x\n```\n", "~~~\n| a |\n|---|\n~~~\n", "    indented\n", "\tindented\n",
    "<div>\nx | y\n</div>\n\n", "<x>\n| a |\n|---|\n\n",
    "# H\n", "####### no\n", "|\n", "||\n", " |\n", "*\n", "-\n", "+ x\n", "1) x\n", "<!-- c -->\n",
    "</p>\n\n", "<a href='x'>\n", "_ _ _\n",
    "| a | b |\n|---|---|\n", "    code\n| a |\n|---|\n| b |\n", "\\| x\n", "[x]: /u\n", "\n: Caption\n",
    "--\n", "    \n", "&\n", "1234567890. x\n",
  ]

  private mutating func indentation() -> String {
    random.pick(["", "", "", "", "", "", " ", "   ", "\t", "    "])
  }

  private mutating func row(_ columns: Int) -> String {
    var text = random.once(in: 4) ? "" : random.pick(["|", "| ", "|  ", "|\t"])
    for column in 0..<columns {
      if column > 0 { text += random.pick(["|", " | ", " |", "| ", "  |\t"]) }
      text += random.pick(Self.cells)
    }
    if !random.once(in: 4) || columns == 1 { text += random.pick([" |", "|", "| ", " |  "]) }
    return text
  }

  private static let cells = [
    "a", "b c", "", " ", "*x*", "**y**", "*open", "close*", "`code`", "`a \\| b`", "\\|", "x \\| y", "`",
    "\\\\", "\\", "# h", "- i", "1. z",
    "> q", "[l](u)", "[r]", "![i](s)", "<b>", "</b>", "<br>", "&amp;", "é", "_u_", "x_y_z", "***", "---",
    ":-:", "`` ` ``", "\\*", "a  b",
    "\"q\"", "[a|b]", "[x]: /u", "```", "<!-- c -->", "#", "a #", "a \\#", "+", "=", "\u{A0}", "a\u{A0}",
    "long text with words", "\\\\|", "*a|b*", "{k=v}",
  ]

  private mutating func delimiter(_ columns: Int) -> String {
    let marks = ["---", "-", ":--", "--:", ":-:", ":---:", "------", ":-"]
    var text = random.once(in: 4) && columns > 1 ? "" : random.pick(["|", "| "])
    for column in 0..<columns {
      if column > 0 { text += random.pick(["|", " | ", "| ", " |\t"]) }
      text += random.once(in: 40) ? random.pick(["", "x", "- -", ":", "::-"]) : random.pick(marks)
    }
    if !random.once(in: 4) { text += random.pick([" |", "|", "| "]) }
    return text
  }

  /// HTML without two quirks of cmark-gfm: it drops backslashes before bars in the paragraph directly above a
  /// table even in code, and treats a list as loose if it contains a table without body rows.
  package static func agreedHTML(_ html: String) -> String {
    let html = html.replacing("\n", with: "")
    let parts = html.components(separatedBy: "<t")
    let text = parts.enumerated().map { index, part in
      let cellEnd = index > 0 ? part.range(of: "</t")?.lowerBound ?? part.startIndex : part.startIndex
      return String(part[..<cellEnd]) + part[cellEnd...].replacing(/\\+\|/, with: "|")
    }.joined(separator: "<t")
    guard text.contains("</thead></table>"), text.contains("<li>") else { return text }
    return text.replacing("<p>", with: "").replacing("</p>", with: "")
  }
}
