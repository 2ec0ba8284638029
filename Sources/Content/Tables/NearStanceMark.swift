import Markdown
import Text

/// Text at the start of a cell that was probably meant as a stance mark, such as `(+)`, `[ + ]`, `[supports]` or `**[+]**`.
package struct NearStanceMark: Sendable, Hashable {
  /// As written, with its brackets.
  package let text: String
  /// The stance that was probably meant; nil if it is not clear.
  package let stance: Stance?

  /// What a suggestion says about the marks.
  package static let allMarks = "the marks are [++], [+], [~], [0], [-] and [--]"

  private static let brackets: [Character: Character] = [
    "[": "]", "(": ")", "{": "}", "［": "］", "（": "）", "【": "】",
  ]
  private static let signs: [String: Stance] = [
    "x": .supports, "✓": .supports, "✔": .supports, "✅": .supports, "☑": .supports, "✗": .opposes,
    "✘": .opposes,
    "❌": .opposes, "±": .mixed, "+/-": .mixed, "-/+": .mixed, "+-": .mixed, "-+": .mixed, "+/−": .mixed,
    "=": .neutral,
    "+++": .champions, "---": .redLine,
  ]

  /// nil if the cell, which has no stance mark, does not begin like one.
  package init?(of cell: Int, in document: Document, words: HeaderWords) {
    guard Self.mayStart(cell, in: document) else { return nil }
    self.init(document.plainText(of: cell), words: words)
  }

  /// nil if the text does not begin like a stance mark.
  package init?(_ text: String, words: HeaderWords) {
    let text = text.trimmingWhitespace
    guard let open = text.first, let close = Self.brackets[open],
      let end = text.prefix(30).firstIndex(of: close)
    else { return nil }
    let inside = text[text.index(after: text.startIndex)..<end].trimmingWhitespace
    self.text = String(text[...end])
    if let stance = Stance(mark: inside) ?? Self.signs[inside.lowercased()] {
      self.stance = stance
    } else if let stance = words.stance(String(inside)), inside.first?.isNumber != true {
      self.stance = stance
    } else if inside.isEmpty, open == "[" {
      stance = nil
    } else {
      return nil
    }
  }

  /// A fast test of the first node.
  private static func mayStart(_ cell: Int, in document: Document) -> Bool {
    guard Int(document.nodes[cell].end) > cell + 1 else { return false }
    let first = document.nodes[cell + 1]
    switch first.kind {
    case .text:
      guard let byte = document.text[first.text.range].first(where: { $0 > 0x20 }) else { return true }
      return byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "{")
        || byte == 0xEF
        || byte == 0xE3
    case .strong, .emphasis, .softBreak, .code: return true
    default: return false
    }
  }
}
