/// Raised and lowered text without markup: as characters of their own where all of it has them.
enum RaisedText {
  private static let raised: [Character: Character] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
    "+": "⁺",
    "-": "⁻", "−": "⁻", "(": "⁽", ")": "⁾", "=": "⁼", "n": "ⁿ",
  ]
  private static let lowered: [Character: Character] = [
    "0": "₀", "1": "₁", "2": "₂", "3": "₃", "4": "₄", "5": "₅", "6": "₆", "7": "₇", "8": "₈", "9": "₉",
    "+": "₊",
    "-": "₋", "−": "₋", "(": "₍", ")": "₎", "=": "₌",
  ]

  /// `2` is ², letters (“nd” of “2nd”) and bracketed numbers stay as they are, anything else is put behind `^`.
  static func superscript(_ text: String) -> String { shown(text, raised, sign: "^") }

  /// The same with `_`.
  static func `subscript`(_ text: String) -> String { shown(text, lowered, sign: "_") }

  private static func shown(_ text: String, _ table: [Character: Character], sign: String) -> String {
    let mapped = text.compactMap { table[$0] }
    if mapped.count == text.count, text.contains(where: \.isNumber) { return String(mapped) }
    if text.allSatisfy({ $0.isLetter || $0.isWhitespace }) || text.hasPrefix("[") { return text }
    return "\(sign)(\(text))"
  }
}
