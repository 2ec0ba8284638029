import Content
import Graph

/// The list of all issues, by group.
struct IssueListPage: SinglePage {
  static let definition = PageDefinition(
    "issues", "the list of issues", fields: [.html(.issues, "All issues by group.")], picture: .issue,
    switch: .lists, address: "issues", menuLabel: .issues)

  static func exists(in site: SiteLayout) -> Bool { !site.graph.issues.isEmpty }

  func values(_ site: PageRenderer) -> TemplateValues {
    var draft = site.draft(Self.definition, address: Self.address, title: site.words.text(.issues))
    let writer = IssueGroupsWriter(page: draft.page)
    draft.html(.issues) { writer.write(into: &$0) }
    return draft.values
  }
}
