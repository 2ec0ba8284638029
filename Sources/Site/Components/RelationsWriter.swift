import Content
import Graph

/// Writes the relations of an issue or party to others, as a definition list.
struct RelationsWriter {
  /// The rows of one list.
  struct Rows {
    let page: PageLinks
    /// One related issue or party, and the time for which it is related.
    fileprivate struct Entry {
      let subject: MentionSubject
      var period = Period.always
    }

    fileprivate var rows: [(label: StringKey, entries: [Entry])] = []

    var isEmpty: Bool { rows.isEmpty }

    fileprivate mutating func add(_ label: StringKey, _ subjects: [MentionSubject]) {
      add(label, entries: subjects.map { Entry(subject: $0) })
    }

    fileprivate mutating func add(_ label: StringKey, entries: [Entry]) {
      if !entries.isEmpty { rows.append((label, entries)) }
    }

    func write(into output: inout HTML) {
      output.raw("<dl class=\"relations\">\n")
      for row in rows {
        output.raw("<div><dt>")
        page.site.words.write(row.label, into: &output)
        output.raw("</dt>")
        for entry in row.entries {
          output.raw("<dd>")
          switch entry.subject {
          case .issue(let id): page.issueLink(id, into: &output)
          case .party(let id): page.partyLink(id, into: &output)
          }
          write(entry.period, into: &output)
          output.raw("</dd>")
        }
        output.raw("</div>\n")
      }
      output.raw("</dl>\n")
    }

    /// Writes a period in brackets; nothing if it has no dates.
    private func write(_ period: Period, into output: inout HTML) {
      if period == .always { return }
      let words = page.site.words
      output.raw(" <span class=\"date\">(")
      switch (period.from, period.to) {
      case (let from?, let to?):
        words.dates.time(from, into: &output)
        output.raw(" – ")
        words.dates.time(to, into: &output)
      case (let from?, nil):
        words.write(.fromDateWithin, into: &output) { words.dates.time(from, into: &$0) }
      case (nil, let to?): words.write(.untilDateWithin, into: &output) { words.dates.time(to, into: &$0) }
      case (nil, nil): break
      }
      output.raw(")</span>")
    }
  }

  let page: PageLinks

  func rows(of issue: Issue) -> Rows {
    var rows = Rows(page: page)
    rows.add(.partOf, issue.broader.map(MentionSubject.issue))
    rows.add(.includes, page.site.narrower[issue.id].map(MentionSubject.issue))
    rows.add(.related, page.site.related[issue.id].map(MentionSubject.issue))
    return rows
  }

  /// Parties that have ended, or are no longer members, are listed apart from the others.
  func rows(of party: Party) -> Rows {
    let graph = page.site.graph
    let today = graph.lifetimes.today
    var rows = Rows(page: page)
    let hasEnded = { (entry: Rows.Entry) in today.map { entry.period.hasEnded(by: $0) } ?? false }
    let add = { (label: StringKey, former: StringKey, entries: [Rows.Entry]) in
      rows.add(label, entries: entries.filter { !hasEnded($0) })
      rows.add(former, entries: entries.filter(hasEnded))
    }
    rows.add(.actsFor, party.actsFor.map { [.party($0)] } ?? [])
    add(
      .representedBy, .formerlyRepresentedBy,
      page.site.representatives[party.id].map {
        Rows.Entry(subject: .party($0), period: graph.lifetimes[$0])
      })
    rows.add(.successorOf, party.predecessor.map { [.party($0)] } ?? [])
    rows.add(.succeededBy, page.site.successors[party.id].map(MentionSubject.party))
    add(
      .memberOf, .formerMemberOf,
      party.memberships.map { Rows.Entry(subject: .party($0.bloc), period: $0.period) })
    add(
      .members, .formerMembers,
      page.site.members[party.id].flatMap { member in
        graph.parties[member.index].memberships.filter { $0.bloc == party.id }
          .map { Rows.Entry(subject: .party(member), period: $0.period) }
      })
    return rows
  }
}
