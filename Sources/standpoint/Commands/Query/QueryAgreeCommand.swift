import ArgumentParser
import Content
import Graph

/// `standpoint query agree`
struct QueryAgreeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agree",
    abstract: "Show on which issues parties agree, differ, or stand against another party.",
    discussion: """
      Parties agree on an issue if all their current stances are on the same side, however strong. A stance that is mixed, \
      not marked or missing, or one of several from the same time, makes the outcome unclear: it is listed with the reason and never \
      counted as agreement. A position that only editions remember counts as long as only silence has replaced it in its cell.

      With --against, lists only the issues on which the parties agree and the other party takes the opposite side.

      Examples:

        standpoint query agree "United States" Russia
        standpoint query agree Ukraine Poland --against Russia --format csv
      """)

  @Argument(help: ArgumentHelp("The parties, by any of their names.", valueName: "party"))
  var parties: [String]

  @ArgumentParser.Option(
    help: ArgumentHelp("The party that takes the opposite side.", valueName: "party"))
  var against: String?

  @OptionGroup var site: NamedSiteOptions
  @OptionGroup var query: QueryOptions

  func validate() throws {
    if parties.count + (against == nil ? 0 : 1) < 2 {
      throw ValidationError("Name at least two parties.")
    }
  }

  func run() async throws {
    let folders = try site.folders()
    let record = try await site.graph(of: folders, quiet: true).record(in: folders)
    let graph = record.graph
    let names = SubjectNames(graph)
    let found = try parties.map { try names.askedParty($0) }
    let opponent = try against.map { try names.askedParty($0) }
    try check(found + [opponent].compactMap(\.self), in: graph)
    let agreement = PartyAgreement(of: found, against: opponent, in: graph)
    query.write(AgreementAnswer(record: record, folders: folders, agreement: agreement))
  }

  /// Throws if two of the names mean the same party.
  private func check(_ found: [ID<Party>], in graph: IssueGraph) throws {
    var names: [ID<Party>: String] = [:]
    for (party, name) in zip(found, parties + [against].compactMap(\.self)) {
      if let other = names.updateValue(name, forKey: party) {
        throw ValidationError(
          "“\(other)” and “\(name)” are the same party, “\(graph.parties[party.index].name)”; name different ones."
        )
      }
    }
  }
}
