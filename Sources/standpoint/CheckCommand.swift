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

      Examples:

        standpoint check
        standpoint check ~/briefing --strict
        standpoint check --format json > complaints.json
      """)

  @OptionGroup var site: SiteOptions

  @Option(
    help: ArgumentHelp(
      "How complaints are written: text on standard error, or json on standard output.", valueName: "format"))
  var format = DiagnosticFormat.text

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
    format.write(planned.diagnostics, of: folders)
    if !quiet {
      let stream = format == .json ? Terminal.standardError : Terminal.standardOutput
      stream.writeLine("Checked \(BuildSummary.words(for: planned.counts)): \(planned.diagnostics.summary)")
      stream.write(BuildSummary.withheld(planned.withheld, folders))
    }
    if planned.diagnostics.hasErrors { throw ExitCode(ExitStatus.content) }
  }
}
