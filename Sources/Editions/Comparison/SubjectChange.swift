/// The change to a report, an issue or a party between two editions.
package struct SubjectChange: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case report, issue, party
  }

  /// The name of the subject in an edition.
  package struct Name: Sendable, Hashable {
    package let slug: String
    /// Its name, or the title of a report.
    package let name: String

    package init(slug: String, name: String) {
      self.slug = slug
      self.name = name
    }
  }

  /// A field that changed.
  package struct Field: Sendable, Hashable {
    package enum Name: String, Sendable, Hashable, CaseIterable {
      /// A report's date or path, an issue's proposition, other names of an issue or party, the party for whom a party acts.
      case date, path, proposition, aliases
      case actsFor = "acts-for"
    }

    package let name: Name
    /// nil: there was none.
    package let before: String?
    /// nil: there is none.
    package let after: String?
  }

  package let kind: Kind
  /// Its names in the earlier edition, by slug; empty: it was added. Several: they were merged or mixed.
  package let before: [Name]
  /// Its names in the later edition, by slug; empty: it was dropped.
  package let after: [Name]
  /// The other fields that changed; empty if it was added, dropped, merged or split.
  package let fields: [Field]

  package var isAdded: Bool { before.isEmpty }
  package var isDropped: Bool { after.isEmpty }
  /// Whether it is in both editions under another name, title or address.
  package var isRenamed: Bool { !isAdded && !isDropped && before != after }

  /// The change as a whole, in one word; merged and split subjects count as renamed.
  package var outcome: Outcome {
    if isAdded { return .added }
    if isDropped { return .dropped }
    return before.map(\.name) == after.map(\.name) ? .changed : .renamed
  }

  /// The kinds of change to a report, an issue or a party, in the order of summaries.
  package enum Outcome: String, Sendable, Hashable, CaseIterable {
    case added, dropped, renamed
    /// Its address or another field changed.
    case changed
  }

  /// The change from the later edition to the earlier one.
  package var reversed: SubjectChange {
    SubjectChange(
      kind: kind, before: after, after: before,
      fields: fields.map { Field(name: $0.name, before: $0.after, after: $0.before) })
  }
}
