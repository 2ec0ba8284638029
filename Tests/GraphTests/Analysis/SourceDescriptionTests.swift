import Content
import Diagnostics
import Graph
import SampleArchives
import Testing

@Suite("How reports describe sources") struct SourceDescriptionTests {
  /// The notes about two reports with a footnote each about the same address.
  private static func notes(
    _ first: String, _ second: String, cells: (String, String) = ("Yes[^1]", "Yes[^1]"),
    heads: (String, String) = ("", ""),
    settings: SiteSettings = SiteSettings(switches: [])
  ) -> [String] {
    func report(_ note: String, _ cell: String, _ head: String, _ day: Int) -> String {
      "---\ndate: 2025-03-0\(day)\n\(head)---\n\n| Issue | Red | Blue |\n|---|---|---|\n| Tolls | \(cell) | No |\n\n[^1]: \(note)\n"
    }
    let graph = SampleSite(
      [
        ("reports/a.md", report(first, cells.0, heads.0, 1)),
        ("reports/b.md", report(second, cells.1, heads.1, 2)),
      ], settings: settings
    ).build().graph
    return SourceDescriptions(graph).differences.map { diagnostic in
      let places = diagnostic.notes.compactMap { $0.place?.path }
      return "\(diagnostic.place?.path ?? ""): \(diagnostic.message) [\(diagnostic.id.rawValue)] \(places)"
    }
  }

  private static let start = "Content/reports/b.md: two reports describe “https://x.example/a” differently: "
  private static let end = " [source-differs] [\"Content/reports/a.md\"]"

