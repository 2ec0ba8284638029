import Content

/// What the links, wikilinks, names and headings of one document come to in this site; never changed, shared when passed on.
package final class DocumentLinks: Sendable {
  /// Targets of links, images and wikilinks that lead into the site, by node, ascending. A link node that
  /// is not here keeps its destination; a wikilink node that is not here is shown as text.
  package let targets: [Entry]
  /// Names in prose that are shown as links (the first mention in each section), ascending by node, then start.
  package let mentions: [Name]
  /// Anchors of headings, by node, ascending; unique in the page, cells and footnotes served first.
  package let anchors: [Anchor]
  /// Anchors of plain tables to which the author gave one, by node, ascending.
  package let tables: [Anchor]
  /// The live views of the document's ` ```standpoint ` blocks, by node, ascending.
  package let views: [LiveView]
  /// Names in the front matter and the live views, in the order in which they are read.
  package let references: [NameReference]

  /// What the anchors of a file's headings start with on the page of an issue or a party, where positions have
  /// the anchors without it.
  package static let textPrefix = "text:"

  /// Links of a document that is not part of a site: none lead anywhere.
  package static let none = DocumentLinks(LinkedFile(), targets: [])

  /// - Parameter targets: the file's own ones, and those that only the whole graph could tell.
  init(_ file: LinkedFile, targets: [Entry]) {
    self.targets = targets
    mentions = file.names
    anchors = file.anchors
    tables = file.tables
    views = file.views
    references = file.references
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
    /// The first text node that the name stands in.
    package let node: Int32
    /// Bytes of `Document.text`; a name that runs across a soft break starts in `node` and ends in a later node.
    package let start: Int32
    /// The node that the name ends in; `node` itself as a rule.
    package let endNode: Int32
    /// End, excluded, in `Document.text`.
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

/// A place in the site that a link leads to.
package enum LinkTarget: Sendable, Hashable {
  /// An issue's page.
  case issue(ID<Issue>)
  /// A party's page.
  case party(ID<Party>)
  /// The cell of a position, in its report.
  case position(ID<Position>)
  /// A report, and an anchor there (without `#`; nil: its top).
  case report(ID<ReportEntry>, anchor: String?)
  /// A page by its address, of `pages/`, a list or, with an empty address, the home page; and an anchor there. A
  /// place on an issue's or party's page comes as this, too.
  case page(address: String, anchor: String?)
  /// A file that is copied as it is, by its path below Content, and what follows the path in its address: `?…` and
  /// `#…` as the author wrote them, such as `#page=3`; empty as a rule.
  case asset(path: String, suffix: String = "")
  /// A place on the same page.
  case anchor(String)
  /// The linked page is withheld: the text stays, without a link.
  case withheld
}
