import ArgumentParser
import Content
import Editions
import Publishing
import Workspace

/// `standpoint edition`
struct EditionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edition",
    abstract: "Record the current positions under a name.",
    discussion: """
      Writes every current report, issue, party and position to Content/editions/NAME.json, one per line, so that \
      diffs are easy to read. “standpoint diff” compares two editions, and the site shows what changed between them.

      Examples:

        standpoint edition 2025-march
        standpoint edition 2025-march ~/briefing --force
      """)

  @Argument(help: "The edition’s name: lower-case letters, digits and hyphens.")
  var name: String

  @OptionGroup var site: SiteOptions

  @Flag(name: .shortAndLong, help: "Replace an existing edition with this name.")
  var force = false

  @Flag(name: .shortAndLong, help: "Print diagnostics only.")
  var quiet = false

  func run() async throws {
    let folders = try site.folders()
    guard folders.singleFile == nil else {
      throw ValidationError("A single-file site has no editions; use a folder.")
    }
    let graphed = try await site.graph(of: folders, quiet: quiet)
    let edition = graphed.edition(named: name)
    let path = try EditionFolder(folders).write(edition, replaces: force)
    if quiet { return }
    Terminal.standardOutput.writeLine(
      "Recorded \(edition.positions.count.counted("position")) in \(path.shown)")
  }

  func validate() throws {
    if name == DiffCommand.now {
      throw ValidationError("“now” means the current content; choose another name.")
    }
    guard Slug.isValid(name) else {
      throw ValidationError("“\(name)” is not a valid edition name; did you mean “\(Slug.of(name))”?")
    }
  }
}
