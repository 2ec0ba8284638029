/// What became of a report, an issue or a party between two editions.
public struct SubjectChange: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case report, issue, party
  }

  /// What an edition calls it.
  public struct Name: Sendable, Hashable {
    public let slug: String
    /// Its name, or a report's title.
    public let name: String

    public init(slug: String, name: String) {
      self.slug = slug
      self.name = name
    }
  }

  /// A fact about it that was changed.
  public struct Field: Sendable, Hashable {
    public enum Name: String, Sendable, Hashable, CaseIterable {
      /// A report's date or path, an issue's proposition, other names of an issue or party, the party for whom a party acts.
      case date, path, proposition, aliases
      case actsFor = "acts-for"
    }

    public let name: Name
    /// nil: there was none.
    public let before: String?
    /// nil: there is none.
    public let after: String?
  }

  public let kind: Kind
  /// Its names in the earlier edition, by slug; empty: it was added. Several: they became one, or were mixed.
  public let before: [Name]
  /// Its names in the later edition, by slug; empty: it was dropped.
  public let after: [Name]
  /// What else was changed; empty when it was added, dropped, joined or split.
  public let fields: [Field]

  public var isAdded: Bool { before.isEmpty }
  public var isDropped: Bool { after.isEmpty }
  /// It is there before and after under another name, title or address.
  public var isRenamed: Bool { !isAdded && !isDropped && before != after }

  /// What became of it as a whole, in a word: also of joined and split ones, which are renamed.
  public var outcome: Outcome {
    if isAdded { return .added }
    if isDropped { return .dropped }
    return before.map(\.name) == after.map(\.name) ? .changed : .renamed
  }

  /// What can become of a report, an issue or a party; in the order of summaries.
  public enum Outcome: String, Sendable, Hashable, CaseIterable {
    case added, dropped, renamed
    /// Its address or another fact about it.
    case changed
  }

  /// The change from the later edition to the earlier.
  public var reversed: SubjectChange {
    SubjectChange(
      kind: kind, before: after, after: before,
      fields: fields.map { Field(name: $0.name, before: $0.after, after: $0.before) })
  }
}
