import Content
import Graph

/// The list of all issues, by group.
struct IssueListPage: SinglePage {
  static let definition = PageDefinition(
    "issues", "the list of issues",
    fields: [
      .html(
        .issues,
        "All issues by group, each with its summary, the range of stances, and its numbers of positions and parties."
      )
    ], picture: .issue,
    switch: .lists, address: "issues", menu: MenuPlace(.issues))

  static func exists(in site: SiteLayout) -> Bool { !site.graph.issues.isEmpty }

  func values(_ site: PageRenderer) -> TemplateValues {
    var draft = site.draft(Self.definition, address: Self.address, title: site.words.text(.issues))
    let writer = IssueGroupsWriter(page: draft.page)
    draft.html(.issues) { writer.write(into: &$0) }
    return draft.values
  }
}

/// Writes all issues, by group if authors have set any.
struct IssueGroupsWriter {
  let page: PageLinks

  func write(into output: inout HTML) {
    let issues = page.site.graph.issues.map(\.id)
    let groups = IssueGroups(issues, in: page.site.graph)
    guard groups.areNamed else { return list(issues, into: &output) }
    for group in groups.groups {
      output.raw("<section>\n<h2>")
      group.writeTitle(page.site.words, into: &output)
      output.raw("</h2>\n")
      list(group.issues, into: &output)
      output.raw("</section>\n")
    }
  }

  private func list(_ issues: [ID<Issue>], into output: inout HTML) {
    let writer = DirectoryWriter(page: page)
    output.raw("<ul class=\"names directory\">\n")
    for issue in issues { writer.entry(issue, into: &output) }
    output.raw("</ul>\n")
  }
}
