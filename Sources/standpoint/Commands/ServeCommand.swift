import ArgumentParser
import FileSystem
import Preview
import Publishing

/// `standpoint serve`
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Preview the site while you write.",
    discussion: """
      Builds the site in memory and serves it at http://127.0.0.1:8080/, for browsers on this machine only. \
      Nothing is written. Drafts are shown and marked. Every saved file shows at once; errors appear on top of the page \
      until they are fixed. Press Ctrl-C to stop.

      Examples:

        standpoint serve
        standpoint serve ~/briefing --port 9000 --open
      """)

  @OptionGroup var site: SiteOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The port; if it is in use, the next free one.", valueName: "number"))
  var port = 8080

  @Option(
    help: ArgumentHelp(
      "The address to listen on; 0.0.0.0 lets every machine that reaches this one read the site.",
      valueName: "address"))
  var host = "127.0.0.1"

  @Flag(help: "Open the site in the browser.")
  var open = false

  @Flag(
    help:
      "Check the files twice a second, for folders on other machines, where the system reports no changes."
  )
  var poll = false

  func run() async throws {
    let folders = try site.folders()
    var options = site.buildOptions
    options.includesDrafts = true
    options.isPreview = true
    // Told one after the other, and never waited for: a page does not stand back for what is printed about it.
    let (events, told) = AsyncStream<PreviewSource.Event>.makeStream()
    let source = try await PreviewSource(folders, options: options, polls: poll) { told.yield($0) }
    let printing = Task {
      var report = ServeReport(folders)
      for await event in events { report.tell(event) }
    }
    defer { printing.cancel() }
    let server = try await PreviewServer.start(source, host: host, port: port)
    let words = server.port == port ? "" : " (port \(port) is taken)"
    let address = "http://\(shownHost):\(server.port)\(await source.address)"
    Terminal.standardOutput.writeLine("Preview at \(address)\(words)")
    if !["127.0.0.1", "localhost", "::1"].contains(host) {
      Terminal.standardError.writeLine(
        "Warning: every machine that reaches this one can read the site, drafts included.")
    }
    Terminal.standardError.writeLine("End it with Ctrl-C.")
    if open, !(await Browser.open(address)) {
      Terminal.standardError.writeLine("Cannot open a browser.")
    }
    try await server.wait()
  }

  private var shownHost: String {
    if host == "0.0.0.0" || host == "::" { return "127.0.0.1" }
    return host.contains(":") ? "[\(host)]" : host
  }

  func validate() throws {
    if host.isEmpty { throw ValidationError("--host is empty: give an address of this machine.") }
    guard (1...65535).contains(port) else { throw ValidationError("--port takes a number from 1 to 65535.") }
  }
}
