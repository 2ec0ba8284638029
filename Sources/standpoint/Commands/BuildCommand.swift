import ArgumentParser
import Publishing
import Workspace

/// `standpoint build`
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the site.",
    discussion: """
      Reads SITE/Content (or SITE itself, if it has no Content folder) and writes the site to SITE/Public. \
      The output folder is replaced in one step when the whole site is ready. If the content has errors or the build is \
      interrupted, the output folder does not change. Standpoint removes only files that it wrote itself.

      Examples:

        standpoint build
        standpoint build ~/briefing --drafts --now 2025-03-01
        standpoint build --as-of 2025-03-01 --output /tmp/march
        standpoint build notes --output /srv/www/briefing --base-url https://example.org/briefing/
        standpoint build march.md --output /tmp/march
        standpoint build --preview "PR 12" --base-url https://previews.example/12/
      """)

  @OptionGroup var site: SiteOptions

  @OptionGroup var record: RecordOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write to.", discussion: "Default: SITE/Public.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Build a preview with this name for colleagues: with drafts and a banner, without feeds or a sitemap, and hidden from search engines.",
      valueName: "name"))
  var preview: String?

  @Option(
    help: ArgumentHelp(DiagnosticFormat.help, valueName: "format"))
  var format = DiagnosticFormat.text

  @Flag(name: .shortAndLong, help: "Print diagnostics only.")
  var quiet = false

  @Flag(
    name: .customLong("next-change"),
    help: "Print only the next day on which the site would change by itself, or nothing.")
  var nextChange = false

  @Flag(help: "Print how long each step took, on standard error.")
  var timings = false

  func run() async throws {
    let start = ContinuousClock.now
    let folders = try site.folders(output: output)
    let line = ProgressLine(isWanted: !quiet)
    var options = site.buildOptions
    options.recordDay = record.asOf
    if let preview {
      options.previewName = preview
      options.includesDrafts = true
    }
    let pipeline = SitePipeline(folders, options: options, progress: line.show)
    let outcome = try await line.during {
      try await SiteBuild(pipeline).run { path in
        Terminal.standardError.writeLine("Waiting for another build of “\(path.shown)” to finish …")
      }
    }
    format.write(outcome.site.diagnostics, of: folders)
    if timings { Terminal.standardError.write(BuildSummary.timings(outcome.times)) }
    try conclude(outcome, folders, start.duration(to: .now))
    // Exit without freeing memory: freeing a large graph piece by piece takes as long as linking it.
    withExtendedLifetime(outcome) { Self.exit(withError: nil) }
  }

  private func conclude(_ outcome: SiteBuild.Outcome, _ folders: SiteFolders, _ time: Duration) throws {
    let diagnostics = outcome.site.diagnostics
    guard let report = outcome.report else {
      let rest = outcome.hadOutput ? "is unchanged" : "was not written"
      Terminal.standardError.writeLine(
        "Not built: \(diagnostics.summary). “\(folders.output.shown)” \(rest).")
      throw ExitCode(ExitStatus.content)
    }
    let next = NextChange(outcome.site)
    if nextChange {
      if let next { Terminal.standardOutput.writeLine("\(next.day)") }
      return
    }
    if quiet { return }
    // If diagnostics go to standard output, other messages go to standard error.
    let stream = format.takesOutput ? Terminal.standardError : Terminal.standardOutput
    stream.writeLine(BuildSummary.line(outcome.site.counts, report, folders, time))
    if let next { stream.writeLine(BuildSummary.line(next, folders)) }
    stream.write(BuildSummary.withheld(outcome.site.withheld, folders))
  }

  func validate() throws {
    if let preview, !preview.contains(where: { !$0.isWhitespace }) || preview.contains(where: \.isNewline) {
      throw ValidationError("--preview is empty or has several lines; give a short name, such as “PR 12”.")
    }
    if nextChange, format.takesOutput {
      throw ValidationError("--next-change and --format \(format.rawValue) both need standard output.")
    }
    if output == "" { throw ValidationError("--output is empty; give a folder.") }
  }
}
