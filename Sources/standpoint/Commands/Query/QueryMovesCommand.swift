import ArgumentParser
import Content
import Editions
import Graph

/// `standpoint query moves`
struct QueryMovesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "moves",
    abstract: "List the moves: newer positions whose stance differs from the one they supersede.",
    discussion: """
      Each move is marked as hardened, softened or reversed, or as changed where the scale does not show a direction. A position \
      without a marked stance is never one side of a move. Positions that only editions remember count as well.

      Examples:

        standpoint query moves --since 2025-01
        standpoint query moves --party Russia --issue "NATO expansion" --format json
      """)

  @OptionGroup var site: SiteOptions

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "Only moves on or after this date: a day, month or year, such as 2025-01.", valueName: "date"),
    transform: SinceDate.parse)
  var since: PartialDate?

  @ArgumentParser.Option(
    help: ArgumentHelp("Only moves of this party; can be repeated.", valueName: "name"))
  var party: [String] = []

  @ArgumentParser.Option(
    help: ArgumentHelp("Only moves on this issue; can be repeated.", valueName: "name"))
  var issue: [String] = []

  @OptionGroup var query: QueryOptions

  func run() async throws {
    let folders = try site.folders()
    let record = try await site.graph(of: folders, quiet: true).record(in: folders)
    let graph = record.graph
    let names = SubjectNames(graph)
    let parties = Set(try party.map { try names.askedParty($0) })
    let issues = Set(try issue.map { try names.askedIssue($0) })
    let moves = MoveList(record).moves.filter { move in
      (parties.isEmpty || parties.contains(move.party)) && (issues.isEmpty || issues.contains(move.issue))
        && (since.map { move.date.dayNumber >= $0.dayNumber } ?? true)
    }
    let byIssue = moves.enumerated().sorted {
      ($0.element.issue, $0.offset) < ($1.element.issue, $1.offset)
    }.map(\.element)
    query.write(MovesAnswer(record: record, folders: folders, moves: byIssue, since: since))
  }
}

/// Parses the value of `--since`.
enum SinceDate {
  static func parse(_ text: String) throws -> PartialDate {
    guard text.utf8.count <= 10, let date = PartialDate(text) else {
      throw ValidationError("“\(text)” is not a date; use a year, a month or a day, such as 2025-01.")
    }
    return date
  }
}
