import ArgumentParser
import Editions
import Publishing
import Site

/// `standpoint digest`
struct DigestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest",
    abstract: "Write a summary for subscribers of what changed between two states.",
    discussion: """
      Lists the moves first, then new positions, confirmed ones, corrections and new reports. The states are those of “standpoint \
      diff”: editions, git revisions or “now”. The HTML is for email: 600 pixels wide, with inline styles, for light and dark \
      colour schemes. With a base URL, each entry links to the site. Headings and dates are in the language of the site.

      Examples:

        standpoint digest 2025-march 2025-april
        standpoint digest 2025-march now --format html > april.html
        standpoint digest v1..v2 ~/briefing
      """)

  /// The output format.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, html
  }

  @OptionGroup var compared: ComparedStatesOptions

  @ArgumentParser.Option(help: ArgumentHelp("The format of the output: text or html.", valueName: "format"))
  var format = Format.text

  func run() async throws {
    let states = try await compared.read()
    let settings = try compared.settings()
    let digest = Digest(states.difference, settings: settings, theme: try compared.theme(settings))
    Terminal.standardOutput.write(format == .text ? digest.text : digest.html)
  }
}
