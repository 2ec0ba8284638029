import Content

/// The language whose words say what a table is, where those of the site do not.
///
/// The report gets it as `language:`, so that all its tables, stances and silent cells are read in it.
struct TableLanguage {
  /// The code, such as `de`.
  let code: String
  let classifier: TableClassifier

  /// nil: the words of the site say what the table is, no language does, or two do equally well.
  init?(reading header: [String], site: TableClassifier) {
    if Self.isKnown(header, site) { return nil }
    let all = zip(LanguageWords.languages, ImportOptions.classifiersOfLanguages).filter {
      Self.isKnown(header, $0.1)
    }
    .map { (code: $0.0, classifier: $0.1, count: Self.count(header, $0.1.words)) }
    guard let best = all.max(by: { $0.count < $1.count }), all.count(where: { $0.count == best.count }) == 1
    else {
      return nil
    }
    (code, classifier) = (best.code, best.classifier)
  }

  /// What the import says about it.
  static func decision(_ code: String) -> String {
    "language: \(code), because the table’s header is in this language"
  }

  private static func isKnown(_ header: [String], _ classifier: TableClassifier) -> Bool {
    if RowPerPositionColumns(header, classifier.words) != nil { return true }
    switch classifier.reading(header: header) {
    case .axis, .partyAndPosition, .optionWord: return true
    default: return false
    }
  }

  /// How many headers are words of a language.
  private static func count(_ header: [String], _ words: HeaderWords) -> Int {
    header.count { !$0.isEmpty && !words.mayBeParty($0) }
  }
}
