/// The diagnostics on one theme, under a heading of the guide.
package struct DiagnosticGroup: Sendable {
  /// The heading, such as `Front matter and site.yml`.
  package let title: String
  /// When the diagnostics of the group are reported, as a paragraph of Markdown; empty: by every build.
  package let introduction: String
  /// In the order of the guide.
  package let ids: [DiagnosticID]

  init(_ title: String, introduction: String = "", _ ids: [DiagnosticID]) {
    self.title = title
    self.introduction = introduction
    self.ids = ids
  }

  /// All groups, in the order of the guide.
  package static let all: [DiagnosticGroup] = [
    .files, .frontMatter, .markdown, .comparisons, .namesAndLinks, .importing, .coverage, .publishedPages,
    .checkedSources,
    .templates, .editions, .site,
  ]
}
