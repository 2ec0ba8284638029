import Content
import Diagnostics
import Testing

@testable import Importing

/// Tables in pasted text whose columns are aligned by spaces, and other forms without marks.
struct SpacedTableTests {
  static let table = """
    | Issue | United States | Russia  |
    |-------|---------------|---------|
    | NATO  | Open to it    | Opposes |
    | Gas   | Cut imports   | Export  |
    """

  @Test(arguments: [
    "Issue   United States   Russia\nNATO    Open to it      Opposes\nGas     Cut imports     Export",
    "Issue    United States    Russia\n-----    -------------    ------\nNATO     Open to it       Opposes\nGas      Cut imports      Export",
    "----------------------------------\nIssue    United States    Russia\n----------------------------------\nNATO     Open to it       Opposes\nGas      Cut imports      Export\n----------------------------------",
    "Issue  United States  Russia\nNATO  Open to it  Opposes\nGas  Cut imports  Export",
    "  Issue   United States   Russia\n  NATO    Open to it      Opposes\n  Gas     Cut imports     Export",
    "Issue   United States   Russia\n\nNATO    Open to it      Opposes\n\nGas     Cut imports     Export",
    "Issue   United States   Russia\nNATO    Open            Opposes\n        to it\nGas     Cut             Export\n        imports",
    "Issue   United   Russia\n        States\nNATO    Open     Opposes\n        to it\nGas     Cut      Export\n        imports",
  ])
  func `columns aligned by spaces are a table`(text: String) {
    let report = Self.report(
      "The talks\nThey met in Geneva and left.\n\n" + text + "\n\nThey will meet again.")
    let aligned = Self.compact(report.text)
    #expect(
      aligned.contains(Self.compact(Self.table)) && aligned.hasSuffix("They will meet again.\n"),
      "\(report.text)")
  }

  @Test func `empty cells, right-aligned columns and wide letters keep their columns`() {
    let report = Self.report(
      """
      The talks
      They met and left.

      Thema          Partei A      Partei B
      Zölle                        gegen Zölle
      Staudamm       öffnen

      Year        Seats     Share
      2021          120       45%
      2025           98       38%

      议题    甲方        乙方
      关税    支持减税    反对
      水坝    开放        关闭
      """)
    let text = Self.compact(report.text)
    #expect(text.contains("| Zölle | | gegen Zölle |\n| Staudamm | öffnen | |"), "\(text)")
    #expect(text.contains("| 2021 | 120 | 45% |\n| 2025 | 98 | 38% |"), "\(text)")
    #expect(text.contains("| 关税 | 支持减税 | 反对 |\n| 水坝 | 开放 | 关闭 |"), "\(text)")
  }

  @Test(arguments: [
    "He spoke first.  Then she spoke.\nThey left at noon.  Nobody followed them.\nThe end came soon.",
    "Our   chance\nis here and will not come again.",
    "Name:      Joint statement\nPlace:     Geneva and Vienna",
  ])
  func `two spaces in prose are no table`(text: String) {
    #expect(!Self.report("The talks\n" + text).text.contains("|"))
  }

  @Test func `tables in another language than the site’s give the report that language`() {
    let report = Self.report(
      "Die Gespräche\nSie trafen sich in Genf.\n\nThema\tNordland\tSüdland\nZölle\tsenken\terhöhen\nStaudamm\töffnen\tschließen"
    )
    #expect(report.text.contains("language: de\n---"), "\(report.text)")
    #expect(report.text.contains("\n\n| Thema"), "\(report.text)")
    #expect(report.decisions.contains { $0.message.hasPrefix("language: de") })
  }

  @Test func `a table that two languages read is declared`() {
    let report = Self.report(
      "Las conversaciones\n\nTema\tNorte\tSur\nAgua\tbajar\tsubir\nPesca\tabrir\tcerrar")
    #expect(report.text.contains("<!-- standpoint: positions -->\n| Tema"), "\(report.text)")
    #expect(!report.text.contains("language:"))
  }

  @Test(arguments: [
    ("o The border\no The gas\no The guarantees", "- The border\n- The gas\n- The guarantees"),
    (
      "• The border\n  o The fence\n  o The gate\n• The gas",
      "- The border\n  - The fence\n  - The gate\n- The gas"
    ),
    ("•\tThe border\n•\tThe gas", "- The border\n- The gas"),
    ("o\tThe border\no\tThe gas", "- The border\n- The gas"),
  ])
  func `bullets one below the other are a list`(text: String, expected: String) {
    let report = Self.report("The title\nThey name these:\n" + text + "\nNothing else was named by them.")
    #expect(report.text.contains("\n\n" + expected + "\n\nNothing else"), "\(report.text)")
  }

  @Test func `a line that begins with a short word is no list`() {
    #expect(!Self.report("El título\no bien se van todos de aquí.\nNadie queda.").text.contains("- "))
  }

  static func report(_ text: String) -> ImportedReport {
    ReportImporter(options: ImportOptions(name: "x")).report(fromText: SourceText(path: "in.txt", text: text))
  }

  /// Without the padding of cells.
  private static func compact(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("|-") ? "" : line.split(separator: " ").joined(separator: " ")
    }
    .filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
  }
}
