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
      Nothing is written to disk. Drafts are shown and marked. Pages in the browser update when you save a file; errors \
      appear on top of the page until they are fixed. Press Ctrl-C to stop.

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
      "The address to listen on; with 0.0.0.0, every machine that can reach this one can read the site.",
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
    // Events are printed in order, in a task of their own, so that pages do not wait for the output.
    let (events, told) = AsyncStream<PreviewSource.Event>.makeStream()
    let source = try await PreviewSource(folders, options: options, polls: poll) { told.yield($0) }
    let printing = Task {
      var report = ServeReport(folders)
      for await event in events { report.tell(event) }
    }
    defer { printing.cancel() }
    let server = try await PreviewServer.start(source, host: host, port: port)
    let words = server.port == port ? "" : " (port \(port) is in use)"
    let address = "http://\(shownHost):\(server.port)\(await source.address)"
    Terminal.standardOutput.writeLine("Preview at \(address)\(words)")
    if !["127.0.0.1", "localhost", "::1"].contains(host) {
      Terminal.standardError.writeLine(
        "warning: every machine that can reach this one can read the site, including drafts")
    }
    Terminal.standardError.writeLine("Press Ctrl-C to stop.")
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
    if host.isEmpty { throw ValidationError("--host is empty; give an address of this machine.") }
    guard (1...65535).contains(port) else {
      throw ValidationError("--port must be a number from 1 to 65535.")
    }
  }
}
