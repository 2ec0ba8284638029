import Diagnostics
import Markdown
import Testing

@testable import Content

@Suite("A whole report")
struct WholeReportTests {
  private let text = """
    ---
    title: The March plan
    date: 2025-03-02
    ---

    Prose that links [[NATO expansion]].

    <!-- standpoint: positions id=core as-of=2025-02 -->
    | Aspect         | United States                   | Russian Government           |
    |----------------|---------------------------------|------------------------------|
    | NATO expansion | [+] Open to Ukraine joining[^1] | [--] Opposes any enlargement |
    | Sanctions      | [?] Tightens {as-of=2025-01}    | —                            |

    | Strategy          | Purpose            |
    |-------------------|--------------------|
    | Backchannel talks | Keep communicating |

    : Ways out {#tbl-ways .plain}

    > [!tension] [[NATO expansion#United States]]
    > The closing section says the opposite.

    [^1]: Briefing of 12 February 2025.
    """

  @Test("gives its tables, tensions, words and cells")
  func whole() throws {
    let reading = Reading(text)
    #expect(reading.printed == "")
    let report = try #require(reading.report)
    #expect(report.tables.map(\.reading) == [.declared(.positions(transposed: false)), .declared(.plain)])
    #expect(report.tables.map(\.id) == ["core", "tbl-ways"])
    #expect(reading.text(report.tables[1].idRange) == "#tbl-ways")
    #expect(report.tensions.map { $0.positions.map(\.text) } == [["NATO expansion#United States"]])
    #expect(reading.text(report.tensions.first?.positions.first?.range) == "[[NATO expansion#United States]]")
    #expect(report.wordCount > 40)
  }

  @Test("cells are read with their marks, dates and silence")
  func cells() {
    let reading = Reading(text)
    let document = reading.document
    let cells = document.nodes.indices.filter {
      document.nodes[$0].kind == .tableCell && document.nodes[$0].detail > 0
    }
    let read = cells.map {
      CellReading.read($0, in: document, path: "Content/reports/a.md", silence: .none)
    }
    let body = read[2..<6].map(\.reading)
    #expect(body.map(\.stance) == [.supports, .redLine, nil, nil])
    #expect(body.map(\.isPosition) == [true, true, true, false])
    #expect(body.map(\.asOf) == [nil, nil, PartialDate(year: 2025, month: 1), nil])
    #expect(
      Reading.print(read.flatMap(\.diagnostics), SourceText(path: "Content/reports/a.md", text: text)) == """
        Content/reports/a.md:12:20: warning: “[?]” is not a stance mark, so this position is unrated [unknown-stance]
          12 | | Sanctions      | [?] Tightens {as-of=2025-01}    | —                            |
             |                    ^~~
             = help: the marks are [++], [+], [~], [0], [-] and [--]

        """)
  }

  @Test(
    "a caption's class determines the kind of its table",
    arguments: [
      ("positions", TableKind.positions(transposed: false)), ("options", .options), ("plain", .plain),
      ("transposed", .positions(transposed: true)), ("positions .transposed", .positions(transposed: true)),
    ])
  func captionClasses(classes: String, kind: TableKind) {
    let table = "| A | B |\n|---|---|\n| x | y |\n\n: Caption {#tbl-a .\(classes)}\n"
    #expect(Reading(table).report?.tables.first?.reading == .declared(kind))
    let directed = Reading("<!-- standpoint: plain id=mine -->\n" + table).report?.tables.first
    #expect(directed?.reading == .declared(.plain) && directed?.id == "mine")
  }

  @Test("raw HTML and links with other schemes are reported unless they are trusted")
  func safety() {
    let text = "A <b>bold</b> word and [a link](javascript:alert).\n"
    #expect(Reading(text).diagnostics.map(\.id).contains(.rawHTML))
    #expect(Reading(text).diagnostics.map(\.id).contains(.unsafeLink))
    var settings = SiteSettings()
    settings.trustHTML = true
    settings.trustLinks = true
    #expect(Reading(text, settings: settings).printed == "")
  }

  @Test("a tension without a position is reported")
  func tension() {
    #expect(
      Reading("> [!tension] A clash\n> Text.\n").printed == """
        Content/reports/a.md:1:1: error: a tension must name a position on its first line [invalid-tension]
           1 | > [!tension] A clash
             | ^~~~~~~~~~~~~~~~~~~~
             = help: write > [!tension] [[Issue#Party]], with a second [[Issue#Party]] if two positions conflict

        """)
  }
}
