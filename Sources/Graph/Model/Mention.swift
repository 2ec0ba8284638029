/// A place in a report's prose that names an issue or a party, by wikilink or by name.
package struct Mention: Sendable, Hashable {
  package private(set) var id: ID<Mention>
  package let report: ID<ReportEntry>
  private let packedNode: Int32
  private let packedStart: Int32
  private let packedEnd: Int32
  package let subject: MentionSubject

  init(id: ID<Mention>, report: ID<ReportEntry>, node: Int, start: Int, end: Int, subject: MentionSubject) {
    self.id = id
    self.report = report
    packedNode = Int32(node)
    packedStart = Int32(start)
    packedEnd = Int32(end)
    self.subject = subject
  }

  /// The text or wikilink node in the report's document (the first, for a name across a soft break).
  package var node: Int { Int(packedNode) }
  /// Where the name starts in `Document.text`; for a wikilink, the start of what it shows.
  package var start: Int { Int(packedStart) }
  /// Where the name ends in `Document.text`, excluded; in a later text node for a name across a soft break.
  package var end: Int { Int(packedEnd) }

  /// The same mention further down in the list of the graph.
  func moved(by offset: Int) -> Mention {
    var next = self
    next.id = ID(id.index + offset)
    return next
  }
}

/// What a mention names.
package enum MentionSubject: Sendable, Hashable {
  case issue(ID<Issue>)
  case party(ID<Party>)
}
