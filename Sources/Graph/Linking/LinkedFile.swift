import Content
import Diagnostics

/// What one file contributes to the graph; places in lists count within the file.
struct LinkedFile: Sendable {
  var diagnostics: [Diagnostic] = []
  /// Ascending by node, without those of `pending`.
  var targets: [DocumentLinks.Entry] = []
  var names: [DocumentLinks.Name] = []
  var anchors: [DocumentLinks.Anchor] = []
  /// Links whose target only the whole graph knows, ascending by node.
  var pending: [PendingLink] = []
  /// Links to what only the plan of the site knows.
  var openLinks: [OpenLink] = []
  /// Ascending by node.
  var views: [LiveView] = []
  /// Names in the front matter and the live views, in the order in which they are read.
  var references: [NameReference] = []

  // Of reports alone.
  var comparisons: [Comparison] = []
  /// Anchors of plain tables that have one from their author.
  var tables: [DocumentLinks.Anchor] = []
  var positions: [Position] = []
  var options: [Option] = []
  var mentions: [Mention] = []
  var tensions: [PendingTension] = []
}

/// A link into a page whose anchors, or to a position whose report, is known only when all files are linked.
struct PendingLink: Sendable {
  /// What is looked for.
  enum Request: Sendable, Hashable {
    /// An anchor on a page, as written, percent-decoded.
    case anchor(Destination, String)
    /// The position in this report, else the latest on or before its date.
    case position(issue: Int, party: Int)
  }

  let node: Int32
  let request: Request
  /// The range of the link in its file.
  let range: Range<Int>
  /// The link is reported elsewhere; its diagnostics are not repeated.
  let isSilent: Bool
  /// An embed, which has to lead to a position.
  var isEmbed = false
}

/// A tension whose positions are not looked up yet.
struct PendingTension: Sendable {
  /// One of its wikilinks.
  struct Side: Sendable {
    let request: PendingLink.Request
    let range: Range<Int>
  }

  let node: Int
  let first: Side
  let second: Side?
}
