import Content

/// The kind of an imported table, and whether it needs a directive.
struct TableKindChoice {
  /// The directive for the table; nil if its header or the site's known parties determine the kind.
  let directive: String?
  /// The decision and its reason, such as `the table compares positions: its first header is “Aspect”`.
  let decision: String
  /// The reason why the table cannot be used as it is, and how to fix that; nil if it can.
  let problem: (message: String, fix: String)?

  /// - Parameters:
  ///   - header: the header cells as plain text.
  ///   - width: the number of columns of the table.
  ///   - isPositions: whether the author says that the table compares positions.
  init(header: [String], width: Int, classifier: TableClassifier, isPositions: Bool = false) {
    let corner = header.first ?? ""
    if let duplicate = Self.duplicate(in: header, classifier) {
      directive = "plain"
      decision = "the table is declared plain: two of its columns have the same name"
      problem = (
        "two columns are named “\(duplicate)”, so the table has two positions of one party per issue",
        "rename one of them and remove the line “standpoint: plain”"
      )
      return
    }
    problem = nil
    switch classifier.reading(header: header) {
    case .axis:
      directive = nil
      decision = "the table compares positions, with parties as columns: its first header is “\(corner)”"
    case .partyAndPosition:
      directive = nil
      decision =
        "the table compares positions, with a row for each party, on the issue of the heading above it: its first header is “\(corner)”"
    case .optionWord:
      directive = nil
      decision = "the table lists options: its first header is “\(corner)”"
    default:
      directive = isPositions ? "positions" : nil
      decision =
        isPositions
        ? "the table is declared to compare positions: its first header “\(corner)” does not say so"
        : "the table is plain unless two of its columns are known parties; to compare positions, add “<!-- standpoint: positions -->” above it"
    }
  }

  /// The name of a party that is the header of two columns; nil if there is none.
  private static func duplicate(in header: [String], _ classifier: TableClassifier) -> String? {
    var seen: Set<NameKey> = []
    return header.dropFirst().first { name in
      classifier.words.mayBeParty(name) && !seen.insert(classifier.words.partyName(name).key).inserted
    }
  }
}
