import Diagnostics
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
    /// The notes that the page embeds are too large together.
    case bytes
  }

  private let limits: Limits
  private var open: [(document: Document, node: Int)] = []
  /// How many embeds the page has tried to open.
  private var count = 0
  /// The size of the texts that the page has embedded.
  private var bytes = 0

  package init(_ limits: Limits) { self.limits = limits }

  /// Counts an embed before its text is looked for; otherwise the reason why it must be a link.
  package mutating func begin() -> Refusal? {
    if count >= limits[.embeds] { return .count }
    count += 1
    return nil
  }

  /// Opens the embed at a node, which was counted; otherwise the reason why it must be a link.
  package mutating func enter(_ node: Int, of document: Document, toward text: EmbeddedText) -> Refusal? {
    if text.contains(node, of: document) { return .cycle }
    if open.contains(where: { text.contains($0.node, of: $0.document) }) { return .cycle }
    if open.count >= limits[.embedDepth] { return .depth }
    if bytes + text.size > limits[.embedBytes] { return .bytes }
    open.append((document, node))
    bytes += text.size
    return nil
  }

  /// Closes the embed that was opened last.
  package mutating func leave() { open.removeLast() }
}
