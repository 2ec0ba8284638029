import Content

/// What an imported table is, and whether a directive must say so.
struct TableKindChoice {
  /// For the comment above the table; nil: its header says it, or the site's known parties will.
  let directive: String?
  /// Such as `the table compares positions: its first header is “Aspect”`.
  let decision: String
  /// What keeps it from being read as it looks, and how to mend that.
  let complaint: (message: String, mend: String)?

  /// - Parameters:
  ///   - header: the plain texts of the header cells.
  ///   - width: the columns of the table, if it is wider than its header.
  ///   - isPositions: the author says that the table is one of positions.
  init(header: [String], width: Int, classifier: TableClassifier, isPositions: Bool = false) {
    let corner = header.first ?? ""
    if let double = Self.double(in: header, classifier) {
      directive = "plain"
      decision = "the table is declared plain: two of its columns have one name"
      complaint = (
        "two columns are called “\(double)”, so the table would give two positions for one party",
        "rename one of them and take the line “standpoint: plain” out"
      )
      return
    }
    complaint = nil
    switch classifier.reading(header: header) {
    case .axis(let transposed):
      directive = nil
      decision =
        "the table compares positions, with parties as \(transposed ? "rows" : "columns"): its first header is “\(corner)”"
    case .optionWord:
      directive = nil
      decision = "the table lists options: its first header is “\(corner)”"
    default:
      directive = isPositions ? "positions" : nil
      decision =
        isPositions
        ? "the table is declared to compare positions: its first header “\(corner)” does not say so"
        : "the table is plain unless the site knows two of its columns as parties; “<!-- standpoint: positions -->” above it makes it one of positions"
    }
  }

  /// A party's name that heads two columns.
  private static func double(in header: [String], _ classifier: TableClassifier) -> String? {
    var seen: Set<NameKey> = []
    return header.dropFirst().first { name in
      classifier.words.mayBeParty(name) && !seen.insert(classifier.words.partyName(name).key).inserted
    }
  }
}
