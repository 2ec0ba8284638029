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
