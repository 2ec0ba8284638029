import CMark
import Diagnostics

@testable import Markdown

extension FuzzTarget {
  /// CommonMark without any extension gives the HTML of libcmark's own renderer.
  static let commonMark = FuzzTarget("commonmark") { bytes in
    var profile = MarkdownProfile.plain
    profile.gitHubExtensions = false
    let (document, diagnostics) = MarkdownParser(profile: profile).parse(
      SourceText(path: "a.md", bytes: bytes))
    // Beyond a limit, the text is shown in another way, and a diagnostic says so.
    guard diagnostics.isEmpty, !bytes.contains(0) else { return nil }
    var renderer = HTMLRenderer(document, trustsHTML: true, trustsLinks: true)
    renderer.render(0)
    let expected = html(ofLibcmark: bytes)
    return renderer.output.bytes == expected
      ? nil
      : "expected “\(String(decoding: expected, as: UTF8.self))”, found “\(renderer.output.text)”"
  }

  private static func html(ofLibcmark bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { text in
        guard let html = cmark_markdown_to_html(text.baseAddress, text.count, CMARK_OPT_UNSAFE) else {
          return []
        }
        defer { cmark_get_default_mem_allocator().pointee.free(html) }
        return Array(String(cString: html).utf8)
      }
    }
  }
}
