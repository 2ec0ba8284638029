import ArgumentParser
import Diagnostics
import Editions
import FileSystem
import Graph
import Publishing
import Text
import Workspace

/// `standpoint diff`
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what changed between two editions, or between an edition and now.",
    discussion: """
      Tells edits of the old record apart from news. First, for each issue, what was corrected, added to the past, withdrawn, \
      withheld or relocated. Then what newer positions show: that a party hardened, softened, reversed, changed or returned to \
      its position, confirmed or restated it, holds a new one, or was not addressed. An edit is never counted as a move. \
      Renamed issues and parties are recognised by their aliases.

      Examples:

        standpoint diff 2025-march 2025-april
        standpoint diff 2025-march now --format markdown
        standpoint diff 2025-march now --as-of 2025-06-30
        standpoint diff old/2025-march.json now ~/briefing --exit-code

      With --as-of, “now” is the record as of that day.

      Exit codes: 0 success, 1 the content or an edition has errors, 2 file system or system error, 64 invalid usage. \
      With --exit-code: 0 the editions are equal, 1 they differ, 2 they cannot be compared.
      """)

  /// The name for the current content.
  static let now = Edition.now

  /// The output format.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, json
  }

  @Argument(help: "The earlier edition: its name, its file, or “now” for the current content.")
  var before: String

  @Argument(help: "The later edition: its name, its file, or “now” for the current content.")
  var after: String

  @OptionGroup var site: SiteOptions

  @OptionGroup var record: RecordOptions

  @ArgumentParser.Option(
    help: ArgumentHelp("The format of the output: text, markdown or json.", valueName: "format"))
  var format = Format.text

  @Flag(
    name: .customLong("exit-code"),
    help: "Exit with 1 if the editions differ, and with 2 if they cannot be compared.")
  var exitCode = false

  func validate() throws {
    guard record.asOf != nil, before != Self.now, after != Self.now else { return }
    throw ValidationError("--as-of applies to “now”, but both are editions.")
  }

  func run() async throws {
    let difference = try await difference()
    switch format {
    case .text: Terminal.standardOutput.write(DifferenceText.text(difference))
    case .markdown:
      let settings = try Publication.settings(of: site.folders())
      Terminal.standardOutput.write(
        DifferenceMarkdown(difference) { settings?.fullAddress(of: $0) }.text)
    case .json: Terminal.standardOutput.write(DifferenceJSON.bytes(difference))
    }
    if exitCode, !difference.isEmpty { throw ExitCode(ExitStatus.differs) }
  }

  /// The difference. Content errors end the command; with `--exit-code`, the exit code is not that of a difference.
  private func difference() async throws -> RecordDifference {
    do {
      let folders = try site.folders()
      let archive = EditionArchive(try EditionFolder(folders).readAll().editions)
      let omissions = EditionOmissions(archive.withdrawals)
      let old = try await edition(before, folders).without(omissions)
      let new = try await edition(after, folders).without(omissions)
      return archive.difference(from: old, to: new)
    } catch let code as ExitCode where exitCode && code.rawValue == ExitStatus.content {
      throw ExitCode(ExitStatus.environment)
    }
  }

  private func edition(_ name: String, _ folders: SiteFolders) async throws -> Edition {
    if name == Self.now {
      return try await site.graph(of: folders, quiet: true, record: record).edition(named: Self.now)
    }
    let isFile = name.contains("/") || name.hasSuffix(".json")
    let (edition, diagnostics) = try isFile ? EditionFolder.read(DiskPath(name)) : known(name, folders)
    let policy = DiagnosticPolicy(isStrict: site.strict)
    if !diagnostics.isEmpty {
      DiagnosticFormat.text.write(policy.apply(to: diagnostics), of: isFile ? nil : folders)
    }
    guard let edition else { throw ExitCode(ExitStatus.content) }
    return edition
  }

  private func known(
    _ name: String, _ folders: SiteFolders
  ) throws -> (edition: Edition?, diagnostics: [Diagnostic]) {
    let folder = EditionFolder(folders)
    let names = try folder.names()
    if names.contains(name) { return try folder.read(name) }
    let nearest = NearestName.match(name, among: names + [Self.now])
    throw EnvironmentError(
      "unknown edition “\(name)”",
      advice: nearest.map { "did you mean “\($0)”?" }
        ?? (names.isEmpty
          ? "record one first: standpoint edition NAME" : "known editions: \(names.joined(separator: ", "))"))
  }
}
