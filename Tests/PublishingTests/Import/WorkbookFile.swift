import TestSites
import TestSupport

@testable import Publishing

/// Creates small workbooks (ECMA-376, with inline strings).
enum WorkbookFile {
  static func write(to folder: ScratchFolder, name: String, sheets: [(name: String, rows: [[String]])])
    async throws
  {
    let numbers = sheets.indices.map { $0 + 1 }
    let package = "http://schemas.openxmlformats.org/package/2006"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    try folder.write(
      "book/[Content_Types].xml",
      "<Types xmlns=\"\(package)/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"\(kind).sheet.main+xml\"/>"
        + numbers.map {
          "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"\(kind).worksheet+xml\"/>"
        }
        .joined() + "</Types>")
    try folder.write(
      "book/_rels/.rels",
      "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"r1\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    )
    try folder.write(
      "book/xl/workbook.xml",
      "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>"
        + zip(numbers, sheets).map { "<sheet name=\"\($1.name)\" sheetId=\"\($0)\" r:id=\"r\($0)\"/>" }
        .joined()
        + "</sheets></workbook>")
    try folder.write(
      "book/xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"\(package)/relationships\">"
        + numbers.map {
          "<Relationship Id=\"r\($0)\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet\($0).xml\"/>"
        }
        .joined() + "</Relationships>")
    for (number, sheet) in zip(numbers, sheets) {
      try folder.write(
        "book/xl/worksheets/sheet\(number).xml",
        "<worksheet xmlns=\"\(main)\"><sheetData>" + sheet.rows.enumerated().map(row).joined()
          + "</sheetData></worksheet>")
    }
    try await Programs.run("zip", ["-q", "-r", "../\(name)", "."], in: folder.disk("book"))
  }

  private static func row(_ index: Int, _ cells: [String]) -> String {
    let letters = ["A", "B", "C", "D", "E"]
    return "<row r=\"\(index + 1)\">"
      + zip(letters, cells).map { "<c r=\"\($0)\(index + 1)\" t=\"inlineStr\"><is><t>\($1)</t></is></c>" }
      .joined()
      + "</row>"
  }
}
