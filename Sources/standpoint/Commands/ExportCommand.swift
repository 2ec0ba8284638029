import ArgumentParser
import Content
import Diagnostics
import FileSystem
import Graph
import Publishing
import Site
import Text
import Workspace

/// `standpoint export`
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract:
      "Export the positions or the issue graph for other programs, or documents to print and share.",
    discussion: """
      \(ExportFormat.all.map { "\($0.name) is \($0.summary)" }.joined(separator: "; ")). A built site \
      contains the same files, with metadata (CSVW) for the table.

      \(CitationFormat.allCases.map { "\($0.rawValue) writes \($0.summary)" }.joined(separator: "; ")): an entry for each \
      report and each position. --report, --issue and --party select which.

      sqlite is a database with foreign keys, a full-text index and views of moves and standings, for Datasette and similar programs.

      election-compass is a configuration of Open Election Compass, and euandi a CSV table with the answers of each party to each \
      statement on the scale of EUandI; both have the current positions.

      json is everything about one --issue or one --party: its standings and positions.

      \(PaperFormat.allCases.map { "\($0.rawValue) writes \($0.summary)" }.joined(separator: "; ")): of one --report, \
      --issue, --party or --edition, or of the whole site as a briefing pack. WeasyPrint creates PDF files, and pandoc creates \
      Word documents.

      Examples:

        standpoint export > positions.csv
        standpoint export --as-of 2025-03 > march.csv
        standpoint export ~/briefing --format graphml --output issues.graphml
        standpoint export --format json --party Russia > russia.json
        standpoint export --format bibtex --report "The March plan" > plan.bib
        standpoint export --format pdf --output pack.pdf
        standpoint export --format docx --report "The March plan" -o plan.docx
      """)

  @OptionGroup var site: SiteOptions

  @OptionGroup var record: RecordOptions

  @ArgumentParser.Option(help: ArgumentHelp("The format to write.", valueName: "format"))
  var format = ExportChoice.data(ExportFormat.all[0])

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "With a citation format: only this report, by title or slug. With pdf and docx: this report.",
      valueName: "report")
  )
  var report: [String] = []

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "With a citation format: only positions on this issue. With json, pdf and docx: this issue.",
      valueName: "issue"))
  var issue: [String] = []

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "With a citation format: only positions of this party. With json, pdf and docx: this party.",
      valueName: "party"))
  var party: [String] = []

  @ArgumentParser.Option(
    help: ArgumentHelp("With pdf and docx: this edition, by name.", valueName: "edition"))
  var edition: String?

  @ArgumentParser.Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write.", discussion: "Default: standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  func run() async throws {
    let folders = try site.folders()
    if case .paper(let format) = format { return try await writeDocument(as: format, folders) }
    let graphed = try await site.graph(of: folders, quiet: true, record: record)
    let bytes: [UInt8] =
      switch format {
      case .data(let format): format.file.bytes(try graphed.record(in: folders))
      case .subject: try subject(in: graphed, folders)
      case .answers(let format): format.bytes(try graphed.record(in: folders))
      case .sqlite: try await SQLiteFile(try graphed.record(in: folders)).bytes()
      case .citations(let format):
        format.bytes(SiteCitations(graphed.graph).citations(of: try choice(in: graphed.graph)))
      case .paper: []
      }
    if let output {
      UnfinishedFile.removeAbandoned(in: DiskPath(output).parent)
      try FileWriter.write(bytes, to: DiskPath(output))
    } else {
      Terminal.standardOutput.write(bytes)
    }
  }

  func validate() throws {
    if output == "" { throw ValidationError("--output is empty; give a file.") }
    if case .sqlite = format, output == nil { throw ValidationError("--format sqlite requires --output.") }
    if case .subject = format, !report.isEmpty || issue.count + party.count != 1 {
      throw ValidationError("--format json requires one --issue or one --party.")
    }
    if case .paper(let format) = format {
      if output == nil { throw ValidationError("--format \(format.rawValue) requires --output.") }
      if (report + issue + party + [edition].compactMap(\.self)).count > 1 {
        throw ValidationError(
          "A document covers one --report, --issue, --party or --edition, or the whole site.")
      }
    } else if edition != nil {
      throw ValidationError("--edition requires --format pdf or docx.")
    }
    if format.isWhole, !(report + issue + party).isEmpty {
      let formats = CitationFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--report, --issue and --party require --format json, pdf, docx, \(formats).")
    }
  }

  /// The file of the one issue or party that is wanted.
  private func subject(in graphed: GraphedSite, _ folders: SiteFolders) throws -> [UInt8] {
    let names = SubjectNames(graphed.graph)
    let file = SubjectFile(try graphed.record(in: folders))
    if let name = issue.first { return file.bytes(of: try names.askedIssue(name)) }
    return file.bytes(of: try names.askedParty(party.first ?? ""))
  }

  /// The reports, issues and parties of which citations are wanted.
  private func choice(in graph: IssueGraph) throws -> SiteCitations.Choice {
    let names = SubjectNames(graph)
    return SiteCitations.Choice(
      reports: Set(try report.map { try askedReport($0, in: graph) }),
      issues: Set(try issue.map { try names.askedIssue($0) }),
      parties: Set(try party.map { try names.askedParty($0) }))
  }

  func askedReport(_ name: String, in graph: IssueGraph) throws -> ID<ReportEntry> {
    let slug = Slug.of(name)
    let found = graph.reports.first {
      $0.slug == name || $0.report.header.title == name || $0.slug == slug
    }
    if let found { return found.id }
    let near = NearestName.match(name, among: graph.reports.flatMap { [$0.slug, $0.report.header.title] })
    let advice = near.map { "; did you mean “\($0)”?" } ?? "."
    throw ValidationError(TerminalText.line("unknown report “\(name)”\(advice)"))
  }
}

/// What `standpoint export` writes.
enum ExportChoice: ExpressibleByArgument {
  case data(ExportFormat)
  case citations(CitationFormat)
  /// One issue or party as JSON.
  case subject
  /// A database.
  case sqlite
  /// Answers for a voting advice application.
  case answers(AnswerFile)
  /// A document to print or pass on.
  case paper(PaperFormat)

  init?(argument: String) {
    if let format = ExportFormat.named(argument) {
      self = .data(format)
    } else if let format = PaperFormat(rawValue: argument) {
      self = .paper(format)
    } else if argument == "sqlite" {
      self = .sqlite
    } else if let format = AnswerFile(rawValue: argument) {
      self = .answers(format)
    } else if argument == "json" {
      self = .subject
    } else if let format = CitationFormat(rawValue: argument) {
      self = .citations(format)
    } else {
      return nil
    }
  }

  /// Whether it always has everything.
  var isWhole: Bool {
    switch self {
    case .data, .sqlite, .answers: true
    case .citations, .subject, .paper: false
    }
  }

  var defaultValueDescription: String {
    switch self {
    case .data(let format): format.name
    case .citations(let format): format.rawValue
    case .subject: "json"
    case .sqlite: "sqlite"
    case .answers(let format): format.rawValue
    case .paper(let format): format.rawValue
    }
  }

  static var allValueStrings: [String] {
    ExportFormat.all.map(\.name) + ["sqlite", "json"] + AnswerFile.allCases.map(\.rawValue)
      + CitationFormat.allCases.map(\.rawValue) + PaperFormat.allCases.map(\.rawValue)
  }
}
