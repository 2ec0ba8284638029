import Diagnostics
import TestSupport

@testable import Markdown

extension FuzzTarget {
  /// The bytes choose a document with tables. It gives the HTML of cmark-gfm, unless that follows an older CommonMark even
  /// without tables. Without the programs `cmark` and `cmark-gfm`, nothing is compared.
  static let gitHubTables = FuzzTarget.suspending("github-tables") { bytes in
    var documents = TableDocuments(
      seed: bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
    let document = documents.document()
    guard let fault = await difference(of: document) else { return nil }
    let plainer = withoutQuirks(document)
    if plainer != document, await difference(of: plainer) == nil { return nil }
    return fault
  }

  /// Replaces what cmark-gfm reads in its own way: any tag ends the paragraph of a list item even on a line without the indentation
  /// of the item, and a link definition directly above a table, or above the lines before it, is text.
  private static func withoutQuirks(_ document: String) -> String {
    document.replacing(/(?m)^<(x|a href='x')>$/, with: "x")
      .replacing(/(?m)^(?<prefix>[> \t]*)\[x\]:/) { "\($0.prefix)x:" }
  }

  /// How the HTML of a document differs from that of cmark-gfm; nil: not, or also without tables.
  private static func difference(of document: String) async -> String? {
    guard let withTables else { return nil }
    guard let expected = try? await withTables.output(for: document) else { return "cmark-gfm has ended" }
    let (parsed, _) = MarkdownParser(profile: .plain).parse(SourceText(path: "a.md", text: document))
    var renderer = HTMLRenderer(parsed, trustsHTML: true, trustsLinks: true)
    renderer.render(0)
    let found = renderer.output.text
    guard TableDocuments.agreedHTML(found) != TableDocuments.agreedHTML(expected) else { return nil }
    guard let old = try? await withoutTables?.output(for: document),
      let new = try? await newer?.output(for: document), old == new
    else { return nil }
    return "\n\(document)\n--- expected\n\(expected)\n--- found\n\(found)"
  }

  private static let withTables = CommandSession("cmark-gfm --unsafe -e table")
  private static let withoutTables = CommandSession("cmark-gfm --unsafe")
  private static let newer = CommandSession("cmark --unsafe")
}
