import Content
import Graph
import Testing

@testable import Site

@Suite("Hues of parties") struct PartyHuesTests {
  private static func header(_ parties: [String]) -> String {
    "| Issue | \(parties.joined(separator: " | ")) |\n|\(String(repeating: "---|", count: parties.count + 1))\n"
      + "| Fish |\(parties.map { _ in " [+] Yes |" }.joined())\n"
  }

  @Test(
    "parties beside each other in a table have different hues, where the order of the parties repeats them")
  func neighbours() {
    let names = (1...10).map { "Party \(String(UnicodeScalar(UInt8(64 + $0))))" }
    let site = WrittenSite([
      "reports/a.md": "# A\n\n" + Self.header(names),
      "reports/b.md": "# B\n\n" + Self.header(["Party A", "Party I", "Party B", "Party J"]),
    ])
    let hues = PartyHues(site.graph)
    let byName = Dictionary(uniqueKeysWithValues: site.graph.parties.map { ($0.name, hues[$0.id]) })
    #expect(byName.count == 10)
    for comparison in site.graph.comparisons {
      let columns = comparison.columns.compactMap { if case .party(let id) = $0 { hues[id] } else { nil } }
      #expect(zip(columns, columns.dropFirst()).allSatisfy { $0 != $1 }, "\(columns)")
    }
    #expect(byName["Party A"] == 1 && byName["Party H"] == 8)
  }

  @Test("a party has the hue or the colour that its file gives, readable on light and dark pages")
  func colours() {
    let site = WrittenSite([
      "reports/a.md": "# A\n\n" + Self.header(["North", "South", "East"]),
      "parties/north.md": "---\ntitle: North\ncolour: maroon\n---\n",
      "parties/south.md": "---\ntitle: South\ncolour: \"#ff0\"\n---\n",
    ])
    let hues = PartyHues(site.graph)
    let byName = Dictionary(uniqueKeysWithValues: site.graph.parties.map { ($0.name, hues[$0.id]) })
    #expect(byName["North"] == 8 && byName["South"] == 9)
    let sheet = String(decoding: PartyStyleSheet(hues: hues).bytes, as: UTF8.self)
    // Yellow is too light for a light page, and stays as it is on a dark one.
    #expect(sheet == ".p9{--hue:#8c8c00;--hue:light-dark(#8c8c00,#ffff00)}\n")
    let pages = site.plan.pages
    #expect(pages.contains { $0.path == "assets/parties.css" })
  }
}
