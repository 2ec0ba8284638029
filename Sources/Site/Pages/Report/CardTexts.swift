import Content
import Graph
import Text

/// What the cards of all pages share, as JSON.
struct CardTexts: Sendable {
  let words: ScriptJSON
  /// Of reports.
  let slugs: ScriptJSONTable
  let issueNames: ScriptJSONTable
  /// From the site's root.
  let issuePaths: ScriptJSONTable
  let partyNames: ScriptJSONTable
  let partyPaths: ScriptJSONTable

  init(_ graph: IssueGraph, words: LocalizedStrings) {
    let style = graph.settings.addresses
    self.words = Self.words(words)
    slugs = ScriptJSONTable(graph.reports.lazy.map(\.slug))
    issueNames = ScriptJSONTable(graph.issues.lazy.map(\.name))
    issuePaths = ScriptJSONTable(graph.issues.lazy.map { style.way(to: $0.address) })
    partyNames = ScriptJSONTable(graph.parties.lazy.map(\.name))
    partyPaths = ScriptJSONTable(graph.parties.lazy.map { style.way(to: $0.address) })
  }

  /// Interface texts, which the cards of all pages share, as a JSON object; in those with placeholders, `{0}` stands for the
  /// first value.
  private static func words(_ words: LocalizedStrings) -> ScriptJSON {
    ScriptJSON { writer in
      writer.beginObject()
      for key in labels { writer.member(key.rawValue, words.text(key)) }
      for (key, count) in patterns {
        let places = (0..<count).map { "{\($0)}" }
        writer.member(key.rawValue, words.text(key, values: places))
      }
      writer.endObject()
    }
  }

  private static let labels: [StringKey] = [
    .close, .date, .stance, .unrated, .evidence, .source, .earlier, .later, .table, .cell,
    .file, .cite, .link, .text, .copyLink, .copyText, .undated,
  ]
  /// With the numbers of their placeholders.
  private static let patterns: [(key: StringKey, count: Int)] = [
    (.partyOnIssue, 2), (.labelled, 2), (.citation, 6), (.citedPlace, 3), (.rowAndColumn, 2),
    (.fileAndLine, 2),
  ]
}
