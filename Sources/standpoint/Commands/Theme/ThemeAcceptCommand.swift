import ArgumentParser
import Publishing
import Site
import Workspace

/// `standpoint theme accept`
struct ThemeAcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Record that your copies are up to date with the built-in files.",
    discussion: """
      “standpoint check” names copies whose built-in file has changed since “theme eject” made them. After you have made \
      the changes in your copy, or decided against them, this command stops the warning. It does not change the copy.

      Example:

        standpoint theme accept partials/head.mustache
      """)

  @Argument(
    help: ArgumentHelp("The files, by their names in “standpoint theme list”.", valueName: "file"),
    completion: .list(ThemeFile.all.map(\.path)))
  var files: [String]

  @Option(
    help: ArgumentHelp("The site; see “standpoint help build”.", valueName: "site"), completion: .directory)
  var site = "."

  @Option(
    help: ArgumentHelp(
      "The folder with the copies.", discussion: "Default: SITE/Templates.", valueName: "folder"),
    completion: .directory)
  var templates: String?

  func run() throws {
    let folders = try SiteFolders.opened(SiteFolders.Arguments(site: site, templates: templates))
    for path in try ThemeFolder(folders).accept(files) { Terminal.standardOutput.writeLine(path.shown) }
  }

  func validate() throws {
    if site == "" { throw ValidationError("--site is empty; give a folder.") }
    if templates == "" { throw ValidationError("--templates is empty; give a folder.") }
    if files.contains("") {
      throw ValidationError("FILE is empty; list all files with “standpoint theme list”.")
    }
  }
}
