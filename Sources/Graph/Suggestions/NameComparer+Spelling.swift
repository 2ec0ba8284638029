import Text

extension NameComparer {
  /// Shorter words are not taken for misspelt ones.
  static let shortestWord = 4
  /// From this length on two letters may differ.
  static let longWord = 8

  /// Two names that differ in one word alone, and in that by few letters.
  func spelling(_ left: NameForm, _ right: NameForm) -> Likeness? {
    guard left.content.count == right.content.count else { return nil }
    let different = left.content.indices.filter { left.content[$0] != right.content[$0] }
    guard different.count == 1, let place = different.first else { return nil }
    let (one, other) = (left.content[place], right.content[place])
    if let cut = cut(left, one, other) ?? cut(right, other, one) { return cut }
    let shorter = min(one.count, other.count)
    guard shorter >= Self.shortestWord, !Self.isNegation(one, other), !isPairOfStates(one, other) else {
      return nil
    }
    guard one.first == other.first || shorter > 6 else { return nil }
    let limit = shorter >= Self.longWord ? 2 : 1
    guard let changes = EditDistance.between(one, other, limit: limit), changes > 0 else { return nil }
    return Likeness(
      .same, changes == 1 ? 0.8 : 0.76, [.nearSpelling(one, other, changes: changes)],
      spelling: Likeness.Spelling(first: one, second: other))
  }

  private func cut(_ form: NameForm, _ short: String, _ long: String) -> Likeness? {
    guard short.count >= 3, short.count < long.count, long.hasPrefix(short), form.isCut(short) else {
      return nil
    }
    return Likeness(.same, 0.88, [.abbreviation(short + ".", of: long)])
  }

  /// “Legal” and “illegal”, “aligned” and “nonaligned” are two words.
  private static func isNegation(_ one: String, _ other: String) -> Bool {
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    guard long.hasSuffix(short) else { return false }
    let start = long.dropLast(short.count)
    return ["a", "de", "dis", "il", "im", "in", "ir", "non", "pre", "re", "un"].contains(String(start))
  }

  /// Niger and Nigeria, Iran and Iraq.
  private func isPairOfStates(_ one: String, _ other: String) -> Bool {
    guard let first = states.find([one]), let second = states.find([other]) else { return false }
    return first.state != second.state
  }
}
