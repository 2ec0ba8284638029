import Content
import Text

/// The kind of an imported table, and whether it needs a directive.
struct TableKindChoice {
  /// What the author says about a table.
  enum Claim: Hashable {
    /// Nothing.
    case none
    /// The rows are issues and the columns parties.
    case positions
    /// The rows are parties and the columns issues.
    case transposed
  }

  /// The directive for the table; nil if its header or the site's known parties determine the kind.
  let directive: String?
  /// The decision and its reason, such as `the table compares positions: its first header is “Aspect”`.
  let decision: String
  /// The reason why the table cannot be used as it is, and how to fix that; nil if it can.
  let problem: (message: String, fix: String)?
  /// Whether nothing in the table says what it is, so that it is plain unless the site knows its parties.
  let isUndecided: Bool
  /// Whether the table compares positions for certain.
  let isPositions: Bool

  /// - Parameters:
  ///   - header: the header cells as plain text.
  ///   - rows: the body cells as plain text.
  ///   - claim: what the author says.
  ///   - subheads: general headers below the names of groups, such as “Source” below “North”.
  init(
    header: [String], rows: [[String]] = [], classifier: TableClassifier, claim: Claim = .none,
    subheads: [(group: String, name: String)] = []
  ) {
    let corner = header.first ?? ""
    var problem: (message: String, fix: String)?
    if let subhead = subheads.first {
      problem = (
        "“\(subhead.name)” below “\(subhead.group)” is not a party, so the table is declared plain",
        "keep one column for each party, and put sources in footnotes"
      )
    } else if let duplicate = Self.duplicate(in: header, classifier) {
      problem = (
        "two columns are named “\(duplicate)”, so the table has two positions of one party per issue",
        "rename one of them and remove the line “standpoint: plain”"
      )
    }
    self.problem = problem
    if problem != nil {
      (directive, isUndecided, isPositions) = ("plain", false, false)
      decision =
        subheads.isEmpty
        ? "the table is declared plain: two of its columns have the same name"
        : "the table is declared plain: its columns are not parties"
      return
    }
    (directive, decision, isUndecided) = Self.choice(corner, header, rows, classifier, claim)
    isPositions =
      directive.map { $0.hasPrefix("positions") }
      ?? (RowPerPositionColumns(header, classifier.words) != nil
        || [.axis, .partyAndPosition].contains(classifier.reading(header: header)))
  }

  /// The kind of a table whose corner is a word of a language other than the site's; nil if it is not.
  init?(header: [String], inOtherLanguage classifier: TableClassifier) {
    guard let corner = header.first, Self.duplicate(in: header, classifier) == nil else { return nil }
    switch classifier.reading(header: header) {
    case .axis:
      directive = "positions"
      decision =
        "the table is declared to compare positions, with parties as columns: its first header is “\(corner)”"
    case .optionWord:
      directive = "options"
      decision = "the table is declared to list options: its first header is “\(corner)”"
    default: return nil
    }
    (problem, isUndecided, isPositions) = (nil, false, directive == "positions")
  }

  private static func choice(
    _ corner: String, _ header: [String], _ rows: [[String]], _ classifier: TableClassifier, _ claim: Claim
  ) -> (String?, String, Bool) {
    if claim == .transposed {
      return (
        "positions transposed",
        "the table compares positions, with a row for each party, because of --columns", false
      )
    }
    if claim == .none, RowPerPositionColumns(header, classifier.words) != nil {
      return (nil, "the table compares positions, with a row for each position: its header names them", false)
    }
    switch classifier.reading(header: header) {
    // The words of another language mean nothing to the site, so the claim stays.
    case .axis where claim == .none:
      return (
        nil, "the table compares positions, with parties as columns: its first header is “\(corner)”", false
      )
    case .partyAndPosition where claim == .none:
      return (
        nil,
        "the table compares positions, with a row for each party, on the issue of the heading above it: its first header is “\(corner)”",
        false
      )
    case .optionWord where claim == .none:
      return (nil, "the table lists options: its first header is “\(corner)”", false)
    default: break
    }
    if claim == .positions {
      return (
        "positions", "the table is declared to compare positions, because --columns names its columns", false
      )
    }
    if hasMarks(header, rows, classifier.words) {
      return (
        classifier.words.isParty(NameKey(corner)) ? "positions transposed" : "positions",
        "the table is declared to compare positions: cells begin with stance marks", false
      )
    }
    return (
      nil,
      "the table is plain unless two of its columns are known parties; to compare positions, add “<!-- standpoint: positions -->” above it",
      true
    )
  }

  /// Whether at least two cells of columns that may be parties begin with a stance mark.
  private static func hasMarks(_ header: [String], _ rows: [[String]], _ words: HeaderWords) -> Bool {
    let columns = header.indices.filter { $0 > 0 && words.mayBeParty(header[$0]) }
    let marked = rows.lazy.flatMap { row in columns.filter { $0 < row.count }.map { row[$0] } }
      .filter { MarkdownEscape.stanceMark(of: $0) != nil }
    return marked.prefix(2).count == 2
  }

  /// The name of a party that is the header of two columns; nil if there is none.
  private static func duplicate(in header: [String], _ classifier: TableClassifier) -> String? {
    var seen: Set<NameKey> = []
    return header.dropFirst().first { name in
      classifier.words.mayBeParty(name) && !seen.insert(classifier.words.partyName(name).key).inserted
    }
  }
}
