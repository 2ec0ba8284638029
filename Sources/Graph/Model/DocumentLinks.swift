import Content

/// The resolved links, wikilinks, names and headings of one document; immutable and passed by reference.
package final class DocumentLinks: Sendable {
  /// Targets of links, images and wikilinks within the site, ascending by node. A link node that is not in
  /// the list keeps its destination; a wikilink node that is not in the list is shown as text.
  package let targets: [Entry]
  /// Links to what a party holds on an issue, ascending by node. `targets` has those of them for which a report of the site has
  /// a position; editions may remember one for the others. See `RecordHistory.standing(linkedBy:in:)`.
  package let standings: [StandingLink]
  /// The report whose text it is; nil: that of another file.
  package let report: ID<ReportEntry>?
  /// Names in prose that are shown as links (the first mention in each section), ascending by node, then
  /// start.
  package let mentions: [Name]
  /// Anchors of headings, and of other blocks to which the author gave one (`^id`), ascending by node; unique on the page,
  /// and different from those of cells and footnotes.
  package let anchors: [Anchor]
  /// Anchors of plain tables for which the author set one, ascending by node.
  package let tables: [Anchor]
  /// The live views of the document's ` ```standpoint ` blocks, ascending by node.
  package let views: [LiveView]
  /// Names in the front matter and the live views, in the order in which they are read.
  package let references: [NameReference]
  /// The entries of `corrections:`, in the author's order.
  let corrections: [Correction]

  /// The prefix of the anchors of a file's headings on the page of an issue or a party, where positions use
  /// the anchors without a prefix.
  package static let textPrefix = "text:"

  /// The links of a document that is not part of a site: all are unresolved.
  package static let none = DocumentLinks(LinkedFile(), targets: [], of: nil)

  /// - Parameters:
  ///   - targets: the file's own targets, and those that depend on the whole graph.
  ///   - report: nil: the file is not a report.
  init(_ file: LinkedFile, targets: [Entry], of report: ID<ReportEntry>?) {
    self.targets = targets
    self.report = report
    standings = file.pending.compactMap(StandingLink.init)
    mentions = file.names
    anchors = file.anchors
    tables = file.tables
    views = file.views
    references = file.references
    corrections = file.corrections
  }

  /// The link to a standing at a node; nil: another link, or none.
  package func standing(at node: Int) -> StandingLink? {
    if standings.isEmpty { return nil }
    let place = standings.partition { Int($0.node) >= node }
    return place < standings.count && Int(standings[place].node) == node ? standings[place] : nil
  }

  /// Links to standings for which no report of the site has a position.
  package var unansweredStandings: [StandingLink] {
    standings.filter { target(at: Int($0.node)) == nil }
  }

  package struct Entry: Sendable, Hashable {
    package let node: Int32
    package let target: LinkTarget

    package init(node: Int32, target: LinkTarget) {
      self.node = node
      self.target = target
    }
  }

  package struct Name: Sendable, Hashable {
    /// The first text node that contains the name.
    package let node: Int32
    /// The start of the name in `Document.text`; a name across a soft break starts in `node` and ends in a
    /// later node.
    package let start: Int32
    /// The node that contains the end of the name; usually `node`.
    package let endNode: Int32
    /// The end of the name in `Document.text`, exclusive.
    package let end: Int32
    package let subject: MentionSubject

    package init(node: Int32, start: Int32, endNode: Int32, end: Int32, subject: MentionSubject) {
      self.node = node
      self.start = start
      self.endNode = endNode
      self.end = end
      self.subject = subject
    }
  }

  package struct Anchor: Sendable, Hashable {
    package let node: Int32
    package let anchor: String

    package init(node: Int32, anchor: String) {
      self.node = node
      self.anchor = anchor
    }
  }
}

/// A link to what a party holds on an issue: `[[Issue#Party]]`.
package struct StandingLink: Sendable, Hashable {
  package let node: Int32
  package let issue: ID<Issue>
  package let party: ID<Party>

  /// nil: the link asks for something else.
  init?(_ link: PendingLink) {
    guard case .position(let issue, let party) = link.request else { return nil }
    node = link.node
    self.issue = ID(issue)
    self.party = ID(party)
  }
}

/// A place in the site that a link leads to.
package enum LinkTarget: Sendable, Hashable {
  /// An issue's page.
  case issue(ID<Issue>)
  /// A party's page.
  case party(ID<Party>)
  /// The cell of a position, in its report.
  case position(ID<Position>)
  /// Several positions of one party on one issue that stand side by side, newest first or in the report's order; at least two.
  case positions([ID<Position>])
  /// A report, and an anchor on its page (without `#`; nil: the top of the page).
  case report(ID<ReportEntry>, anchor: String?)
  /// A page by its address: one of `pages/`, a list or, with an empty address, the home page; and an anchor
  /// on it. Also used for a place on the page of an issue or party.
  case page(address: String, anchor: String?)
  /// A copied file, by its path below Content, and the suffix of its address: `?…` and `#…` as the author
  /// wrote them, such as `#page=3`; usually empty.
  case asset(path: String, suffix: String = "")
  /// A place on the same page.
  case anchor(String)
  /// The linked page is withheld: the text stays, without a link.
  case withheld
}
