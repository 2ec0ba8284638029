import Content

/// What is contested: the rows of positions tables, over all reports (SKOS Concept).
package struct Issue: Sendable {
  package let id: ID<Issue>
  /// The file's title, else the fullest form that a table uses.
  package let name: String
  package let slug: String
  /// Other names, authored and from tables, without `name`; sorted.
  package let aliases: [String]
  /// What its file says; nil without a file.
  package let file: IssueFile?
  /// Links in the file's text; nil without a file.
  package let links: DocumentLinks?
  /// Wider issues, in the author's order.
  package let broader: [ID<Issue>]
  /// Related issues, in the author's order.
  package let related: [ID<Issue>]

  /// `issues/nato-expansion`.
  package var address: String { "issues/\(slug)" }
}
