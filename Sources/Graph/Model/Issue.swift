import Content

/// What is contested: the rows of positions tables, over all reports (a Concept in SKOS).
package struct Issue: Sendable {
  package let id: ID<Issue>
  /// The title of its file, otherwise the longest form in a table.
  package let name: String
  package let slug: String
  /// Other names from its file and from tables, without `name`; sorted.
  package let aliases: [String]
  /// The content of its file; nil if it has none.
  package let file: IssueFile?
  /// The links in the text of its file; nil if it has none.
  package let links: DocumentLinks?
  /// Broader issues, in the author's order.
  package let broader: [ID<Issue>]
  /// Related issues, in the author's order.
  package let related: [ID<Issue>]
  /// Whether its file or `order:` in site.yml says where it comes among the issues; if not, its name does.
  package let isPlaced: Bool

  /// Such as `issues/nato-expansion`.
  package var address: String { "issues/\(slug)" }
}
