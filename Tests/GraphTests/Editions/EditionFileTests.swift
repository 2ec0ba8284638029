import Content
import Diagnostics
import Graph
import Testing

@Suite("The file of an edition")
struct EditionFileTests {
  private static let path = "Content/editions/spring.json"

  private static func read(_ bytes: [UInt8]) -> (edition: Edition?, diagnostics: [Diagnostic]) {
    EditionReader.read(SourceText(path: path, bytes: bytes))
  }

  private static func message(_ text: String) -> String {
    let (edition, diagnostics) = read(Array(text.utf8))
    #expect(edition == nil)
    return DiagnosticPrinter { _ in Array(text.utf8) }.text(DiagnosticPolicy().apply(to: diagnostics))
  }

  @Test("reading what was written gives the same edition", arguments: 0..<UInt64(60))
  func roundTrip(seed: UInt64) {
    var random = RandomEditions(seed: seed)
    let edition = random.edition()
    let (read, diagnostics) = Self.read(edition.json)
    #expect(read == edition)
    #expect(diagnostics.isEmpty)
    #expect(read?.json == edition.json)
  }

  @Test("one record stands on each line, in a stable order")
  func layout() {
    let edition = Edition(
      name: "march", date: PartialDate(year: 2025, month: 3, day: 31),
      reports: [
        FrozenReport(slug: "b", path: "reports/b.md", title: "Two \"B\"", date: nil),
        FrozenReport(slug: "a", path: "reports/a.md", title: "One", date: PartialDate(year: 2025)),
      ],
      issues: [FrozenIssue(slug: "gas", name: "Gas", aliases: ["Energy"], proposition: nil)],
      parties: [FrozenParty(slug: "us", name: "U.S.", aliases: [], actsFor: nil)],
      positions: [
        FrozenPosition(
          issue: "gas", party: "us", report: "a", ordinal: 1, quote: "cut\nit", stance: .supports, date: nil,
          origin: .none, anchor: "gas--us")
      ])
    #expect(
      String(decoding: edition.json, as: UTF8.self) == """
        {
        "standpoint":"edition",
        "version":1,
        "name":"march",
        "date":"2025-03-31",
        "reports":[
        {"slug":"a","path":"reports/a.md","title":"One","date":"2025"},
        {"slug":"b","path":"reports/b.md","title":"Two \\"B\\"","date":null}
        ],
        "issues":[
        {"slug":"gas","name":"Gas","aliases":["Energy"],"proposition":null}
        ],
        "parties":[
        {"slug":"us","name":"U.S.","aliases":[],"acts-for":null}
        ],
        "positions":[
        {"issue":"gas","party":"us","report":"a","ordinal":1,"stance":"+","date":null,"origin":"none","anchor":"gas--us","quote":"cut\\nit"}
        ]
        }

        """)
  }

  @Test(
    "any bytes are read without a crash, and what is no edition is complained about",
    arguments: 0..<UInt64(400))
  func byteSoup(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    var random = RandomEditions(seed: seed)
    var bytes = random.edition().json
    let alphabet = Array("{}[]\",:\\u0d8eEtrn-1.\u{0}".utf8) + [0xFF, 0xE2]
    for _ in 0..<Int.random(in: 1...6, using: &numbers) {
      let place = Int.random(in: 0..<bytes.count, using: &numbers)
      switch Int.random(in: 0..<3, using: &numbers) {
      case 0: bytes[place] = alphabet[Int.random(in: 0..<alphabet.count, using: &numbers)]
      case 1: bytes.remove(at: place)
      default: bytes.removeLast(bytes.count - place - 1)
      }
    }
    let (edition, diagnostics) = Self.read(bytes)
    #expect((edition == nil) == !diagnostics.isEmpty)
    for diagnostic in diagnostics {
      #expect(diagnostic.place?.range.map { $0.upperBound <= bytes.count } == true)
    }
  }

  @Test("brackets without end cost no stack")
  func depth() {
    for opening in ["[", "{\"a\":", "{\"x\":[", "[{\"a\":["] {
      let bytes = Array((#"{"x":"# + String(repeating: opening, count: 200_000)).utf8)
      #expect(Self.read(bytes).edition == nil)
    }
  }

  @Test("broken JSON is shown at its place")
  func brokenJSON() {
    #expect(
      Self.message("{\n\"standpoint\":\"edition\",\n\"version\" 1\n}\n") == """
        Content/editions/spring.json:3:11: error: this is not a whole edition: a colon is missing after “version” [invalid-edition]
           3 | "version" 1
             |           ^
             = help: editions are written by `standpoint edition`; take the file back from your history

        """)
  }

  @Test("a later version of the format is named, whatever else the file holds")
  func newerVersion() {
    #expect(
      Self.message(#"{"positions":{"new":[1.5e3,{}]},"version":2}"#) == """
        Content/editions/spring.json:1:43: error: this edition has version 2 of the format, and this Standpoint reads up to 1 [newer-edition]
           1 | {"positions":{"new":[1.5e3,{}]},"version":2}
             |                                           ^
             = help: install a newer Standpoint, or freeze the edition anew with this one

        """)
  }

  @Test(
    "what a record lacks or has too much is named",
    arguments: [
      (#"[{"slug":"a","path":"p","title":1,"date":null}]"#, "“title” must be a text"),
      (#"[{"slug":"a","path":"p","title":"t"}]"#, "this record has no “date”"),
      (#"[{"slug":"a","path":"p","title":"t","date":"soon"}]"#, "“date” must be a date or null"),
      (#"[{"slug":"a","path":"p","title":"t","date":null,"x":1}]"#, "a record of this list has no “x”"),
      (#"[{"slug":"a","slug":"a"}]"#, "“slug” is given twice"),
      (#"7"#, "expected a list here"),
      (
        #"[{"slug":"a","path":"p","title":"t","date":null},{"slug":"a","path":"q","title":"t","date":null}]"#,
        "the report “a” stands twice in it"
      ),
    ])
  func records(reports: String, complaint: String) {
    let text =
      #"{"standpoint":"edition","version":1,"name":"n","date":"2025","reports":\#(reports),"issues":[],"#
      + #""parties":[],"positions":[]}"#
    #expect(Self.message(text).contains("error: this is not a whole edition: \(complaint) [invalid-edition]"))
  }

  @Test("a position must be about what the edition holds")
  func dangling() {
    let position = FrozenPosition(
      issue: "gas", party: "us", report: "a", ordinal: 1, quote: "", stance: nil, date: nil, origin: .none,
      anchor: "gas--us")
    let edition = Edition(
      name: "n", date: PartialDate(year: 2025), reports: [], issues: [], parties: [],
      positions: [position, position])
    let message = Self.message(String(decoding: edition.json, as: UTF8.self))
    for complaint in ["no issue “gas”", "no party “us”", "no report “a”", "this position stands twice"] {
      #expect(message.contains(complaint))
    }
  }

  @Test("other JSON is no edition")
  func otherJSON() {
    #expect(Self.message("{}").contains("it does not say that it is one"))
    #expect(Self.message("").contains("the text ends where an object should come"))
    #expect(Self.message(#"{"standpoint":"edition","version":1}"#).contains("“name” is missing"))
  }
}
