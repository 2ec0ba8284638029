import Diagnostics
import Text

/// Reports the parts of a document that are not rendered as written, because its author is not trusted with
/// them.
package enum SafetyCheck {
  /// Diagnostics in the order of the text: `raw-html` for HTML that is not allowed, `unsafe-link` for links with other
  /// schemes. Comments are dropped without a diagnostic.
  ///
  /// - Parameters:
  ///   - path: the path of the document's file, as diagnostics print it.
  ///   - limits: how many diagnostics are listed.
  package static func diagnostics(
    of document: Document, path: String, trustsHTML: Bool, trustsLinks: Bool, limits: Limits = Limits()
  ) -> [Diagnostic] {
    var tally = DiagnosticTally(causes: limits)
    // One diagnostic for each cell is enough.
    var reportedCell = 0
    var cellEnd = 0
    for (index, node) in document.nodes.enumerated() {
      switch node.kind {
      case .tableCell: (cellEnd, reportedCell) = (Int(node.end), 0)
      case .htmlInline, .htmlBlock:
        if index < reportedCell { continue }
        if !trustsHTML, let diagnostic = rawHTML(document, node, path, inCell: index < cellEnd) {
          tally.add(diagnostic)
          if index < cellEnd { reportedCell = cellEnd }
        }
      case .link, .image:
        if !trustsLinks, let diagnostic = unsafeLink(document, node, path) {
          tally.add(diagnostic)
        }
      default: break
      }
    }
    return tally.diagnostics
  }

  private static func rawHTML(_ document: Document, _ node: Node, _ path: String, inCell: Bool) -> Diagnostic?
  {
    let html = document.text[node.text.range]
    guard AllowedHTML.tag(html) == nil, !AllowedHTML.isComment(html) else { return nil }
    guard let piece = firstDisallowed(html) else { return nil }
    return Diagnostic(
      .rawHTML, at: Place(path: path, range: node.source.range),
      "raw HTML “\(excerpt(piece))” is shown as text",
      suggestion: Suggestion(
        inCell
          ? "a cell can contain <br>, <p>, <b>, <i>, and <ul> or <ol> with <li>, without attributes and with closing tags"
          : "set “trust-html: true” in site.yml if you trust all authors to write HTML"))
  }

  /// The first piece of HTML that contains a tag and is neither an allowed tag nor a comment; nil if there is
  /// none.
  private static func firstDisallowed(_ html: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    for case .other(let range) in AllowedHTML.pieces(html) {
      if let start = html[range].firstIndex(of: ASCII.less) { return html[start..<range.upperBound] }
    }
    return nil
  }

  private static func unsafeLink(_ document: Document, _ node: Node, _ path: String) -> Diagnostic? {
    let address = document.text[node.text.range]
    guard !LinkSafety.isSafe(address) else { return nil }
    return Diagnostic(
      .unsafeLink, at: Place(path: path, range: node.source.range),
      "the address “\(excerpt(address))” is removed; only http, https, mailto, tel and relative addresses are allowed",
      suggestion: Suggestion(
        "set “trust-links: true” in site.yml if you trust all authors to use any address"))
  }

  /// The first line, at most 40 characters of it.
  private static func excerpt(_ bytes: ArraySlice<UInt8>) -> String {
    let line = String(
      decoding: bytes.prefix { $0 != ASCII.newline && $0 != ASCII.carriageReturn }, as: UTF8.self)
    return line.count > 40 ? String(line.prefix(40)) + "…" : line
  }
}

/// The rule for addresses on a page whose author is not trusted with every scheme.
enum LinkSafety {
  /// Whether the address is relative or has the scheme http, https, mailto or tel.
  ///
  /// Control characters and white space are ignored, as in browsers, so `java\nscript:` does not count as a
  /// relative address.
  static func isSafe(_ address: some Sequence<UInt8>) -> Bool {
    var scheme: [UInt8] = []
    for byte in address {
      if byte <= 0x20 || byte == 0x7F { continue }
      switch byte {
      case ASCII.colon: return safeSchemes.contains { scheme.elementsEqual($0.utf8) }
      case UInt8(ascii: "/"), UInt8(ascii: "?"), ASCII.hash: return true
      default: scheme.append(byte.lowered)
      }
    }
    return true
  }

  private static let safeSchemes: [StaticString] = ["http", "https", "mailto", "tel"]
}

extension StaticString {
  fileprivate var utf8: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
  }
}
