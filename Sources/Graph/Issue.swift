import Content

/// What is contested: the rows of positions tables, over all reports (SKOS Concept).
public struct Issue: Sendable {
  public let id: ID<Issue>
  /// The file's title, else the fullest form that a table uses.
  public let name: String
  public let slug: String
  /// Other names, authored and from tables, without `name`; sorted.
  public let aliases: [String]
  /// What its file says; nil without a file.
  public let file: IssueFile?
  /// Links in the file's text; nil without a file.
  public let links: DocumentLinks?
  /// Wider issues, in the author's order.
  public let broader: [ID<Issue>]
  /// Related issues, in the author's order.
  public let related: [ID<Issue>]

  /// `issues/nato-expansion`.
  public var address: String { "issues/\(slug)" }
}
