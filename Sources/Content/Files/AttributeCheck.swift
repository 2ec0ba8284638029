import Diagnostics
import Markdown
import Text

/// Finds attributes that are shown as text, because they are not where they are read: those of cells such as
/// `{as-of=2025-02}`, which end a cell of a comparison, and those of headings and captions such as `{#id}`, which end them.
enum AttributeCheck {
  /// `misplaced-attribute` for each of them, in order.
  static func diagnostics(in document: Document, source: SourceText) -> [Diagnostic] {
    guard source.bytes.contains(UInt8(ascii: "{"), in: source.bytes.indices) else { return [] }
    var diagnostics: [Diagnostic] = []
    /// Where the block ends that the texts are in, and what attributes it may have.
    var block: (end: Int, owner: Owner) = (0, .none)
    for (index, node) in document.nodes.enumerated() {
      if index >= block.end { block = (document.nodes.count, .none) }
      switch node.kind {
      case .tableCell: block = (Int(node.end), .cell)
      case .tableCaption: block = (Int(node.end), .caption)
      case .heading: block = (Int(node.end), .heading)
      case .text where node.text.count > 4:
        diagnostics += found(in: node, of: document, block.owner, source)
      default: break
      }
    }
    return diagnostics
  }

  private enum Owner { case none, cell, caption, heading }

  private static func found(
    in node: Node, of document: Document, _ owner: Owner, _ source: SourceText
  ) -> [Diagnostic] {
    let text = document.text[node.text.range]
    guard text.contains(UInt8(ascii: "{")) else { return [] }
    let range = node.source.range
    // Text of a sheet has no place in this file; `SheetPlaces` knows it.
    let written = range.upperBound <= source.bytes.count ? source.bytes[range] : text
    return attributes(in: written, owner).map { place in
      let isOfFile = range.upperBound <= source.bytes.count
      return diagnostic(
        String(decoding: written[place], as: UTF8.self), owner,
        at: Place(path: source.path, range: isOfFile ? place : range))
    }
  }

  /// The attributes in a text as it is written, but for those after a backslash.
  private static func attributes(in text: ArraySlice<UInt8>, _ owner: Owner) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var open: Int?
    var isEscaped = false
    for index in text.indices {
      let byte = text[index]
      if byte == UInt8(ascii: "{") { open = isEscaped ? nil : index }
      if byte == UInt8(ascii: "}"), let start = open {
        if isAttribute(text[start + 1..<index], owner) { found.append(start..<index + 1) }
        open = nil
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return found
  }

  /// Whether braces hold what would be an attribute elsewhere; others are ordinary text.
  private static func isAttribute(_ inside: ArraySlice<UInt8>, _ owner: Owner) -> Bool {
    guard inside.count < 200 else { return false }
    let words = String(decoding: inside, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard let first = words.first else { return false }
    for key in ["as-of", "evidence"] where first.lowercased().hasPrefix(key) {
      let rest = first.dropFirst(key.count).first ?? words.dropFirst().first?.first
      if rest == "=" || rest == ":" { return true }
    }
    guard owner == .caption || owner == .heading else { return false }
    return words.allSatisfy { $0.count > 1 && ($0.first == "#" || $0.first == ".") }
  }

  private static func diagnostic(_ text: String, _ owner: Owner, at place: Place) -> Diagnostic {
    let (reason, fix) =
      switch owner {
      case .cell:
        (
          "because it is not at the end of the cell, or not written as {key=value}",
          "move it to the end of a position’s cell, after notes and full stops, with all attributes in one pair of braces"
        )
      case .caption: ("because it is not at the end of the caption", "move it to the end of the caption")
      case .heading: ("because it is not at the end of the heading", "move it to the end of the heading")
      case .none:
        (
          "because only cells of comparisons have this attribute",
          "move it to the end of a cell, or write a backslash before it if readers should see it"
        )
      }
    return Diagnostic(
      .misplacedAttribute, at: place, "“\(text)” is shown as text, \(reason)", suggestion: Suggestion(fix))
  }
}
