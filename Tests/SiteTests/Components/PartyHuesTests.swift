import Content
import Graph
import TestSupport
import Testing

@testable import Site

@Suite("Hues of parties") struct PartyHuesTests {
  private static func header(_ parties: [String]) -> String {
    "| Issue | \(parties.joined(separator: " | ")) |\n|\(String(repeating: "---|", count: parties.count + 1))\n"
      + "| Fish |\(parties.map { _ in " [+] Yes |" }.joined())\n"
  }

  @Test("as many parties as there are hues all have different ones")
  func different() {
    let names = (1...16).map { "Party \(String(UnicodeScalar(UInt8(64 + $0))))" }
    let site = WrittenSite(["reports/a.md": "# A\n\n" + Self.header(names)])
    let hues = PartyHues(site.graph)
    let numbers = site.graph.parties.map { hues[$0.id] }
    #expect(numbers == Array(1...16) && hues.own == PartyHues.furtherHues)
    #expect(site.page("index.html").contains("assets/parties.css"))
    let few = WrittenSite(["reports/a.md": "# A\n\n" + Self.header(Array(names.prefix(8)))])
    #expect(PartyHues(few.graph).own.isEmpty && !few.page("index.html").contains("assets/parties.css"))
  }

  @Test(
    "of more parties than hues, those beside each other in a table, on the home page or in a column of the scale differ"
  )
  func neighbours() {
    var random = SeededGenerator(seed: 15)
    let names = (10...39).map { "Party \($0)" }
    for _ in 0..<20 {
      // Each report compares a few parties, so that any two can stand beside each other.
      let reports = (0..<6).map { number in
        let shown = names.shuffled(using: &random).prefix(5)
        let cells = shown.map { _ in " [\(["+", "-", "++"].randomElement(using: &random) ?? "+")] Yes |" }
          .joined()
        return (
          "reports/\(number).md",
          "# R\n\n| Issue | \(shown.joined(separator: " | ")) |\n|\(String(repeating: "---|", count: 6))\n"
            + (0..<2).map { "| Issue \(number)\($0) |\(cells)\n" }.joined()
        )
      }
      let site = WrittenSite(
        Dictionary(uniqueKeysWithValues: reports + names.map { ("parties/\($0).md", "# \($0)\n") }))
      let hues = PartyHues(site.graph)
      let pages = site.pages.filter {
        $0 == "index.html" || $0.hasPrefix("reports/") || $0.hasPrefix("issues/issue")
      }
      for path in pages + ["parties/index.html"] {
        for line in Self.lines(of: site.page(path)) {
          #expect(zip(line, line.dropFirst()).allSatisfy { $0 != $1 }, "\(path): \(line)")
        }
      }
      #expect(Set(site.graph.parties.map { hues[$0.id] }).count == 16)
    }
  }

  /// The classes of parties that stand beside each other on a page: in the head of a table, in a list, in a column of the scale.
  private static func lines(of page: String) -> [[String]] {
    let blocks = page.matches(
      of: /(?s)<thead>.*?<\/thead>|<ul.*?<\/ul>|<dt>.*?<\/div>|<table class="standings.*?<\/table>/)
    return blocks.map { block in
      block.output.matches(of: /<(?:th|li|dd)[^>]* class="(p[0-9]+)"/).map { String($0.output.1) }
    }
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
    #expect(byName["East"] == 1)
    #expect(sheet == ".p9{--hue:#8c8c00;--hue:light-dark(#8c8c00,#ffff00)}\n")
    let pages = site.plan.pages
    #expect(pages.contains { $0.path == "assets/parties.css" })
  }
}
