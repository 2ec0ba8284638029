import ArgumentParser
import FileSystem
import LanguageServer
import Publishing

/// `standpoint lsp`
struct LSPCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Run the language server for editors.",
    discussion: """
      Speaks the Language Server Protocol on standard input and output. Editors start it themselves: see the chapter “In \
      your editor” in the guide. It checks reports, front matter and site.yml while you write, completes names, shows who \
      holds what, follows links, and renames issues, parties and pages everywhere.

      The site is the folder that the editor has open, unless you name one.

      Examples:

        standpoint lsp
        standpoint lsp briefing --drafts
        standpoint lsp --guide https://example.org/guide/
      """)

  @Argument(
    help: ArgumentHelp(
      "The site, relative to the folder that the editor has open.", discussion: "Default: that folder.",
      valueName: "site"), completion: .directory)
  var site: String?

  @OptionGroup var reading: ReadingOptions

  @Option(
    help: ArgumentHelp(
      "The address of a copy of the Standpoint guide; each message then links to its entry.", valueName: "url"
    ))
  var guide: String?

  @Flag(help: "Accepted because some editors pass it; the server always uses standard input and output.")
  var stdio = false

  func validate() throws {
    if site == "" { throw ValidationError("SITE is empty; give a folder.") }
    if guide == "" { throw ValidationError("--guide is empty; give an address.") }
  }

  func run() async throws {
    var setup = LanguageServer.Setup()
    setup.site = site
    setup.content = reading.content
    setup.templates = reading.templates
    setup.options = reading.buildOptions
    setup.guide = guide
    setup.version = Version.current
    let server = LanguageServer(setup) { Terminal.standardOutput.write($0) }
    guard await server.run(StandardInput.stream()) else { throw ExitCode(1) }
  }
}
