import Editions
import Testing

/// Several newer positions of one party on one issue, seen at once.
@Suite("Several newer positions at once") struct SeveralNewerPositionsTests {
  private typealias States = RecordedStates

  private static let winter = States.report("winter", "2025-01-10", rows: "Fish | well | —")

  private static func report(_ name: String, _ day: String, _ cell: String) -> (String, String) {
    States.report(name, day, rows: "Fish | \(cell) | —")
  }

  @Test("a first rating and the moves after it are told apart, and a move from no stance is none")
  func rated() {
    let may = Self.report("may", "2025-05-02", "[++] of course")
    let june = Self.report("june", "2025-06-02", "[--] never")
    let july = Self.report("july", "2025-07-02", "[-] rather not")
    #expect(
      States.lines([Self.winter], [Self.winter, may, june]) == [
        "North Fish reversed: [++] of course → [--] never",
        "North Fish rating changed: well → [++] of course",
      ])
    #expect(
      States.lines([Self.winter], [Self.winter, may, june, july]) == [
        "North Fish reversed: [++] of course → [-] rather not",
        "North Fish rating changed: well → [++] of course",
      ])
  }

  @Test("a way that ends where it began returned") func returned() {
    let april = Self.report("april", "2025-04-02", "[+] yes")
    let may = Self.report("may", "2025-05-02", "[-] no")
    let june = Self.report("june", "2025-06-02", "[+] yes after all")
    #expect(
      States.lines([Self.winter, april], [Self.winter, april, may, june]) == [
        "North Fish returned: [+] yes → [+] yes after all"
      ])
  }

  @Test("a newer rating is compared with the last one before it, also if that is added to the past now")
  func past() {
    let autumn = Self.report("autumn", "2024-10-02", "[--] never")
    let may = Self.report("may", "2025-05-02", "[++] of course")
    #expect(
      States.lines([Self.winter], [Self.winter, autumn, may]) == [
        "North Fish added to the past:  → [--] never",
        "North Fish reversed: [--] never → [++] of course",
      ])
  }
}
