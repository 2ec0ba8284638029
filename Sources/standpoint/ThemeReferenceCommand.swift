import ArgumentParser
import Site

/// `standpoint theme reference`
struct ThemeReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "Write the reference of the theme, in Markdown.",
    discussion: """
      Every value of every template, every part, asset, token and word, as this version has them: the chapter “Theme reference” of \
      the guide.
      """)

  func run() {
    Terminal.standardOutput.write(ThemeReference().markdown)
  }
}
