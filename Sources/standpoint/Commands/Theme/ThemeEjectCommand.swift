import ArgumentParser
import Publishing
import Site
import Workspace

/// `standpoint theme eject`
struct ThemeEjectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eject",
    abstract: "Copy files of the built-in theme into the site, to change them there.",
    discussion: """
      Each file is copied to SITE/Templates/ under the same name, and then replaces the built-in one. Existing files are not \
      changed. To change only colours or sizes, write SITE/Templates/assets/custom.css instead: it is loaded after the theme’s \
      style sheets.

      Examples:

        standpoint theme eject partials/head.mustache
        standpoint theme eject report.mustache footer.mustache --site ~/briefing
      """)

  @Argument(
    help: ArgumentHelp("The files, by their names in “standpoint theme list”.", valueName: "file"),
    completion: .list(ThemeFile.all.map(\.path)))
  var files: [String]

  @Option(
    help: ArgumentHelp("The site to copy them to; see “standpoint help build”.", valueName: "site"),
    completion: .directory)
  var site = "."

  @Option(
    help: ArgumentHelp(
      "The folder to copy them to.", discussion: "Default: SITE/Templates.", valueName: "folder"),
    completion: .directory)
  var templates: String?

  @Flag(name: .shortAndLong, help: "Replace existing files.")
  var force = false

  func run() throws {
    let folders = try SiteFolders.opened(SiteFolders.Arguments(site: site, templates: templates))
    let paths = try ThemeFolder(folders).eject(files, replaces: force)
    for path in paths { Terminal.standardOutput.writeLine(path.shown) }
    let arguments = [site == "." ? nil : site, templates.map { "--templates \($0)" }].compactMap { $0 }
    let command = (["standpoint serve"] + arguments).joined(separator: " ")
    Terminal.standardError.writeLine(
      "To preview your changes: \(command)")
  }

  func validate() throws {
    if site == "" { throw ValidationError("--site is empty; give a folder.") }
    if templates == "" { throw ValidationError("--templates is empty; give a folder.") }
    if files.contains("") {
      throw ValidationError("FILE is empty; list all files with “standpoint theme list”.")
    }
  }
}
