import Foundation
import Testing

/// `standpoint digest` from the user's point of view.
@Suite struct DigestTests {
  /// A site with an edition, and after it a move, a new position, a correction and a new report.
  private static func site() throws -> TestFolder {
    let folder = try TestFolder()
    try folder.write(
      "Content/site.yml", "title: Talks & more\nsearch: off\nbase-url: https://talks.example/\n")
    try folder.write("Content/reports/2025-03-02-plan.md", ToolTests.report)
    #expect(try Tool(folder: folder).run("edition", "march", "--now", "2025-03-10").exitCode == 0)
    try folder.write(
      "Content/reports/2025-03-02-plan.md",
      ToolTests.report.replacing("Tightens them", with: "Tightens some & more"))
    try folder.write(
      "Content/reports/2025-04-01-next.md",
      "# Next\n\n| Aspect | Russia | China |\n|---|---|---|\n| NATO expansion | [-] Dislikes it | [0] Watches |\n"
    )
    return folder
  }

  @Test("moves come first, then new positions, corrections and new reports, each with before and after")
  func text() throws {
    let run = try Tool(folder: try Self.site()).run("digest", "march", "now", "--now", "2025-04-10")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(
      run.output == """
        Talks & more: what changed
        From march to now

        Moves
        -----

        Russia on NATO expansion: softened
          Before: Red line: Opposes it (“The plan”, 2 March 2025)
          Now: Opposes: Dislikes it (“Next”, 1 April 2025)
          <https://talks.example/reports/2025-04-01-next/#nato-expansion--russia>

        New positions
        -------------

        China on NATO expansion: new
          Neutral: Watches (“Next”, 1 April 2025)
          <https://talks.example/reports/2025-04-01-next/#nato-expansion--china>

        Corrections
        -----------

        United States on Sanctions: corrected
          Before: No stance marked: Tightens them (“The plan”, 2 March 2025)
          Now: No stance marked: Tightens some & more (“The plan”, 2 March 2025)
          <https://talks.example/reports/2025-03-02-plan/#sanctions--united-states>

        New reports
        -----------

        Next
          <https://talks.example/reports/2025-04-01-next/>

        """, "\(run.output)")
  }

  @Test("the HTML has inline styles, is 600 pixels wide, follows dark schemes, and escapes what it tells")
  func html() throws {
    let folder = try Self.site()
    let run = try Tool(folder: folder).run("digest", "march", "--format", "html", "--now", "2025-04-10")
    #expect(run.exitCode == 0 && run.output.hasPrefix("<!doctype html>"), "\(run.errors)")
    let order = [
      "<title>Talks &amp; more: what changed</title>", "Moves</h2>", "New positions</h2>", "Corrections</h2>",
      "New reports</h2>",
    ]
    var rest = run.output[...]
    for words in order { rest = rest[try #require(rest.range(of: words), "\(words)").upperBound...] }
    #expect(run.output.contains("max-width:600px") && run.output.contains("prefers-color-scheme: dark"))
    #expect(run.output.contains("Tightens some &amp; more"))
    #expect(
      run.output.contains(
        "<a href=\"https://talks.example/reports/2025-04-01-next/#nato-expansion--russia\" style="))
    #expect(!run.output.contains("<script") && !run.output.contains("<link"))
    for tag in run.output.matches(of: /<(h[123]|p|a) [^>]*>/) {
      #expect(tag.0.contains("style=\""), "\(tag.0)")
    }
  }

  @Test("the HTML is valid", .enabled(if: Checkers.hasNu, "requires the Nu HTML checker"))
  func valid() async throws {
    let folder = try Self.site()
    let html = try Tool(folder: folder).run("digest", "march", "now", "--format", "html").output
    try folder.write("digest.html", html)
    let archive = try #require(Checkers.nuArchive)
    let check = try Tool(program: URL(filePath: "/usr/bin/env"), folder: folder).run(
      "java", "-jar", archive.path, "--errors-only", "digest.html")
    // Attributes for the layout are obsolete in pages, but programs for e-mail need them.
    let errors = check.errors.split(separator: "\n").filter { !$0.contains("obsolete") }
    #expect(errors.isEmpty, "\(errors)")
  }

  @Test("headings, stances and dates are in the language of the site, with the words that the site overrides")
  func language() throws {
    let folder = try Self.site()
    try folder.write(
      "Content/site.yml",
      "title: Gespräche\nlanguage: de\nsearch: off\nstance-names: {opposes: Dagegen}\nbase-url: https://talks.example/\n"
    )
    try folder.write("Templates/languages/de.yml", "new-reports: Frisch berichtet\n")
    let text = try Tool(folder: folder).run("digest", "march", "now", "--now", "2025-04-10").output
    #expect(
      text.hasPrefix("Gespräche: was sich geändert hat\nVon march bis jetzt\n\nBewegungen\n"), "\(text)")
    #expect(text.contains("Russia zu NATO expansion: abgemildert"))
    #expect(text.contains("  Zuvor: Rote Linie: Opposes it („The plan“, 2. März 2025)"))
    #expect(text.contains("  Jetzt: Dagegen: Dislikes it („Next“, 1. April 2025)"))
    #expect(text.contains("Neue Positionen\n") && text.contains("Korrekturen\n"))
    #expect(text.contains("\nFrisch berichtet\n----------------\n"))
    let html = try Tool(folder: folder).run("digest", "march", "now", "--format", "html").output
    #expect(html.contains("<html lang=\"de\" dir=\"ltr\">") && html.contains("Korrekturen</h2>"))
  }

  @Test("a language without texts borrows them from English, and one that runs right to left is written so")
  func otherLanguages() throws {
    let folder = try Self.site()
    try folder.write("Content/site.yml", "title: T\nlanguage: tlh\nsearch: off\n")
    let text = try Tool(folder: folder).run("digest", "march", "now").output
    #expect(text.contains("\nMoves\n-----\n"), "\(text)")
    #expect(!text.unicodeScalars.contains { (0xFDD0...0xFDEF).contains($0.value) })
    try folder.write("Content/site.yml", "title: T\nlanguage: ar\nsearch: off\n")
    let html = try Tool(folder: folder).run("digest", "march", "now", "--format", "html").output
    #expect(html.contains("dir=\"rtl\"") && html.contains("text-align:right"))
  }

  @Test("nothing to tell is said, and a site without a base URL has no links")
  func nothing() throws {
    let folder = try Self.site()
    let same = try Tool(folder: folder).run("digest", "march", "march")
    #expect(same.output == "Talks & more: what changed\nFrom march to march\n\nNothing changed\n")
    try folder.write("Content/site.yml", "title: T\nsearch: off\n")
    #expect(try !Tool(folder: folder).run("digest", "march").output.contains("<"))
    #expect(try Tool(folder: folder).run("digest", "marsh").exitCode == 2)
    #expect(try Tool(folder: folder).run("digest").exitCode == 64)
  }
}
