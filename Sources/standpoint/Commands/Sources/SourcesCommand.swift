import ArgumentParser

/// `standpoint sources`
struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "Check whether sources still exist and still contain what reports quote from them.",
    discussion: """
      Examples:

        standpoint sources check
        standpoint sources check ~/briefing --keep
      """,
    subcommands: [SourcesCheckCommand.self])
}
