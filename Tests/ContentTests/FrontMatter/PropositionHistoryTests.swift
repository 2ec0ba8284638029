import Testing

@testable import Content

@Suite("Earlier propositions in front matter")
struct PropositionHistoryTests {
  private static func reading(_ yaml: String) -> Reading {
    Reading("---\n\(yaml)\n---\nText\n", path: "issues/dam.md")
  }

  private func printed(_ yaml: String) -> String { Self.reading(yaml).printed }

  @Test("are read with their last day, month or year")
  func read() {
    let reading = Self.reading(
      """
      proposition: The dam should be built.
      proposition-history:
        - {until: 2024, text: There should be a dam., same-meaning: true}
        - until: 2025-03
          text: >
            The dam should
            be planned.
      """)
    #expect(reading.printed == "")
    let matter = reading.header.matter
    #expect(matter.proposition == "The dam should be built.")
    #expect(
      matter.propositionHistory == [
        EarlierProposition(
          until: PartialDate(year: 2024), text: "There should be a dam.", hasSameMeaning: true),
        EarlierProposition(until: PartialDate(year: 2025, month: 3), text: "The dam should be planned."),
      ])
  }

  @Test("need a date and a text")
  func incomplete() {
    #expect(
      printed("proposition-history:\n  - text: Old.") == """
        Content/issues/dam.md:3:5: error: this earlier proposition has no “until” [incomplete-proposition]
           3 |   - text: Old.
             |     ^~~~~~~~~~
             = help: give its last day, month or year, such as “until: 2025-03”

        """)
    #expect(
      printed("proposition-history: [{until: 2025, text: }]").contains(
        "error: this earlier proposition has no “text” [incomplete-proposition]"))
    let impossible = printed("proposition-history: [{until: 2025-02-30, text: Old.}]")
    #expect(impossible.contains("“2025-02-30” is not a valid date [invalid-date]"))
    #expect(!impossible.contains("incomplete-proposition"))
  }

  @Test("come in the order of their dates, which have passed")
  func order() {
    let reading = Self.reading(
      "proposition-history: [{until: 2025-03, text: Late.}, {until: 2025-03-31, text: Early.}]")
    #expect(
      reading.printed.contains(
        "2:62: error: this proposition ends (2025-03-31) no later than the one above it (2025-03) [invalid-value]"
      ))
    #expect(
      printed("proposition-history: [{until: 2024, text: A}, {until: 2026-06, text: B}]").contains(
        "2:55: warning: “until” is 2026-06, which is after today (2026-01-01) [future-date]"))
  }

  @Test("have no other keys, and are a list")
  func forms() {
    #expect(
      printed("proposition-history: [{until: 2025, text: A, note: B}]").contains(
        "warning: unknown key “note” [unknown-key]"))
    #expect(
      printed("proposition-history: [A]").contains(
        "each entry of “proposition-history” should have “until” and “text” [wrong-type]"))
    #expect(
      printed("proposition-history: A").contains(
        "“proposition-history” should be a list of earlier propositions"))
    #expect(Reading("---\nproposition-history: []\n---\n").printed.contains("[unknown-key]"))
  }
}
