import ArgumentParser
import FileSystem
import Preview
import Publishing
import Text

/// `standpoint serve`
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Preview the site while you write.",
    discussion: """
      Builds the site in memory and serves it at http://127.0.0.1:8080/, for browsers on this machine only. \
      Nothing is written to disk. Drafts are shown and marked. Pages in the browser update when you save a file; errors \
      appear on top of the page until they are fixed. Press Ctrl-C to stop.

      Requests for the host names of other machines are refused, so that pages elsewhere cannot read the preview. A forwarded \
      port, for example in Codespaces or Gitpod, has such a name; allow it with --allow-host.

      Examples:

        standpoint serve
        standpoint serve ~/briefing --port 9000 --open
        standpoint serve --allow-host '*.app.github.dev'
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

  @Option(
    name: .customLong("allow-host"),
    help: ArgumentHelp(
      "Also answer requests for this host name, such as that of a forwarded port; *.NAME allows every name below it. Can be repeated.",
      valueName: "name"),
    transform: AllowedHost.parse)
  var allowedHosts: [String] = []

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
    let (events, told) = AsyncStream<ServeReport.Message>.makeStream()
    let source = try await PreviewSource(folders, options: options, polls: poll) { told.yield(.event($0)) }
    let printing = Task {
      var report = ServeReport(folders)
      for await message in events { report.tell(message) }
    }
    defer { printing.cancel() }
    let server = try await PreviewServer.start(
      source, host: host, port: port, allowing: allowedHosts)
    let words = server.port == port ? "" : " (port \(port) is in use)"
    let origin = "http://\(shownHost):\(server.port)"
    told.yield(.listening(origin: origin))
    let address = origin + (await source.address)
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

/// Parses the value of `--allow-host`.
enum AllowedHost {
  static func parse(_ text: String) throws -> String {
    let name = text.hasPrefix("*.") ? text.dropFirst(2) : text[...]
    let isName = name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      !label.isEmpty
        && label.utf8.allSatisfy { byte in
          byte.isDigit || byte.isLetter || byte == UInt8(ascii: "-")
        }
    }
    guard isName, !text.hasPrefix("*.") || name.contains(".") else {
      throw ValidationError(
        "“\(text)” is not a host name; use a name such as preview.example or *.app.github.dev, without https:// or a port."
      )
    }
    return text.lowercased()
  }
}
