import ArgumentParser
import FileSystem
import Publishing
import Site

/// `standpoint export`
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the positions or the issue graph for other programs.",
    discussion: """
      csv is a table with one position a row; json-graph is JSON Graph Format, version 2; graphml is for network \
      analysis. A built site contains the same files, with metadata (CSVW) for the table.

      Examples:

        standpoint export > positions.csv
        standpoint export ~/briefing --format graphml --output issues.graphml
      """)

  @OptionGroup var site: SiteOptions

  @Option(help: ArgumentHelp("What to write: csv, json-graph or graphml.", valueName: "format"))
  var format = SiteExports.Format.csv

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write.", discussion: "Default: standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  func run() async throws {
    let folders = try site.folders()
    let graphed = try await site.graph(of: folders, quiet: true)
    let bytes = SiteExports.bytes(graphed.graph, as: format)
    if let output {
      try FileWriter.write(bytes, to: DiskPath(output))
    } else {
      Terminal.standardOutput.write(bytes)
    }
  }

  func validate() throws {
    if output == "" { throw ValidationError("--output is empty: give a file.") }
  }
}

extension SiteExports.Format: ExpressibleByArgument {}
