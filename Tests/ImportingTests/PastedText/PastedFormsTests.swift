import Content
import Diagnostics
import Testing

@testable import Importing

struct PastedFormsTests {
  @Test(arguments: [
    // Lists
    (
      "They name:\nthe border;\nthe gas; and\nthe guarantees.\nThen they left.",
      "They name:\n\n- the border;\n- the gas; and\n- the guarantees.\n\nThen they left."
    ),
    (
      "Issues are:\nThe border itself\nThe price of gas\nKey points\nThey met in Geneva and left.",
      "Issues are:\n\n- The border itself\n- The price of gas\n\n## Key points\n\nThey met in Geneva and left."
    ),
    (
      "They say:\n1. One\n2. Two\n• deep\n3. Three\nThe end is near.",
      "They say:\n\n1. One\n2. Two\n   - deep\n3. Three\n\nThe end is near."
    ),
    ("- A dash alone is no list.\nNor is this.", "\\- A dash alone is no list.\n\nNor is this."),
    ("One line:\n- a\n\n- b\nText goes on here.", "One line:\n\n- a\n- b\n\nText goes on here."),
    // Headings
    (
      "Analysis\nThe Western view\nIt is said that it is so.",
      "## Analysis\n\n### The Western view\n\nIt is said that it is so."
    ),
    ("1. Energy\nIt flows.\n1.1 Gas\nIt burns.", "## 1. Energy\n\nIt flows.\n\n### 1.1 Gas\n\nIt burns."),
    ("Outlook\n-------\nIt is open.", "## Outlook\n\nIt is open."),
    ("Text ends.\nRead more", "Text ends.\n\nRead more"),
    // Tables
    (
      "Before it.\nAspect | A | B\nx | y | z\nAfter it.",
      "Before it.\n\n| Aspect | A   | B   |\n|--------|-----|-----|\n| x      | y   | z   |\n\nAfter it."
    ),
    (
      "| A | B |\n|---|---|\n| broken\nover lines | c |\nText.",
      "| A                 | B   |\n|-------------------|-----|\n| broken over lines | c   |\n\nText."
    ),
    (
      "|A|B|\n|1|2|\n|Issue|C|D|\n|3|4|5|",
      "| A   | B   |\n|-----|-----|\n| 1   | 2   |\n\n| Issue | C   | D   |\n|-------|-----|-----|\n| 3     | 4   | 5   |"
    ),
    ("\tA\tB\nx\ty\tz\nText.", "|     | A   | B   |\n|-----|-----|-----|\n| x   | y   | z   |\n\nText."),
    // Characters
    ("1990. was\u{A0}a\u{200B} ye\u{AD}ar.", "1990\\. was a year."),
    ("# x is *y* and _z_ <b> [c].", "\\# x is \\*y\\* and \\_z\\_ \\<b> \\[c]."),
  ])
  func `the forms of pasted text are recognised`(text: String, expected: String) {
    let report = Self.report("The title\n" + text)
    #expect(report.text == "---\ntitle: The title\n---\n\n" + expected + "\n")
  }

  @Test func `lines that a mail program wrapped are joined`() {
    let text = """
      The talks
      The two sides have met for the third time in this year, and both of
      them say that nothing has been agreed. The Ministry of Energy of
      Ukraine was not there. A fourth round is expected in the spring of
      the next year.

      Sanctions stay.
      """
    #expect(
      Self.report(text).text == """
        ---
        title: The talks
        ---

        The two sides have met for the third time in this year, and both of them say that nothing has been agreed. The Ministry of Energy of Ukraine was not there. A fourth round is expected in the spring of the next year.

        Sanctions stay.

        """)
  }

  @Test func `a text in another encoding is read`() {
    let windows = ReportImporter(options: ImportOptions(name: "x"))
      .report(fromText: SourceText(path: "in.txt", bytes: [0x93, 0x41, 0x94, 0x20, 0xE9, 0x2E]))
    #expect(windows.text.hasSuffix("\n“A” é.\n"))
    let utf16 = ReportImporter(options: ImportOptions(name: "x"))
      .report(
        fromText: SourceText(
          path: "in.txt", bytes: [0xFF, 0xFE, 0x41, 0, 0x2E, 0, 0x0A, 0, 0x42, 0, 0x2E, 0]))
    #expect(utf16.text.hasSuffix("\nA.\n\nB.\n"))
  }

  @Test(arguments: [
    (
      "They name:\nThe border\nThe gas\nThey met in Geneva and left.",
      """
      in.txt:4:1: note: “The gas” is read as the last item of the list, but may be the next heading [import-guess]
         4 | The gas
           | ^~~~~~~
           = help: add a blank line above it if it is a heading

      """
    ),
    (
      "Text.\n| alone |",
      """
      in.txt:3:1: warning: a single row is not a table; it is kept as text [import-table]
         3 | | alone |
           | ^~~~~~~~~
           = help: add a header row above it

      """
    ),
    (
      "| A | B |\n| c |",
      """
      in.txt:3:1: warning: the row has 1 cell and the header has 2; the missing cells are empty [import-table]
         3 | | c |
           | ^~~~~
           = help: check that its cells are in the right columns

      """
    ),
    (
      "| Aspect | US | US |\n| a | b | c |",
      """
      in.txt:2:1: warning: two columns are named “US”, so the table has two positions of one party per issue [import-table]
         2 | | Aspect | US | US |
           | ^~~~~~~~~~~~~~~~~~~~
           = help: rename one of them and remove the line “standpoint: plain”

      """
    ),
    (
      "## Heading with marks.",
      """
      in.txt:2:1: note: this line looks like Markdown, but is read as plain text [import-guess]
         2 | ## Heading with marks.
           | ^~~~~~~~~~~~~~~~~~~~~~
           = help: import the file with --format markdown if it is Markdown

      """
    ),
  ])
  func `what may be meant differently is reported, with a fix`(text: String, expected: String) {
    let source = "The title\n" + text
    let printer = DiagnosticPrinter { _ in Array(source.utf8) }
    #expect(printer.text(DiagnosticPolicy().apply(to: Self.report(source).diagnostics)) == expected)
  }

  @Test func `an empty file is reported`() {
    let printer = DiagnosticPrinter { _ in nil }
    let list = DiagnosticPolicy().apply(to: Self.report("\n \u{200B}\n").diagnostics)
    #expect(printer.text(list) == "in.txt: warning: the file contains no text [import-left-out]\n")
  }

  private static func report(_ text: String) -> ImportedReport {
    ReportImporter(options: ImportOptions(name: "x")).report(fromText: SourceText(path: "in.txt", text: text))
  }
}
