import Diagnostics
import Text

/// Prints suggestions for people and for programs.
package struct SuggestionReport {
  /// Formats a place as messages do: `Content/reports/a.md:14:3`.
  package typealias Location = (Place) -> String

  private let suggestions: [NameSuggestion]
  private let standings: [MentionSubject: NameUsage]
  private let sources: [SourceProposal]
  private let locate: Location

  /// - Parameter sources: the addresses that are worth an entry.
  package init(
    _ suggestions: [NameSuggestion], sources: [SourceProposal] = [], of graph: IssueGraph,
    locate: @escaping Location
  ) {
    self.suggestions = suggestions
    self.sources = sources
    standings = graph.standings(of: suggestions)
    self.locate = locate
  }

  /// One paragraph per suggestion:
  ///
  /// ```
  /// 0.96  “Russian Federation” is another name for “Russia” (parties)
  ///       + both are names for Russia
  ///       + never in the same table, although 3 shared tables would be expected by chance
  ///       “Russian Federation”: 8 positions in 2 tables: Content/reports/a.md:9:16
  ///       “Russia”: 40 positions in 11 tables, Content/parties/russia.md
  /// ```
  ///
  /// Below them, an address in a line of its own for each source that is worth an entry.
  package var text: String {
    let paragraphs = suggestionTexts + sources.map { $0.text + "\n" }
    return paragraphs.joined(separator: "\n")
  }

  private var suggestionTexts: [String] {
    suggestions.map { suggestion in
      var lines = ["\(Self.decimal(suggestion.percent))  \(headline(suggestion))"]
      lines += suggestion.evidence.map { "\($0.isAgainst ? "-" : "+") \($0)" }
      lines += suggestion.prose.map { [use($0)] } ?? []
      lines += [suggestion.from, suggestion.to].compactMap { $0.flatMap { standings[$0] } }.map(standing)
      return lines.map(TerminalText.line).joined(separator: "\n      ") + "\n"
    }
  }

  private func headline(_ suggestion: NameSuggestion) -> String {
    let from = suggestion.prose?.name ?? suggestion.from.flatMap { standings[$0]?.name } ?? ""
    let to = standings[suggestion.to]?.name ?? ""
    return switch suggestion.kind {
    case .mergeIssues: "“\(from)” is another name for “\(to)” (issues)"
    case .mergeParties: "“\(from)” is another name for “\(to)” (parties)"
    case .proseName: "“\(from)” in prose is another name for “\(to)”"
    case .actsFor: "“\(from)” acts for “\(to)”"
    case .related: "“\(from)” is related to “\(to)”"
    }
  }

  private func use(_ use: ProseNames.Use) -> String {
    let places = use.places.map(locate).joined(separator: ", ")
    return "“\(use.name)”: \(use.count.counted("place")) in prose" + (places.isEmpty ? "" : ": " + places)
      + (use.count > use.places.count ? ", …" : "")
  }

  private func standing(_ standing: NameUsage) -> String {
    let places = standing.places.map(locate).joined(separator: ", ")
    return
      "“\(standing.name)”: \(standing.positions.counted("position")) in \(standing.tables.counted("table"))"
      + (places.isEmpty ? "" : ": " + places)
      + (standing.tables > standing.places.count ? ", …" : "")
      + (standing.file.map { "; its file is \(locate(Place(path: $0)))" } ?? "")
  }

  /// One JSON document with one suggestion per line:
  ///
  /// ```
  /// {"version":1,"suggestions":[
  /// {"kind":"merge-parties","score":0.96,"from":{"name":"Russian Federation","slug":"russian-federation","file":null,
  ///  "positions":8,"tables":2,"places":["Content/reports/a.md:9:16"]},"to":{…},
  ///  "evidence":[{"rule":"same-state","against":false,"text":"both are names for Russia"}]}
  /// ]}
  /// ```
  ///
  /// `kind` is one of `NameSuggestion.Kind`; `file` is null if there is none; a name that only prose uses
  /// has no `slug` either. If there are sources to describe, `sources` lists them with `address`, `positions` and `file`. New keys are added at the end
  /// and do not change `version`.
  package var json: String {
    let lines = suggestions.map { suggestion in
      let evidence = suggestion.evidence.map {
        #"{"rule":"\#($0.rule)","against":\#($0.isAgainst),"text":\#(JSONWriter.quoted($0.description))}"#
      }
      return #"{"kind":"\#(suggestion.kind.rawValue)","score":\#(Self.decimal(suggestion.percent)),"#
        + #""from":\#(json(suggestion.from, suggestion.prose)),"to":\#(json(suggestion.to, nil)),"#
        + #""evidence":[\#(evidence.joined(separator: ","))]}"#
    }
    let body = lines.map { "\n" + $0 }.joined(separator: ",")
    let entries = sources.map { "\n" + $0.json }.joined(separator: ",")
    let rest = sources.isEmpty ? "" : #","sources":["# + entries + "\n]"
    return #"{"version":1,"suggestions":["# + body + (lines.isEmpty ? "]" : "\n]") + rest + "}\n"
  }

  private func json(_ subject: MentionSubject?, _ use: ProseNames.Use?) -> String {
    if let use {
      let places = use.places.map { JSONWriter.quoted(locate($0)) }.joined(separator: ",")
      return
        #"{"name":\#(JSONWriter.quoted(use.name)),"slug":null,"file":null,"positions":0,"tables":0,"places":[\#(places)]}"#
    }
    guard let standing = subject.flatMap({ standings[$0] }) else { return "null" }
    let file = standing.file.map { JSONWriter.quoted(locate(Place(path: $0))) } ?? "null"
    let places = standing.places.map { JSONWriter.quoted(locate($0)) }.joined(separator: ",")
    return
      #"{"name":\#(JSONWriter.quoted(standing.name)),"slug":\#(JSONWriter.quoted(standing.slug)),"file":\#(file),"#
      + #""positions":\#(standing.positions),"tables":\#(standing.tables),"places":[\#(places)]}"#
  }

  /// Hundredths as a number with two decimals.
  private static func decimal(_ percent: Int) -> String {
    "\(percent / 100).\(percent % 100 < 10 ? "0" : "")\(percent % 100)"
  }
}
