import ArgumentParser
import Content
import Publishing
import Workspace

/// `standpoint new`
struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Add a report, a page, or a file for an issue or a party.",
    discussion: """
      Writes a file with front matter to fill in, and prints its path. The title determines the file name and the \
      address, so it must not be the title or an alias of another file.

      A report starts with a table of the site’s issues and parties: fill in cells, and delete rows and columns that the report \
      does not cover. An issue’s file contains a table row for the issue, to copy into a report.

      Examples:

        standpoint new report "The March plan"
        standpoint new issue "NATO expansion"
        standpoint new party "United States" --site ~/briefing
        standpoint new page "About"
      """)

  @Argument(
    help: ArgumentHelp(
      "What to add: " + NewFileKind.allCases.map(\.rawValue).joined(separator: ", ") + ".", valueName: "kind")
  )
  var kind: NewFileKind

  @Argument(help: "The title of the report or page, or the name of the issue or party.")
  var title: String

  @Option(
    help: ArgumentHelp("The site to add it to; see “standpoint help build”.", valueName: "site"),
    completion: .directory)
  var site = "."

  @Option(
    help: ArgumentHelp(
      "The report’s date, as YYYY-MM-DD.", discussion: "Default: today, in the time zone of site.yml.",
      valueName: "day"),
    transform: BuildDay.parse)
  var now: PartialDate?

  @Flag(help: "Mark it as a draft, which is not part of the site.")
  var draft = false

  func validate() throws {
    if site == "" { throw ValidationError("--site is empty; give a folder.") }
    if !title.contains(where: { !$0.isWhitespace }) { throw ValidationError("TITLE is empty; give a title.") }
    if title.contains(where: \.isNewline) { throw ValidationError("A title must be on one line.") }
  }

  func run() async throws {
    let folders = try SiteFolders.opened(SiteFolders.Arguments(site: site))
    var options = BuildOptions()
    options.today = now
    let new = try await NewFile(kind, title: title, isDraft: draft)
      .write(in: SitePipeline(folders, options: options))
    Terminal.standardOutput.writeLine(new.path.shown)
    if new.left > 0 {
      Terminal.standardError.writeLine(
        "The table has the issues and parties with the most positions; you can add \(new.left.counted("other")) from this site."
      )
    }
  }
}

extension NewFileKind: ExpressibleByArgument {}
