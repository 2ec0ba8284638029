import Diagnostics
import Testing

@testable import Content

@Suite("site.yml")
struct SiteSettingsTests {
  @Test("gives every setting")
  func all() {
    let reading = SettingsReading(
      """
      title: Briefings
      description: Who stands where
      base-url: HTTPS://Example.org/Brief
      language: pt-BR
      time-zone: Europe/Berlin
      smart-punctuation: true
      automatic-links: false
      trust-html: yes
      trust-links: on
      quiet: [ragged-row, without-base-url]
      nav:
        - Reports: /reports/
        - Elsewhere: https://example.org/
      ignore: ["drafts/**", "*.bak.md"]
      positions-per-page: 50
      page-kinds: {matrix: false}
      axis-words: [Frage]
      option-words:
        add: [Maßnahme]
      """)
    #expect(reading.printed == "")
    let settings = reading.settings
    #expect(settings.title == "Briefings" && settings.description == "Who stands where")
    #expect(settings.baseURL?.text == "https://example.org/Brief/")
    #expect(settings.language == "pt-BR" && settings.timeZone == "Europe/Berlin")
    #expect(
      settings.smartPunctuation && !settings.automaticLinks && settings.trustHTML && settings.trustLinks)
    #expect(settings.quiet == [.raggedRow, .withoutBaseURL])
    #expect(
      settings.navigation == [
        NavigationEntry(label: "Reports", address: "/reports/"),
        NavigationEntry(label: "Elsewhere", address: "https://example.org/"),
      ])
    #expect(settings.ignore == ["drafts/**", "*.bak.md"])
    #expect(settings.positionsPerPage == 50)
    let kinds = settings.pageKinds
    #expect(SettingsReading.switches.map { kinds[$0] } == [false, true])
    #expect(kinds.reservedAddresses == [])
    #expect(settings.words.axis == ["Frage"])
    #expect(settings.words.option == TableWords().option + ["Maßnahme"])
    #expect(settings.words.party == TableWords().party)
  }

  @Test("the menu may have a second level, whose groups lead to their first entry") func groups() throws {
    let reading = SettingsReading(
      """
      nav:
        - Reports: /reports/
        - Graph:
            - Matrix: /matrix/
            - Compare: /compare/
        - Still empty: []
        - About: {Method: /method/}
      """)
    #expect(reading.printed == "")
    let menu = try #require(reading.settings.navigation)
    #expect(menu.map(\.label) == ["Reports", "Graph", "About"])
    #expect(menu.map(\.address) == ["/reports/", "/matrix/", "/method/"])
    #expect(menu.map { $0.entries.map(\.label) } == [[], ["Matrix", "Compare"], ["Method"]])
  }

  @Test("a third level of the menu is an error, and so is an entry without an address") func tooManyLevels() {
    let reading = SettingsReading("nav: [{A: [{B: [{C: /c/}]}, D]}]\n")
    #expect(
      reading.diagnostics.map { "\($0.id.rawValue): \($0.message)" } == [
        "wrong-type: “B” should be text, but it is a map",
        "wrong-type: “an entry of nav” should be “Label: /address/”, but it is “D”",
      ])
  }

  @Test("sets the kind of documents outside the usual folders") func documents() {
    #expect(SettingsReading("documents: Pages\n").settings.documents == .pages)
    #expect(SettingsReading("title: A\n").settings.documents == .reports)
    #expect(
      SettingsReading("documents: page\n").printed == """
        Content/site.yml:1:12: error: “documents” should be “reports” or “pages”, but it is “page” [invalid-value]
           1 | documents: page
             |            ^~~~
             = help: did you mean “pages”?

        """)
  }

  @Test(
    "may be empty, or have only comments or empty values",
    arguments: ["", "# nothing\n", "title:\nnav:\n", "\u{FEFF}\n", "{}"])
  func empty(text: String) {
    let reading = SettingsReading(text)
    #expect(reading.printed == "")
    #expect(reading.settings == SiteSettings(switches: SettingsReading.switches))
  }

  @Test("an empty list of words removes all")
  func noWords() {
    #expect(SettingsReading("axis-words: []").settings.words.axis.isEmpty)
  }

  @Test("with one error gives the settings that could be read")
  func partly() {
    let reading = SettingsReading("titel: A\nlanguage: de\nquiet: raged-row\n")
    #expect(reading.settings.language == "de")
    #expect(
      reading.printed == """
        Content/site.yml:1:1: warning: unknown key “titel” [unknown-key]
           1 | titel: A
             | ^~~~~
             = help: did you mean “title”?
        Content/site.yml:3:8: warning: unknown diagnostic ID “raged-row” [unknown-diagnostic-id]
           3 | quiet: raged-row
             |        ^~~~~~~~~
             = help: did you mean “ragged-row”?

        """)
  }

  @Test("an error cannot be silenced, and the author is told so")
  func quietError() {
    #expect(
      SettingsReading("quiet: [broken-link]").printed.contains(
        "site.yml:1:9: warning: “broken-link” is an error, and errors cannot be silenced [unknown-diagnostic-id]"
      ))
  }

  @Test(
    "for invalid values, the message says what is valid",
    arguments: [
      ("base-url: example.org", "“example.org” does not start with https:// or http://"),
      (
        "base-url: ftp://example.org",
        "“ftp://example.org” does not start with https:// or http://"
      ),
      ("base-url: https:///x", "“https:///x” has no host name"),
      ("base-url: https://me@example.org", "“https://me@example.org” has no host name"),
      ("base-url: https://example.org/?a", "a base URL cannot contain “?” or “#”"),
      (
        "base-url: https://example.org/a b", "“https://example.org/a b” is not a valid address"
      ),
      (
        "base-url: https://example.org/../b",
        "“https://example.org/../b” is not a valid address"
      ),
      ("language: en_GB", "“en_GB” is not a language tag"),
      ("language: English", "“English” is not a language tag"),
      ("time-zone: Europe/Berln", "unknown time zone “Europe/Berln”"),
      ("time-zone: Berlin", "unknown time zone “Berlin”"),
      (
        "nav: {" + (0...500).map { "P\($0): /p\($0)/" }.joined(separator: ", ") + "}",
        "“nav” has 501 entries; those after the first 500 are left out"
      ),
      ("nav: [Matrix: matrix]", "“matrix” cannot be the address of a menu entry"),
      ("nav: [Bad: 'javascript:alert(1)']", "“javascript:alert(1)” cannot be the address of a menu entry"),
      ("positions-per-page: 0", "“positions-per-page” should be between 1 and 1000000, but it is 0"),
      ("pairs: [[Russia]]", "a pair should name two parties, but it names 1"),
      ("pairs: [[Russia, Ukraine, China]]", "a pair should name two parties, but it names 3"),
      ("pairs: [[Russia, '']]", "a pair should name two parties, but it names 1"),
    ])
  func invalid(line: String, message: String) {
    let printed = SettingsReading(line).printed
    #expect(printed.contains("error: \(message) [invalid-value]"), "\(printed)")
    let hasList = line.hasPrefix("nav") || line.hasPrefix("pairs")
    #expect(SettingsReading(line).settings == SettingsReading("").settings || hasList)
  }

  @Test("similar values are suggested")
  func suggestions() {
    #expect(SettingsReading("language: en_GB").printed.contains("= help: write en-GB"))
    #expect(
      SettingsReading("time-zone: Europe/Berln").printed.contains("= help: did you mean “Europe/Berlin”?"))
    #expect(SettingsReading("time-zone: berlin").printed.contains("= help: did you mean “Europe/Berlin”?"))
    #expect(SettingsReading("page-kinds: {matrx: true}").printed.contains("= help: did you mean “matrix”?"))
    #expect(
      SettingsReading("limits: {live-block: 5}").printed.contains("= help: did you mean “live-blocks”?"))
    #expect(
      SettingsReading("limits: {live-blocks: 0}").printed.contains(
        "should be between 1 and 10000, but it is 0"))
    #expect(SettingsReading("limits: {live-blocks: 5}").settings.limits[.liveBlocks] == 5)
    #expect(SettingsReading("axis-words: {ad: [x]}").printed.contains("“add:” and a list to add to them"))
  }

  @Test(
    "values of the wrong type are reported with the expected type",
    arguments: [
      ("trust-html: perhaps", "“trust-html” should be true or false, but it is “perhaps”"),
      ("page-kinds: [matrix]", "“page-kinds” should be a map such as “matrix: false”, but it is a list"),
      ("limits: 5", "“limits” should be a map such as “diagnostics-of-one-cause: 500”, but it is “5”"),
      ("nav: /matrix/", "“nav” should be a list of “Label: /address/”, but it is “/matrix/”"),
      ("nav: [/matrix/]", "“an entry of nav” should be “Label: /address/”, but it is “/matrix/”"),
      ("page-kinds: {matrix: 7}", "“matrix” should be true or false, but it is “7”"),
      ("title: {a: b}", "“title” should be text, but it is a map"),
      ("pairs: Russia", "“pairs” should be a list of pairs such as “[Russia, Ukraine]”, but it is “Russia”"),
      ("pairs: [Russia]", "“an entry of pairs” should be a list of two names, but it is “Russia”"),
      ("pairs: [[Russia, {a: b}]]", "each entry of “pairs” should be text, but it is a map"),
    ])
  func wrongType(line: String, message: String) {
    let printed = SettingsReading(line).printed
    #expect(printed.contains("error: \(message) [wrong-type]"), "\(printed)")
  }

  @Test("pairs are lists of two names; an empty list means none")
  func pairs() {
    let pairs = SettingsReading("pairs:\n  - [Russia, United States]\n  - [China, India]\n").settings.pairs
    #expect(
      pairs?.map { [$0.first.text, $0.second.text] } == [["Russia", "United States"], ["China", "India"]])
    #expect(SettingsReading("pairs: []\n").settings.pairs == [])
    #expect(SettingsReading("pairs:\n").settings.pairs == nil)
  }

  @Test("base URLs end with a slash", arguments: ["https://example.org", "https://example.org/"])
  func slash(url: String) {
    #expect(SettingsReading("base-url: \(url)").settings.baseURL?.text == "https://example.org/")
  }

  @Test(
    "a base URL has the path that the site is below",
    arguments: [
      ("https://example.org", "/"), ("HTTP://Example.org/", "/"), ("https://[::1]:80/Brief", "/Brief/"),
      ("https://example.org/a/b%20c/", "/a/b%20c/"),
    ])
  func path(url: String, path: String) throws {
    let base = try BaseURL(url)
    #expect(base.path == path && base.text.hasSuffix(path))
  }

  @Test("addresses with ports, in numbers and in other languages are base URLs")
  func hosts() {
    for url in ["http://localhost:8080/", "http://127.0.0.1/", "http://[::1]:80/", "https://пример.рф/"] {
      #expect(SettingsReading("base-url: '\(url)'").settings.baseURL?.text == url)
    }
  }

  @Test("a second document is reported")
  func secondDocument() {
    #expect(
      SettingsReading("title: A\n---\ntitle: B\n").printed.contains(
        "error: a second YAML document starts here; only one is read [invalid-yaml]"))
  }
}
