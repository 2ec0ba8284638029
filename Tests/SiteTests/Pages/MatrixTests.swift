import Content
import Testing

@testable import Site

@Suite("A comparison") struct WideComparisonTests {
  @Test("is wide with more than six columns, so that its rows are printed as blocks", arguments: [5, 6])
  func wide(parties: Int) {
    let names = (1...parties).map { "Party \($0)" }.joined(separator: " | ")
    let cells = (1...parties).map { _ in "Yes" }.joined(separator: " | ")
    let rule = String(repeating: "---|", count: parties + 1)
    let page = WrittenSite(["reports/a.md": "# A\n\n| Issue | \(names) |\n|\(rule)\n| Tolls | \(cells) |\n"])
      .page("reports/a/index.html")
    #expect(page.contains(parties > 5 ? "<table class=\"comparison wide\">" : "<table class=\"comparison\">"))
  }
}

@Suite("A cell of the matrix") struct MatrixTests {
  private static func site(today: PartialDate?, parties: Int = 2) -> WrittenSite {
    let names = (1...parties).map { "Party \($0)" }
    let head =
      "| Issue | " + names.joined(separator: " | ") + " |\n|---|" + names.map { _ in "---|" }.joined()
    let row = "| Tolls | " + names.map { _ in "[+] Yes" }.joined(separator: " | ") + " |"
    return WrittenSite(
      [
        // Two tables of one report give the same positions.
        "reports/a.md": "---\ndate: 2024-05-03\n---\n\n\(head)\n\(row)\n\nAgain:\n\n\(head)\n\(row)\n",
        "reports/b.md":
          "---\ndate: 2025-03-02\n---\n\n| Issue | Party 1 | Party 2 |\n|---|---|---|\n| Tolls | [-] No | |\n",
      ], today: today)
  }

  @Test("shows the stance, month, age and number of reports, regardless of the number of positions")
  func cell() {
    let page = Self.site(today: PartialDate(year: 2025, month: 12, day: 10)).page("matrix/index.html")
    #expect(
      page.contains(
        "Opposes <time datetime=\"2025-03\">March 2025</time> <i>9 months</i> <small>×2</small></a>"))
    #expect(page.contains("Supports <time datetime=\"2024-05\">May 2024</time> <i>19 months</i></a>"))
  }

  @Test("has no age without a date to compare with, or for a date in the future") func noAge() {
    let first = Self.site(today: nil).page("matrix/index.html")
    #expect(first.contains("<time datetime=\"2025-03\">March 2025</time> <small>×2</small></a>"))
    let second = Self.site(today: PartialDate(year: 2025, month: 3, day: 2)).page("matrix/index.html")
    #expect(second.contains("<time datetime=\"2025-03\">March 2025</time> <small>×2</small></a>"))
  }

  @Test("shows the short month if there are many parties") func dense() {
    let page = Self.site(today: PartialDate(year: 2025, month: 12, day: 10), parties: 9)
      .page("matrix/index.html")
    #expect(page.contains("<table class=\"matrix dense\">"))
    #expect(page.contains("Opposes <time>2025-03</time> <i>9 months</i> <small>×2</small></a>"))
  }
}
