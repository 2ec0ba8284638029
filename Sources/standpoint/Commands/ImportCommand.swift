import ArgumentParser
import Content
import Diagnostics
import FileSystem
import Importing
import Publishing
import Text
import Workspace

/// `standpoint import`
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract:
      "Import documents, pasted text, spreadsheets or folders of notes as reports, and bibliographies as sources.",
    discussion: """
      Reads text pasted from the web (headings without markup, lists without bullets, tables without blank \
      lines), .docx, .odt and .html documents (with pandoc), and .csv and .xlsx tables of \
      positions, and writes a report for each. It keeps every word and prints its decisions line by line on standard \
      error.

      Markdown stays as it is; only its front matter is translated (YAML, TOML or JSON). A folder is an Obsidian vault, or a \
      Hugo, Jekyll, Quartz or MkDocs site: its notes keep their folders, and the files that they embed are copied too.

      The items of bibliographies (.bib with pandoc, .ris, and .json in CSL-JSON) are added to Content/sources.json. Those with a \
      key that is already described are left as they are.

      Examples:

        standpoint import briefing.txt
        standpoint import march.docx april.docx --site ~/briefing
        xclip -o | standpoint import - --title "The March plan" --date 2025-03-02
        standpoint import positions.csv --output -
        standpoint import ~/Vault --site ~/briefing
        standpoint import refs.bib
      """)

  @Argument(
    help: ArgumentHelp("The files or folders to import; “-” is standard input.", valueName: "file"),
    completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp("The site to add the reports to; see “standpoint help build”.", valueName: "site"),
    completion: .directory)
  var site = "."

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write; “-” is standard output.",
      discussion: "Default: Content/reports/TITLE.md in the site; a Markdown file keeps its name.",
      valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("The title. Default: the document’s title, the first short line, or the file name."))
  var title: String?

  @Option(
    help: ArgumentHelp(
      "The date of the briefing: a day, a month or a year.",
      discussion: "Default: a date on a short line near the start.", valueName: "date"),
    transform: ImportDate.parse)
  var date: PartialDate?

  @Option(
    help: ArgumentHelp(
      "The format of the files: " + ImportFormat.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      discussion: "Default: from their names; standard input is text.", valueName: "format"))
  var format: ImportFormat?

  @Flag(help: "Also import the daily notes of a folder.")
  var dailyNotes = false

  @Option(
    help: ArgumentHelp(
      "The columns of a sheet by their headers, such as issue=Thema,party=Partei,position=Position.",
      discussion:
        "With issue and party, each row is one position; stance, date, source and evidence name further columns. With only issue, each row is an issue and each further column a party. Default: taken from the headers.",
      valueName: "columns"),
    transform: { try SheetColumns($0) })
  var columns: SheetColumns?

  @Option(
    help: ArgumentHelp(
      "The sheet of an .xlsx file to import.", discussion: "Default: all visible sheets.",
      valueName: "name"))
  var sheet: String?

  @Flag(help: "Replace existing files.")
  var force = false

  @Flag(name: .shortAndLong, help: "Print only what needs your attention, not every decision.")
  var quiet = false

  func validate() throws {
    if files.count > 1, output != nil || title != nil {
      throw ValidationError("--output and --title work only with a single file; import the files one by one.")
    }
    if files.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Standard input can be read only once.")
    }
    if output == "" { throw ValidationError("--output is empty; give a file.") }
    if let title, !title.contains(where: { !$0.isWhitespace }) {
      throw ValidationError("--title is empty; give a title.")
    }
  }

  func run() async throws {
    let (target, words, languages, root) = try place()
    let parties = await parties()
    var steps: [(file: String, steps: [String])] = []
    var failed = false
    for file in files {
      if file != "-", try FileStatus.of(DiskPath(file), followingLinks: true)?.kind == .folder {
        failed = try !importFolder(file) || failed
        continue
      }
      var format = format
      if format == nil, file.lowercased().hasSuffix(".json"), BriefingImport.isElectionCompass(file) {
        format = .compass
      }
      if format == nil, let kind = SourceImport.Format(fileName: file) {
        do {
          tell(try await SourceImport(file: file, format: kind, target: target, replaces: force).run())
        } catch {
          Terminal.standardError.write(error: error)
          failed = true
        }
        continue
      }
      var request = ImportRequest(
        file: file, format: format, title: title, date: date, target: target, replaces: force, words: words,
        columns: columns, sheet: sheet, parties: parties, site: root)
      request.languages = languages
      do {
        let outcome = try await BriefingImport(request).run()
        tell(outcome, of: file == "-" ? "standard input" : file)
        if let path = outcome.path { steps.append((path.shown, outcome.report.nextSteps)) }
      } catch {
        // Continue with the other files.
        Terminal.standardError.write(error: error)
        failed = true
      }
    }
    if !quiet { tell(steps) }
    if failed { throw ExitCode(ExitStatus.environment) }
  }

  /// The parties of the site; empty for a report that is written elsewhere.
  private func parties() async -> [[String]] {
    guard output == nil, let folders = try? SiteFolders(SiteFolders.Arguments(site: site)) else { return [] }
    return await SiteParties.names(in: SitePipeline(folders))
  }

  /// Prints what an editor does next, in order.
  private func tell(_ files: [(file: String, steps: [String])]) {
    guard let first = files.first else { return }
    let own =
      files.count == 1
      ? first.steps
      : files.filter { !$0.steps.isEmpty }.map { "\($0.file): " + $0.steps.joined(separator: "; ") }
    let read = files.count == 1 ? "read through \(first.file)" : "read through the new reports"
    let all = [read] + own + ["check the site: standpoint check", "preview it: standpoint serve"]
    Terminal.standardError.writeLine("Next:")
    for (index, step) in all.enumerated() {
      Terminal.standardError.writeLine(TerminalText.line("  \(index + 1). \(step)"))
    }
  }

  /// Imports a folder; false: a part of it could not be imported.
  private func importFolder(_ folder: String) throws -> Bool {
    guard output == nil, title == nil, date == nil, format == nil else {
      throw ValidationError(
        "--output, --title, --date and --format work only with files; choose the site with --site.")
    }
    guard columns == nil, sheet == nil else {
      throw ValidationError(
        "--columns and --sheet work only with spreadsheets; import the sheets of a folder one by one.")
    }
    let folders = try SiteFolders(SiteFolders.Arguments(site: site))
    let outcome: FolderImport.Outcome
    do {
      outcome = try FolderImport(
        folder, into: folders, replaces: force, includesDailyNotes: dailyNotes
      ).run()
    } catch {
      Terminal.standardError.write(error: error)
      return false
    }
    if !quiet { for line in outcome.lines { Terminal.standardError.writeLine(line) } }
    for problem in outcome.problems { Terminal.standardError.write(error: problem) }
    for path in outcome.attachments + outcome.notes { Terminal.standardOutput.writeLine(path.shown) }
    Terminal.standardError.writeLine(
      "Imported \(outcome.notes.count.counted("note")) and \(outcome.attachments.count.counted("attachment")) from "
        + "\(outcome.origin). Next: standpoint check")
    return outcome.problems.isEmpty
  }

  /// Where to write reports, the site's words that identify tables, and the site's folder.
  private func place() throws(EnvironmentError) -> (
    ImportRequest.Target, TableWords, [String], DiskPath?
  ) {
    if let output {
      return (output == "-" ? .none : .file(DiskPath(output)), TableWords(), [], nil)
    }
    let folders = try SiteFolders.opened(SiteFolders.Arguments(site: site))
    return (
      .reports(of: folders.content), try SiteWords.read(in: folders), try SiteWords.languages(in: folders),
      folders.root
    )
  }

  private func tell(_ outcome: SourceImport.Outcome) {
    let stream = Terminal.standardError
    if !quiet { stream.writeLine("\(outcome.added.count.counted("source")) added") }
    if !outcome.kept.isEmpty {
      let keys = outcome.kept.joined(separator: ", ")
      stream.writeLine(
        TerminalText.line(
          "\(outcome.kept.count.counted("source")) left unchanged (--force replaces those in sources.json): \(keys)"
        ))
    }
    if outcome.nameless > 0 {
      stream.writeLine(
        "\(outcome.nameless.counted("source")) left out: a source without a key cannot be cited")
    }
    if let path = outcome.path {
      Terminal.standardOutput.writeLine(path.shown)
    } else if output == "-" {
      Terminal.standardOutput.write(outcome.text)
    }
  }

  private func tell(_ outcome: ImportOutcome, of file: String) {
    let stream = Terminal.standardError
    if !quiet {
      for decision in outcome.report.decisions { stream.writeLine(decision.text(path: file)) }
    }
    let list = DiagnosticPolicy().apply(to: outcome.report.diagnostics)
    stream.write(DiagnosticPrinter(usesColour: stream.usesColour) { _ in outcome.source?.bytes }.text(list))
    guard let path = outcome.path else {
      Terminal.standardOutput.write(outcome.report.text)
      return
    }
    for picture in outcome.pictures { Terminal.standardOutput.writeLine(picture.shown) }
    Terminal.standardOutput.writeLine(path.shown)
  }
}

extension ImportFormat: ExpressibleByArgument {}

/// Parses the value of `--date`.
enum ImportDate {
  static func parse(_ text: String) throws -> PartialDate {
    guard let date = PartialDate(text) else {
      throw ValidationError("“\(text)” is not a date; use a day, a month or a year, such as 2025-03-02.")
    }
    return date
  }
}
