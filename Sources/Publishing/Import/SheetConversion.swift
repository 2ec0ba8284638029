import Diagnostics
import FileSystem
import Importing
import Text

/// Reads the sheets of a workbook with unzip.
struct SheetConversion {
  /// The workbook's name as shown in messages.
  let shown: String
  /// The sheet to read; nil: all that are not hidden.
  var only: String?

  /// The sheets with text, in order, and the names of hidden sheets that are left out.
  func sheets(of bytes: [UInt8], scratch: DiskPath) async throws(EnvironmentError) -> (
    sheets: [ImportedSheet], leftOut: [String]
  ) {
    let name = "briefing.xlsx"
    try FileWriter.write(bytes, to: scratch.appending(name))
    let list = try await Programs.unzip.run(["-p", name, Workbook.list], in: scratch)
    var shared: [[UInt8]] = []
    for part in Workbook.sharedParts {
      let outcome = try await Programs.unzip.finish(["-p", name, part], in: scratch)
      shared.append(outcome.exitCode == 0 ? outcome.output : [])
    }
    let workbook = Workbook(list: list, shared: shared)
    let chosen = try chosen(in: workbook)
    var sheets: [(Workbook.Sheet, [UInt8])] = []
    for sheet in chosen {
      let part = try await Programs.unzip.run(["-p", name, Self.pattern(sheet.path)], in: scratch)
      if workbook.values(part, of: sheet, shown: shown, isOnly: true) != nil { sheets.append((sheet, part)) }
    }
    return (
      sheets.compactMap { workbook.values($0.1, of: $0.0, shown: shown, isOnly: sheets.count == 1) },
      only == nil ? workbook.sheets.filter(\.isHidden).map(\.name) : []
    )
  }

  /// A path without the meaning that unzip gives to brackets and stars.
  private static func pattern(_ path: String) -> String {
    path.replacing("[", with: "\\[").replacing("*", with: "\\*").replacing("?", with: "\\?")
  }

  private func chosen(in workbook: Workbook) throws(EnvironmentError) -> [Workbook.Sheet] {
    guard let only else { return workbook.sheets.filter { !$0.isHidden } }
    let found = workbook.sheets.filter { $0.name.lowercased() == only.lowercased() }
    if !found.isEmpty { return found }
    let names = workbook.sheets.map { "“\($0.name)”" }.joined(separator: ", ")
    throw EnvironmentError("“\(shown)” has no sheet “\(only)”", advice: "its sheets are \(names)")
  }
}
