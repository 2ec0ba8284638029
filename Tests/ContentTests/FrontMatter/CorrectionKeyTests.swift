import Testing

@testable import Content

@Suite("Corrections in front matter")
struct CorrectionKeyTests {
  private func printed(_ yaml: String) -> String { Reading("---\n\(yaml)\n---\nText\n").printed }

  @Test("are read in the author's order, with the position in each form that an author may write")
  func read() {
    let reading = Reading(
      """
      ---
      corrections:
        - {date: 2025-04-02, note: The figure was wrong., position: "[[Sea fees#North Land]]"}
        - date: 2025-04-02
          note: >
            Two lines
            of text.
          position: [[Dam#U.S.]]
        - {note: Whole, date: 2025-05, position: Dam#South}
        - {note: Report, date: 2025}
      ---
      """)
    #expect(reading.printed == "")
    let all = reading.header.matter.corrections
    #expect(all.map(\.note) == ["The figure was wrong.", "Two lines of text.", "Whole", "Report"])
    #expect(all.map(\.position?.text) == ["Sea fees#North Land", "Dam#U.S.", "Dam#South", nil])
    #expect(
      all.map(\.anchor) == [
        "correction:2025-04-02", "correction:2025-04-02--2", "correction:2025-05", "correction:2025",
      ])
  }

  @Test("need a date and a note")
  func incomplete() {
    #expect(
      printed("corrections:\n  - note: Wrong.") == """
        Content/reports/a.md:3:5: error: this correction has no “date” [incomplete-correction]
           3 |   - note: Wrong.
             |     ^~~~~~~~~~~~
             = help: say when it was corrected, such as “date: 2025-04-02”

        """)
    #expect(
      printed("corrections:\n  - date: 2025-04-02").contains(
        "error: this correction has no “note” [incomplete-correction]"))
    #expect(printed("corrections: [{date: 2025, note: }]").contains("has no “note”"))
  }

  @Test("with an impossible date are reported once")
  func impossibleDate() {
    let printed = printed("corrections: [{date: 2025-02-30, note: Wrong.}]")
    #expect(printed.contains(":2:22: error: “2025-02-30” is not a valid date [invalid-date]"))
    #expect(!printed.contains("incomplete-correction"))
  }

  @Test("cannot be older than the report, unless their dates leave it open")
  func order() {
    #expect(
      printed("date: 2025-03-02\ncorrections: [{date: 2025-03-01, note: Wrong.}]").contains(
        ":3:22: error: the correction (2025-03-01) is dated before the report (2025-03-02) [invalid-value]"))
    #expect(
      Reading(
        "---\ncorrections: [{date: 2025-03-01, note: Wrong.}]\n---\nText\n", path: "reports/2025-03-02-a.md"
      ).printed.contains("is dated before the report (2025-03-02)"))
    #expect(printed("date: 2025-03-02\ncorrections: [{date: 2025-03, note: Wrong.}]") == "")
    #expect(printed("date: 2025\ncorrections: [{date: 2025-01-01, note: Wrong.}]") == "")
    #expect(printed("date: 2025-03\ncorrections: [{date: 2024, note: Wrong.}]").contains("is dated before"))
  }

  @Test("cannot be of a day that has not come") func future() {
    #expect(
      printed("corrections: [{date: 2999-01-01, note: Wrong.}]").contains(
        ":2:22: warning: the date of the correction is 2999-01-01, which is after today"))
  }

  @Test("have no other keys, and the forms that the guide shows")
  func forms() {
    #expect(
      printed("corrections: [{date: 2025, notes: A, note: A}]").contains(
        "warning: unknown key “notes” [unknown-key]"))
    #expect(
      printed("corrections: [Wrong]").contains(
        "each entry of “corrections” needs a “date” and a “note” [wrong-type]"))
    #expect(printed("corrections: Wrong").contains("“corrections” should be a list of corrections"))
    #expect(
      printed("corrections: [{date: 2025, note: A, position: [[A, B#C]]}]").contains(
        "error: “position” should be a position [wrong-type]"))
  }
}
