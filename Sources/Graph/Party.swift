import Content

/// Who holds positions: the columns of positions tables, over all reports (PROV Agent).
public struct Party: Sendable {
  public let id: ID<Party>
  /// The file's title, else the fullest form that a table uses, without a generic last word.
  public let name: String
  public let slug: String
  /// Other names, authored and from tables, without `name`; sorted.
  public let aliases: [String]
  /// What its file says; nil without a file.
  public let file: PartyFile?
  /// Links in the file's text; nil without a file.
  public let links: DocumentLinks?
  /// For whom it acts; nil: for itself.
  public let actsFor: ID<Party>?
  /// Parties of which it is a member, in the author's order.
  public let memberOf: [ID<Party>]

  /// `parties/russian-government`.
  public var address: String { "parties/\(slug)" }
}
