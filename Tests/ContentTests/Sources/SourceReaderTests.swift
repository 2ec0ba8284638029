import Diagnostics
import Testing

@testable import Content

@Suite("Descriptions of sources") struct SourceReaderTests {
  private static func entry(_ text: String) -> (entry: SourceEntry, printed: String) {
    let source = SourceText(path: "Content/sources/speech.md", text: text)
    let (entry, diagnostics) = SourceReader.entry(source, path: "sources/speech.md")
    return (entry, Reading.print(diagnostics, source))
  }

  @Test("with bytes that are not UTF-8 are reported, in both kinds of file")
  func encoding() {
    let note = SourceText(path: "Content/sources/k.md", bytes: Array("---\ntitle: A".utf8) + [0xFF, 0x0A])
    #expect(SourceReader.entry(note, path: "sources/k.md").diagnostics.map(\.id).contains(.invalidUTF8))
    let list = SourceText(
      path: "Content/sources.json",
      bytes: Array("[{\"id\": \"k\", \"title\": \"".utf8) + [0xFF] + Array("\"}]".utf8))
    #expect(SourceReader.entries(list).diagnostics.map(\.id) == [.invalidUTF8])
  }

  @Test("are read from a file, whose name is the key")
  func file() {
    let (entry, printed) = Self.entry(
      """
      ---
      title: "Speech in *Munich*"
      author: [V. Putin]
      publisher: President of Russia
      date: 2007-02-10
      url: https://example.org/speech
      archive: https://archive.example/speech
      accessed: 2025-01-05
      evidence: own statement
      language: ru
      licence: CC BY 4.0
      ---

      Notes.
      """)
    #expect(printed == "")
    #expect(entry.key == "speech" && entry.authors == ["V. Putin"] && entry.evidence == .ownStatement)
    #expect(entry.date == PartialDate(year: 2007, month: 2, day: 10) && entry.licence == "CC BY 4.0")
    #expect(
      entry.note(DateWording(language: "en")).text
        == #"V. Putin, [Speech in \*Munich\*](https://example.org/speech), President of Russia, 10 February 2007"#
    )
  }

  @Test("with unknown keys and kinds are reported")
  func mistakes() {
    let (entry, printed) = Self.entry("---\ntitel: X\nevidence: votes\n---\n")
    #expect(entry.name == "speech" && entry.evidence == nil)
    #expect(printed.contains("unknown key “titel”") && printed.contains("did you mean “title”?"))
    #expect(printed.contains("“votes” is not a kind of evidence") && printed.contains("did you mean “vote”?"))
  }

  @Test(
    "with something else as an address are reported at it",
    arguments: [
      ("www.example.org/speech", "https://www.example.org/speech"),
      ("doi:10.1000/182", "https://doi.org/10.1000/182"),
      ("10.1000/182", "https://doi.org/10.1000/182"), ("//example.org/a?b", "https://example.org/a?b"),
      ("javascript:alert(1)", nil), ("5", nil), ("a speech", nil), ("../files/a", nil),
      ("ftp://example.org/a", nil),
      ("example.org:8080/a", nil),
    ] as [(String, String?)])
  func addresses(written: String, meant: String?) {
    let (entry, printed) = Self.entry("---\ntitle: X\nurl: \(written)\narchive: /files/x.pdf\n---\n")
    #expect(entry.url == nil && entry.archive == "/files/x.pdf")
    #expect(
      printed.hasPrefix(
        "Content/sources/speech.md:3:6: error: “\(written)” is not an address [invalid-value]"), "\(printed)")
    #expect(printed.contains("did you mean “\(meant ?? "…")”?") == (meant != nil), "\(printed)")
    let json = SourceReader.entries(
      SourceText(path: "sources.json", text: #"[{"id": "x", "URL": "\#(written)"}]"#))
    #expect(json.entries[0].url == meant)
    #expect(json.diagnostics.map(\.id) == (meant == nil ? [.invalidSources] : []))
  }

  @Test("are read from CSL-JSON")
  func json() {
    let text = """
      [{"id": "law", "type": "legislation", "title": "The law", "issued": {"date-parts": [[2024, "5"]]},
        "URL": "http://example.org/law", "author": [{"family": "Dee", "given": "B."}, {"literal": "Parliament"}],
        "container-title": "Gazette", "evidence": "document"}]
      """
    let (entries, diagnostics) = SourceReader.entries(SourceText(path: "Content/sources.json", text: text))
    #expect(diagnostics.isEmpty && entries.count == 1)
    #expect(entries[0].authors == ["B. Dee", "Parliament"] && entries[0].publisher == "Gazette")
    #expect(entries[0].date == PartialDate(year: 2024, month: 5) && entries[0].evidence == .document)
    let articles = """
      [{"id": 1, "DOI": "10.1000/x"}, {"id": 2, "DOI": "10.1000/x", "URL": "https://example.org/x"},
        {"id": 3, "DOI": "https://doi.org/10.1000/y"}]
      """
    #expect(
      SourceReader.entries(SourceText(path: "Content/sources.json", text: articles)).entries.map(\.url) == [
        "https://doi.org/10.1000/x", "https://example.org/x", "https://doi.org/10.1000/y",
      ])
    let source = SourceText(path: "Content/sources.json", text: "{}")
    #expect(
      Reading.print(SourceReader.entries(source).diagnostics, source).contains(
        "error: this file is not a list of sources in CSL-JSON [invalid-sources]"))
  }

  @Test("are read from CSL-JSON with odd fields, of which only the odd ones are left out")
  func oddFields() {
    func entries(_ text: String) -> ([SourceEntry], String) {
      let source = SourceText(path: "Content/sources.json", text: text)
      let (entries, diagnostics) = SourceReader.entries(source)
      return (entries, Reading.print(diagnostics, source))
    }
    let dates: [(String, PartialDate?)] = [
      (#"{"date-parts": [[2025, 3, 2], [2025, 3, 5]]}"#, PartialDate(year: 2025, month: 3, day: 2)),
      (#"{"date-parts": [["2025", null]], "season": 2}"#, PartialDate(year: 2025)),
      (#"{"date-parts": [[2025, 21]]}"#, PartialDate(year: 2025)),
      (#"{"date-parts": [[2025, 2, 30]]}"#, PartialDate(year: 2025, month: 2)),
      (#"{"date-parts": [[]]}"#, nil), (#"{"date-parts": [[null]]}"#, nil), (#"{"literal": "n.d."}"#, nil),
      (#"{"raw": "2 March 2025"}"#, PartialDate(year: 2025, month: 3, day: 2)),
      (#"{"raw": "2025-03-02/2025-03-05"}"#, PartialDate(year: 2025, month: 3, day: 2)),
      (#"{"literal": "spring 2025"}"#, PartialDate(year: 2025)),
      (#""2025-03-02T10:00:00Z""#, PartialDate(year: 2025, month: 3, day: 2)),
      (#""2025-03""#, PartialDate(year: 2025, month: 3)), ("2025", PartialDate(year: 2025)), ("null", nil),
      ("true", nil), (#"{"season": "spring"}"#, nil),
    ]
    for (written, date) in dates {
      let (found, printed) = entries(#"[{"id": "a", "title": "A", "issued": \#(written)}]"#)
      #expect(found.map(\.date) == [date] && printed.isEmpty, "\(written): \(found.map(\.date)) \(printed)")
    }
    let (odd, printed) = entries(
      """
      [{"id": "http://zotero.org/users/1/items/ABC", "citation-key": "doe2025", "title": "The <i>Plan</i> < 5",
        "author": [{"family": "Beauvoir", "given": "S.", "non-dropping-particle": "de"}, "UN", {"literal": null}],
        "container-title": ["Gazette"], "volume": {}, "custom": [1]},
       {"id": "http://zotero.org/users/1/items/DEF", "title": 1984, "author": {"family": "X"}, "publisher": "https://example.org/a"},
       {"title": "Nameless"}]
      """)
    #expect(odd.map(\.key) == ["doe2025", "DEF"] && odd.map(\.title) == ["The Plan < 5", "1984"])
    #expect(odd[0].authors == ["S. de Beauvoir", "UN"] && odd[0].publisher == "Gazette")
    #expect(odd[1].url == "https://example.org/a" && odd[1].publisher == nil)
    #expect(printed.contains("item 3 of this file has no key [invalid-sources]"), "\(printed)")
  }

  @Test("with a file of their own count more than those in the list, whatever their order")
  func precedence() {
    for isFirst in [true, false] {
      var (file, listed) = (
        SourceEntry(key: "a", place: Place(path: "sources/a.md")),
        SourceEntry(key: "a", place: Place(path: "sources.json"))
      )
      (file.title, listed.title) = ("File", "List")
      var diagnostics: [Diagnostic] = []
      let library = SourceLibrary(isFirst ? [file, listed] : [listed, file], diagnostics: &diagnostics)
      #expect(library.entry("a")?.title == "File" && diagnostics.map(\.place) == [listed.place])
    }
  }

  @Test("show dates as their language writes them, and as in ISO 8601 in other languages")
  func dates() {
    var entry = SourceEntry(key: "a", place: Place(path: "sources/a.md"))
    entry.title = "A"
    func note(_ date: PartialDate, _ language: String) -> String {
      entry.date = date
      return entry.note(DateWording(language: language)).text
    }
    let day = PartialDate(year: 2024, month: 5, day: 1)
    #expect(note(day, "en-GB") == "*A*, 1 May 2024" && note(day, "fr") == "*A*, 1er mai 2024")
    #expect(note(PartialDate(year: 2024, month: 3), "de") == "*A*, März 2024")
    #expect(note(PartialDate(year: 2024), "uk") == "*A*, 2024" && note(day, "xx") == "*A*, 2024-05-01")
  }

  @Test(
    "give footnotes of one paragraph, whatever their authors are called",
    arguments: [
      "# a", "## a", "- a", "+ a", "* a", "1. a", "2) a", "> a", "```", "~~~", "---", "===", "| a | b |",
      "<div>",
      "    a", ": a", "Table: a", "![[a]]", "%% a", "[^1]: a", "a\n# b", "^a",
    ])
  func authors(name: String) throws {
    var entry = SourceEntry(key: "k", place: Place(path: "sources.json"))
    (entry.title, entry.authors) = ("T", [name])
    var diagnostics: [Diagnostic] = []
    var settings = SiteSettings()
    settings.sources = SourceLibrary([entry], diagnostics: &diagnostics)
    let nodes = try #require(Reading("Text [@k].\n", settings: settings).report).header.document.nodes
    let note = try #require(nodes.firstIndex { $0.kind == .footnoteDefinition })
    let blocks = nodes[note..<Int(nodes[note].end)].map(\.kind).filter { $0 != .text && $0 != .emphasis }
    #expect(blocks == [.footnoteDefinition, .paragraph])
  }

  @Test("of the same source are noted")
  func twice() {
    func entry(_ key: String, _ path: String, _ url: String) -> SourceEntry {
      var entry = SourceEntry(key: key, place: Place(path: path))
      entry.url = url
      return entry
    }
    var diagnostics: [Diagnostic] = []
    let library = SourceLibrary(
      [
        entry("a", "sources/a.md", "https://example.org/x"),
        entry("b", "sources/b.md", "http://EXAMPLE.org/x/#y"),
        entry("a", "sources.json", "https://example.org/z"),
      ], diagnostics: &diagnostics)
    #expect(library.entries.map(\.key) == ["a", "b"])
    #expect(library.entry(at: "example.org/x?utm_source=y")?.key == "a" && library.entry("c") == nil)
    let source = SourceText(path: "", text: "")
    let printed = Reading.print(diagnostics, source)
    #expect(printed.contains("note: the source “a” is described twice [duplicate-source]"))
    #expect(printed.contains("note: “b” has the same address as “a” [duplicate-source]"))
  }
}
