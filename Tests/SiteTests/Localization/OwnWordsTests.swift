import Content
import Diagnostics
import Testing

@testable import Site

/// A site's own language files, and diagnostics about them.
@Suite("A site’s own interface texts") struct OwnWordsTests {
  private static func theme(_ files: [String: String], language: String = "en") -> Theme {
    var overrides: [String: SourceText] = [:]
    for (path, text) in files { overrides[path] = SourceText(path: "Templates/" + path, text: text) }
    return Theme(overrides: overrides, language: language)
  }

  private static func complaints(_ files: [String: String], language: String = "en") -> [String] {
    theme(files, language: language).diagnostics.map { diagnostic in
      Printed.line(diagnostic) { path in files[String(path.dropFirst("Templates/".count))] ?? "" }
    }
  }

  @Test("replace single texts of the theme, in templates and in code") func replaced() {
    let theme = Self.theme(["languages/en.yml": "issues: Questions <1>\nsilent: Says nothing\n"])
    #expect(theme.diagnostics.isEmpty)
    #expect(theme.words.text(.issues) == "Questions <1>")
    #expect(theme.words.text(.parties) == "Parties")
    var output = HTML()
    theme.words.write(.issues, into: &output)
    #expect(output.text == "Questions &lt;1&gt;")
  }

  @Test("for a region take precedence over those for its language, and these over the theme’s") func regions()
  {
    let files = ["languages/de-AT.yml": "reports: A\n", "languages/de.yml": "reports: B\nissues: C\n"]
    let words = Self.theme(files, language: "de-at").words
    #expect([words.text(.reports), words.text(.issues), words.text(.parties)] == ["A", "C", "Parteien"])
  }

  @Test("in a language that the theme lacks are completed in English, with a note") func lacking() {
    #expect(Theme(language: "fa").words.text(.reports).contains("Reports"))
    #expect(
      Self.complaints([:], language: "fa-IR") == [
        """
        note: the interface is not yet translated into “fa-IR”, so it is in English [untranslated]; \
        add them to Templates/languages/fa.yml; see Guide/languages.md
        """
      ])
    let count = StringCatalog(language: "en", theme: Theme.builtIn).translations.count
    #expect(
      Self.complaints(["languages/fa.yml": "reports: گزارش‌ها\n"], language: "fa") == [
        """
        Templates/languages/fa.yml: note: \(count - 1) of \(count) interface texts have no translation in “fa”, such as \
        “a-passage” [untranslated]; add them to Templates/languages/fa.yml; see Guide/languages.md
        """
      ])
  }

  @Test("use the plural forms of their language, even if English has different ones") func forms() {
    let text =
      "position-count: {zero: لا مواقف, one: موقف واحد, two: موقفان, few: \"{count} مواقف\", many: \"{count} موقفًا\", other: \"{count} موقف\"}\n"
    let theme = Self.theme(["languages/ars.yml": text], language: "ars")
    let words = theme.words
    #expect(
      [0, 1, 2, 3, 11, 100, 103].map { words.text(.positionCount, count: $0) } == [
        "لا مواقف", "موقف واحد", "موقفان", "3 مواقف", "11 موقفًا", "100 موقف", "103 مواقف",
      ])
    let borrowed = [1, 3].map { Array(words.text(.reportCount, count: $0).utf8) }
    #expect(
      borrowed.map { String(decoding: theme.borrowed?.resolved($0, isHTML: false) ?? [], as: UTF8.self) }
        == ["1 report", "3 reports"])
  }

  @Test(
    "with mistakes are reported",
    arguments: [
      ("repots: R", ":1:1: warning: no page uses the text “repots” [unknown-key]; did you mean “reports”?"),
      (
        "as-of: \"On {dat}\"",
        ":1:8: error: “as-of” has an unknown placeholder {dat} [invalid-value]; did you mean {date}?"
      ),
      ("as-of: Now", ":1:8: error: “as-of” lacks {date} [invalid-value]"),
      ("as-of: \"{date} {date}\"", ":1:8: error: “as-of” repeats {date} [invalid-value]"),
      (
        "reports: \"{x} R\"",
        ":1:10: error: “reports” has an unknown placeholder {x} [invalid-value]; this text has no placeholders"
      ),
      (
        "reports: \"R}\"",
        ":1:10: error: “reports” has an unmatched brace [invalid-value]; write placeholders in a pair of braces, such as {date}"
      ),
      (
        "reports: {one: R, other: Rs}",
        ":1:10: error: “reports” has plural forms, but its text has no number [invalid-value]"
      ),
      (
        "report-count: {one: a report}",
        ":1:15: error: “report-count” lacks the plural form “other” [invalid-value]"
      ),
      ("report-count: {on: a report}", ":1:16: warning: unknown key “on” [unknown-key]; did you mean “one”?"),
      ("months: [Jan, Feb]", ":1:9: error: “months” lists 2 texts instead of 12 [invalid-value]"),
      ("reports: [a, b]", ":1:10: error: “reports” must be text, not a list [invalid-value]"),
      ("months: Jan", ":1:9: error: “months” must be a list of 12 texts [invalid-value]"),
    ])
  func complaints(_ text: String, _ complaint: String) {
    #expect(Self.complaints(["languages/en.yml": text + "\n"]) == ["Templates/languages/en.yml" + complaint])
  }

  @Test("for another language than the site’s give a warning") func otherLanguage() {
    #expect(
      Self.complaints(["languages/ukr.yml": "reports: Звіти\n"], language: "uk") == [
        """
        Templates/languages/ukr.yml: warning: this file is not used because the site’s language is “uk” [unknown-template]; \
        put texts for it into “languages/uk.yml”
        """
      ])
  }

  @Test("can be new ones, for the site’s own templates") func additions() {
    let files = [
      "languages/en.yml": "motto: Hear <all> sides\n",
      "footer.mustache": "<p>{{word.motto}}</p>",
    ]
    let theme = Self.theme(files)
    #expect(theme.diagnostics.isEmpty)
    let values = TemplateValues(TemplateDefinition.footer.fields)
    let page = theme.skeleton("footer", for: values).filled(with: values)
    #expect(page.text == "<p>Hear &lt;all&gt; sides</p>")
  }

  @Test(
    "in templates are checked against the language files",
    arguments: [
      (
        "{{word.repots}}",
        ":1:3: error: the interface text “repots” does not exist [unknown-tag]; did you mean “reports”?"
      ),
      (
        "{{{word.reports}}}",
        ":1:4: error: “word.reports” is an interface text: write {{word.reports}} [invalid-template]"
      ),
      (
        "{{word.by-authors}}",
        ":1:3: error: “by-authors” needs a value for {authors}: write it between {{#word.by-authors}} and {{/word.by-authors}} [invalid-template]"
      ),
      (
        "{{#word.reports}}x{{/word.reports}}",
        ":1:4: error: “reports” has no placeholder: write {{word.reports}} [invalid-template]"
      ),
      (
        "{{word.two-names}}",
        ":1:3: error: “two-names” has more than one placeholder, so templates cannot use it [invalid-template]"
      ),
      (
        "{{word.reports}} {{hom}}",
        ":1:20: error: “hom” is not a value of the footer [unknown-tag]; did you mean “home”?"
      ),
    ])
  func templates(_ template: String, _ complaint: String) {
    let complaints = Self.complaints(["footer.mustache": template]).map { $0.split(separator: "\n")[0] }
    #expect(complaints.map(String.init) == ["Templates/footer.mustache" + complaint])
  }
}
