import ArgumentParser
import Content
import Diagnostics
import Graph

/// `standpoint query`
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract:
      "Answer questions about positions: who moved, what is due, who agrees, what is missing, and what evidence there is.",
    discussion: """
      Prints what the site’s pages show, for people (text) and for programs (json, csv). Nothing is written.

      Examples:

        standpoint query moves --since 2025-01
        standpoint query stale --format csv > stale.csv
        standpoint query agree "United States" Ukraine --against Russia
        standpoint query coverage ~/briefing
      """,
    subcommands: [
      QueryMovesCommand.self, QueryStaleCommand.self, QueryAgreeCommand.self, QueryCoverageCommand.self,
      QueryUnsourcedCommand.self, QuerySingleSourceCommand.self, QuerySourceCommand.self,
      QueryEvidenceCommand.self,
    ])
}

/// The option of all queries.
struct QueryOptions: ParsableArguments {
  /// The output format.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
  }

  @ArgumentParser.Option(
    help: ArgumentHelp("The format of the output: text, json or csv.", valueName: "format"))
  var format = Format.text

  func write(_ answer: some QueryAnswer) {
    switch format {
    case .text: Terminal.standardOutput.write(answer.text)
    case .json: Terminal.standardOutput.write(answer.json)
    case .csv: Terminal.standardOutput.write(answer.csv)
    }
  }
}

extension SubjectNames {
  /// The party with a name given on the command line. Throws if there is none.
  func askedParty(_ name: String) throws(ValidationError) -> ID<Party> {
    if let party = party(name) { return party }
    throw Self.unknown(name, "party", near: partyName(near: name))
  }

  /// The issue with a name given on the command line. Throws if there is none.
  func askedIssue(_ name: String) throws(ValidationError) -> ID<Issue> {
    if let issue = issue(name) { return issue }
    throw Self.unknown(name, "issue", near: issueName(near: name))
  }

  private static func unknown(_ name: String, _ kind: String, near: String?) -> ValidationError {
    let advice = near.map { "; did you mean “\($0)”?" } ?? "."
    return ValidationError(TerminalText.line("unknown \(kind) “\(name)”\(advice)"))
  }
}
