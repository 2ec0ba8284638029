import ArgumentParser
import Graph
import Publishing
import Text

/// `standpoint check`
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the content without writing anything.",
    discussion: """
      Reports the same diagnostics as a build, and published pages that no longer exist and have no redirect. With \
      --external, it also checks links to other sites, but not those that worked within the last week. \
      Exits with 0 if a build would write the site, and with 1 if the content has errors. With --fail-on, it also \
      reports gaps (core issues without a row, affected parties without a column) and stale positions (older than \
      “review-after:” allows), and exits with 1 if there are any.

      With --against, it also compares the content with the site that readers see now, so that no citation comes to mean \
      something else. On a machine that has no editions and has never published from this folder, such as a host’s, \
      --keep-addresses records the addresses of that site, so that the next build keeps them.

      With --tensions, it also proposes tensions on standard output: opposite stances of one party on one issue within a \
      number of days. Diagnostics are then always text. Proposals are not published; to mark a tension, add a \
      “> [!tension]” callout to a report.

      With --explain-tables, it lists every table of every report on standard output: what it is, the rule that decides, and \
      the directive to write above it if it should be something else.

      Examples:

        standpoint check
        standpoint check ~/briefing --strict
        standpoint check --fail-on gaps,stale
        standpoint check --external
        standpoint check --as-of 2025-03-01
        standpoint check --against https://site.example/
        standpoint check --against https://site.example/ --keep-addresses
        standpoint check --format sarif > standpoint.sarif
        standpoint check --tensions --window 90d
        standpoint check --explain-tables
      """)

  @OptionGroup var site: SiteOptions
  @OptionGroup var record: RecordOptions

  @ArgumentParser.Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp(
      "Also report these problems and exit with 1: gaps, stale or gaps,stale.", valueName: "what"),
    transform: FailOnOption.parse)
  var failOn = FailOnOption()

  @ArgumentParser.Option(
    help: ArgumentHelp(DiagnosticFormat.help, valueName: "format"))
  var format = DiagnosticFormat.text

  @Flag(help: "Propose tensions: opposite stances of one party on one issue.")
  var tensions = false

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "With --tensions: the maximum number of days between the two stances, such as 365d.", valueName: "days"),
    transform: DayCount.parse)
  var window = 365

  @Flag(
    name: .customLong("explain-tables"),
    help: "List every table: what it is, why, and the directive that would change that.")
  var explainTables = false

  @Flag(help: "Check with curl whether the linked pages on other sites exist.")
  var external = false

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "Compare with the published site: a URL, a folder or a branch. It is an error if a position’s address would lead somewhere else, or nowhere.",
      valueName: "site"))
  var against: String?

  @Flag(
    name: .customLong("keep-addresses"),
    help:
      "With --against: record the addresses of the published site in .standpoint, so that builds from this folder keep them."
  )
  var keepsAddresses = false

  @Flag(name: .shortAndLong, help: "Print diagnostics only.")
  var quiet = false

  func validate() throws {
    if against == "" { throw ValidationError("--against is empty.") }
    if keepsAddresses, against == nil { throw ValidationError("--keep-addresses requires --against.") }
  }

  func run() async throws {
    let folders = try site.folders(onlyTells: true)
    let line = ProgressLine(isWanted: !quiet)
    let check = SiteCheck(
      SitePipeline(folders, options: options, progress: line.show), asksOthers: external,
      against: try against.map { try PublishedSite($0) }, keepsAddresses: keepsAddresses)
    let outcome = try await line.during { try await check.run() }
    let (planned, diagnostics) = (outcome.site, outcome.diagnostics)
    (tensions || explainTables ? .text : format).write(diagnostics, of: folders)
    if tensions { propose(planned) }
    if explainTables { Terminal.standardOutput.write(TableExplanations(planned.graph).text) }
    if !quiet {
      let stream =
        format.takesOutput || tensions || explainTables ? Terminal.standardError : Terminal.standardOutput
      stream.writeLine("Checked \(BuildSummary.words(for: planned.counts)): \(diagnostics.summary)")
      if let external = outcome.external { stream.writeLine(Self.words(external)) }
      if let against { stream.writeLine(Self.words(outcome.compared, against)) }
      stream.write(BuildSummary.withheld(planned.withheld, folders))
    }
    let concerns = Set(failOn.concerns.map(\.id))
    let fails = diagnostics.entries.contains { concerns.contains($0.diagnostic.id) }
    if diagnostics.hasErrors || fails { throw ExitCode(ExitStatus.content) }
  }

  private static func words(_ external: (asked: Int, known: Int)) -> String {
    let asked = "Checked \(external.asked.counted("external link"))"
    return external.known > 0 ? asked + "; \(external.known) more worked within the last week" : asked
  }

  private static func words(_ compared: Int?, _ site: String) -> String {
    guard let compared else {
      return "“\(site)” has no positions.csv, so there was nothing to compare with"
    }
    return "Compared with \(compared.counted("published position")) on “\(site)”"
  }

  private var options: BuildOptions {
    var options = site.buildOptions
    options.concerns = failOn.concerns
    options.recordDay = record.asOf
    return options
  }

  private func propose(_ planned: PlannedSite) {
    let proposals = TensionProposals(planned.graph, window: window)
    Terminal.standardOutput.write(format == .json ? proposals.json : proposals.text)
  }
}

/// Parses the value of `--window`.
enum DayCount {
  static func parse(_ text: String) throws -> Int {
    let digits = text.hasSuffix("d") ? text.dropLast() : text[...]
    guard let days = Int(digits), (0...1_000_000).contains(days) else {
      throw ValidationError("“\(text)” is not a number of days; use a value such as 365d.")
    }
    return days
  }
}
