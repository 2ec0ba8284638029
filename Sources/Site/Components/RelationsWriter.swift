import Graph

/// Writes the relations of an issue or party to others, as a definition list.
struct RelationsWriter {
  /// The rows of one list.
  struct Rows {
    let page: PageLinks
    fileprivate(set) var rows: [(label: StringKey, subjects: [MentionSubject])] = []

    var isEmpty: Bool { rows.isEmpty }

    fileprivate mutating func add(_ label: StringKey, _ subjects: [MentionSubject]) {
      if !subjects.isEmpty { rows.append((label, subjects)) }
    }

    func write(into output: inout [UInt8]) {
      output.raw("<dl class=\"relations\">\n")
      for row in rows {
        output.raw("<div><dt>")
        page.site.words.write(row.label, into: &output)
        output.raw("</dt>")
        for subject in row.subjects {
          output.raw("<dd>")
          switch subject {
          case .issue(let id): page.issueLink(id, into: &output)
          case .party(let id): page.partyLink(id, into: &output)
          }
          output.raw("</dd>")
        }
        output.raw("</div>\n")
      }
      output.raw("</dl>\n")
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

  func rows(of party: Party) -> Rows {
    var rows = Rows(page: page)
    rows.add(.actsFor, party.actsFor.map { [.party($0)] } ?? [])
    rows.add(.representedBy, page.site.representatives[party.id].map(MentionSubject.party))
    rows.add(.memberOf, party.memberOf.map(MentionSubject.party))
    rows.add(.members, page.site.members[party.id].map(MentionSubject.party))
    return rows
  }
}
