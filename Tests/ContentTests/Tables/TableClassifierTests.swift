import Content
import Markdown
import Testing

@Suite("Tables are classified when all parties are known")
struct TableClassifierTests {
  private static let positions = TableKind.positions(transposed: false)

  @Test(
    "by the report, then by the known parties",
    arguments: [
      (TableReading.declared(.plain), 5, TableKind.plain), (.declared(.options), 5, .options),
      (.declared(.positions(transposed: true)), 0, .positions(transposed: true)),
      (.axis, 0, positions),
      (.partyCorner, 0, .plain), (.optionWord, 0, .options),
      (.optionWord, 1, .options),
      (.optionWord, 2, positions), (.emptyCorner, 0, .plain), (.emptyCorner, 1, positions),
      (.undecided(axisWord: false), 1, .plain), (.undecided(axisWord: false), 2, positions),
      (.undecided(axisWord: true), 1, .plain), (.undecided(axisWord: true), 2, positions),
    ])
  func settle(reading: TableReading, known: Int, kind: TableKind) {
    #expect(TableClassifier.settle(reading, knownPartyColumns: known).kind == kind)
    let byColumn = TableClassifier.settle(reading, columns: 7) { $0 <= known }
    #expect(byColumn.kind == kind)
  }

  @Test("an axis word in a table that stays plain gives a note")
  func axisWord() {
    #expect(
      TableClassifier.settle(.undecided(axisWord: true), knownPartyColumns: 1).rule == .axisWordWithoutParties
    )
    #expect(
      TableClassifier.settle(.undecided(axisWord: true), knownPartyColumns: 2).rule != .axisWordWithoutParties
    )
    #expect(
      TableClassifier.settle(.undecided(axisWord: false), knownPartyColumns: 0).rule
        != .axisWordWithoutParties)
    #expect(TableClassifier.settle(.declared(.plain), knownPartyColumns: 0).rule != .axisWordWithoutParties)
  }
}
