import Content

/// Who holds positions: the columns of positions tables, over all reports (an Agent in PROV).
package struct Party: Sendable {
  /// What it is to other parties, as its file declares.
  struct Relations: Sendable {
    var actsFor: ID<Party>?
    var predecessor: ID<Party>?
    var memberships: [Membership] = []
  }

  /// The time in which a party is a member of another.
  package struct Membership: Sendable, Hashable {
    package let bloc: ID<Party>
    package let period: Period
  }

  package let id: ID<Party>
  /// The title of its file, otherwise the longest form in a table, without a generic last word.
  package let name: String
  package let slug: String
  /// Other names from its file and from tables, without `name`; sorted.
  package let aliases: [String]
  /// The content of its file; nil if it has none.
  package let file: PartyFile?
  /// The links in the text of its file; nil if it has none.
  package let links: DocumentLinks?
  let relations: Relations

  /// The party for which it acts; nil: it acts for itself.
  package var actsFor: ID<Party>? { relations.actsFor }
  /// The party that it follows, which acts for the same party; nil: none is named.
  package var predecessor: ID<Party>? { relations.predecessor }
  /// In the author's order; a bloc of which it was a member several times has several.
  package var memberships: [Membership] { relations.memberships }
  /// Parties of which it is or was a member, in the author's order, each once.
  package var blocs: [ID<Party>] {
    var seen: Set<ID<Party>> = []
    return memberships.map(\.bloc).filter { seen.insert($0).inserted }
  }

  /// Such as `parties/russian-government`.
  package var address: String { "parties/\(slug)" }
}
