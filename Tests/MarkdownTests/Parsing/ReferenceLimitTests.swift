import Diagnostics
import TestSupport
import Testing

@testable import Markdown

@Suite("Limits of links and footnotes")
struct ReferenceLimitTests {
  /// The document of a text that may have few links and references, and the ids and marked texts of the diagnostics.
  private func limited(_ text: String, links: Int = 1_000, footnotes: Int = 1_000) -> (Document, [String]) {
    var limits = Limits()
    limits[.links] = links
    limits[.footnotes] = footnotes
    let (document, diagnostics) = parsed(text, limits: limits)
    let found = diagnostics.map { diagnostic in
      let range = diagnostic.place?.range ?? 0..<0
      let marked = ByteRange(range.lowerBound, range.upperBound).text(of: text)
      return "‹\(marked)› [\(diagnostic.id.rawValue)]"
    }
    return (document, found)
  }

  @Test("links beyond the limit become their labels, and the first of them is reported")
  func links() {
    let text = "[a](x) [b](y) [c *d*](z \"t\") [[E|f]] <https://g.example> ![h](i.png)\n"
    let (document, found) = limited(text, links: 2)
    let links = #"<a href="x">a</a> <a href="y">b</a>"#
    let image = #"<img src="i.png" alt="h" />"#
    #expect(html(of: document) == "<p>\(links) c <em>d</em> f https://g.example \(image)</p>\n")
    #expect(found == ["‹[c *d*](z \"t\")› [too-many-links]"])
    #expect(limited(text, links: 5).1.isEmpty)
  }

  @Test("references beyond the limit are shown as written, and the first of them is reported")
  func footnotes() {
    let text = "a[^1] b[^2] c[^1] d[^2]\n\n[^1]: One.\n[^2]: Two.\n"
    let (document, found) = limited(text, footnotes: 2)
    #expect(found == ["‹[^1]› [too-many-footnotes]"])
    #expect(document.nodes(.footnoteReference).count == 2)
    #expect(document.nodes(.footnoteDefinition).count == 2)
    #expect(html(of: document).contains(" c[^1] d[^2]</p>"))
    #expect(limited(text, footnotes: 4).1.isEmpty)
  }

  @Test("what a limit leaves of a generated document is a tree with that many links", arguments: 0..<60)
  func trees(seed: UInt64) throws {
    var generator = LinkDocumentGenerator(random: SeededGenerator(seed: seed))
    let text = generator.document()
    let (whole, _) = limited(text)
    let count = whole.nodes(.link).count + whole.nodes(.wikilink).count
    for limit in 1...max(1, count) {
      let (document, found) = limited(text, links: limit)
      #expect(document.nodes(.link).count + document.nodes(.wikilink).count == min(count, limit))
      #expect(found.contains { $0.hasSuffix("[too-many-links]") } == (count > limit))
      for (index, node) in document.nodes.enumerated() {
        var child = index + 1
        while child < Int(node.end) {
          try #require(Int(document.nodes[child].end) > child)
          child = Int(document.nodes[child].end)
        }
        #expect(child == Int(node.end))
      }
    }
  }
}
