import Content
import Editions
import Testing

/// What a report’s other dates do to standings: only what they change is told of them.
@Suite("Reports with other dates") struct RedatedReportTests {
  private typealias States = RecordedStates

  @Test(
    "a cell that is removed while a report gets another date is withdrawn, and no date is named as the cause")
  func withdrawnCell() {
    let old = [
      States.report("plan", "2025", rows: "Fish | [+] yes {as-of=2025-05-15} | [+] a"),
      States.report("march", "2025-03", rows: "Fish | [~] perhaps | —"),
    ]
    let new = [
      States.report("plan", "2025", rows: "Fish | | [+] a"),
      States.report("march", "2025-04", rows: "Fish | [~] perhaps | —"),
    ]
    #expect(States.lines(old, new) == ["North Fish withdrawn: [+] yes → "])
  }

  @Test("an edit of punctuation does not hide that a date made another position current") func minorEdit() {
    let old = [
      States.report("first", "2025-03-05", rows: "Fish | [-] no | —"),
      States.report("second", "2025-03-28", rows: "Fish | [+] yes | —"),
    ]
    let new = [
      States.report("first", "2025-03-28", rows: "Fish | [-] No. | —"),
      States.report("second", "2025-03-28", rows: "Fish | [+] yes | —"),
    ]
    let difference = States.difference(old, new)
    #expect(difference.changes.count == 2)
    #expect(States.lines(difference) == ["North Fish corrected: [+] yes → [-] No. & [+] yes"])
    #expect(difference.told.map(\.cause) == [.reportDate])
  }

  @Test("a cell whose date is edited does not hide that a report’s date made another position current")
  func editedDate() {
    let old = [
      States.report("first", "2025-03", rows: "Fish | [-] no | —"),
      States.report("second", "2025", rows: "Fish | [~] perhaps | —"),
    ]
    let new = [
      States.report("first", "2025-04", rows: "Fish | [-] no | —"),
      States.report("second", "2025", directive: "as-of=2025-03-05", rows: "Fish | [~] perhaps | —"),
    ]
    let difference = States.difference(old, new)
    #expect(difference.told.map(\.cause).sorted { $0.rawValue < $1.rawValue } == [.cell, .reportDate])
  }

  @Test("another day of “updated:”, which limits the date of a cell, can change a standing") func updated() {
    func table(_ updated: String) -> (String, String) {
      States.report(
        "table", "2025-03-05", matter: "updated: \(updated)\n", rows: "Fish | [+] yes {as-of=2025-04} | —")
    }
    let other = States.report("other", "2025-04-15", rows: "Fish | [-] no | —")
    let difference = States.difference([table("2025-04-10"), other], [table("2025-04-25"), other])
    #expect(States.lines(difference) == ["North Fish corrected: [-] no → [-] no & [+] yes"])
    #expect(difference.told.map(\.cause) == [.reportDate])
    #expect(States.lines([table("2025-04-10")], [table("2025-04-25")]) == [])
  }
}
