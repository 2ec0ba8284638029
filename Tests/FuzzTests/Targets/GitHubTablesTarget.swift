import Diagnostics
import FileSystem
import TestSupport

@testable import Markdown

extension FuzzTarget {
  /// The bytes choose a document with tables. It gives the HTML of cmark-gfm, unless that follows an older CommonMark even
  /// without tables. Without the programs `cmark` and `cmark-gfm`, nothing is compared.
  static let gitHubTables = FuzzTarget.suspending("github-tables") { bytes in
    var documents = TableDocuments(
      seed: bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
    let document = documents.document()
    guard let expected = await html(document, "cmark-gfm", "-e", "table") else { return nil }
    let (parsed, _) = MarkdownParser(profile: .plain).parse(SourceText(path: "a.md", text: document))
    var renderer = HTMLRenderer(parsed, trustsHTML: true, trustsLinks: true)
    renderer.render(0)
    let found = renderer.output.text
    guard TableDocuments.agreedHTML(found) != TableDocuments.agreedHTML(expected) else { return nil }
    guard let old = await html(document, "cmark-gfm"), let new = await html(document, "cmark"), old == new
    else { return nil }
    return "\n\(document)\n--- expected\n\(expected)\n--- found\n\(found)"
  }

  /// What a program makes of a document; nil if it is not installed or fails.
  private static func html(_ document: String, _ program: String, _ options: String...) async -> String? {
    let program = ExternalProgram(name: program, package: program, purpose: "renders Markdown")
    let output = try? await program.run(
      ["--unsafe"] + options, in: DiskPath("/"), input: Array(document.utf8))
    return output.map { String(decoding: $0, as: UTF8.self) }
  }
}
