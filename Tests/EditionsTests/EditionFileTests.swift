import Content
import Diagnostics
import Editions
import TestSupport
import Testing

@Suite("Edition files")
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

  @Test("one reader reads several editions as several readers do", arguments: 0..<UInt64(10))
  func severalEditions(seed: UInt64) {
    var random = RandomEditions(seed: seed)
    var reader = EditionReader()
    for _ in 0..<6 {
      let edition = random.edition()
      let read = reader.read(SourceText(path: Self.path, bytes: edition.json))
      #expect(read.edition == edition)
      #expect(read.diagnostics.isEmpty)
    }
  }

  @Test("positions that the edition before has are the same, and others are read", arguments: 0..<UInt64(10))
  func knownPositions(seed: UInt64) throws {
    var random = RandomEditions(seed: seed)
    let first = random.edition()
    var reader = EditionReader()
    _ = reader.read(SourceText(path: Self.path, bytes: first.json))
    for step in 1..<5 where first.positions.count > step {
      var records = first.records
      records.positions.remove(at: step)
      let old = records.positions[0]
      records.positions[0] = FrozenPosition(
        issue: old.issue, party: old.party, report: old.report, ordinal: old.ordinal,
        text: old.text + " and more", stance: old.stance, dating: old.dating, anchor: old.anchor,
        sources: old.sources, evidence: old.evidence)
      let next = Edition(name: first.name, date: first.date, origin: first.origin, records: records)
      let (read, diagnostics) = reader.read(SourceText(path: Self.path, bytes: next.json))
      #expect(read == next)
      #expect(diagnostics.isEmpty)
    }
  }

  @Test("a position that is known but whose text is missing here is named at its place in this file")
  func missingText() {
    func file(_ texts: String) -> SourceText {
      let position =
        #"{"issue":"fish","party":"north","report":"r","stance":null,"date":null,"origin":null,"text":{"same":"1a"}}"#
      return SourceText(
        path: Self.path,
        text:
          #"{"standpoint":"edition","version":2,"name":"spring","date":"2025","withheld":[],"tables":[],"silent":[],"corrections":[],"#
          + #""reports":[{"slug":"r","path":"reports/r.md","title":"R","date":null}],"issues":[{"slug":"fish","name":"Fish","aliases":[],"proposition":null}],"#
          + #""parties":[{"slug":"north","name":"North","aliases":[],"acts-for":null}],"texts":[\#(texts)],"positions":[\#(position)]}"#
      )
    }
    var reader = EditionReader()
    #expect(
      reader.read(file(#"{"key":"1a","text":"More fish"}"#)).edition?.positions.map(\.text) == ["More fish"])
    let (edition, diagnostics) = reader.read(file(""))
    #expect(edition == nil)
    #expect(diagnostics.first?.message.contains("positions[0].text: this edition has no text") ?? false)
  }

  @Test("escapes in texts and keys are read")
  func escapes() {
    let text = #"""
      {"standpoint":"edition","version":1,"n\u0061me":"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00é😀","date":"2025",
      "reports":[],"issues":[],"parties":[],"positions":[]}
      """#
    #expect(Self.read(Array(text.utf8)).edition?.name == "\"\\/\u{8}\u{C}\n\r\t\u{e9}😀é😀")
  }

  @Test("each record is on its own line, in a stable order")
  func layout() {
    let source = "https://example.org/a-source-with-a-long-address"
    var records = Edition.Records()
    records.reports = [
      FrozenReport(slug: "b", path: "reports/b.md", title: "Two \"B\"", date: nil, redirects: ["old/b"]),
      FrozenReport(slug: "a", path: "reports/a.md", title: "One", date: PartialDate(year: 2025)),
    ]
    records.issues = [FrozenIssue(slug: "gas", name: "Gas", aliases: ["Energy"], proposition: nil)]
    records.parties = [FrozenParty(slug: "us", name: "U.S.", aliases: [], actsFor: nil)]
    records.tables = [FrozenTable(report: "a", anchor: "table-1", kind: .options)]
    records.silentCells = [
      FrozenSilentCell(issue: "gas", party: "us", report: "b", dating: FrozenDate(nil, origin: .none))
    ]
    records.positions = [
      FrozenPosition(
        issue: "gas", party: "us", report: "a", ordinal: 1, text: "cut\nit", stance: .supports,
        dating: FrozenDate(nil, origin: .none), anchor: "gas--us", sources: [source]),
      FrozenPosition(
        issue: "gas", party: "us", report: "b", ordinal: 2, text: "keep it", stance: nil,
        dating: FrozenDate(
          PartialDate(year: 2025), origin: .cell, until: PartialDate(year: 2025, month: 3, day: 1)),
        anchor: "gas--u-s", sources: [source]),
    ]
    let day = PartialDate(year: 2025, month: 3, day: 31)
    let edition = Edition(
      name: "march", date: day, origin: Edition.Origin(made: day, includesDrafts: false), records: records)
    #expect(
      String(decoding: edition.json, as: UTF8.self) == """
        {
        "standpoint":"edition",
        "version":2,
        "name":"march",
        "date":"2025-03-31",
        "made":"2025-03-31",
        "drafts":false,
        "reports":[
        {"slug":"a","path":"reports/a.md","title":"One","date":"2025"},
        {"slug":"b","path":"reports/b.md","title":"Two \\"B\\"","date":null,"redirects":["old/b"]}
        ],
        "withheld":[],
        "issues":[
        {"slug":"gas","name":"Gas","aliases":["Energy"],"proposition":null}
        ],
        "parties":[
        {"slug":"us","name":"U.S.","aliases":[],"acts-for":null}
        ],
        "tables":[
        {"report":"a","anchor":"table-1","kind":"options"}
        ],
        "texts":[
        {"key":"d0e0482b6aed0239","text":"https://example.org/a-source-with-a-long-address"}
        ],
        "positions":[
        {"issue":"gas","party":"us","report":"a","stance":"+","date":null,"origin":"none","text":"cut\\nit","sources":[{"same":"d0e0482b6aed0239"}]},
        {"issue":"gas","party":"us","report":"b","ordinal":2,"stance":null,"date":"2025","origin":"cell","until":"2025-03-01","anchor":"gas--u-s","text":"keep it","sources":[{"same":"d0e0482b6aed0239"}]}
        ],
        "silent":[
        {"issue":"gas","party":"us","report":"b","date":null,"origin":"none"}
        ],
        "corrections":[]
        }

        """)
    #expect(Self.read(edition.json).edition == edition)
  }

  @Test(
    "any bytes are read without a crash, and an invalid edition gives a diagnostic",
    arguments: 0..<UInt64(400))
  func byteSoup(seed: UInt64) {
    var numbers = SeededGenerator(seed: seed)
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
      #expect((diagnostic.place?.range?.upperBound ?? 0) <= bytes.count)
    }
  }

  @Test("deep nesting does not overflow the stack")
  func depth() {
    for opening in ["[", "{\"a\":", "{\"x\":[", "[{\"a\":["] {
      let bytes = Array((#"{"x":"# + String(repeating: opening, count: 200_000)).utf8)
      #expect(Self.read(bytes).diagnostics.map(\.id) == [.invalidEdition])
    }
    for (opening, closing) in [("[", "]"), (#"{"a":"#, "}")] {
      for depth in [100, 400, 499, 500, 511, 512, 100_000] {
        let value = String(repeating: opening, count: depth) + "1" + String(repeating: closing, count: depth)
        #expect(Self.read(Array(#"{"x":\#(value)}"#.utf8)).diagnostics.map(\.id) == [.invalidEdition])
        let newer = Self.read(Array(#"{"x":\#(value),"version":7}"#.utf8)).diagnostics.map(\.id)
        #expect(newer == (depth < 500 ? [.newerEdition] : [.invalidEdition]))
      }
    }
  }

  @Test("broken JSON is reported at its place")
  func brokenJSON() {
    #expect(
      Self.message("{\n\"standpoint\":\"edition\",\n\"version\" 1\n}\n") == """
        Content/editions/spring.json:3:11: error: invalid edition: expected a colon after “version” [invalid-edition]
           3 | "version" 1
             |           ^
             = help: restore the file from version control, or create it again with `standpoint edition`

        """)
  }

  @Test("a later version of the format is reported, whatever else the file contains")
  func newerVersion() {
    #expect(
      Self.message(#"{"positions":{"new":[1.5e3,{}]},"version":3}"#) == """
        Content/editions/spring.json:1:43: error: this edition uses version 3 of the format; this version of Standpoint reads only up to version 2 [newer-edition]
           1 | {"positions":{"new":[1.5e3,{}]},"version":3}
             |                                           ^
             = help: update Standpoint, or create the edition again with this version

        """)
  }

  @Test(
    "an invalid value is reported with its path",
    arguments: [
      (#"[{"slug":"a","path":"p","title":1,"date":null}]"#, "reports[0].title: must be text"),
      (#"[{"slug":"a","path":"p","title":"t"}]"#, "reports[0]: “date” is missing"),
      (
        #"[{"slug":"a","path":"p","title":"t","date":"soon"}]"#, "reports[0].date: “soon” is not a date"
      ),
      (#"[{"slug":"a","path":"p","title":"t","date":null,"x":1}]"#, "reports[0]: unknown key “x”"),
      (#"[{"slug":"a","slug":"a"}]"#, "the key “slug” appears twice"),
      (#"[{"slug":"a",}]"#, "expected a key in double quotation marks"),
      (#"[{"slug":"a"},]"#, "expected a value"),
      (#"[{"slug":"\x"}]"#, "invalid escape in this string"),
      (#"[{"slug":"\ud800"}]"#, "invalid escape in this string"),
      (#"[{"slug":nan}]"#, "unexpected “nan”"),
      (#"7"#, "reports: must be a list"),
      (#"[7]"#, "reports[0]: must be an object"),
      (
        #"[{"slug":"a","path":"p","title":"t","date":null},{"slug":"a","path":"q","title":"t","date":null}]"#,
        "reports[1].slug: another report already has the slug “a”"
      ),
    ])
  func records(reports: String, problem: String) {
    let text =
      #"{"standpoint":"edition","version":1,"name":"n","date":"2025","reports":\#(reports),"issues":[],"#
      + #""parties":[],"positions":[]}"#
    #expect(Self.message(text).contains("error: invalid edition: \(problem) [invalid-edition]"))
  }

  @Test("a diagnostic names the path of a value and points at it")
  func path() throws {
    let edition = (0..<UInt64(40)).lazy.map { seed in
      var random = RandomEditions(seed: seed)
      return random.edition()
    }.first { $0.positions.count > 4 }
    let text = String(decoding: try #require(edition).json, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let start = (lines.firstIndex(of: #""positions":["#) ?? 0) + 1
    let line = lines[start + 3].replacing(#/"stance":[^,]+/#, with: #""stance":"maybe""#)
    let broken = (lines[..<(start + 3)] + [line] + lines[(start + 4)...]).joined(separator: "\n")
    let message = Self.message(broken)
    #expect(
      message.contains("invalid edition: positions[3].stance: “maybe” is not a stance [invalid-edition]"))
    #expect(message.hasPrefix("Content/editions/spring.json:\(start + 4):"))
    #expect(message.contains(" ^~~~~~~\n"))
  }

  @Test("a position must refer to records of the edition")
  func dangling() {
    let position = FrozenPosition(
      issue: "gas", party: "us", report: "a", ordinal: 1, text: "", stance: nil,
      dating: FrozenDate(nil, origin: .none), anchor: "gas--us")
    var records = Edition.Records()
    records.positions = [position, position]
    let edition = Edition(name: "n", date: PartialDate(year: 2025), origin: nil, records: records)
    let message = Self.message(String(decoding: edition.json, as: UTF8.self))
    for problem in [
      "positions[0].issue: this edition has no issue “gas”",
      "positions[0].party: this edition has no party “us”",
      "positions[1].report: this edition has no report “a”",
      "positions[1]: this position is already in the list",
    ] {
      #expect(message.contains(problem))
    }
  }

  @Test("other JSON is not an edition")
  func otherJSON() {
    #expect(Self.message("[]").contains("the file is not a JSON object"))
    #expect(Self.message("{}").contains("standpoint: must be “edition”"))
    #expect(Self.message("").contains("unexpected end of the file; expected a value"))
    #expect(Self.message(#"{"standpoint":"edition","version":1}"#).contains("“name” is missing"))
  }
}
