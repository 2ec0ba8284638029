import Content
import Diagnostics
import Testing

@testable import Site

/// A site's own language files, and what authors are told about them.
@Suite("A site’s own words") struct OwnWordsTests {
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

  @Test("replace single words of the theme, in templates and in code") func replaced() {
    let theme = Self.theme(["languages/en.yml": "issues: Questions <1>\nsilent: Says nothing\n"])
    #expect(theme.diagnostics.isEmpty)
    #expect(theme.words.text(.issues) == "Questions <1>")
    #expect(theme.words.text(.parties) == "Parties")
    var output: [UInt8] = []
    theme.words.write(.issues, into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "Questions &lt;1&gt;")
  }

  @Test("for a region come before those for its language, and these before the theme’s") func regions() {
    let files = ["languages/de-AT.yml": "reports: A\n", "languages/de.yml": "reports: B\nissues: C\n"]
    let words = Self.theme(files, language: "de-at").words
    #expect([words.text(.reports), words.text(.issues), words.text(.parties)] == ["A", "C", "Parteien"])
  }

  @Test("in a language that the theme lacks are completed in English, and a note says so") func lacking() {
    #expect(Theme(language: "fa").words.text(.reports) == "Reports")
    #expect(
      Self.complaints([:], language: "fa-IR") == [
        """
        note: the interface has no words in “fa-IR” yet, so it speaks English [untranslated]; \
        give them in Templates/languages/fa.yml; Guide/languages.md says how
        """
      ])
    let count = StringCatalog(language: "en", theme: Theme.builtIn).meanings.count
    #expect(
      Self.complaints(["languages/fa.yml": "reports: گزارش‌ها\n"], language: "fa") == [
        """
        Templates/languages/fa.yml: note: “fa” has no words for \(count - 1) of \(count) texts of the interface, such as \
        “a-passage” [untranslated]; give them in Templates/languages/fa.yml; Guide/languages.md says how
        """
      ])
  }

  @Test("count as their language does, though English has other forms") func forms() {
    let text =
      "position-count: {zero: لا مواقف, one: موقف واحد, two: موقفان, few: \"{count} مواقف\", many: \"{count} موقفًا\", other: \"{count} موقف\"}\n"
    let words = Self.theme(["languages/ar.yml": text], language: "ar").words
    #expect(
      [0, 1, 2, 3, 11, 100, 103].map { words.text(.positionCount, count: $0) } == [
        "لا مواقف", "موقف واحد", "موقفان", "3 مواقف", "11 موقفًا", "100 موقف", "103 مواقف",
      ])
    #expect([1, 3].map { words.text(.reportCount, count: $0) } == ["1 report", "3 reports"])
  }

  @Test(
    "with slips of the pen are complaints",
    arguments: [
      ("repots: R", ":1:1: warning: no page asks for a word “repots” [unknown-key]; did you mean “reports”?"),
      (
        "as-of: \"On {dat}\"",
        ":1:8: error: “as-of” has a place for {dat}, which is not known [invalid-value]; did you mean {date}?"
      ),
      ("as-of: Now", ":1:8: error: “as-of” has no place for {date} [invalid-value]"),
      ("as-of: \"{date} {date}\"", ":1:8: error: “as-of” has more than one place for {date} [invalid-value]"),
      (
        "reports: \"{x} R\"",
        ":1:10: error: “reports” has a place for {x}, which is not known [invalid-value]; it takes none"
      ),
      (
        "reports: \"R}\"",
        ":1:10: error: “reports” has a brace without a partner [invalid-value]; names of what goes into a text stand in braces, such as {date}"
      ),
      (
        "reports: {one: R, other: Rs}",
        ":1:10: error: “reports” says something else for some numbers, and there is no number in it [invalid-value]"
      ),
      (
        "report-count: {one: a report}",
        ":1:15: error: “report-count” lacks the form “other”, which some numbers take [invalid-value]"
      ),
      ("report-count: {on: a report}", ":1:16: warning: unknown key “on” [unknown-key]; did you mean “one”?"),
      ("months: [Jan, Feb]", ":1:9: error: “months” lists 2 texts, and 12 are needed [invalid-value]"),
      ("reports: [a, b]", ":1:10: error: “reports” is a list, and a text is needed [invalid-value]"),
      ("months: Jan", ":1:9: error: “months” is a text, and a list of 12 is needed [invalid-value]"),
    ])
  func complaints(_ text: String, _ complaint: String) {
    #expect(Self.complaints(["languages/en.yml": text + "\n"]) == ["Templates/languages/en.yml" + complaint])
  }

  @Test("for another language than the site’s are a warning") func otherLanguage() {
    #expect(
      Self.complaints(["languages/ukr.yml": "reports: Звіти\n"], language: "uk") == [
        """
        Templates/languages/ukr.yml: warning: this file is not used: the site’s language is “uk” [unknown-template]; \
        words for it stand in “languages/uk.yml”
        """
      ])
  }

  @Test("may be new ones, for templates of the site’s own") func additions() {
    let files = [
      "languages/en.yml": "motto: Hear <all> sides\n",
      "footer.mustache": "<p>{{word.motto}}</p>",
    ]
    let theme = Self.theme(files)
    #expect(theme.diagnostics.isEmpty)
    let values = TemplateValues(TemplateDefinition.footer.fields)
    let page = theme.frame("footer", for: values).filled(with: values)
    #expect(String(decoding: page, as: UTF8.self) == "<p>Hear &lt;all&gt; sides</p>")
  }

  @Test(
    "in templates are held against the language files",
    arguments: [
      (
        "{{word.repots}}",
        ":1:3: error: there is no word “repots” in the language files [unknown-tag]; did you mean “reports”?"
      ),
      (
        "{{{word.reports}}}",
        ":1:4: error: “word.reports” is a word: write {{word.reports}} [invalid-template]"
      ),
      (
        "{{word.by-authors}}",
        ":1:3: error: “by-authors” needs its {authors}: write {{#word.by-authors}}…{{/word.by-authors}} around it [invalid-template]"
      ),
      (
        "{{#word.reports}}x{{/word.reports}}",
        ":1:4: error: “reports” has no place for anything: write {{word.reports}} [invalid-template]"
      ),
      (
        "{{word.two-names}}",
        ":1:3: error: “two-names” is put together by the site itself, so templates cannot use it [invalid-template]"
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
