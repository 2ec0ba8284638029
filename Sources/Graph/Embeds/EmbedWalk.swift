import Markdown

/// The embeds of notes that are open while a page is written, so that notes that embed each other end.
package struct EmbedWalk: Sendable {
  /// Why a note is shown as a link instead.
  package enum Refusal: Sendable, Hashable {
    /// The note contains one of the open embeds.
    case cycle
    /// Too many embeds are inside one another.
    case depth
    /// The page embeds too many notes.
    case count
  }

  /// How many embeds may be inside one another.
  package static let deepest = 4
  /// How many notes a page may embed, with those inside other notes.
  package static let most = 200

  private var open: [(document: Document, node: Int)] = []
  /// How many notes the page has embedded.
  private var count = 0

  package init() {}

  /// Opens the embed at a node; otherwise the reason why it must be a link.
  package mutating func enter(_ node: Int, of document: Document, toward text: EmbeddedText) -> Refusal? {
    if text.contains(node, of: document) { return .cycle }
    if open.contains(where: { text.contains($0.node, of: $0.document) }) { return .cycle }
    if open.count >= Self.deepest { return .depth }
    if count >= Self.most { return .count }
    open.append((document, node))
    count += 1
    return nil
  }

  /// Closes the embed that was opened last.
  package mutating func leave() { open.removeLast() }
}
