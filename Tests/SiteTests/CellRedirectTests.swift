import Content
import Testing

@testable import Site

/// Old addresses of single cells in `redirects:`.
@Suite("Old addresses of cells") struct CellRedirectTests {
  private static func report(_ name: String, _ redirects: String...) -> (String, String) {
    (
      "reports/\(name).md",
      """
      ---
      title: \(name)
      date: 2025-03-02
      redirects: [\(redirects.map { "{\($0)}" }.joined(separator: ", "))]
      ---

      | Issue | North | South |
      |---|---|---|
      | Fish | [+] yes | [-] no |
      """
    )
  }

  private static func messages(_ reports: (String, String)...) -> [String] {
    WrittenSite(Dictionary(uniqueKeysWithValues: reports)).messages.filter {
      $0.contains("[duplicate-address]")
    }
  }

  @Test("an address that a cell has cannot lead to another one") func inUse() {
    #expect(
      Self.messages(
        Self.report("a"),
        Self.report("b", "'/reports/a/#fish--north': fish--north", "'/reports/a/#old': fish--south"))
        == [
          "Content/reports/b.md:1:1: error: “/reports/a/#fish--north” is the address of a cell in Content/reports/a.md, so it cannot redirect [duplicate-address]; remove this entry, or the cell"
        ])
  }

  @Test("one address cannot lead to two cells; the same entry twice does no harm") func twice() {
    let first = Self.report("a", "'/old/#x': fish--north", "'/old/#x': fish--north")
    #expect(Self.messages(first).isEmpty)
    #expect(
      Self.messages(first, Self.report("b", "'/old/#x': fish--north")) == [
        "Content/reports/b.md:1:1: error: “/old/#x” already redirects to “/reports/a/#fish--north”, as set in Content/reports/a.md [duplicate-address]; remove one of the two entries"
      ])
  }
}
