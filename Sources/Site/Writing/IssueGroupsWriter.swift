import Graph

/// Writes all issues, gathered under their groups where an author gave any.
struct IssueGroupsWriter {
  let page: PageLinks

  func write(into output: inout [UInt8]) {
    let issues = page.site.graph.issues
    let names = NameListWriter(page: page)
    var order: [String] = []
    var members: [String: [ID<Issue>]] = [:]
    for issue in issues {
      let group = issue.file?.group ?? ""
      if members[group] == nil { order.append(group) }
      members[group, default: []].append(issue.id)
    }
    guard order.count > 1 || order.first?.isEmpty == false else {
      return names.issues(issues.map(\.id), counts: true, into: &output)
    }
    // Groups by name, issues without one last.
    for group in order.sorted(by: { ($0.isEmpty ? 1 : 0, $0) < ($1.isEmpty ? 1 : 0, $1) }) {
      output.raw("<section>\n<h2>")
      output.escaped(group.isEmpty ? "Other" : group)
      output.raw("</h2>\n")
      names.issues(members[group] ?? [], counts: true, into: &output)
      output.raw("</section>\n")
    }
  }
}
