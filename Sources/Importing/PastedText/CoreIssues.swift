import Content

/// Recognises the list that a text introduces as its core issues.
struct CoreIssues {
  /// Longer items are sentences rather than names.
  private static let lengthLimit = 120
  /// The phrases of all languages as they are written, and as name keys.
  private static let known = Set(LanguageWords.all(.coreIssues))
  private static let keys = known.map { NameKey($0).text }

  /// The phrases that only the site has, as name keys.
  private let own: [String]

  /// - Parameter words: the site's own.
  init(_ words: TableWords) {
    own = words[.coreIssues].filter { !Self.known.contains($0) }.map { NameKey($0).text }.filter {
      !$0.isEmpty
    }
  }

  /// The names of a list below a heading or a sentence that introduces core issues; nil if neither does.
  func names(of items: [String], below introductions: [String?]) -> [String]? {
    guard introductions.contains(where: { $0.map(introduces) ?? false }) else { return nil }
    let names = items.map(Self.name)
    return names.allSatisfy { !$0.isEmpty && $0.count <= Self.lengthLimit } ? names : nil
  }

  private func introduces(_ text: String) -> Bool {
    let text = NameKey(text).text
    return (Self.keys + own).contains { WholeWords.contains($0, in: text) }
  }

  /// The item without an explanation after a colon, and without punctuation at its end.
  private static func name(_ item: String) -> String {
    var name = Substring(item)
    if let colon = name.firstIndex(where: { $0 == ":" || $0 == "：" }),
      LineShape(name[..<colon]).words <= 8
    {
      name = name[..<colon]
    }
    while let last = name.last, ".;,。；，، ".contains(last) { name.removeLast() }
    return String(name)
  }
}
