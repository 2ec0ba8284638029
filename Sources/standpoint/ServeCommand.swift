import ArgumentParser
import Preview
import Publishing

/// `standpoint serve`
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the site on this machine while you write.",
    discussion: """
      Builds the site in memory and serves it at http://127.0.0.1:8080/, for browsers on this machine alone. \
      Nothing is written. After a change, reload the page. End it with Ctrl-C.

      Examples:

        standpoint serve
        standpoint serve ~/briefing --drafts --port 9000
      """)

  @OptionGroup var site: SiteOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The port; where it is taken, the next free one is used.", valueName: "number"))
  var port = 8080

  func run() async throws {
    let folders = try site.folders()
    let source = try await PreviewSource(folders, options: site.buildOptions) { event in
      switch event {
      case .read(let site): Self.show(site, folders)
      case .failed(let fault): Terminal.standardError.write(fault: fault)
      }
    }
    let server = try await PreviewServer.start(source, port: port)
    let words = server.port == port ? "" : " (port \(port) is taken)"
    Terminal.standardOutput.writeLine("Preview at http://127.0.0.1:\(server.port)/\(words)")
    Terminal.standardError.writeLine("End it with Ctrl-C.")
    try await server.wait()
  }

  /// Tells what a version of the site holds and what is wrong with it.
  private static func show(_ site: PlannedSite, _ folders: SiteFolders) {
    DiagnosticFormat.text.write(site.diagnostics, of: folders)
    let stream = Terminal.standardError
    stream.writeLine("Read \(BuildSummary.words(for: site.counts)): \(site.diagnostics.summary)")
    stream.write(BuildSummary.withheld(site.withheld, folders))
  }

  func validate() throws {
    guard (1...65535).contains(port) else { throw ValidationError("--port takes a number from 1 to 65535.") }
  }
}
