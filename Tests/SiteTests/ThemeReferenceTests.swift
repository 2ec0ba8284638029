import Diagnostics
import Foundation
import Testing

@testable import Site

@Suite("The theme reference") struct ThemeReferenceTests {
  private static let chapter = Package.root.appending(path: "Guide/theme-reference.md")

  @Test("the chapter of the guide matches the code, byte for byte") func chapter() throws {
    let expected = ThemeReference().markdown
    if ProcessInfo.processInfo.environment["STANDPOINT_RECORD"] == "1" {
      try Data(expected.utf8).write(to: Self.chapter)
      Testing.Issue.record(
        "Guide/theme-reference.md was recorded: look at the changes, then run the tests again without STANDPOINT_RECORD"
      )
      return
    }
    let written = try String(contentsOf: Self.chapter, encoding: .utf8)
    // Showing the whole texts would hide the line that differs.
    let lines = written.components(separatedBy: "\n")
    let wanted = expected.components(separatedBy: "\n")
    let different = zip(lines, wanted).first { $0 != $1 }
    #expect(
      different == nil && lines.count == wanted.count, "\(different?.0 ?? "") is: \(different?.1 ?? "")")
  }

  @Test("has every value of every template, with its braces", arguments: PageRegistry.templates.map(\.name))
  func values(name template: String) throws {
    let fields = try #require(PageRegistry.templates.first { $0.name == template }).fields
    let markdown = ThemeReference().markdown
    let section = try #require(
      markdown.components(separatedBy: "\n## \(template).mustache\n").dropFirst().first)
    let own = section.components(separatedBy: "\n## ")[0]
    let shared = try #require(markdown.components(separatedBy: "\n## Values of every page\n").last)
      .components(separatedBy: "\n## ")[0]
    for field in fields {
      let name = field.name.rawValue
      let tag =
        switch field.kind {
        case .text: "{{\(name)}}"
        case .html: "{{{\(name)}}}"
        case .flag, .list: "{{#\(name)}}"
        }
      #expect(own.contains("| `\(tag)` | ") || shared.contains("| `\(tag)` | "), "\(tag)")
    }
  }

  @Test("every file of the theme has a summary, and only those") func files() {
    let silent = ThemeFile.all.filter { $0.summary.isEmpty || $0.kind == .other }.map(\.path)
    #expect(silent == [])
    let markdown = ThemeReference().markdown
    for file in ThemeFile.all where [.part, .asset].contains(file.kind) {
      #expect(markdown.contains("| `\(file.path)` | \(file.summary) |"), "\(file.path)")
    }
  }

  @Test("every custom property in the first rules has a value for each scheme and a purpose") func tokens()
    throws
  {
    let tokens = ThemeToken.all
    #expect(tokens.filter { $0.meaning.isEmpty }.map(\.name) == [])
    #expect(Set(tokens.map(\.name)).count == tokens.count)
    let sheets = Theme.builtIn.filter { $0.key.hasSuffix(".css") }.values
    let declared = sheets.map { String(decoding: $0, as: UTF8.self) }.flatMap { text in
      text.components(separatedBy: ":root {").dropFirst().first?.components(separatedBy: "\n}").first?
        .matches(of: /\n +(--[a-z0-9-]+):/).map { String($0.1) } ?? []
    }
    #expect(declared.sorted() == tokens.map(\.name).sorted())
    let link = try #require(tokens.first { $0.name == "--link" })
    #expect(link.dark != nil && link.light.hasPrefix("#") && link.sheet == "assets/site.css")
  }
}

@Suite("The listing of a theme") struct ThemeListingTests {
  private static func entries(_ files: [String: String], language: String = "en") -> [String: ThemeListing
    .Entry]
  {
    let overrides = files.map { ($0, SourceText(path: "Templates/" + $0, text: $1)) }
    let listing = ThemeListing(overrides: Dictionary(uniqueKeysWithValues: overrides), language: language)
    return Dictionary(uniqueKeysWithValues: listing.entries.map { ($0.file.path, $0) })
  }

  @Test("shows for each file whether it is built in, replaced, a copy, added or unused") func states() throws
  {
    let head = String(decoding: try #require(Theme.builtIn["partials/head.mustache"]), as: UTF8.self)
    let entries = Self.entries([
      "footer.mustache": "<footer>{{> partials/logo}}</footer>", "partials/head.mustache": head,
      "partials/logo.mustache": "x", "raport.mustache": "x", "notes.txt": "x", "assets/custom.css": ":root{}",
      "assets/logo.svg": "x", "assets/sit.css": "x", "languages/de.yml": "reports: Dossiers\n",
    ])
    let states = entries.mapValues(\.state)
    #expect(states["footer.mustache"] == .replaced && states["partials/head.mustache"] == .copied)
    #expect(states["home.mustache"] == .builtIn && states["languages/fr.yml"] == .builtIn)
    #expect(states["partials/logo.mustache"] == .added && states["assets/custom.css"] == .added)
    #expect(states["raport.mustache"] == .unused && states["notes.txt"] == .unused)
    #expect(entries["raport.mustache"]?.hint == "did you mean “report.mustache”?")
    #expect(states["assets/sit.css"] == .added)
    #expect(entries["assets/sit.css"]?.hint == "did you mean “assets/site.css”?")
    #expect(entries["assets/logo.svg"]?.hint == nil && entries["home.mustache"]?.source == nil)
    #expect(entries["footer.mustache"]?.source == "Templates/footer.mustache")
    #expect(entries.count == Theme.builtIn.count + 6)
  }

  @Test("only a file for the site’s language is used") func languages() {
    #expect(
      Self.entries(["languages/eo.yml": "reports: Raportoj\n"], language: "eo")["languages/eo.yml"]?.state
        == .added)
    #expect(Self.entries(["languages/eo.yml": "reports: Raportoj\n"])["languages/eo.yml"]?.state == .unused)
  }

  @Test("files are found with and without folder and suffix, and similar names are suggested") func names() {
    #expect(ThemeFile.named("Templates/partials/head.mustache")?.path == "partials/head.mustache")
    #expect(ThemeFile.named("report")?.path == "report.mustache")
    #expect(ThemeFile.named("head.mustache") == nil)
    #expect(ThemeFile.nearest(to: "head.mustache") == "partials/head.mustache")
    #expect(ThemeFile.nearest(to: "site.cs") == "assets/site.css")
    #expect(ThemeFile.nearest(to: "raport.mustache") == "report.mustache")
    #expect(ThemeFile.nearest(to: "nothing-of-the-kind.txt") == nil)
  }
}
