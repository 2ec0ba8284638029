import ArgumentParser
import Diagnostics
import FileSystem
import Publishing
import Text
import Workspace

/// `standpoint fix`
struct FixCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix",
    abstract: "Make the changes that diagnostics suggest, where they are safe.",
    discussion: """
      Replaces misspelt keys, values, footnote names and so on with what the diagnostic suggests, if the site then has \
      fewer diagnostics and no new ones. What is left needs your decision: see “standpoint check”.

      Examples:

        standpoint fix --dry-run
        standpoint fix ~/briefing
      """)

  @OptionGroup var site: SiteOptions

  @Flag(name: .customLong("dry-run"), help: "List what would change, and change nothing.")
  var dryRun = false

  @Flag(name: .shortAndLong, help: "Omit the summary line.")
  var quiet = false

  func run() async throws {
    let folders = try site.folders()
    let outcome = try await SafeFixes(folders, options: site.buildOptions).run(isRehearsal: dryRun)
    // The places are those before the change.
    for fix in outcome.fixes { Terminal.standardOutput.writeLine(line(fix, folders)) }
    for fix in outcome.refused {
      Terminal.standardError.writeLine("skipped, because it is not safe: \(line(fix, folders))")
    }
    if quiet { return }
    let verb = dryRun ? "Would make" : "Made"
    Terminal.standardError.writeLine("\(verb) \(outcome.fixes.count.counted("change"))")
  }

  private func line(_ fix: SafeFixes.Fix, _ folders: SiteFolders) -> String {
    TerminalText.line(
      "\(folders.displayPath(of: fix.path)): “\(fix.old)” → “\(fix.new)” (\(fix.message))")
  }
}
