import ArgumentParser
import Content
import Diagnostics
import Graph
import Publishing
import Workspace

/// `standpoint suggest`
struct SuggestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract:
      "Suggest which names mean the same issue or party, who acts for whom, and which issues are related.",
    discussion: """
      Shows each suggestion with its score, the evidence for (+) and against (-) it, and where the two names are used. \
      With --write, each suggestion shown is added as an alias, “acts-for:” or “related:” to the file of the issue or \
      party; the file is created if it does not exist. Without --write, nothing is changed.

      Addresses on which three positions or more rest, and which are not described, are listed with the file that would \
      describe them. You write that file yourself.

      Examples:

        standpoint suggest
        standpoint suggest --minimum-score 0.9 --format json
        standpoint suggest --write --only "Russian Federation=Russia"

      --only takes any two names that mean the same, even if there is no suggestion about them. One of them can be a name \
      that only prose uses: --only "Kremlin=Russia".
      """)

  /// The output format.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var site: SiteOptions

  @ArgumentParser.Option(
    name: .customLong("minimum-score"),
    help: ArgumentHelp(
      "Show and write suggestions with at least this score, from 0 to 1.", valueName: "score"))
  var minimum = NameSuggestion.usualMinimum

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "Only this pair of names, such as \"Russian Federation=Russia\", whatever its score; can be repeated.",
      valueName: "name=name"), transform: NamePair.parse)
  var only: [NamePair] = []

  @Flag(help: "Write the suggestions to the files of issues and parties.")
  var write = false

  @ArgumentParser.Option(
    help: ArgumentHelp("The format of the output: text or json.", valueName: "format"))
  var format = Format.text

  @Flag(name: .shortAndLong, help: "Omit the summary line.")
  var quiet = false

  func run() async throws {
    let folders = try site.folders()
    let graphed = try await graph(folders)
    let suggestions = try chosen(graphed.graph)
    let places = PlaceText(folders)
    let sources = only.isEmpty ? SourceProposal.all(in: graphed.graph) : []
    let report = SuggestionReport(suggestions, sources: sources, of: graphed.graph) { places.text($0) }
    Terminal.standardOutput.write(format == .json ? report.json : report.text)
    if write {
      try apply(suggestions, graphed.graph, folders)
    } else if !quiet {
      closing(suggestions, graphed.graph)
    }
  }

  /// Builds the graph. Prints only errors, which end the command; other diagnostics are left to a build.
  private func graph(_ folders: SiteFolders) async throws -> GraphedSite {
    let line = ProgressLine(isWanted: !quiet)
    let graphed: GraphedSite
    do {
      graphed = try await SitePipeline(folders, options: site.buildOptions, progress: line.show).graph()
    } catch {
      line.clear()
      throw error
    }
    line.clear()
    guard graphed.diagnostics.hasErrors else { return graphed }
    let errors = graphed.diagnostics.entries.filter { $0.severity == .error }
    DiagnosticFormat.text.write(DiagnosticList(entries: errors), of: folders)
    throw ExitCode(ExitStatus.content)
  }

  private func chosen(_ graph: IssueGraph) throws -> [NameSuggestion] {
    if only.isEmpty { return graph.suggestions(minimum: minimum) }
    let all = graph.suggestions(minimum: 0)
    return try only.flatMap { pair in
      let found = graph.suggestions(between: pair.first, and: pair.second, among: all)
      guard found.isEmpty else { return found }
      if let chosen = graph.chosenSuggestion(pair.first, pair.second) { return [chosen] }
      throw ValidationError(
        "“\(pair.first)” and “\(pair.second)” cannot be names of one issue or party; both must be in the reports, and one must be the name of an issue or party"
      )
    }
  }

  private func apply(_ suggestions: [NameSuggestion], _ graph: IssueGraph, _ folders: SiteFolders) throws {
    let edits = SuggestionEdits(suggestions, in: graph)
    let outcome = try ContentEdits(folders).write(edits)
    let stream = format == .json ? Terminal.standardError : Terminal.standardOutput
    if !quiet {
      for written in outcome.written {
        let made = written.edit.isNew ? "created" : "changed"
        stream.writeLine(
          "\(made) \(written.path.shown): \(written.edit.changes.map(Self.words).joined(separator: "; "))")
      }
    }
    let refusals = edits.refusals + outcome.refusals
    for refusal in refusals { Terminal.standardError.writeLine("not written: \(refusal)") }
    if !refusals.isEmpty { throw ExitCode(ExitStatus.content) }
  }

  private static func words(_ change: FrontMatterEdit.Change) -> String {
    switch change {
    case .add(let names, let key): "\(key) + " + names.map { "“\($0)”" }.joined(separator: ", ")
    case .set(let key, let value): "\(key): “\(value)”"
    }
  }

  private func closing(_ suggestions: [NameSuggestion], _ graph: IssueGraph) {
    let words =
      suggestions.first.map { first in
        let name = first.prose?.name ?? first.from.map(graph.name(of:)) ?? ""
        return "\(suggestions.count.counted("suggestion")). To accept the first one: "
          + "standpoint suggest --write --only \"\(name)=\(graph.name(of: first.to))\""
      } ?? "Nothing to suggest with a score of \(minimum) or more."
    Terminal.standardError.writeLine(words)
  }

  func validate() throws {
    guard (0...1).contains(minimum) else {
      throw ValidationError("--minimum-score must be between 0 and 1, but is “\(minimum)”.")
    }
    if write, !only.isEmpty || minimum >= 0.5 { return }
    if write {
      throw ValidationError(
        "--write requires a minimum score of at least 0.5; to accept other suggestions, name them with --only."
      )
    }
  }
}

/// A pair of names for `--only`.
struct NamePair: Sendable, Hashable {
  let first: String
  let second: String

  static func parse(_ text: String) throws -> NamePair {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !NameKey(String($0)).isEmpty }) else {
      throw ValidationError("“\(text)” is not a pair of names; write NAME=NAME.")
    }
    return NamePair(first: String(parts[0]), second: String(parts[1]))
  }
}
