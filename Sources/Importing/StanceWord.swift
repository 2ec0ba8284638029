import Content
import Text

/// Reads a stance from a table's own column of stances.
enum StanceWord {
  private static let words: [String: Stance] = [
    "champions": .champions, "strongly supports": .champions, "strong support": .champions, "2": .champions,
    "+2": .champions,
    "supports": .supports, "support": .supports, "supportive": .supports, "for": .supports,
    "in favour": .supports,
    "in favor": .supports, "pro": .supports, "1": .supports, "+1": .supports,
    "mixed": .mixed, "conditional": .mixed, "mixed or conditional": .mixed, "ambivalent": .mixed,
    "neutral": .neutral,
    "opposes": .opposes, "oppose": .opposes, "opposed": .opposes, "against": .opposes, "contra": .opposes,
    "-1": .opposes, "red line": .redLine, "strongly opposes": .redLine, "strong opposition": .redLine,
    "-2": .redLine,
  ]

  /// A mark with or without brackets, a word for it, or a figure from -2 to 2; nil for anything else.
  static func read(_ text: String) -> Stance? {
    var inside = text.trimmingWhitespace
    if inside.first == "[", inside.last == "]" { inside = inside.dropFirst().dropLast() }
    if let stance = Stance(mark: inside) { return stance }
    let key = String(NameKey(String(inside)).text.map { "−–".contains($0) ? "-" : $0 })
    return words[key]
  }
}
