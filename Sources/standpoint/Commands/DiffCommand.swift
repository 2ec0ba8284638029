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
    abstract: "Show what changed between two editions or git revisions, or between one of them and now.",
    discussion: """
      Distinguishes edits to the old record from news. For each issue, it first shows what was corrected, added to the past, \
      withdrawn, withheld or relocated, then what newer positions show: that a party hardened, softened, reversed, changed or \
      returned to its position, confirmed or restated it, holds a new one, or was not addressed. An edit is never counted as a move. \
      Renamed issues and parties are recognised by their aliases, and renamed files as git recognises them.

      A revision is read from git’s objects; the working tree is not touched. “A...B” shows what changed in B since it branched off \
      from A, “A..B” shows what differs between the two, and a single revision is compared with the content as it is now. If a name is both an edition \
      and a revision, write edition:NAME or git:NAME.

      Examples:

        standpoint diff 2025-march 2025-april
        standpoint diff 2025-march now --format markdown
        standpoint diff 2025-march now --as-of 2025-06-30
        standpoint diff old/2025-march.json now ~/briefing --exit-code
        standpoint diff main...HEAD
        standpoint diff v1..v2 --format json
        standpoint diff HEAD
        standpoint diff main...HEAD --format markdown --for comment

      With --as-of, “now” and revisions are the record as of that day.

      Exit codes: 0 success, 1 the content or an edition has errors, 2 file system or system error, 64 invalid usage. \
      With --exit-code: 0 the two states are the same, 1 they differ, 2 they cannot be compared.
      """)

  /// The name for the current content.
  static let now = Edition.now

  /// The output format.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, json
  }

  /// What the output is for.
  enum Reader: String, ExpressibleByArgument, CaseIterable {
    case comment
  }

  @OptionGroup var compared: ComparedStatesOptions

  @ArgumentParser.Option(
    help: ArgumentHelp("The format of the output: text, markdown or json.", valueName: "format"))
  var format = Format.text

  @Flag(
    name: .customLong("exit-code"),
    help: "Exit with 1 if the two states differ, and with 2 if they cannot be compared.")
  var exitCode = false

  @ArgumentParser.Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "With --format markdown: “comment” for the review of a pull request. Nothing is printed if nothing changed.",
      valueName: "reader"))
  var reader: Reader?

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "With --for comment: the address of a preview, which the comment names.", valueName: "url"))
  var preview: String?

  func validate() throws {
    if reader != nil, format != .markdown { throw ValidationError("--for requires --format markdown.") }
    if preview != nil, reader == nil { throw ValidationError("--preview requires --for comment.") }
  }

  func run() async throws {
    let states: ComparedStates
    do {
      states = try await compared.read()
    } catch let code as ExitCode where exitCode && code.rawValue == ExitStatus.content {
      // With --exit-code, 1 means a difference.
      throw ExitCode(ExitStatus.environment)
    }
    try write(states)
    if exitCode, !states.difference.isEmpty { throw ExitCode(ExitStatus.differs) }
  }

  private func write(_ states: ComparedStates) throws {
    switch (format, reader) {
    case (.text, _): Terminal.standardOutput.write(DifferenceText.text(states.difference))
    case (.json, _): Terminal.standardOutput.write(DifferenceJSON.bytes(states.difference))
    case (.markdown, let reader):
      let address = try address()
      if reader == nil {
        return Terminal.standardOutput.write(DifferenceMarkdown(states.difference, address: address).text)
      }
      let comment = ReviewComment(
        states.difference, from: states.before, to: states.after, preview: preview, address: address)
      Terminal.standardOutput.write(comment.text)
    }
  }

  /// The full addresses of positions, below --base-url or that of the site.
  private func address() throws -> (FrozenPosition) -> String? {
    let settings = try compared.settings()
    return { settings?.fullAddress(of: $0) }
  }
}
