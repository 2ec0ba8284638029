import Content

/// Who holds positions: the columns of positions tables, over all reports (an Agent in PROV).
package struct Party: Sendable {
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
  /// The party for which it acts; nil: it acts for itself.
  package let actsFor: ID<Party>?
  /// Parties of which it is a member, in the author's order.
  package let memberOf: [ID<Party>]

  /// Such as `parties/russian-government`.
  package var address: String { "parties/\(slug)" }
}
