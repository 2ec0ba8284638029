import Content

/// A report, issue or party of an edition, as far as telling which is which needs it.
struct Subject {
  let slug: String
  let name: String
  /// What else it can be recognised by when its slug is gone.
  let marks: [String]
  /// Further facts to compare.
  let facts: [(name: SubjectChange.Field.Name, value: String?)]
}

extension Subject {
  init(_ report: FrozenReport) {
    slug = report.slug
    name = report.title
    let dated = "title " + NameKey(report.title).text + " " + (report.date?.description ?? "")
    marks = ["path " + report.path, dated]
    facts = [(.date, report.date?.description), (.path, report.path)]
  }

  init(_ issue: FrozenIssue) {
    slug = issue.slug
    name = issue.name
    marks = Self.keys([issue.name] + issue.aliases)
    facts = [(.proposition, issue.proposition)]
  }

  init(_ party: FrozenParty, parties: [String: String]) {
    slug = party.slug
    name = party.name
    marks = Self.keys([party.name] + party.aliases)
    facts = [(.actsFor, party.actsFor.map { parties[$0] ?? $0 })]
  }

  private static func keys(_ names: [String]) -> [String] {
    names.map { NameKey($0).text }.filter { !$0.isEmpty }
  }
}
