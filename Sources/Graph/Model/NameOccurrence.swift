import Content
import Diagnostics
import Markdown

/// A place in a file that declares or uses a name of an issue or a party.
package struct NameOccurrence: Sendable, Hashable {
  /// How the name is used there.
  package enum Role: Sendable, Hashable {
    /// The title of the subject's own file.
    case title
    /// `aliases:` of its own file.
    case alias
    /// The heading of a column or row of a table; the place is the cell.
    case columnHeading, rowHeading
    /// A wikilink or an embed, brackets included; also as the issue or party of `[[Issue#Party]]`.
    case wikilink
    /// A link or image whose address is the subject's page or file.
    case link
    /// A name in prose: the first one in each section.
    case prose
    /// A key of front matter, or a live view.
    case reference(NameReference.Key)
    /// `feeds:` or `order:` in the site's settings.
    case setting
  }

  package let place: Place
  package let role: Role

  package init(place: Place, role: Role) {
    self.place = place
    self.role = role
  }
}

extension IssueGraph {
  /// The place where an issue or a party is declared: the title of its file, otherwise the first table
  /// heading that names it.
  package func declaration(of subject: MentionSubject) -> Place? {
    let own = own(subject)
    if let header = own.header { return Place(path: header.sourcePath, range: header.titleRange) }
    return headings(of: subject).map(\.place).first
  }

  /// Every place that declares or uses an issue or a party, by place.
  ///
  /// Collected again at each call, in time proportional to the number of links in all files; nothing is
  /// stored for it.
  package func occurrences(of subject: MentionSubject) -> [NameOccurrence] {
    let own = own(subject)
    var found: [NameOccurrence] = []
    if let header = own.header {
      found.append(
        NameOccurrence(place: Place(path: header.sourcePath, range: header.titleRange), role: .title))
      found += own.aliases.map {
        NameOccurrence(place: Place(path: header.sourcePath, range: $0.range), role: .alias)
      }
    }
    found += headings(of: subject)
    for (header, links) in linkedFiles { found += occurrences(of: subject, own.address, in: header, links) }
    found += mentions(of: subject)
    found += feedOccurrences.filter { $0.subject == subject }.map(\.occurrence)
    return found.sorted { $0.place < $1.place }
  }

  private func own(_ subject: MentionSubject) -> (
    header: FileHeader?, aliases: [AuthoredName], address: String
  ) {
    switch subject {
    case .issue(let id):
      let issue = issues[id.index]
      return (issue.file?.header, issue.file?.aliases ?? [], issue.address)
    case .party(let id):
      let party = parties[id.index]
      return (party.file?.header, party.file?.aliases ?? [], party.address)
    }
  }

  /// Every file of the site with its resolved links.
  package var linkedFiles: [(FileHeader, DocumentLinks)] {
    var files = reports.map { ($0.report.header, $0.links) }
    files += authoredPages.map { ($0.page.header, $0.links) }
    for issue in issues {
      if let file = issue.file, let links = issue.links { files.append((file.header, links)) }
    }
    for party in parties {
      if let file = party.file, let links = party.links { files.append((file.header, links)) }
    }
    return files
  }

  private func occurrences(
    of subject: MentionSubject, _ address: String, in header: FileHeader, _ links: DocumentLinks
  ) -> [NameOccurrence] {
    let nodes = header.document.nodes
    var found: [NameOccurrence] = []
    for entry in links.targets where leads(entry.target, to: subject, at: address) {
      let node = nodes[Int(entry.node)]
      found.append(
        NameOccurrence(
          place: Place(path: header.sourcePath, range: node.source.range),
          role: node.kind == .wikilink ? .wikilink : .link))
    }
    for link in links.unansweredStandings where .issue(link.issue) == subject || .party(link.party) == subject
    {
      found.append(
        NameOccurrence(
          place: Place(path: header.sourcePath, range: nodes[Int(link.node)].source.range), role: .wikilink))
    }
    for reference in links.references where reference.subject == subject {
      found.append(
        NameOccurrence(
          place: Place(path: header.sourcePath, range: reference.range), role: .reference(reference.key)))
    }
    return found
  }

  private func leads(_ target: LinkTarget, to subject: MentionSubject, at address: String) -> Bool {
    switch (target, subject) {
    case (.issue(let id), .issue(let issue)): id == issue
    case (.party(let id), .party(let party)): id == party
    case (.position(let id), .issue(let issue)): positions[id.index].issue == issue
    case (.position(let id), .party(let party)): positions[id.index].party == party
    case (.positions(let ids), .issue(let issue)): ids.contains { positions[$0.index].issue == issue }
    case (.positions(let ids), .party(let party)): ids.contains { positions[$0.index].party == party }
    case (.page(let page, _), _): page == address
    default: false
    }
  }

  /// Names in the prose of reports. Names that other files show as links are not stored.
  private func mentions(of subject: MentionSubject) -> [NameOccurrence] {
    let ids =
      switch subject {
      case .issue(let id): mentionsOfIssue[id]
      case .party(let id): mentionsOfParty[id]
      }
    return ids.compactMap { id in
      let mention = mentions[id.index]
      let header = reports[mention.report.index].report.header
      let node = header.document.nodes[mention.node]
      guard node.kind == .text else { return nil }
      // If the source has escapes, or the name continues after a line break, only the whole text has a place.
      var range = node.source.range
      if range.count == node.text.count, mention.end <= node.text.end {
        let start = range.lowerBound + mention.start - Int(node.text.start)
        range = start..<start + mention.end - mention.start
      }
      return NameOccurrence(place: Place(path: header.sourcePath, range: range), role: .prose)
    }
  }

  /// The cells of tables that name an issue or a party as a heading, by report, then table.
  private func headings(of subject: MentionSubject) -> [NameOccurrence] {
    let reportIDs: [ID<ReportEntry>]
    let wanted: Comparison.Heading
    switch subject {
    case .issue(let id): (reportIDs, wanted) = (reportsOfIssue[id].reversed(), .issue(id))
    case .party(let id): (reportIDs, wanted) = (reportsOfParty[id].reversed(), .party(id))
    }
    var found: [NameOccurrence] = []
    for id in reportIDs {
      let report = reports[id.index].report
      for comparison in comparisonsOfReport[id].map({ comparisons[$0.index] }) {
        let table = report.tables[comparison.table]
        for (heading, cell) in zip(comparison.columns, table.header) where heading == wanted {
          let place = Place(path: report.header.sourcePath, range: cell.range)
          found.append(NameOccurrence(place: place, role: .columnHeading))
        }
        guard comparison.rows.contains(wanted) else { continue }
        let rows = report.header.document.rowHeadings(of: table.node)
        for (heading, range) in zip(comparison.rows, rows) where heading == wanted {
          found.append(
            NameOccurrence(place: Place(path: report.header.sourcePath, range: range), role: .rowHeading))
        }
      }
    }
    return found
  }
}

extension Document {
  /// The source ranges of the first cells of a table's body rows; the range of the row if it has no cell.
  func rowHeadings(of table: Int) -> [Range<Int>] {
    children(of: table).compactMap { row in
      let node = nodes[row]
      guard node.kind == .tableRow, node.detail > 0 else { return nil }
      return node.end > row + 1 ? nodes[row + 1].source.range : node.source.range
    }
  }
}
