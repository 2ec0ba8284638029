import Diagnostics

/// Tells what of a document will not be passed on as written, because its author is not trusted with it.
package enum SafetyCheck {
  /// Warnings for raw HTML beyond the short list and errors for links of other schemes, in the order of the text.
  ///
  /// Comments are dropped without a word. `path` is that of the document's file.
  package static func diagnostics(
    of document: Document, path: String, trustsHTML: Bool, trustsLinks: Bool
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for node in document.nodes {
      switch node.kind {
      case .htmlInline, .htmlBlock:
        if !trustsHTML, let fault = rawHTML(document, node, path) { found.append(fault) }
      case .link, .image:
        if !trustsLinks, let fault = unsafeLink(document, node, path) { found.append(fault) }
      default: break
      }
    }
    return found
  }

  private static func rawHTML(_ document: Document, _ node: Node, _ path: String) -> Diagnostic? {
    let html = document.text[node.text.range]
    guard HarmlessHTML.tag(html) == nil, !HarmlessHTML.isComment(html) else { return nil }
    guard let piece = firstForeign(html) else { return nil }
    return Diagnostic(
      .rawHTML, at: Place(path: path, range: node.source.range),
      "raw HTML “\(excerpt(piece))” is shown as text",
      suggestion: Suggestion("set “trust-html: true” in site.yml if all authors may write HTML"))
  }

  /// The first stretch of HTML that is neither a tag of the short list, nor a comment, nor text without tags.
  private static func firstForeign(_ html: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    for case .other(let range) in HarmlessHTML.pieces(html) {
      if let start = html[range].firstIndex(of: ASCII.less) { return html[start..<range.upperBound] }
    }
    return nil
  }

  private static func unsafeLink(_ document: Document, _ node: Node, _ path: String) -> Diagnostic? {
    let address = document.text[node.text.range]
    guard !LinkSafety.isSafe(address) else { return nil }
    return Diagnostic(
      .unsafeLink, at: Place(path: path, range: node.source.range),
      "the address “\(excerpt(address))” is not passed on: only http, https, mailto, tel and relative ones are",
      suggestion: Suggestion("set “trust-links: true” in site.yml if all authors may write any address"))
  }

  /// The first line, and no more than forty characters of it.
  private static func excerpt(_ bytes: ArraySlice<UInt8>) -> String {
    let line = String(
      decoding: bytes.prefix { $0 != ASCII.newline && $0 != ASCII.carriageReturn }, as: UTF8.self)
    return line.count > 40 ? String(line.prefix(40)) + "…" : line
  }
}
