import ArgumentParser
import Publishing

/// `standpoint check`
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look for mistakes in the content, and write nothing.",
    discussion: """
      Says everything that a build would say. Exits with 0 when a build would write the site, and with 1 when the \
      content has errors.

      With --tensions it also proposes, on standard output, where a party takes opposite stances on an issue within a \
      window of time; complaints are then text in any case. Nothing that is proposed is published: that takes a \
      “> [!tension]” callout.

      Examples:

        standpoint check
        standpoint check ~/briefing --strict
        standpoint check --format json > complaints.json
        standpoint check --tensions --window 90d
      """)

  @OptionGroup var site: SiteOptions

  @Option(
    help: ArgumentHelp(
      "How complaints are written: text on standard error, or json on standard output.", valueName: "format"))
  var format = DiagnosticFormat.text

  @Flag(help: "Propose tensions: opposite stances of one party on one issue.")
  var tensions = false

  @Option(
    help: ArgumentHelp(
      "With --tensions: how many days may lie between the two, such as 365d.", valueName: "days"),
    transform: DayCount.parse)
  var window = 365

  @Flag(name: .shortAndLong, help: "Say nothing but complaints.")
  var quiet = false

  func run() async throws {
    let folders = try site.folders()
    let line = ProgressLine(isWanted: !quiet)
    let planned: PlannedSite
    do {
      planned = try await SitePipeline(folders, options: site.buildOptions, progress: line.show).plan()
    } catch {
      line.clear()
      throw error
    }
    line.clear()
    (tensions ? .text : format).write(planned.diagnostics, of: folders)
    if tensions { propose(planned) }
    if !quiet {
      let stream = format == .json || tensions ? Terminal.standardError : Terminal.standardOutput
      stream.writeLine("Checked \(BuildSummary.words(for: planned.counts)): \(planned.diagnostics.summary)")
      stream.write(BuildSummary.withheld(planned.withheld, folders))
    }
    if planned.diagnostics.hasErrors { throw ExitCode(ExitStatus.content) }
  }

  private func propose(_ planned: PlannedSite) {
    let proposals = TensionProposals(planned.graph, window: window)
    Terminal.standardOutput.write(format == .json ? proposals.json : proposals.text)
  }
}

/// Reads the value of `--window`.
enum DayCount {
  static func parse(_ text: String) throws -> Int {
    let digits = text.hasSuffix("d") ? text.dropLast() : text[...]
    guard let days = Int(digits), (0...1_000_000).contains(days) else {
      throw ValidationError("“\(text)” is no number of days: give one such as 365d.")
    }
    return days
  }
}
