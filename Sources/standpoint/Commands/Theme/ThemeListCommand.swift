import ArgumentParser
import Publishing
import Site
import Workspace

/// `standpoint theme list`
struct ThemeListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the files of the theme, and which of them the site replaces.",
    discussion: """
      Shows every file of the built-in theme with its purpose, and marks those that the site replaces. Below them, it lists the \
      site’s files that do not replace a built-in one, with a suggestion if a name is similar.
      """)

  /// The output format.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(
    help: ArgumentHelp("The site; see “standpoint help build”.", valueName: "site"), completion: .directory)
  var site = "."

  @Option(
    help: ArgumentHelp(
      "The folder whose files replace those of the built-in theme.", discussion: "Default: SITE/Templates.",
      valueName: "folder"), completion: .directory)
  var templates: String?

  @Option(help: ArgumentHelp("The format of the output: text or json.", valueName: "format"))
  var format = Format.text

  func run() throws {
    let folders = try SiteFolders(SiteFolders.Arguments(site: site, templates: templates))
    let report = ThemeListReport(try ThemeFolder(folders).listing()) { folders.displayPath(of: $0) }
    Terminal.standardOutput.write(format == .json ? report.json : report.text)
  }

  func validate() throws {
    if site == "" { throw ValidationError("SITE is empty; give a folder.") }
    if templates == "" { throw ValidationError("--templates is empty; give a folder.") }
  }
}
