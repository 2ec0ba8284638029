import Text

/// Reads the first header cell of a table as people write it: with signs around it, as two words such as “Issue / Party”, and
/// with words that do not change what it says, such as “Key issue” and “Issues at stake”.
struct CornerWords: Sendable {
  private let axis: Set<NameKey>
  private let modifiers: Set<NameKey>
  /// The most words of a modifier.
  private let longest: Int
  /// Every single word of these.
  private let vocabulary: Set<Substring>

  init(axis: Set<NameKey>, modifiers: Set<NameKey>) {
    self.axis = axis
    self.modifiers = modifiers
    vocabulary = Set(axis.union(modifiers).flatMap { $0.text.split(separator: " ") })
    longest = modifiers.map { $0.text.count { $0 == " " } + 1 }.max() ?? 0
  }

  /// The key without signs such as a colon or an arrow at both ends.
  func bare(_ key: NameKey) -> NameKey {
    if key.text.utf8.first?.isLetter == true, key.text.utf8.last?.isLetter == true { return key }
    guard let first = key.text.unicodeScalars.first, let last = key.text.unicodeScalars.last,
      Self.isSign(first) || Self.isSign(last)
    else { return key }
    let text = Self.trimmed(key.text.unicodeScalars[...])
    return text.isEmpty ? key : NameKey(String(text))
  }

  /// The two words of a corner such as “Issue / Party”; nil: it is not divided.
  func parts(of key: NameKey) -> (NameKey, NameKey)? {
    guard key.text.hasByte(where: Self.mayDivide) else { return nil }
    let parts = key.text.unicodeScalars.split(whereSeparator: Self.divides).map(Self.trimmed)
      .filter { !$0.isEmpty }
    return parts.count == 2 ? (NameKey(String(parts[0])), NameKey(String(parts[1]))) : nil
  }

  /// Whether a key is axis words with modifiers before or after them, such as “most important open questions”.
  func isQualified(_ key: NameKey) -> Bool {
    let words = key.text.utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) }
    if words.count == 1 { return isJoined(key.text.unicodeScalars) }
    return words.count <= Self.mostWords && words.allSatisfy(vocabulary.contains) && isQualified(words[...])
  }

  private static let mostWords = 6

  private func isQualified(_ words: ArraySlice<Substring>) -> Bool {
    if axis.contains(NameKey(words.joined(separator: " "))) { return true }
    for length in 1...max(1, longest) where length < words.count {
      let (start, rest) = (words.prefix(length), words.dropFirst(length))
      if isModifier(start), isQualified(rest) { return true }
      let (before, end) = (words.dropLast(length), words.suffix(length))
      if isModifier(end), isQualified(before) { return true }
    }
    return false
  }

  private func isModifier(_ words: ArraySlice<Substring>) -> Bool {
    let key = NameKey(words.joined(separator: " "))
    return modifiers.contains(key) || axis.contains(key)
  }

  /// The same in scripts without spaces: a modifier or an axis word directly before an axis word.
  private func isJoined(_ word: String.UnicodeScalarView) -> Bool {
    guard let first = word.first, first.value >= 0x2E80, word.count <= 12 else { return false }
    return word.indices.dropFirst().contains { index in
      let (start, end) = (NameKey(String(word[..<index])), NameKey(String(word[index...])))
      return axis.contains(end) && (modifiers.contains(start) || axis.contains(start))
    }
  }

  private static func trimmed(_ text: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
    var text = text
    while let first = text.first, isSign(first) { text.removeFirst() }
    while let last = text.last, isSign(last) { text.removeLast() }
    return text
  }

  /// Whether a byte may begin a scalar that divides.
  private static func mayDivide(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "|") || byte == 0xE2
  }

  private static func divides(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "/", "\\", "|", "→": true
    default: false
    }
  }

  /// Spaces, colons, arrows and the like; neither brackets nor “#” and “№”, which mean something.
  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", ":", "：", "*", "?", "？", "-", "–", "—", "↓", "↑", "→", "←", "⇒", "⇓", "▼", "▶", "►", "▾", "▸",
      "➡", "⬇", "↘",
      "↙", "\u{FE0F}":
      true
    default: false
    }
  }
}
