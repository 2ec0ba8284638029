/// The marker of a list item: a bullet or a number at the start of a line.
struct ListMarker: Hashable {
  enum Kind: Hashable {
    /// Items with the same character are on the same level.
    case bullet(Character)
    case number(Int, delimiter: String)

    /// Whether an item with this marker may be followed by one with the marker `next`.
    func isFollowed(by next: Kind) -> Bool {
      switch (self, next) {
      case (.bullet(let first), .bullet(let second)): first == second
      case (.number(let first, let delimiter), .number(let second, let other)):
        second == first + 1 && delimiter == other
      default: false
      }
    }

    /// Whether both markers belong to the same level, whatever their numbers.
    func isLevel(of other: Kind) -> Bool {
      switch (self, other) {
      case (.bullet(let first), .bullet(let second)): first == second
      case (.number(_, let first), .number(_, let second)): first == second
      default: false
      }
    }

    var isNumber: Bool { if case .number = self { true } else { false } }
  }

  let kind: Kind
  /// Whether the marker can only be a bullet, so that a single line is a list.
  let isCertain: Bool
  /// The text after the marker; empty if the text of the item is on the next line.
  let rest: String

  private static let bullets: Set<Character> = [
    "•", "‣", "▪", "▫", "◦", "●", "○", "■", "□", "▶", "►", "➢", "➤", "✓", "✔", "⁃", "·", "∙", "❖", "◆", "⦁",
    "\u{F0B7}", "\u{F0A7}", "\u{F0D8}", "\u{F076}",
  ]

  /// The marker at the start of a line; nil if there is none.
  init?(_ text: String) {
    guard let first = text.first else { return nil }
    let tail = text.dropFirst()
    let isSeparate = tail.first.map { $0 == " " || $0 == "\t" } ?? false
    if Self.bullets.contains(first) {
      self.init(kind: .bullet(first), isCertain: true, rest: tail)
    } else if "-–—*+".contains(first), isSeparate {
      self.init(kind: .bullet(first), isCertain: false, rest: tail)
    } else if first == "o", isSeparate {
      self.init(kind: .bullet(first), isCertain: tail.first == "\t", rest: tail)
    } else {
      self.init(numbered: text)
    }
  }

  private init(kind: Kind, isCertain: Bool, rest: some StringProtocol) {
    self.kind = kind
    self.isCertain = isCertain
    self.rest = String(rest.drop { $0 == " " || $0 == "\t" })
  }

  private init?(numbered text: String) {
    let opened = text.first == "("
    let body = opened ? text.dropFirst() : Substring(text)
    let digits = body.prefix { $0.isASCII && $0.isNumber }
    let after = body[digits.endIndex...]
    guard (1...3).contains(digits.count), let number = Int(digits), String(number) == digits,
      let delimiter = after.first, delimiter == ")" || (delimiter == "." && !opened),
      let space = after.dropFirst().first, space == " " || space == "\t"
    else { return nil }
    self.init(
      kind: .number(number, delimiter: opened ? "()" : String(delimiter)), isCertain: false,
      rest: after.dropFirst())
  }
}
