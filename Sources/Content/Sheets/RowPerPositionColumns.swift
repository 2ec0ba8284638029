/// What the columns of a table with a row for each position mean, such as `| Issue | Party | Position | Source |`.
package struct RowPerPositionColumns: Sendable {
  let issue: Int
  let party: Int
  let position: Int?
  let stance: Int?
  let date: Int?
  let source: Int?
  let evidence: Int?
  /// Whether a cell of `source` may hold kinds of evidence in its place.
  let sourceMayBeEvidence: Bool

  /// nil: the header does not name issues, parties, and positions or stances.
  package init?(_ header: [String], _ words: HeaderWords) {
    guard header.count >= 3 else { return nil }
    let keys = header.map { NameKey($0) }
    guard let party = words.partyColumn(keys),
      let issue = keys.firstIndex(where: { words.isAxis($0) && !words.isParty($0) }), issue != party
    else { return nil }
    // The first column has no meaning for `columns`, so a corner is put before it.
    let meanings = words.columns([""] + header).dropFirst()
    func column(_ meaning: TableColumn) -> Int? {
      meanings.indices.first { meanings[$0] == meaning && $0 - 1 != issue && $0 - 1 != party }.map { $0 - 1 }
    }
    let position = column(.position) ?? column(.quote)
    let stance = column(.stance)
    if position == nil && stance == nil { return nil }
    (self.issue, self.party, self.position, self.stance) = (issue, party, position, stance)
    (date, source, evidence) = (column(.date), column(.source), column(.evidence))
    sourceMayBeEvidence = evidence == nil && source.map { words.mayHoldEvidence(header[$0]) } ?? false
  }
}
