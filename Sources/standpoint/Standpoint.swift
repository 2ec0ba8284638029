import ArgumentParser
import FileSystem
import Publishing

/// The command `standpoint`.
@main
struct Standpoint: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "standpoint",
    abstract: "Turn a folder of Markdown reports into a briefing site that knows who stands where.",
    discussion: """
      Standpoint reads the comparison tables in your reports, works out which issue each row and which party each \
      column is about, and writes a static site in which every position can be cited, compared across reports and \
      followed over time.

      Try it in a folder with at least one report:

        standpoint build
        standpoint serve

      Run standpoint without a command to see what you can do in the current folder.

      Exit codes: 0 success, 1 the content has errors, 2 file system or system error, 64 invalid usage.
      """,
    version: Version.current,
    subcommands: [
      InitCommand.self, NewCommand.self, DoctorCommand.self, BuildCommand.self, CheckCommand.self,
      ServeCommand.self,
      PublishCommand.self, SourcesCommand.self,
      SuggestCommand.self, RenameCommand.self, LSPCommand.self, FixCommand.self, FormatCommand.self,
      ImportCommand.self, EditionCommand.self,
      DiffCommand.self, DigestCommand.self, QueryCommand.self, ExportCommand.self, ThemeCommand.self,
      RenderCommand.self,
    ])

  /// Without a command: says what can be done in the current folder.
  func run() {
    Terminal.standardOutput.write(FirstSteps.text(FolderPurpose.of(.current)))
  }

  /// Runs the command line. The only place where environment errors are caught.
  static func main() async {
    Terminal.endQuietlyOnClosedPipes()
    do {
      try CommandNames.check(Array(CommandLine.arguments.dropFirst()))
      var command = try parseAsRoot()
      if var asynchronous = command as? AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let error as CommandNames.Unknown {
      Terminal.standardError.write(
        """
        Error: \(error.message)
        Usage: \(usageString(for: error.command))
          See 'standpoint help' for more information.

        """)
      exit(withError: ExitCode(ExitStatus.usage))
    } catch let error as EnvironmentError {
      Terminal.standardError.write(error: error)
      exit(withError: ExitCode(ExitStatus.environment))
    } catch {
      exit(withError: error)
    }
  }
}

/// Exit codes, besides 0 and 64 for invalid usage.
enum ExitStatus {
  /// The content has errors; nothing was written.
  static let content: Int32 = 1
  /// `diff --exit-code`: the editions differ. Content errors then exit with `environment`.
  static let differs: Int32 = 1
  /// The command line is invalid.
  static let usage: Int32 = 64
  /// A file system or system error.
  static let environment: Int32 = 2
}
