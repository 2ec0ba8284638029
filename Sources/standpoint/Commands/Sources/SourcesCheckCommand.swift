import ArgumentParser
import Diagnostics
import Graph
import Publishing
import Text
import Workspace

/// `standpoint sources check`
struct SourcesCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Check the sources on other sites: whether they still exist, whether they have changed, and whether they contain the quoted passages.",
    discussion: """
      Requests every source that has an address, with curl, and reports which are gone, have moved, or have changed since the \
      last check. It looks for every verbatim passage in the text of its sources: HTML, plain text, and PDF with pdftotext. \
      Quotation marks, white space, hyphenation, case and “[…]” make no difference.

      Each host gets one request at a time. A download can take up to 30 seconds and be up to 25 MB in size. If the check is interrupted, the next one \
      within a day continues it. What it finds never makes a build fail; with --fail-on, this command exits with 1.

      Examples:

        standpoint sources check
        standpoint sources check --keep
        standpoint sources check --fail-on gone,quotes
        standpoint sources check --format sarif > sources.sarif
      """)

  @OptionGroup var site: SiteOptions

  @Flag(
    help: ArgumentHelp(
      "Store the text of each source in Content/.sources/, for comparison with the next check.",
      discussion: "That folder is never published."))
  var keep = false

  @ArgumentParser.Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp(
      "Exit with 1 if there are any of these: \(SourceConcerns.list).", valueName: "what"),
    transform: SourceConcerns.parse)
  var failOn = SourceConcerns()

  @ArgumentParser.Option(help: ArgumentHelp(DiagnosticFormat.help, valueName: "format"))
  var format = DiagnosticFormat.text

  @Flag(name: .shortAndLong, help: "Print diagnostics only.")
  var quiet = false

  func run() async throws {
    let folders = try site.folders()
    let graphed = try await site.graph(of: folders, quiet: quiet)
    let line = ProgressLine(isWanted: !quiet)
    let pipeline = SitePipeline(folders, options: site.buildOptions, progress: line.show)
    let outcome = try await line.during { try await SourceCheck(pipeline, keeps: keep).run(graphed) }
    format.write(outcome.diagnostics, of: folders)
    if !quiet {
      let stream = format.takesOutput ? Terminal.standardError : Terminal.standardOutput
      stream.write(SourceCheckReport(outcome: outcome, folders: folders).text)
    }
    let fails = outcome.diagnostics.entries.contains { failOn.ids.contains($0.diagnostic.id) }
    if outcome.diagnostics.hasErrors || fails { throw ExitCode(ExitStatus.content) }
  }
}

/// The value of `--fail-on` for sources.
struct SourceConcerns: Sendable, Hashable {
  private(set) var ids: Set<DiagnosticID> = []

  private static let known: KeyValuePairs<String, DiagnosticID> = [
    "quotes": .quoteNotInSource, "gone": .sourceGone, "moved": .sourceMoved, "changed": .sourceChanged,
    "unchecked": .sourceUnchecked,
  ]

  /// The words, as help and messages list them.
  static let list = known.map(\.key).joined(separator: ", ")

  static func parse(_ text: String) throws -> SourceConcerns {
    var result = SourceConcerns()
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      let name = word.filter { $0 != " " }
      guard let id = known.first(where: { $0.key == name })?.value else {
        throw ValidationError("Invalid value “\(word)” for --fail-on; use one or more of \(list).")
      }
      result.ids.insert(id)
    }
    return result
  }
}
