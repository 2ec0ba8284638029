import ArgumentParser
import FileSystem
import Publishing
import Text

/// Checks the names of commands and help topics before the parser sees them: it has no suggestions for them, and shows the
/// general help for any topic.
enum CommandNames {
  /// A name that is not one of a command's subcommands.
  struct Unknown: Error {
    /// The command whose usage is shown with the message.
    let command: ParsableCommand.Type
    let message: String
  }

  /// - Parameter arguments: without the name of the program.
  static func check(_ arguments: [String]) throws(Unknown) {
    guard let first = arguments.first else { return }
    if first.hasPrefix("-") { return try checkOption(first) }
    if first == "help" {
      return try checkTopics(arguments.dropFirst().prefix { !$0.hasPrefix("-") })
    }
    var command: ParsableCommand.Type = Standpoint.self
    for word in arguments {
      if word.hasPrefix("-") || command.configuration.subcommands.isEmpty { return }
      guard let next = subcommand(word, of: command) else { return try refuse(word, of: command) }
      command = next
    }
  }

  /// The parser has suggestions for the options of commands, but not for those that it adds itself.
  private static func checkOption(_ option: String) throws(Unknown) {
    let added = ["--help", "--version"]
    guard !added.contains(option), let near = NearestName.match(option, among: added) else { return }
    throw Unknown(
      command: Standpoint.self, message: "Unknown option “\(option)”; did you mean “\(near)”?")
  }

  private static func checkTopics(_ words: ArraySlice<String>) throws(Unknown) {
    if words.first == "help" { return }
    var command: ParsableCommand.Type = Standpoint.self
    for word in words {
      if command == NewCommand.self, NewFileKind(rawValue: word) != nil { return }
      guard let next = subcommand(word, of: command) else {
        throw Unknown(command: command, message: "No help is available for “\(word)”" + advice(word, command))
      }
      command = next
    }
  }

  private static func refuse(_ word: String, of command: ParsableCommand.Type) throws(Unknown) {
    if word == "help", command != Standpoint.self { return }
    let isPath = (try? FileStatus.of(DiskPath(word), followingLinks: true)) ?? nil != nil
    if command.configuration.defaultSubcommand != nil {
      // The word may be an argument of the default subcommand.
      if isPath || NearestName.match(word, among: names(command)) == nil { return }
    } else if isPath {
      throw Unknown(
        command: command,
        message:
          "“\(word)” is a file or folder, not a command; to build it: standpoint build \(ShellWord.quoted(word))"
      )
    }
    throw Unknown(command: command, message: "Unknown command “\(word)”" + advice(word, command))
  }

  private static func advice(_ word: String, _ command: ParsableCommand.Type) -> String {
    let path = command == Standpoint.self ? "" : " " + name(command)
    if let near = NearestName.match(word, among: names(command)) {
      return "; did you mean “\(path.isEmpty ? "" : path.dropFirst() + " ")\(near)”?"
    }
    if command.configuration.subcommands.isEmpty { return "; “\(name(command))” has no subcommands." }
    return "; “standpoint help\(path)” lists the commands."
  }

  private static func subcommand(_ word: String, of command: ParsableCommand.Type) -> ParsableCommand.Type? {
    command.configuration.subcommands.first { name($0) == word || $0.configuration.aliases.contains(word) }
  }

  private static func names(_ command: ParsableCommand.Type) -> [String] {
    command.configuration.subcommands.map(name) + (command == Standpoint.self ? ["help"] : [])
  }

  private static func name(_ command: ParsableCommand.Type) -> String {
    command.configuration.commandName ?? ""
  }
}
