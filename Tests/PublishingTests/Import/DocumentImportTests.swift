import Content
import Diagnostics
import Foundation
import TestSites
import TestSupport
import Testing

@testable import FileSystem
@testable import Publishing

@Suite(.enabled(if: Programs.areInstalled("pandoc", "zip", "unzip")))
struct DocumentImportTests {
  private static let markdown = """
    # The plan and the reply

    Prose with **bold:** words, *slanted* ones, a [link](https://example.org/a_b), 2^10^ and a note.[^1]

    ## Key points

    - The first *entry*
    - The second one
        1. Deeper
        2. Still deeper

    > Quoted words # with signs

    ### Comparison

    | Aspect         | United States       | Russian Government    |
    |----------------|---------------------|-----------------------|
    | NATO expansion | [+] Open \\| to it  | Opposes **any** of it |
    | Sanctions      | Tightens them[^2]   |                       |

    ![A dot](dot.png)

    [^1]: A source of the prose.
    [^2]: A source of the cell.
    """

  @Test("line breaks in cells stay, and a table with a row for each position is named as such")
  func rowsOfPositions() async throws {
    let scratch = try ScratchFolder()
    let page = """
      <h1>Talks</h1><table><tr><th>Issue</th><th>Party</th><th>Position</th></tr>
      <tr><td>Gas<br>price</td><td>North</td><td><b>Wants<br></b>a cap<br></td></tr>
      <tr><td>Gas price</td><td>South</td><td>None</td></tr></table>
      """
    try scratch.write("page.html", page)
    let outcome = try await BriefingImport(
      ImportRequest(file: DiskPath(scratch.root).appending("page.html").shown, target: .none)
    ).run()
    #expect(
      outcome.report.text.contains("| Gas<br>price | North | **Wants**<br>a cap |")
        || outcome.report.text.contains("**Wants**<br>a cap"), "\(outcome.report.text)")
    #expect(outcome.report.decisions.contains { $0.message.contains("a row for each position") })
  }

  @Test("a merged cell over very many columns is refused, and the message says what to look for")
  func hugeSpan() async throws {
    let scratch = try ScratchFolder()
    let page = Array("<table><tr><td colspan=100000>a</td></tr><tr><td>b</td></tr></table>".utf8)
    let error = await #expect(throws: EnvironmentError.self) {
      try await DocumentConversion(format: .html).json(of: page, scratch: DiskPath(scratch.root))
    }
    #expect(
      error?.message
        == "pandoc turns this document of 68 bytes into more than 2 MB; a merged cell may span too many columns"
    )
    let small = Array("<table><tr><td colspan=2>a</td></tr><tr><td>b</td><td>c</td></tr></table>".utf8)
    #expect(
      try await !DocumentConversion(format: .html).json(of: small, scratch: DiskPath(scratch.root)).isEmpty)
  }

  @Test("the guide states the limits that programs have")
  func limits() {
    #expect(FileReader.sourceLimit == Limit.sourceSize.value)
    #expect(FileSystem.Programs.pandoc(for: "html").cpuLimit == Limit.programTime.value)
    #expect(FileSystem.Programs.pandoc(for: "html").timeout == .seconds(20 * Limit.programTime.value))
    #expect(FileSystem.Programs.rsvg().cpuLimit == Limit.pictureTime.value)
    #expect(FileSystem.Programs.weasyprint.cpuLimit == Limit.paperTime.value)
    #expect(FileSystem.Programs.documentWriter.cpuLimit == Limit.paperTime.value)
    #expect(FileSystem.Programs.pandoc(for: "html").memoryLimit == Limit.programMemory.value)
    #expect(FileSystem.Programs.graphviz("neato").memoryLimit == Limit.programMemory.value)
    #expect(FileSystem.Programs.pagefind.memoryLimit == Limit.indexMemory.value)
    #expect(ExternalProgram.outputLimit == Limit.programOutput.value)
  }

  private static let dot = Data(
    base64Encoded:
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")

  @Test(arguments: [ImportFormat.docx, .odt, .html])
  func `a document becomes a report with its headings, lists, tables, notes and links`(format: ImportFormat)
    async throws
  {
    let folder = try await Self.folder(with: format)
    let outcome = try await Self.importing("briefing.\(format.rawValue)", in: folder)
    let text = try #require(folder.text("Content/reports/\(outcome.report.slug).md"))
    #expect(text.contains("bold") && text.contains("*slanted*"))
    #expect(text.contains("[link](https://example.org/a_b)"))
    #expect(text.contains("Key points"))
    #expect(text.contains("- The second one\n  1. Deeper\n  2. Still deeper"), "\(text)")
    #expect(text.contains("| Aspect         | United States"), "\(text)")
    #expect(text.contains("[+] Open \\| to it"), "\(text)")
    #expect(text.contains("Opposes **any** of it"))
    #expect(text.contains("A source of the prose.") && text.contains("A source of the cell."))
    #expect(!text.contains("</"))
    try await Self.expectBuilds(folder)
  }

  @Test(
    arguments: [
      (ImportFormat.docx, "<thead>GROUPS NAMES</thead>ROWS"), (.html, "<thead>GROUPS NAMES</thead>ROWS"),
      (.html, "GROUPS NAMES ROWS"), (.html, "<tbody>GROUPS NAMES ROWS</tbody>"),
      (.html, "<caption>Talks<tr><th colspan=4>March 2025</tr>GROUPS NAMES ROWS"),
    ])
  func `the names of parties stand below the groups that they belong to`(
    format: ImportFormat, form: String
  ) async throws {
    let folder = try ScratchFolder()
    let parts = [
      ("GROUPS", "<tr><th rowspan=2>Issue</th><th colspan=2>Europe</th><th>Asia</th></tr>"),
      ("NAMES", "<tr><th>France</th><th>Germany</th><th>Japan</th></tr>"),
      ("ROWS", "<tr><td>Trade</td><td>in favour</td><td>against it</td><td>undecided</td></tr>"),
    ]
    let table = parts.reduce(form) { $0.replacing($1.0, with: $1.1 + "\n") }
    try folder.write("table.html", "<h1>Talks</h1><table>\(table)</table>")
    if format != .html {
      try await Programs.run("pandoc", ["table.html", "-o", "table.\(format.rawValue)"], in: folder.path)
    }
    let text = try await Self.importing("table.\(format.rawValue)", in: folder).report.text
    #expect(Self.rows(text).first == ["Issue", "France", "Germany", "Japan"], "\(text)")
    #expect(Self.rows(text).last == ["Trade", "in favour", "against it", "undecided"], "\(text)")
  }

  @Test(arguments: [
    "<tr><th>Issue<th>North<th>South<tr><td>Water<td>open<td>closed",
    "<form><tr><th>Issue</th><th>North</th><th>South</th></tr><tr><td>Water</td><td>open</td><td>closed</td></tr></form>",
    "<caption>Talks<thead><tr><th>Issue<th>North<th>South<tbody><td>Water<td>open<td>closed<tfoot>",
    "<tr><font><th>Issue</th>&nbsp;<th>North</th><script>a('<td>')</script><th>South</th></font></tr>Talks"
      + "<tr><td>Water</td><td>open</td><br><td>closed</td></tr>",
  ])
  func `a table of a page is a table, however untidy its tags are`(table: String) async throws {
    let folder = try ScratchFolder()
    try folder.write("table.html", "<h1>Talks</h1><table>\(table)</table>")
    let text = try await Self.importing("table.html", in: folder).report.text
    #expect(Self.rows(text).first == ["Issue", "North", "South"], "\(text)")
    #expect(Self.rows(text).last == ["Water", "open", "closed"], "\(text)")
  }

  /// The cells of the lines of a table.
  private static func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n").filter { $0.hasPrefix("|") }.map { row in
      row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  @Test(arguments: [ImportFormat.docx, .odt, .html])
  func `merged cells are in each row and column that they span, once per party or issue`(format: ImportFormat)
    async throws
  {
    let folder = try ScratchFolder()
    try folder.write(
      "table.html",
      """
      <h1>Merged</h1><table><tr><th>Issue</th><th>North</th><th>South</th><th>East</th></tr>
      <tr><td rowspan="2">Water</td><td>Open the dam</td><td rowspan="2">Closed</td><td>One</td></tr>
      <tr><td>Share data</td><td>Two</td></tr>
      <tr><td>Ports</td><td colspan="2">Both want it</td><td>Alone</td></tr></table>
      """)
    if format != .html {
      try await Programs.run("pandoc", ["table.html", "-o", "table.\(format.rawValue)"], in: folder.path)
    }
    let text = try await Self.importing("table.\(format.rawValue)", in: folder).report.text
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("|") }.map { row in
      row.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }
    #expect(
      rows.dropFirst(2).map { Array($0.dropFirst().dropLast()) } == [
        ["Water", "Open the dam", "Closed", "One"], ["Water", "Share data", "", "Two"],
        ["Ports", "Both want it", "Both want it", "Alone"],
      ], "\(text)")
  }

  @Test(arguments: [ImportFormat.docx, .odt, .html])
  func `lists in cells are imported with every entry`(format: ImportFormat) async throws {
    let folder = try await Self.folder(
      with: format,
      markdown: """
        # Talks

        +--------+--------------------+-------------+
        | Aspect | North              | South       |
        +========+====================+=============+
        | Water  | Two wishes:        | 1. enough   |
        |        |                    | 2. *for now*|
        |        | - wants *more*     |             |
        |        |                    |             |
        |        |   at once          |             |
        |        |                    |             |
        |        |   - or never       |             |
        |        |                    |             |
        |        | - wants it free    |             |
        |        |                    |             |
        |        | Thanks.            |             |
        +--------+--------------------+-------------+
        | Fish   | - no               | yes         |
        +--------+--------------------+-------------+
        """)
    let outcome = try await Self.importing("briefing.\(format.rawValue)", in: folder)
    let text = try #require(folder.text("Content/reports/\(outcome.report.slug).md"))
    let words = text.split { !$0.isLetter }.joined(separator: " ")
    #expect(words.contains("Two wishes wants more at once or never wants it free Thanks"), "\(text)")
    #expect(text.contains("1. enough") && text.contains("2. *for now*"), "\(text)")
    #expect(text.contains("yes") && !text.unicodeScalars.contains { (0xE000...0xF8FF).contains($0.value) })
    try await Self.expectBuilds(folder)
  }

  @Test(arguments: [ImportFormat.docx, .odt])
  func `pictures inside a document are written beside the report`(format: ImportFormat) async throws {
    let folder = try await Self.folder(with: format)
    let outcome = try await Self.importing("briefing.\(format.rawValue)", in: folder)
    let picture = try #require(outcome.pictures.first)
    #expect(picture.text.contains("Content/reports/\(outcome.report.slug)-pictures/"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: picture.text)) == Self.dot)
    let text = try #require(folder.text("Content/reports/\(outcome.report.slug).md"))
    #expect(text.contains("](\(outcome.report.slug)-pictures/"))
  }

  @Test func `images next to a web page are copied; other images and scripts are not imported`() async throws
  {
    let folder = try ScratchFolder()
    try folder.write("web/page_files/dot.png", bytes: Array(try #require(Self.dot)))
    try folder.write("secret.png", "x")
    try folder.write(
      "web/page.html",
      """
      <html><head><title>The plan - A newspaper</title><script>evil()</script></head><body><nav><a href="/home">Home</a></nav>
      <h1>The plan</h1><p>Text<img src="page_files/dot.png" alt="dot"><img src="../secret.png" alt="secret words">
      <a href="javascript:evil()">press</a></p></body></html>
      """)
    let outcome = try await Self.importing("web/page.html", in: folder)
    let text = try #require(folder.text("Content/reports/the-plan.md"))
    #expect(text.contains("![dot](page_files/dot.png)") && text.contains("secret words press"))
    #expect(!text.contains("secret.png") && !text.contains("evil"))
    #expect(folder.exists("Content/reports/page_files/dot.png"))
    let messages = outcome.report.diagnostics.map(\.message)
    #expect(
      messages.contains(
        "the image “secret.png” could not be imported; its description is kept as text"))
    try await Self.expectBuilds(folder)
  }

  @Test func `an invalid document is an error that names the program`() async throws {
    let folder = try ScratchFolder()
    try folder.write("x.docx", "no zip file")
    let fault = await #expect(throws: EnvironmentError.self) {
      try await Self.importing("x.docx", in: folder)
    }
    #expect(fault?.message.hasPrefix("pandoc failed: ") == true, "\(fault?.message ?? "")")
  }

  @Test func `a program that is missing is named with its package`() async throws {
    let folder = try ScratchFolder()
    let call = ExternalProgram(
      name: "standpoint-no-such-program", package: "pandoc", purpose: "reads docx files")
    let fault = await #expect(throws: EnvironmentError.self) { try await call.run([], in: folder.path) }
    #expect(fault?.message == "standpoint-no-such-program, which reads docx files, is not installed")
    #expect(fault?.advice == "apt-get install pandoc")
  }

  @Test func `a report that exists is not replaced unless it may be`() async throws {
    let folder = try ScratchFolder()
    try folder.write("a.txt", "One\nThe text is here.")
    _ = try await Self.importing("a.txt", in: folder)
    let fault = await #expect(throws: EnvironmentError.self) { try await Self.importing("a.txt", in: folder) }
    #expect(fault?.message.hasSuffix("Content/reports/one.md” already exists") == true)
    try folder.write("a.txt", "One\nThe text is new.")
    _ = try await Self.importing("a.txt", in: folder, replaces: true)
    #expect(folder.text("Content/reports/one.md") == "---\ntitle: One\n---\n\nThe text is new.\n")
  }

  // Fixtures

  private static func folder(with format: ImportFormat, markdown: String = markdown) async throws
    -> ScratchFolder
  {
    let folder = try ScratchFolder()
    try folder.write("briefing.md", markdown)
    try folder.write("dot.png", bytes: Array(try #require(dot)))
    try await Programs.run(
      "pandoc", ["-s", "--metadata", "pagetitle=x", "briefing.md", "-o", "briefing.\(format.rawValue)"],
      in: folder.path)
    return folder
  }

  @discardableResult
  static func importing(
    _ file: String, in folder: ScratchFolder, replaces: Bool = false
  ) async throws -> ImportOutcome {
    let target = ImportRequest.Target.reports(of: folder.disk("Content"))
    return try await BriefingImport(
      ImportRequest(file: folder.disk(file).text, target: target, replaces: replaces)
    ).run()
  }

  /// Checks that a site with the imported report has no errors.
  static func expectBuilds(_ folder: ScratchFolder) async throws {
    let planned = try await SitePipeline(try folder.folders(), options: BuildOptions()).plan()
    let errors = planned.diagnostics.entries.filter { $0.severity == .error }.map(\.diagnostic.message)
    #expect(errors.isEmpty)
  }
}
