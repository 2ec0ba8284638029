/// What became of a report, an issue or a party between two editions.
package struct SubjectChange: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case report, issue, party
  }

  /// What an edition calls it.
  package struct Name: Sendable, Hashable {
    package let slug: String
    /// Its name, or a report's title.
    package let name: String

    package init(slug: String, name: String) {
      self.slug = slug
      self.name = name
    }
  }

  /// A fact about it that was changed.
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
  /// Its names in the earlier edition, by slug; empty: it was added. Several: they became one, or were mixed.
  package let before: [Name]
  /// Its names in the later edition, by slug; empty: it was dropped.
  package let after: [Name]
  /// What else was changed; empty when it was added, dropped, joined or split.
  package let fields: [Field]

  package var isAdded: Bool { before.isEmpty }
  package var isDropped: Bool { after.isEmpty }
  /// It is there before and after under another name, title or address.
  package var isRenamed: Bool { !isAdded && !isDropped && before != after }

  /// What became of it as a whole, in a word: also of joined and split ones, which are renamed.
  package var outcome: Outcome {
    if isAdded { return .added }
    if isDropped { return .dropped }
    return before.map(\.name) == after.map(\.name) ? .changed : .renamed
  }

  /// What can become of a report, an issue or a party; in the order of summaries.
  package enum Outcome: String, Sendable, Hashable, CaseIterable {
    case added, dropped, renamed
    /// Its address or another fact about it.
    case changed
  }

  /// The change from the later edition to the earlier.
  package var reversed: SubjectChange {
    SubjectChange(
      kind: kind, before: after, after: before,
      fields: fields.map { Field(name: $0.name, before: $0.after, after: $0.before) })
  }
}
