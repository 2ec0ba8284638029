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
  /// The start of the name in `Document.text`; for a wikilink, the start of its displayed text.
  package var start: Int { Int(packedStart) }
  /// The end of the name in `Document.text`, exclusive; in a later text node for a name across a soft break.
  package var end: Int { Int(packedEnd) }

  /// The same mention, moved further down in the list of the graph.
  func moved(by offset: Int) -> Mention {
    var next = self
    next.id = ID(id.index + offset)
    return next
  }
}

/// The subject that a mention names.
package enum MentionSubject: Sendable, Hashable {
  case issue(ID<Issue>)
  case party(ID<Party>)
}