  @Test("another title, date or kind of evidence is a note with both places") func differences() {
    #expect(
      Self.notes("[Speech in Example Town](https://x.example/a)", "[Law on tolls](https://x.example/a)")
        == [Self.start + "the title is “Law on tolls” here and “Speech in Example Town” there" + Self.end])
    #expect(
      Self.notes("Speech, 2 March 2025. https://x.example/a", "Speech of 4 March 2025, https://x.example/a")
        == [Self.start + "the date is “2025-03-04” here and “2025-03-02” there" + Self.end])
    #expect(
      Self.notes(
        "[Speech](http://X.example/a/), 2 March 2025", "[Law on tolls](https://x.example/a), 4 March 2025")
        == [
          Self.start
            + "the title is “Law on tolls” here and “Speech” there; the date is “2025-03-04” here and “2025-03-02” there"
            + Self.end
        ])
    #expect(
      Self.notes(
        "https://x.example/a", "https://x.example/a",
        cells: ("Yes[^1] {evidence=vote}", "Yes[^1] {evidence=reported}"))
        == [Self.start + "the kind of evidence is “reported” here and “vote” there" + Self.end])
    #expect(
      Self.notes(
        "—", "—",
        cells: ("[Yes](https://x.example/a) {evidence=vote}", "[Yes](https://x.example/a) {evidence=act}"))
        == [Self.start + "the kind of evidence is “act” here and “vote” there" + Self.end])
    #expect(
      Self.notes("[关于关税的演讲](https://x.example/a)", "[渡轮法](https://x.example/a)").count == 1)
  }

  /// The messages about two reports of which each has a table of parties with these rows.
  private static func notes(rows first: String, _ second: String) -> [String] {
    func report(_ row: String, _ day: Int) -> String {
      "---\ndate: 2025-03-0\(day)\n---\n\n## Tolls\n\n| Party | Position | Source |\n|---|---|---|\n\(row)\n"
    }
    let graph = SampleSite([("reports/a.md", report(first, 1)), ("reports/b.md", report(second, 2))]).build()
      .graph
    return SourceDescriptions(graph).differences.map(\.message)
  }

  @Test("source columns and links beside others are compared, too") func columns() {
    let row = { (source: String) in "| Red | Yes | \(source) |\n| Blue | No | \(source) |" }
    #expect(
      Self.notes(
        rows: row("[Speech](https://x.example/a), 2 March 2025"),
        row("[Law on tolls](https://x.example/a), 4 March 2025"))
        == [
          "two reports describe “https://x.example/a” differently: the title is “Law on tolls” here and “Speech” there; the date is “2025-03-04” here and “2025-03-02” there"
        ])
    #expect(
      Self.notes(rows: row("[Speech](https://x.example/a)"), row("[The speech](https://x.example/a)")).isEmpty
    )
    let two = "[Speech](https://x.example/a), [Law](https://x.example/law), 2 March 2025"
    let swapped = "[Law on tolls](https://x.example/a) and [Law](https://x.example/law), 4 March 2025"
    // The dates belong to neither link for certain.
    let title =
      "two reports describe “https://x.example/a” differently: the title is “Law on tolls” here and “Speech” there"
    #expect(Self.notes(rows: row(two), row(swapped)) == [title])
    #expect(Self.notes(two, swapped).count == 1)
  }

  @Test(
    "the same in other words is not",
    arguments: [
      ("[Speech in Example Town](https://x.example/a)", "[the Example Town speech](https://x.example/a)"),
      ("[“Law on Tolls”](https://x.example/a)", "[law on tolls](https://x.example/a)"),
      ("[Law on tolls](https://x.example/a), p. 3", "[Law on tolls](https://x.example/a), p. 7"),
      ("[Ministers’ statement](https://x.example/a)", "[Statement of the minister](https://x.example/a)"),
      ("[Programme of the Greens](https://x.example/a)", "[Program of the Greens](https://x.example/a)"),
      ("Briefing of 12 February 2025. https://x.example/a", "[Briefing](https://x.example/a), February 2025"),
      ("Briefing, 2025-02-12. https://x.example/a", "Briefing of 12.02.2025: https://x.example/a"),
      ("[Law](https://x.example/a), accessed 3 May 2025", "[Law](https://x.example/a), accessed 9 May 2025"),
      (
        "[Gesetz](https://x.example/a), abgerufen am 3. Mai 2025",
        "[Gesetz](https://x.example/a), 2. März 2024"
      ),
      ("[here](https://x.example/a)", "[Law on tolls](https://x.example/a)"),
      ("https://x.example/a", "[Law on tolls](https://x.example/a)"),
      ("See also page 4: https://x.example/a", "[Law on tolls](https://x.example/a)"),
      ("[Article 5](https://x.example/a#art5)", "[Transitional provisions](https://x.example/a#art90)"),
      ("[Law on tolls](https://x.example/a)", "[Speech](https://x.example/b)"),
      ("[Law](https://x.example/a) and [speech](https://y.example)", "[Report](https://x.example/a)"),
      ("[关于关税的法律](https://x.example/a)", "[关税的法律](https://x.example/a)"),
    ])
  func same(first: String, second: String) {
    #expect(Self.notes(first, second) == [])
    #expect(Self.notes(second, first) == [])
  }

  @Test("titles in other languages, sources with an entry and mixed evidence are not compared") func others()
  {
    let (speech, law) = ("[Speech](https://x.example/a)", "[Gesetz über Zölle](https://x.example/a)")
    #expect(Self.notes(speech, law, heads: ("", "language: de\n")) == [])
    #expect(Self.notes(speech, law).count == 1)
    var settings = SiteSettings(switches: [])
    var entry = SourceEntry(key: "a", place: Place(path: "sources/a.md"))
    entry.url = "https://x.example/a"
    var diagnostics: [Diagnostic] = []
    settings.sources = SourceLibrary([entry], diagnostics: &diagnostics)
    #expect(Self.notes(speech, law, settings: settings) == [])
    let cell = "[Yes](https://x.example/a)"
    #expect(Self.notes("—", "—", cells: (cell + " {evidence=vote}", cell + " {evidence=unknown}")) == [])
    #expect(Self.notes("—", "—", cells: (cell + " {evidence=vote}", cell)) == [])
  }
}
