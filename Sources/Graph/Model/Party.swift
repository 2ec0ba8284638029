import Content

/// Who holds positions: the columns of positions tables, over all reports (PROV Agent).
package struct Party: Sendable {
  package let id: ID<Party>
  /// The file's title, else the fullest form that a table uses, without a generic last word.
  package let name: String
  package let slug: String
  /// Other names, authored and from tables, without `name`; sorted.
  package let aliases: [String]
  /// What its file says; nil without a file.
  package let file: PartyFile?
  /// Links in the file's text; nil without a file.
  package let links: DocumentLinks?
  /// For whom it acts; nil: for itself.
  package let actsFor: ID<Party>?
  /// Parties of which it is a member, in the author's order.
  package let memberOf: [ID<Party>]

  /// `parties/russian-government`.
  package var address: String { "parties/\(slug)" }
}
