/// What makes a line an entry of a list: a bullet or a number in front of it.
struct ListMarker: Hashable {
  enum Kind: Hashable {
    /// The same character makes entries of the same level.
    case bullet(Character)
    case number(Int, delimiter: String)

    /// Entries of the same kind may follow each other.
    func isFollowed(by next: Kind) -> Bool {
      switch (self, next) {
      case (.bullet(let first), .bullet(let second)): first == second
      case (.number(let first, let delimiter), .number(let second, let other)):
        second == first + 1 && delimiter == other
      default: false
      }
    }

    /// Entries of the same level, whatever their numbers.
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
  /// A character that is nothing but a bullet: one such line is a list.
  let isCertain: Bool
  /// What stands behind the marker; empty when the entry's text is on the next line.
  let rest: String

  private static let bullets: Set<Character> = [
    "•", "‣", "▪", "▫", "◦", "●", "○", "■", "□", "▶", "►", "➢", "➤", "✓", "✔", "⁃", "·", "∙", "❖", "◆", "⦁",
    "\u{F0B7}", "\u{F0A7}", "\u{F0D8}", "\u{F076}",
  ]

  /// The marker of a line; nil when it has none.
  init?(_ text: String) {
    guard let first = text.first else { return nil }
    let tail = text.dropFirst()
    let isApart = tail.first.map { $0 == " " || $0 == "\t" } ?? false
    if Self.bullets.contains(first) {
      self.init(kind: .bullet(first), isCertain: true, rest: tail)
    } else if "-–—*+".contains(first), isApart {
      self.init(kind: .bullet(first), isCertain: false, rest: tail)
    } else if first == "o", tail.first == "\t" {
      self.init(kind: .bullet(first), isCertain: true, rest: tail)
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
    let behind = body[digits.endIndex...]
    guard (1...3).contains(digits.count), let number = Int(digits), String(number) == digits,
      let delimiter = behind.first, delimiter == ")" || (delimiter == "." && !opened),
      let space = behind.dropFirst().first, space == " " || space == "\t"
    else { return nil }
    self.init(
      kind: .number(number, delimiter: opened ? "()" : String(delimiter)), isCertain: false,
      rest: behind.dropFirst())
  }
}
