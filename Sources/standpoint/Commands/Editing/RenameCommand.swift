import ArgumentParser
import FileSystem
import Publishing
import Text
import Workspace

/// `standpoint rename`
struct RenameCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename",
    abstract: "Rename an issue, a party, a report, a page or a source everywhere.",
    discussion: """
      Changes the name wherever it appears: in table headers, wikilinks, links to the file, front matter and site.yml. \
      The old name is kept as an alias, and an address that changes as a redirect, so that prose and links from elsewhere \
      still work. An issue or a party without a file gets one. A file that is named after its title is also renamed. \
      The home page, Content/index.md, can be renamed like any page.

      Examples:

        standpoint rename "NATO expansion" "NATO enlargement"
        standpoint rename "Trump Administration" "United States" --dry-run
        standpoint rename briefing-2025 briefing-february --kind source
      """)

  @Argument(help: "The current name or an alias; for a source, its key.")
  var old: String

  @Argument(help: "The new name.")
  var new: String

  @OptionGroup var site: NamedSiteOptions

  @Option(help: ArgumentHelp("The kind of thing to rename, if several have this name.", valueName: "kind"))
  var kind: Kind?

  @Flag(name: .customLong("dry-run"), help: "Print what would change, and write nothing.")
  var dryRun = false

  /// What can be renamed.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case issue, party, report, page, source
  }

  func validate() throws {
    if !old.contains(where: { !$0.isWhitespace }) { throw ValidationError("OLD is empty; give a name.") }
    if !new.contains(where: { !$0.isWhitespace }) { throw ValidationError("NEW is empty; give a name.") }
  }

  func run() async throws {
    let folders = try site.folders()
    guard folders.singleFile == nil else {
      throw EnvironmentError("cannot rename in a single-file site", advice: "give a folder instead")
    }
    let fingerprint = try SitePipeline(folders).fingerprint()
    let graphed = try await site.graph(of: folders, quiet: false)
    let renaming = Renaming(graphed.graph, in: folders) {
      try? FileReader.readAll(folders.content.appending($0))
    }
    let subject = try subject(renaming)
    let edits: [FileEdits]
    do throws(Renaming.Refusal) {
      edits = try renaming.edits(renaming: subject, to: new)
    } catch {
      throw EnvironmentError("cannot rename “\(old)”: \(error.message)")
    }
    if !dryRun { try RenamedFiles.write(edits, in: folders, since: fingerprint) }
    for file in edits { Terminal.standardOutput.writeLine(words(file, folders)) }
    let verb = dryRun ? "Would change" : "Changed"
    Terminal.standardOutput.writeLine("\(verb) \(edits.count.counted("file"))")
  }

  private func subject(_ renaming: Renaming) throws -> Renaming.Subject {
    let all = renaming.subjects(named: old)
    let found = kind.map { kind in all.filter { $0.kind == kind.rawValue } } ?? all
    if found.count == 1 { return found[0].subject }
    if found.isEmpty {
      throw EnvironmentError("unknown name “\(old)”", advice: "see the names with “standpoint export”")
    }
    let kinds = Set(found.map(\.kind)).sorted()
    throw EnvironmentError(
      "“\(old)” is the name of \(found.count) things",
      advice: kinds.count > 1
        ? "choose one with --kind: \(kinds.joined(separator: ", "))"
        : "give one of them a different title first")
  }

  /// Such as `reports/a.md: 3 changes`.
  private func words(_ file: FileEdits, _ folders: SiteFolders) -> String {
    let path = folders.content.appending(file.path).shown
    if file.isNew { return "\(path): new file" }
    let changes = file.edits.isEmpty ? nil : file.edits.count.counted("change")
    let move = file.newPath.map { "renamed to \(folders.content.appending($0).shown)" }
    return path + ": " + [changes, move].compactMap(\.self).joined(separator: ", ")
  }
}
