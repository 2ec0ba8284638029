import Content
import Graph

/// Determines which reports, issues or parties of two editions are the same, as groups that belong together.
struct SubjectMatching {
  /// The changes, by slug.
  let changes: [SubjectChange]
  /// The group number of each subject by its slug, in the earlier and the later edition; ascending with the
  /// smallest slug of the group.
  let groupsBefore: [String: Int]
  let groupsAfter: [String: Int]
  private let namesBefore: [String: String]
  private let namesAfter: [String: String]
  /// The one subject of the later edition in a group, by group; groups with none or several are left out.
  private let only: [Int: SubjectChange.Name]
  /// The slugs in the later edition of those whose files exchanged their names, by slug in the earlier one.
  private let swapped: [String: String]

  /// The name of `slug` in the earlier edition.
  func nameBefore(_ slug: String) -> String { namesBefore[slug] ?? slug }
  /// The name of `slug` in the later edition.
  func nameAfter(_ slug: String) -> String { namesAfter[slug] ?? slug }

  /// The subject of the later edition that `slug` of the earlier one is; nil: it was dropped, or became several.
  func nameNow(ofEarlier slug: String) -> SubjectChange.Name? { nameNow(swapped[slug] ?? slug) }

  /// The subject of the later edition with a name and a slug that one of the editions gives it; nil: it was dropped, or became
  /// several.
  func nameNow(_ slug: String, named name: String) -> SubjectChange.Name? {
    if let now = swapped[slug], namesAfter[slug] != name { return nameNow(now) }
    return nameNow(slug)
  }

  /// The subject of the later edition that `slug` of either edition is; nil: it was dropped, or became several.
  func nameNow(_ slug: String) -> SubjectChange.Name? {
    if let name = namesAfter[slug] { return SubjectChange.Name(slug: slug, name: name) }
    return groupsBefore[slug].flatMap { only[$0] }
  }

  init(reportsOf before: Edition, and after: Edition) {
    self.init(.report, before.reports.map(Subject.init), after.reports.map(Subject.init))
  }

  init(issuesOf before: Edition, and after: Edition) {
    self.init(.issue, before.issues.map(Subject.init), after.issues.map(Subject.init))
  }

  init(partiesOf before: Edition, and after: Edition) {
    self.init(.party, Self.parties(before), Self.parties(after))
  }

  private static func parties(_ edition: Edition) -> [Subject] {
    let names = Dictionary(edition.parties.map { ($0.slug, $0.name) }) { first, _ in first }
    return edition.parties.map { Subject($0, parties: names) }
  }

  private init(_ kind: SubjectChange.Kind, _ before: [Subject], _ after: [Subject]) {
    let swapped =
      kind == .report
      ? [:] : SwappedNames(before.map { ($0.slug, $0.name) }, after.map { ($0.slug, $0.name) }).slugs
    let groups = SubjectGroups(before, after, joins: kind != .report, swapped: swapped).groups
    self.swapped = swapped
    changes = groups.compactMap {
      Self.change(kind, $0.before.map { before[$0] }, $0.after.map { after[$0] })
    }
    var groupsBefore: [String: Int] = [:]
    var groupsAfter: [String: Int] = [:]
    for (number, group) in groups.enumerated() {
      for index in group.before { groupsBefore[before[index].slug] = number }
      for index in group.after { groupsAfter[after[index].slug] = number }
    }
    self.groupsBefore = groupsBefore
    self.groupsAfter = groupsAfter
    namesBefore = Dictionary(before.map { ($0.slug, $0.name) }) { first, _ in first }
    only = Dictionary(
      uniqueKeysWithValues: groups.enumerated().filter { $1.after.count == 1 }.map { number, group in
        (number, SubjectChange.Name(slug: after[group.after[0]].slug, name: after[group.after[0]].name))
      })
    namesAfter = Dictionary(after.map { ($0.slug, $0.name) }) { first, _ in first }
  }

  private static func change(
    _ kind: SubjectChange.Kind, _ before: [Subject], _ after: [Subject]
  ) -> SubjectChange? {
    let names = { (subjects: [Subject]) in
      subjects.map { SubjectChange.Name(slug: $0.slug, name: $0.name) }
    }
    var fields: [SubjectChange.Field] = []
    if before.count == 1, after.count == 1 {
      for (old, new) in zip(before[0].facts, after[0].facts) where old.value != new.value {
        fields.append(SubjectChange.Field(name: old.name, before: old.value, after: new.value))
      }
      if let aliases = Subject.aliases(before[0], after[0]) { fields.append(aliases) }
    }
    let change = SubjectChange(kind: kind, before: names(before), after: names(after), fields: fields)
    return change.before == change.after && fields.isEmpty ? nil : change
  }
}
