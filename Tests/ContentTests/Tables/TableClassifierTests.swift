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
      (.axis(transposed: false), 0, positions),
      (.axis(transposed: true), 0, .positions(transposed: true)), (.optionWord, 0, .options),
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
    #expect(TableClassifier.settle(.undecided(axisWord: true), knownPartyColumns: 1).isAxisWordWithoutParties)
    #expect(
      !TableClassifier.settle(.undecided(axisWord: true), knownPartyColumns: 2).isAxisWordWithoutParties)
    #expect(
      !TableClassifier.settle(.undecided(axisWord: false), knownPartyColumns: 0).isAxisWordWithoutParties)
    #expect(!TableClassifier.settle(.declared(.plain), knownPartyColumns: 0).isAxisWordWithoutParties)
  }

  private func known(_ text: String) -> [String] {
    let reading = Reading(text)
    let classifier = TableClassifier(TableWords())
    return reading.report?.tables.flatMap {
      classifier.headersMadeKnown(by: $0, in: reading.document).map(\.text)
    } ?? []
  }

  @Test("headers of tables whose report determines their kind become known parties")
  func madeKnown() {
    #expect(
      known("| Aspect | US position | Notes | Russia |\n|--|--|--|--|\n| x | y | z | w |\n") == [
        "US position", "Russia",
      ])
    #expect(known("<!-- standpoint: positions -->\n| Fruit | A | |\n|--|--|--|\n| x | y | z |\n") == ["A"])
    #expect(
      known("| Party | NATO |\n|--|--|\n| Russia | no |\n| Status | x |\n| US | yes |\n") == ["Russia", "US"])
  }

  @Test(
    "tables whose kind depends on other reports add no known parties",
    arguments: ["Fruit | A | B", "Strategy | A | B", " | A | B", "Aspect | A | Status"])
  func notKnown(header: String) {
    #expect(known("| \(header) |\n|--|--|--|\n| x | y | z |\n") == [])
    #expect(known("<!-- standpoint: plain -->\n| Aspect | A | B |\n|--|--|--|\n| x | y | z |\n") == [])
  }
}
