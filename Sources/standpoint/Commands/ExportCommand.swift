import ArgumentParser
import FileSystem
import Publishing
import Site

/// `standpoint export`
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Export the positions or the issue graph for other programs.",
    discussion: """
      \(ExportFormat.all.map { "\($0.name) is \($0.summary)" }.joined(separator: "; ")). A built site \
      contains the same files, with metadata (CSVW) for the table.

      Examples:

        standpoint export > positions.csv
        standpoint export --as-of 2025-03 > march.csv
        standpoint export ~/briefing --format graphml --output issues.graphml
      """)

  @OptionGroup var site: SiteOptions

  @OptionGroup var record: RecordOptions

  @Option(help: ArgumentHelp("The format to write.", valueName: "format"))
  var format = ExportFormat.all[0]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write.", discussion: "Default: standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  func run() async throws {
    let folders = try site.folders()
    let graphed = try await site.graph(of: folders, quiet: true, record: record)
    let bytes = format.file.bytes(try graphed.record(in: folders))
    if let output {
      try FileWriter.write(bytes, to: DiskPath(output))
    } else {
      Terminal.standardOutput.write(bytes)
    }
  }

  func validate() throws {
    if output == "" { throw ValidationError("--output is empty; give a file.") }
  }
}

extension ExportFormat: ExpressibleByArgument {
  package init?(argument: String) {
    guard let format = Self.named(argument) else { return nil }
    self = format
  }

  package var defaultValueDescription: String { name }

  package static var allValueStrings: [String] { all.map(\.name) }
}
