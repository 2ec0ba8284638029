import Diagnostics
import Testing

@testable import Importing

@Suite("A sheet beyond the limit")
struct WorkbookLimitTests {
  private static func report(_ cells: String) throws -> ImportedReport {
    let list = Array("<workbook><sheets><sheet name=\"Data\" r:id=\"a\"/></sheets></workbook>".utf8)
    let relations = "<Relationships><Relationship Id=\"a\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
    let workbook = Workbook(list: list, shared: [Array(relations.utf8), [], []])
    let part = Array("<worksheet><sheetData>\(cells)</sheetData></worksheet>".utf8)
    let sheet = try #require(workbook.values(part, of: workbook.sheets[0], shown: "a.xlsx", isOnly: true))
    return ReportImporter(options: ImportOptions(name: "a")).report(fromSheets: [sheet])
  }

  private static func cell(_ place: String, _ text: String) -> String {
    "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
  }

  private static let table =
    cell("A1", "Issue") + cell("B1", "Red") + cell("C1", "Blue") + cell("A2", "Tolls") + cell("B2", "yes")
    + cell("C2", "no")

  @Test("is imported without the cells beyond it, and a warning counts them")
  func beyond() throws {
    let report = try Self.report(Self.table + Self.cell("A20001", "Ports") + Self.cell("B20001", "maybe"))
    #expect(report.text.contains("| Tolls |") && !report.text.contains("maybe"))
    let lost = report.diagnostics.filter { $0.id == .importLeftOut }
    #expect(
      lost.map(\.message) == [
        "2 cells are left out, because a sheet can have at most 20,000 rows and columns"
      ])
    #expect(lost.map(\.place?.path) == ["a.xlsx"])
  }

  @Test("is reported only if cells with text are lost")
  func within() throws {
    let report = try Self.report(Self.table + Self.cell("A20000", "Ports") + "<c r=\"A30000\"/>")
    #expect(report.diagnostics.filter { $0.id == .importLeftOut }.isEmpty)
  }
}
