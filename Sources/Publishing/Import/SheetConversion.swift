import Content
import Diagnostics
import FileSystem
import Importing

/// Converts a workbook with xlsx2csv.
struct SheetConversion {
  /// The workbook's name as shown in messages.
  let shown: String

  /// U+001E, which cannot occur in an XML document.
  private static let mark = "\u{1E}"

  /// The workbook's non-empty sheets, in order.
  func sheets(of bytes: [UInt8], scratch: DiskPath) async throws(EnvironmentError) -> [ImportedSheet] {
    try FileWriter.write(bytes, to: scratch.appending("briefing.xlsx"))
    let arguments = ["--all", "--sheetdelimiter", "x30", "--dateformat", "%Y-%m-%d", "briefing.xlsx"]
    let output = try await Programs.sheets.run(arguments, in: scratch)
    let sheets = Self.sheets(in: String(decoding: output, as: UTF8.self))
    if sheets.count == 1 {
      return [ImportedSheet(name: nil, source: SourceText(path: shown, text: sheets[0].text))]
    }
    return sheets.map { sheet in
      ImportedSheet(name: sheet.name, source: SourceText(path: "\(shown) (\(sheet.name))", text: sheet.text))
    }
  }

  /// Before each sheet there is a line with the mark, the sheet's number and its name.
  private static func sheets(in output: String) -> [(name: String, text: String)] {
    var result: [(name: String, text: String)] = []
    for line in output.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(mark) {
        let parts = line.dropFirst(mark.count).split(separator: "-", maxSplits: 1)
        let name = parts.last.map { $0.drop { $0 == " " } } ?? ""
        result.append((String(name), ""))
      } else if !result.isEmpty {
        result[result.count - 1].text += line + "\n"
      }
    }
    return result.filter { $0.text.contains { !$0.isWhitespace && $0 != "," && $0 != "\"" } }
  }
}
