import Content

/// Decides by their form which lines may be headings.
struct HeadingShape {
  private static let wordLimit = 12
  private static let lengthLimit = 90
  private static let titleWordLimit = 25
  private static let titleLengthLimit = 160

  /// First words of short lines that are not headings, such as bylines.
  private static let labels: Set<String> = [
    "by", "source", "sources", "photo", "image", "picture", "credit", "note", "notes", "published", "updated",
    "posted", "advertisement", "share", "reuters", "via",
  ]
  /// First words of common section titles.
  private static let sectionWords: Set<String> = [
    "conclusion", "conclusions", "background", "summary", "introduction", "overview", "recommendations",
    "analysis",
    "outlook", "implications", "context", "assessment", "sources", "references", "discussion", "strategies",
    "key",
    "core", "next", "final", "what", "how", "why", "comparison", "comparing", "executive",
  ]

  /// Headings of sections in all languages, such as “Hintergrund”.
  private static let general = keys(.generalHeadings)
  /// First words of bylines in all languages.
  private static let bylines = keys(.bylines)
  /// First words of lines that name a source, a date or an author, if a colon follows.
  private static let colonLabels = keys(.sourceColumns).union(keys(.dateColumns)).union(bylines)

  private static func keys(_ list: WordList) -> Set<NameKey> {
    Set(LanguageWords.all(list).map { NameKey($0) })
  }

  /// Whether a line near the start names the authors: it starts with a word such as “By”, “Von” or “Par”.
  static func isByline(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return words.count <= 8 && words.first.map { bylines.contains(NameKey(String($0))) } ?? false
  }

  /// Whether a line may be a heading: it is short, has no closing punctuation, and starts like a sentence.
  static func fits(_ text: String) -> Bool {
    let shape = LineShape(text)
    guard shape.words <= wordLimit, shape.length <= lengthLimit, shape.hasLetters, !shape.startsLowerCase,
      !shape.hasInnerSentenceEnd, !text.contains("\t"), !text.contains("|"), !isLabel(text), !isDate(text)
    else { return false }
    return !shape.isClosed || shape.last == "?"
  }

  /// Whether the first line may be the title, which may be longer than a heading, a question or an exclamation.
  static func fitsTitle(_ text: String) -> Bool {
    let shape = LineShape(text)
    return shape.words <= titleWordLimit && shape.length <= titleLengthLimit && shape.hasLetters
      && (!shape.isClosed || shape.last == "?" || shape.last == "!") && !text.contains("\t")
      && !text.contains("|")
      && !isDate(text)
  }

  /// The reason that the decision about a heading gives.
  static func reason(_ text: String) -> String {
    LineShape(text).last == "?"
      ? "a short question on a line of its own" : "a short line without closing punctuation"
  }

  /// The level given by the number of a heading: 2 for `2.1 Energy`, 1 for `2. Energy`; nil without a number.
  static func depth(ofNumberIn text: String) -> Int? {
    guard let number = text.split(separator: " ").first, number.first?.isNumber == true else { return nil }
    let parts = number.split(separator: ".", omittingEmptySubsequences: true)
    guard number.contains("."), parts.allSatisfy({ $0.count <= 2 && $0.allSatisfy(\.isNumber) }) else {
      return nil
    }
    return parts.count
  }

  /// Whether the text is a common section title.
  static func isCommonTitle(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter }
    guard let first = words.first else { return false }
    return words.count <= 6 && sectionWords.contains(first.lowercased()) || general.contains(NameKey(text))
  }

  /// Whether the text has at least two words of more than three letters, all capitalised.
  static func isTitleCase(_ text: String) -> Bool {
    let words = text.split(separator: " ").filter { $0.count > 3 && $0.first?.isLetter == true }
    return words.count >= 2 && words.allSatisfy { $0.first?.isUppercase == true }
  }

  private static func isLabel(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard let first = words.first else { return true }
    let name = first.filter(\.isLetter).lowercased()
    if ["table", "figure", "fig", "chart", "map"].contains(name) {
      return words.dropFirst().first?.first?.isNumber == true
    }
    if words.count > 1, first.last == ":" || first.last == "：" || words[1] == ":",
      colonLabels.contains(NameKey(String(first.filter { $0 != ":" && $0 != "：" })))
    {
      return true
    }
    if name == "by" { return words.count <= 5 && words.dropFirst().first?.first?.isUppercase == true }
    return labels.contains(name)
      && (first.last == ":" || words.count == 1 || name == "published" || name == "updated")
  }

  private static func isDate(_ text: String) -> Bool {
    LineShape(text).words <= 8 && WrittenDate.first(in: text).map { $0.day != nil } ?? false
  }
}
