import Content

/// A report, issue or party of an edition, with the data that identifies it.
struct Subject {
  let slug: String
  let name: String
  /// The marks by which it can be recognised if its slug is gone.
  let marks: [String]
  /// Its other names, as written.
  let aliases: [String]
  /// Further facts to compare.
  let facts: [(name: SubjectChange.Field.Name, value: String?)]
}

extension Subject {
  init(_ report: FrozenReport) {
    slug = report.slug
    name = report.title
    let dated = "title " + NameKey(report.title).text + " " + (report.date?.description ?? "")
    // What was read from a table has no path.
    let path = report.path.isEmpty ? [] : ["path " + report.path]
    marks = path + [dated, "address " + report.address] + report.redirects.map { "address " + $0 }
    aliases = []
    facts = [(.date, report.date?.description), (.path, report.path)]
  }

  init(_ issue: FrozenIssue) {
    slug = issue.slug
    name = issue.name
    marks = Self.keys([issue.name] + issue.aliases)
    aliases = issue.aliases
    facts = [(.proposition, issue.proposition)]
  }

  init(_ party: FrozenParty, parties: [String: String]) {
    slug = party.slug
    name = party.name
    marks = Self.keys([party.name] + party.aliases)
    aliases = party.aliases
    facts = [(.actsFor, party.actsFor.map { parties[$0] ?? $0 })]
  }

  /// The other names of two subjects that are the same, without the name of either; nil: they have the same
  /// ones.
  static func aliases(_ before: Subject, _ after: Subject) -> SubjectChange.Field? {
    let names = Set(keys([before.name, after.name]))
    func others(_ subject: Subject) -> [(key: String, name: String)] {
      subject.aliases.map { (NameKey($0).text, $0) }.filter { !$0.0.isEmpty && !names.contains($0.0) }
        .sorted { $0 < $1 }
    }
    let (old, new) = (others(before), others(after))
    guard Set(old.map(\.key)) != Set(new.map(\.key)) else { return nil }
    func text(_ others: [(key: String, name: String)]) -> String? {
      others.isEmpty ? nil : others.map(\.name).joined(separator: ", ")
    }
    return SubjectChange.Field(name: .aliases, before: text(old), after: text(new))
  }

  private static func keys(_ names: [String]) -> [String] {
    names.map { NameKey($0).text }.filter { !$0.isEmpty }
  }
}
