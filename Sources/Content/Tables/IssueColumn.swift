import Text

/// The column of the issues in a comparison whose first column is not that: it has numbers, as in `| # | Issue | North | South |`,
/// or groups of issues, as in `| Area | Issue | North | South |`.
package enum IssueColumn {
  /// nil: the issues are in the first column, or the table is not such a comparison.
  ///
  /// - Parameters:
  ///   - header: the texts of the header row.
  ///   - rows: those of the rows below it.
  package static func index(header: [String], rows: [[String]], _ words: HeaderWords) -> Int? {
    let keys = header.map { NameKey($0) }
    guard header.count >= 4, !rows.isEmpty, !keys.contains(where: words.isParty),
      let parties = header.indices.dropFirst().first(where: { words.mayBeParty(header[$0]) }),
      header[parties...].count(where: words.mayBeParty) >= 2
    else { return nil }
    let columns = (0..<parties).filter { words.isAxis(keys[$0]) }
    guard let last = columns.last, last > 0 else { return nil }
    if columns.first != 0 {
      let corner = texts(of: 0, in: rows)
      let isNumbered =
        keys[0].isEmpty || !words.mayBeParty(header[0])
        ? corner.contains { !$0.isEmpty } && corner.allSatisfy { $0.isEmpty || isNumber($0) } : false
      guard isNumbered else { return nil }
    }
    let index = columns.first { names(texts(of: $0, in: rows)) } ?? last
    return index == 0 ? nil : index
  }

  private static func texts(of column: Int, in rows: [[String]]) -> [String] {
    rows.map { column < $0.count ? String($0[column].trimmingWhitespace) : "" }
  }

  /// Whether the cells of a column name the rows: none is empty, and none is there twice.
  private static func names(_ texts: [String]) -> Bool {
    let keys = texts.map { NameKey($0) }
    return !keys.contains { $0.isEmpty } && Set(keys).count == keys.count
      && !texts.allSatisfy { isNumber($0) }
  }

  /// Whether a text numbers a row, such as “1”, “2.”, “3a”, “§ 4” or “IV”.
  private static func isNumber(_ text: String) -> Bool {
    let letters = text.filter(\.isLetter)
    if text.contains(where: \.isNumber) { return letters.count <= 1 }
    return !letters.isEmpty && text.count <= 6 && letters.allSatisfy { "IVXLC".contains($0) }
  }
}
