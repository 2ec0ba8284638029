import Content
import Graph
import Text

/// The names that the cards of all pages share, as JSON.
struct CardTexts: Sendable {
  /// Of reports.
  let slugs: ScriptJSONTable
  let issueNames: ScriptJSONTable
  let partyNames: ScriptJSONTable

  init(_ graph: IssueGraph) {
    slugs = ScriptJSONTable(graph.reports.lazy.map(\.slug))
    issueNames = ScriptJSONTable(graph.issues.lazy.map(\.name))
    partyNames = ScriptJSONTable(graph.parties.lazy.map(\.name))
  }
}
