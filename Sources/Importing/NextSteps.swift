import Content

/// What an editor does next with an imported report.
struct NextSteps {
  /// Nil: the report has no date.
  var date: PartialDate?
  /// The 1-based lines of the tables that nothing says the kind of.
  var undecided: [Int] = []
  /// Whether a table of positions has no stance mark.
  var isUnmarked = false
  /// The issues that `core-issues` names and no table has.
  var missingIssues: [String] = []
  /// The parties that `affects` names.
  var affected: [String] = []

  /// In order, each one clause.
  var list: [String] {
    var steps: [String] = []
    if date == nil { steps.append("set “date:” to the day of the briefing, such as 2025-03-02") }
    if !undecided.isEmpty {
      let lines = undecided.map(String.init).joined(separator: ", ")
      steps.append(
        undecided.count == 1
          ? "line \(lines): if the table compares positions, write <!-- standpoint: positions --> above it"
          : "lines \(lines): write <!-- standpoint: positions --> above each of these tables that compares positions"
      )
    }
    if isUnmarked {
      steps.append("put a mark at the start of each position: [++], [+], [~], [0], [-] or [--]")
    }
    if let issue = missingIssues.first {
      steps.append(
        "check “core-issues”; an issue that is not in any table needs a row or a file: standpoint new issue \"\(issue)\""
      )
    }
    if !affected.isEmpty {
      steps.append(
        "check “affects”: only the text names \(affected.map { "“\($0)”" }.joined(separator: ", "))")
    }
    return steps
  }
}
