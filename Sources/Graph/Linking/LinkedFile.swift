import Content
import Diagnostics

/// What one file contributes to the graph; indices are relative to the file's own lists.
struct LinkedFile: Sendable {
  var diagnostics: [Diagnostic] = []
  /// Ascending by node, without those of `pending`.
  var targets: [DocumentLinks.Entry] = []
  var names: [DocumentLinks.Name] = []
  var anchors: [DocumentLinks.Anchor] = []
  /// Links whose target depends on the whole graph, ascending by node.
  var pending: [PendingLink] = []
  /// Embeds that are alone in their paragraphs and may lead to a note, ascending by node within each of two kinds: those
  /// whose target is known, and those of `pending`.
  var embeds: [Int32] = []
  /// Links that only the plan of the site can check.
  var openLinks: [OpenLink] = []
  /// Ascending by node.
  var views: [LiveView] = []
  /// Names in the front matter and the live views, in the order in which they are read.
  var references: [NameReference] = []

  // For reports only.
  var comparisons: [Comparison] = []
  /// Anchors of plain tables for which the author set one.
  var tables: [DocumentLinks.Anchor] = []
  var positions: [Position] = []
  var silentCells: [SilentCell] = []
  /// The names under which positions and silent cells were published, by their index; without those that they have now.
  var formerNames = FormerNames()
  var options: [Option] = []
  var mentions: [Mention] = []
  var tensions: [PendingTension] = []
  /// In the author's order.
  var corrections: [Correction] = []
}

/// The names under which cells of one or all reports were published, besides those that they have now.
struct FormerNames: Sendable, Hashable {
  /// By the index of the position.
  var ofPositions: [Int: [PublishedNames]] = [:]
  /// By the index of the silent cell.
  var ofSilentCells: [Int: [PublishedNames]] = [:]
  /// Of cells whose place newer ones took, by report.
  var ofReplaced: [ID<ReportEntry>: [PublishedNames]] = [:]

  var isEmpty: Bool { ofPositions.isEmpty && ofSilentCells.isEmpty && ofReplaced.isEmpty }

  /// Adds those of one report, whose positions and silent cells are moved by these numbers.
  mutating func add(_ other: FormerNames, positions: Int, silentCells: Int) {
    for (index, names) in other.ofPositions { ofPositions[index + positions] = names }
    for (index, names) in other.ofSilentCells { ofSilentCells[index + silentCells] = names }
    ofReplaced.merge(other.ofReplaced) { $0 + $1 }
  }
}

/// A link to an anchor of a page, or to a position of any report, which can be resolved only when all files
/// are linked.
struct PendingLink: Sendable {
  /// What the link asks for.
  enum Request: Sendable, Hashable {
    /// An anchor on a page, as written, percent-decoded.
    case anchor(Destination, String)
    /// The positions in this report, else the standing at its date.
    case position(issue: Int, party: Int)
  }

  let node: Int32
  let request: Request
  /// The range of the link in its file.
  let range: Range<Int>
  /// Whether the link is also read elsewhere, so that its diagnostics are not repeated.
  let isSilent: Bool
  /// Whether it is an embed within a line, which has to lead to a position.
  var isEmbed = false
}

/// A tension whose positions are not resolved yet.
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
