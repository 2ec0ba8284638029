import Graph

/// A graph as text, so that two graphs can be compared.
package enum GraphText {
  /// The whole content of the graph, with names instead of numbers where they are clearer.
  package static func of(_ graph: IssueGraph) -> String {
    var lines: [String] = []
    for issue in graph.issues {
      lines.append(
        "issue \(issue.name) \(issue.slug) \(issue.aliases) \(graph.positionsOfIssue[issue.id].map(\.index))")
      lines.append(
        "  \(graph.mentionsOfIssue[issue.id].map(\.index)) \(graph.optionsOfIssue[issue.id].map(\.index))")
      lines.append(
        "  \(graph.standings[issue.id].map { "\($0.party) \($0.positions.map(\.index)) \($0.count) \($0.silence?.index ?? -1)" })"
      )
    }
    for party in graph.parties {
      lines.append(
        "party \(party.name) \(party.slug) \(party.aliases) \(graph.positionsOfParty[party.id].map(\.index))")
      lines.append("  \(graph.reportsOfParty[party.id].map(\.index))")
    }
    for report in graph.reports {
      lines.append(
        "report \(report.address) \(report.links.targets) \(report.links.mentions) \(report.links.anchors) \(report.links.standings)"
      )
    }
    for comparison in graph.comparisons { lines.append("\(comparison)") }
    for position in graph.positions { lines.append("\(position)") }
    for cell in graph.silentCells { lines.append("\(cell)") }
    for mention in graph.mentions { lines.append("\(mention)") }
    return lines.joined(separator: "\n")
  }

  /// The place of each position: report, anchor there, anchor on its issue's page.
  package static func anchors(of graph: IssueGraph) -> Set<String> {
    Set(
      graph.positions.map { position in
        let report = graph.reports[position.report.index].address
        let issue = graph.issues[position.issue.index].address
        return
          "\(report)#\(graph.anchor(of: position.id)) \(issue)#\(graph.anchorOnIssuePage(of: position.id)) \(position.row)"
      })
  }
}
