/// What a table is, and why.
package struct TableDecision: Sendable, Hashable {
  package let kind: TableKind
  package let rule: Rule

  init(_ kind: TableKind, _ rule: Rule) {
    self.kind = kind
    self.rule = rule
  }

  /// The rule that decides. The rules are tried in the order of this list.
  package enum Rule: Sendable, Hashable {
    /// A directive or the class of the caption says so.
    case declared
    /// All cells are numbers, prices, shares or dates: plain.
    case facts
    /// The corner is an axis word, and two other columns may be parties: positions.
    case axisWord
    /// A row for each position, with columns for issues and parties.
    case rowPerPosition
    /// A row for each party, with a column of positions, below a heading that names the issue.
    case partyAndPosition
    /// The same without such a heading: plain.
    case noIssueHeading
    /// At least two cells start with a stance mark: positions.
    case stanceMarks
    /// The corner means parties, and the columns are known issues: positions, with parties as rows.
    case knownIssues
    /// The corner means parties, but not all columns are known issues: plain.
    case partyCornerWithoutIssues
    /// Columns are known parties: positions.
    case knownParties
    /// The corner is an option word.
    case optionWord
    /// The corner is an axis word, but fewer than two columns may be parties: plain.
    case axisWordWithoutParties
    /// The corner is empty, and no column is a known party: plain.
    case emptyCorner
    /// The corner is not a word of the lists, and fewer than two columns are known parties: plain.
    case otherCorner
  }

  /// The kind in words, such as `positions, with parties as rows`.
  package var kindInWords: String {
    switch kind {
    case .positions(transposed: false):
      rule == .rowPerPosition ? "positions, a row for each position" : "positions"
    case .positions(transposed: true):
      rule == .partyAndPosition ? "positions, a row for each party" : "positions, with parties as rows"
    case .options: "options"
    case .plain: "plain"
    }
  }

  /// The reason as a clause, such as `its first header is “Issue”, and at least two columns can be parties`.
  ///
  /// - Parameter corner: the text of the first header cell.
  package func reason(corner: String) -> String {
    switch rule {
    case .declared: "a directive or the class of its caption says so"
    case .facts: "all its cells are numbers, prices or dates"
    case .axisWord: "“\(corner)” stands for issues, and at least two columns can be parties"
    case .rowPerPosition: "it has a row for each position, with columns for issues and parties"
    case .partyAndPosition:
      "it has a row for each party and a column of positions, and a heading names the issue"
    case .noIssueHeading:
      "it has a row for each party and a column of positions, but no heading above it names an issue"
    case .stanceMarks: "at least two of its cells start with a stance mark"
    case .knownIssues: "“\(corner)” stands for parties, and its columns are known issues"
    case .partyCornerWithoutIssues: "“\(corner)” stands for parties, but its columns are not known issues"
    case .knownParties: "its columns are known parties"
    case .optionWord: "“\(corner)” stands for options"
    case .axisWordWithoutParties: "“\(corner)” stands for issues, but fewer than two columns can be parties"
    case .emptyCorner: "its first header is empty, and no column is a known party"
    case .otherCorner:
      "“\(corner)” does not stand for issues, and fewer than two columns are known parties"
    }
  }

  /// The directive that makes the table something else: positions of a plain table, a plain table of all others.
  package var alternative: String {
    switch (kind, rule) {
    case (.plain, .partyCornerWithoutIssues), (.plain, .noIssueHeading):
      "<!-- standpoint: positions transposed -->"
    case (.plain, _): "<!-- standpoint: positions -->"
    default: "<!-- standpoint: plain -->"
    }
  }
}
