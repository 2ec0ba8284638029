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

      Also lists each address that three or more positions rest on but that has no description, with the file that would \
      describe it. --write creates these files with the address, and with the title, date and kind of evidence on which \
      all reports agree. A file that exists is never changed.

      Examples:

        standpoint suggest
        standpoint suggest --minimum-score 0.9 --format json
        standpoint suggest --write --only "Russian Federation=Russia"
        standpoint suggest --write --only https://example.org/speech

      --only takes any two names that mean the same thing, even if there is no suggestion about them. One of them can be a name \
      that only prose uses: --only "Kremlin=Russia". It also takes the address of a source, however few positions rest on \
      it.
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
      "Only this pair of names, such as \"Russian Federation=Russia\", whatever its score, or only this address of a source; can be repeated.",
      valueName: "name=name"), transform: SuggestionChoice.parse)
  var only: [SuggestionChoice] = []

  @Flag(help: "Write the suggestions to the files of issues, parties and sources.")
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
    let sources = try chosenSources(graphed.graph)
    let report = SuggestionReport(suggestions, sources: sources, of: graphed.graph) { places.text($0) }
    Terminal.standardOutput.write(format == .json ? report.json : report.text)
    if write {
      try apply(suggestions, sources, graphed.graph, folders)
    } else if !quiet {
      closing(suggestions, sources, graphed.graph)
    }
  }

  /// Builds the graph. Prints only errors, which end the command; other diagnostics are left to a build.
  private func graph(_ folders: SiteFolders) async throws -> GraphedSite {
    let line = ProgressLine(isWanted: !quiet)
    let pipeline = SitePipeline(folders, options: site.buildOptions, progress: line.show)
    let graphed = try await line.during { try await pipeline.graph() }
    guard graphed.diagnostics.hasErrors else { return graphed }
    let errors = graphed.diagnostics.entries.filter { $0.severity == .error }
    DiagnosticFormat.text.write(DiagnosticList(entries: errors), of: folders)
    throw ExitCode(ExitStatus.content)
  }

  private func chosen(_ graph: IssueGraph) throws -> [NameSuggestion] {
    if only.isEmpty { return graph.suggestions(minimum: minimum) }
    let all = graph.suggestions(minimum: 0)
    return try only.flatMap { choice -> [NameSuggestion] in
      guard case .names(let pair) = choice else { return [] }
      let found = graph.suggestions(between: pair.first, and: pair.second, among: all)
      guard found.isEmpty else { return found }
      if let chosen = graph.chosenSuggestion(pair.first, pair.second) { return [chosen] }
      throw ValidationError(
        "“\(pair.first)” and “\(pair.second)” cannot both be names of one issue or party; both must be in the reports, and one must be the name of an issue or party"
      )
    }
  }

  private func chosenSources(_ graph: IssueGraph) throws -> [SourceProposal] {
    if only.isEmpty { return SourceProposal.all(in: graph) }
    let addresses = only.compactMap { if case .source(let address) = $0 { address } else { nil } }
    if addresses.isEmpty { return [] }
    let all = SourceProposal.all(in: graph, minimum: 1)
    for address in addresses where !all.contains(where: { $0.isAbout(address) }) {
      throw ValidationError(
        "“\(address)” is already described, or no position rests on it; give an address that a cell or its footnote links to"
      )
    }
    return all.filter { proposal in addresses.contains(where: proposal.isAbout) }
  }

  private func apply(
    _ suggestions: [NameSuggestion], _ sources: [SourceProposal], _ graph: IssueGraph, _ folders: SiteFolders
  ) throws {
    let edits = SuggestionEdits(suggestions, in: graph)
    let outcome = try ContentEdits(folders).write(edits, describing: sources)
    let stream = format == .json ? Terminal.standardError : Terminal.standardOutput
    if !quiet {
      for written in outcome.written {
        let made = written.edit.isNew ? "created" : "changed"
        stream.writeLine(
          "\(made) \(written.path.shown): \(written.edit.changes.map(Self.words).joined(separator: "; "))")
      }
      for path in outcome.described { stream.writeLine("created \(path.shown)") }
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

  private func closing(
    _ suggestions: [NameSuggestion], _ sources: [SourceProposal], _ graph: IssueGraph
  ) {
    let count = suggestions.count + sources.count
    let choice =
      suggestions.first.map { first in
        let name = first.prose?.name ?? first.from.map(graph.name(of:)) ?? ""
        return "\"\(name)=\(graph.name(of: first.to))\""
      } ?? sources.first.map { "\"\($0.address)\"" }
    let words =
      choice.map {
        "\(count.counted("suggestion")). To accept the first one: standpoint suggest --write --only \($0)"
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

/// What `--only` chooses.
enum SuggestionChoice: Sendable, Hashable {
  case names(NamePair)
  /// The address of a source.
  case source(String)

  static func parse(_ text: String) throws -> SuggestionChoice {
    let isAddress = ["http://", "https://"].contains(where: text.lowercased().hasPrefix)
    return isAddress ? .source(text) : .names(try NamePair.parse(text))
  }
}

/// A pair of names for `--only`.
struct NamePair: Sendable, Hashable {
  let first: String
  let second: String

  static func parse(_ text: String) throws -> NamePair {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !NameKey(String($0)).isEmpty }) else {
      throw ValidationError(
        "“\(text)” is neither a pair of names nor an address; write NAME=NAME, or an address that begins with https://."
      )
    }
    return NamePair(first: String(parts[0]), second: String(parts[1]))
  }
}
