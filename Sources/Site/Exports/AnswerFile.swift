import Content
import Editions
import Graph
import Text

/// The current positions in the formats of voting advice applications: one answer of each party to each issue.
package enum AnswerFile: String, Sendable, CaseIterable {
  case compass = "election-compass"
  case euandi

  /// The bytes of the file.
  package func bytes(_ record: RecordHistory) -> [UInt8] {
    switch self {
    case .compass: Self.compass(record)
    case .euandi: Self.euandi(record)
    }
  }

  /// A configuration of Open Election Compass, version 1, with the propositions of issues as statements.
  ///
  /// Issues without a position that has a stance are left out: the application needs an answer to each of them.
  private static func compass(_ record: RecordHistory) -> [UInt8] {
    let graph = record.graph
    let language = String(graph.settings.language.prefix { $0 != "-" })
    let answers = answers(record)
    let byIssue = Dictionary(grouping: answers, by: \.issue)
    let isHybrid = answers.contains { $0.stance == .champions || $0.stance == .redLine }
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("version", "1")
    writer.member("algorithm", isHybrid ? "hybrid" : "cityblock/approve-neutral-reject")
    writer.key("languages")
    writer.beginArray()
    writer.beginObject()
    writer.member("name", language)
    writer.member("code", language)
    writer.endObject()
    writer.endArray()
    let summary = graph.settings.description ?? ""
    write("title", graph.settings.title, language, &writer)
    write("subtitle", summary, language, &writer)
    writer.key("introduction")
    writer.beginObject()
    write("heading", graph.settings.title, language, &writer)
    write("text", summary, language, &writer)
    writer.endObject()
    let withAnswers = Set(answers.map(\.party))
    writer.lines("parties", graph.parties.filter { withAnswers.contains($0.id) }) { writer, party in
      writer.beginObject()
      writer.member("alias", party.slug)
      write("name", party.name, language, &writer)
      write("short", party.name, language, &writer)
      write("description", "", language, &writer)
      writer.endObject()
    }
    let issues = graph.issues.filter { byIssue[$0.id]?.contains { $0.stance != nil } == true }
    writer.lines("theses", issues) { writer, issue in
      writer.beginObject()
      write("title", issue.name, language, &writer)
      write("statement", issue.file?.proposition ?? issue.name, language, &writer)
      writer.key("positions")
      writer.beginObject()
      for answer in byIssue[issue.id] ?? [] {
        writer.key(graph.parties[answer.party.index].slug)
        writer.beginObject()
        writer.member("position", answer.word)
        write("explanation", answer.text, language, &writer)
        writer.endObject()
      }
      writer.endObject()
      writer.endObject()
    }
    writer.endObject()
    writer.finish()
    return writer.bytes
  }

  /// A text in the language of the site.
  private static func write(_ name: String, _ text: String, _ language: String, _ writer: inout JSONWriter) {
    writer.key(name)
    writer.beginObject()
    writer.member(language, text)
    writer.endObject()
  }

  /// A table with a row for each party and statement, and the answers of EUandI, on its scale of five.
  private static func euandi(_ record: RecordHistory) -> [UInt8] {
    let graph = record.graph
    var output = CSV()
    var reader = PositionSources()
    output.append(["party", "statement", "answer", "justification", "source", "date"])
    for answer in answers(record) {
      let sources =
        switch answer.position {
        case .present(let id): reader.texts(of: graph.positions[id.index], in: graph)
        case .remembered(let old): old.position.sources ?? []
        }
      output.append(
        [
          graph.parties[answer.party.index].name, graph.issues[answer.issue.index].name, answer.scale,
          answer.text,
          sources.joined(separator: "; "), record.date(of: answer.position)?.description ?? "",
        ])
    }
    return output.bytes
  }

  private struct Answer {
    let issue: ID<Issue>
    let party: ID<Party>
    let position: RecordedPosition
    let stance: Stance?
    let text: String

    /// The answer in Open Election Compass; “mixed” has none of its own.
    var word: String {
      switch stance {
      case .champions: "strongly-approve"
      case .supports: "approve"
      case .mixed, .neutral: "neutral"
      case .opposes: "reject"
      case .redLine: "strongly-reject"
      case nil: "skip"
      }
    }

    /// The answer in EUandI.
    var scale: String {
      switch stance {
      case .champions: "Completely agree"
      case .supports: "Tend to agree"
      case .mixed, .neutral: "Neutral"
      case .opposes: "Tend to disagree"
      case .redLine: "Completely disagree"
      case nil: ""
      }
    }
  }

  /// The newest position of each standing, by issue, then party; without one in the site, the one that editions remember.
  private static func answers(_ record: RecordHistory) -> [Answer] {
    record.graph.issues.flatMap { issue in
      record.graph.heldStances(on: issue.id).compactMap { held -> Answer? in
        let newest =
          record.graph.standings[issue.id, held.party].map { RecordedPosition.present($0.newest) }
          ?? record.rememberedStanding(issue.id, of: held.party).first.map(RecordedPosition.remembered)
        guard let newest else { return nil }
        return Answer(
          issue: issue.id, party: held.party, position: newest, stance: record.stance(of: newest),
          text: record.words(of: newest))
      }
    }
  }
}
