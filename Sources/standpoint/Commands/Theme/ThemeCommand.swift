import ArgumentParser
import Site

/// `standpoint theme`
struct ThemeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme",
    abstract: "List the files of the theme, and copy files into the site to change them.",
    discussion: """
      A file in SITE/Templates/ replaces the built-in one of the same name; all others stay built in. \
      SITE/Templates/assets/custom.css is loaded after the theme’s style sheets; use it for your own colours and sizes.

      Examples:

        standpoint theme list
        standpoint theme eject partials/head.mustache
        standpoint theme reference
      """,
    subcommands: [
      ThemeListCommand.self, ThemeEjectCommand.self, ThemeAcceptCommand.self, ThemeReferenceCommand.self,
    ],
    defaultSubcommand: ThemeListCommand.self)
}

/// `standpoint theme reference`
struct ThemeReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "Print the theme reference as Markdown.",
    discussion: """
      Lists the values of every template, and every partial, asset, custom property and text of this version, as in the chapter \
      “Theme reference” in the guide.
      """)

  func run() {
    Terminal.standardOutput.write(ThemeReference().markdown)
  }
}
