import Content
import Diagnostics
import Testing

@testable import Importing

struct SheetTests {
  @Test(arguments: [
    ("a,b\n\"x,1\",\"y\"\"q\"\"\"\n", [["a", "b"], ["x,1", "y\"q\""]]),
    ("a;b\r\n\"two\nlines\"; c \r\n", [["a", "b"], ["two\nlines", "c"]]),
    ("a\tb\n1,5\t\n\n\n", [["a", "b"], ["1,5", ""]]),
    ("\u{FEFF}a,b\r1,2", [["a", "b"], ["1", "2"]]),
    ("\"a\",b\n\"open", [["a", "b"], ["open"]]),
  ])
  func `cells are read with quotes, line ends and separators of every kind`(
    text: String, expected: [[String]]
  ) {
    #expect(CSVReader.read(Array(text.utf8)).records.map(\.cells) == expected)
  }

  @Test func `a record knows the line it starts on`() {
    let records = CSVReader.read(Array("a,b\n\"x\n\ny\",1\r\nlast,2".utf8)).records
    #expect(records.map(\.line) == [1, 2, 5])
  }

  @Test func `a diagnostic in a Windows-1252 file with CRLF points to its line`() {
    let bytes =
      Array("Issue;A;B\r\n".utf8) + [0x93] + Array("Gas".utf8) + [0x94] + Array(";x;y\r\nOil;x;y;z\r\n".utf8)
    let report = ReportImporter(options: ImportOptions(title: nil, name: "sheet")).report(fromSheets: [
      ImportedSheet(name: nil, source: SourceText(path: "a.csv", bytes: bytes))
    ])
    let printed = DiagnosticPrinter { _ in bytes }.text(DiagnosticPolicy().apply(to: report.diagnostics))
    #expect(report.text.contains("“Gas”"))
    #expect(
      printed.contains("a.csv:2:1: note: the text is not UTF-8; it is read as Windows-1252"), "\(printed)")
    #expect(printed.contains("a.csv:3:1: warning: the row has 4 cells"), "\(printed)")
  }

  @Test func `a thousand parties with an issue each do not make a table of a million cells`() {
    let rows = (0..<1000).map { "Issue \($0),Party \($0),text \($0)\n" }
    let earlier = (0..<400).map { "Issue 0,Party 0,text of \(1600 + $0),\(1600 + $0)\n" }
    let report = Self.report("issue,party,position,date\n" + rows.joined() + earlier.joined())
    let cells = report.text.split(separator: "\n").filter { $0.first == "|" && !$0.hasPrefix("|--") }
      .flatMap { $0.split(separator: "|").map(\.trimmingWhitespace) }
    #expect(cells.count < 20_000)
    for number in 0..<1000 { #expect(cells.contains("text \(number)")) }
    #expect(cells.count { $0.hasPrefix("text of 1") } == 400)
  }

  @Test func `rows of issues under columns of parties become a declared table of positions`() {
    let report = Self.report(";US;Russia\nGas;[+] buys;[-] sells\nOil;\"a | b\nc\";—\n")
    #expect(
      report.text == """
        ---
        title: sheet
        ---

        <!-- standpoint: positions -->
        |     | US       | Russia    |
        |-----|----------|-----------|
        | Gas | [+] buys | [-] sells |
        | Oil | a \\| b c | —         |

        """, "\(report.text)")
  }

  @Test
  func
    `the other texts of a row are kept in a footnote, and what cannot be read is reported`()
  {
    let source = """
      Issue,Party,Position,Stance,Date,Notes
      Gas,US,buys,often,someday,twice
      ,US,stray
      """
    let report = Self.report(source)
    #expect(report.text.contains("| Gas   | buys[^1] |"), "\(report.text)")
    #expect(report.text.contains("[^1]: Notes: twice; Stance: often; Date: someday"))
    #expect(report.text.contains("US; stray"))
    let printer = DiagnosticPrinter { _ in Array(source.utf8) }
    #expect(
      printer.text(DiagnosticPolicy().apply(to: report.diagnostics)) == """
        sheet.csv:2:1: warning: “someday” is not a date; the position has no date and the text is kept in its footnote [import-table]
           2 | Gas,US,buys,often,someday,twice
             | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
             = help: use a day, a month or a year, such as 2025-02-12
        sheet.csv:2:1: warning: “often” is not a stance; the position has no stance and the text is kept in its footnote [unknown-stance]
           2 | Gas,US,buys,often,someday,twice
             | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
             = help: use champions, supports, mixed, neutral, opposes or red line, or their marks
        sheet.csv:3:1: warning: the row has no issue, so it becomes text below the table [import-table]
           3 | ,US,stray
             | ^~~~~~~~~
             = help: add the name and import the file again

        """)
  }

  @Test func `an exported positions.csv gives back the positions, without addresses and derived columns`() {
    let source = """
      position,issue,issue_slug,party,party_slug,report,report_slug,date,date_origin,stance,stance_value,text,sources,evidence,status
      reports/may/#fish--north,Fish,fish,North,north,May,may,2025-05-02,front-matter,Opposes,-1,not now,https://example.org/b,document | vote,current
      reports/jan/#fish--north,Fish,fish,North,north,January,jan,2025-01-10,cell,Supports,1,yes,https://example.org/a,,earlier
      reports/may/#fish--south,Fish,fish,South,south,May,may,2025-05-02,front-matter,,,no,,act,current
      """
    let report = Self.report(source)
    let table = report.text.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(table.contains { $0.contains("[-] not now") && $0.contains("no") }, "\(report.text)")
    #expect(table.contains { $0.contains("[+] yes") }, "\(report.text)")
    #expect(report.text.contains("2025-05-02") && report.text.contains("2025-01-10"))
    #expect(report.text.contains("not now[^1] {evidence=document,vote}"), "\(report.text)")
    #expect(report.text.contains("no {evidence=act}"), "\(report.text)")
    #expect(report.text.contains("https://example.org/a") && report.text.contains("https://example.org/b"))
    for derived in ["reports/", "slug", "front-matter", "current", "earlier"] {
      #expect(!report.text.contains(derived), "\(report.text)")
    }
  }

  @Test
  func `a column of evidence becomes an attribute of the cell, and what cannot be read stays in a footnote`()
  {
    let report = Self.report(
      """
      Issue,Party,Position,Date,Source,Type of evidence
      Gas,US,buys,2025,https://example.org/a,Own statement; Vote
      Gas,Russia,sells,,,hearsay
      """)
    #expect(
      report.text.contains("buys[^1] {as-of=2025 evidence=own-statement,vote}"), "\(report.text)")
    #expect(report.text.contains("[^2]: Evidence: hearsay"), "\(report.text)")
    #expect(
      report.diagnostics.map(\.message).contains(
        "“hearsay” is not a kind of evidence; the text is kept in the footnote of the position"))
    #expect(report.decisions.contains { $0.message.contains("evidence “Type of evidence”") })
  }

  @Test func `a single row is called one`() {
    let report = Self.report("Issue,United States,Russia\nSanctions,for,against\n")
    #expect(report.decisions.map(\.message).contains("1 row: one issue per row"))
  }

  @Test func `a quote that is never closed is reported with its place`() {
    let report = Self.report("a,b\nx,\"open\ny,z\n")
    #expect(
      report.diagnostics.first?.message
        == "this quotation mark is never closed, so the rest of the file is one cell")
    #expect(report.text.contains("open y,z"))
  }

  @Test(
    arguments: [
      ("2025-02-12", "2025-02-12"), ("12 February 2025", "2025-02-12"), ("Feb. 12, 2025", "2025-02-12"),
      ("2025/02/12", "2025-02-12"), ("March 2025", "2025-03"), ("02/03/2025", nil), ("31 February 2025", nil),
    ] as [(String, String?)])
  func `dates are read in figures and in words, but not where two countries differ`(
    text: String, expected: String?
  ) {
    #expect(WrittenDate.read(text)?.description == expected)
  }

  @Test func `cells of more than one paragraph make a comparison a list with the same positions`() throws {
    let report = Self.report(
      "Issue,Red,Blue\nTolls,\"[+] Lower them.\n\n- and soon\",[-] Keep\nPorts,Build,\"One\n\nTwo\"\n")
    let expected = """
      <!-- standpoint: positions list -->
      - Tolls

        - Red: [+] Lower them.

          \\- and soon

        - Blue: [-] Keep

      - Ports

        - Red: Build

        - Blue: One

          Two
      """
    #expect(report.text.contains(expected), "\(report.text)")
    // One paragraph over several lines, and what a list cannot hold, stay a table.
    for text in [
      "Issue,Red,Blue\nTolls,\"Lower\nthem\",Keep\n", "Issue,Red: party,Blue\nTolls,\"One\n\nTwo\",Keep\n",
    ] { #expect(Self.report(text).text.contains("| Tolls"), "\(Self.report(text).text)") }
  }

  private static func report(_ text: String) -> ImportedReport {
    ReportImporter(options: ImportOptions(name: "sheet"))
      .report(fromSheets: [ImportedSheet(name: nil, source: SourceText(path: "sheet.csv", text: text))])
  }
}
