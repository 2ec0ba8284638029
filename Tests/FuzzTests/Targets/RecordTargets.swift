import Diagnostics
import Editions
import Importing

@testable import Content

extension FuzzTarget {
  /// The file of an edition. One that can be read and is written again is read as the same.
  static let editions = FuzzTarget("editions") { bytes in
    let (edition, diagnostics) = EditionReader.read(SourceText(path: "a.json", bytes: bytes))
    guard let edition else {
      return diagnostics.isEmpty ? "no edition, and no diagnostic" : misplaced(diagnostics, in: bytes)
    }
    let written = edition.json
    let again = EditionReader.read(SourceText(path: "b.json", bytes: written)).edition
    return again?.json == written ? nil : "the edition that was written is read otherwise"
  }

  /// A sheet: its records lie in the file in order; as an import and as the record of a report it gives a report that can be read.
  static let sheets = FuzzTarget("sheets") { bytes in
    let source = SourceText(path: "a.csv", bytes: bytes)
    let (records, _, _) = CSVReader.read(bytes)
    for (one, next) in zip(records, records.dropFirst()) where one.range.upperBound > next.range.lowerBound {
      return "records overlap at \(one.range) and \(next.range)"
    }
    if let last = records.last, last.range.upperBound > bytes.count { return "a record ends after the file" }
    let request = SheetRequest(path: "a.csv", name: "a.csv", kind: nil, number: 0)
    if case .unreadable(let diagnostics) = LiveSheet.read(source, for: request, words: TableWords()) {
      if let fault = misplaced(diagnostics, in: bytes) { return fault }
    }
    return fault(of: importer.report(fromSheets: [ImportedSheet(name: nil, source: source)]), from: bytes)
  }

  /// A pasted text. What is imported from it can be read.
  static let pastedText = FuzzTarget("pasted-text") { bytes in
    fault(of: importer.report(fromText: SourceText(path: "a.txt", bytes: bytes)), from: bytes)
  }

  private static let importer = ReportImporter(options: ImportOptions(name: "a"))

  /// An import explains itself at places in its input, and its report has front matter that can be read.
  private static func fault(of report: ImportedReport, from bytes: [UInt8]) -> String? {
    if let fault = misplaced(report.diagnostics, in: bytes) { return fault }
    let text = Array(report.text.utf8)
    let (_, diagnostics, fault) = read("reports/a.md", .report, text)
    if let fault { return "in the imported report: \(fault)" }
    let unreadable: Set<DiagnosticID> = [.invalidYAML, .invalidUTF8, .duplicateKey, .unknownKey, .wrongType]
    guard let problem = diagnostics.first(where: { unreadable.contains($0.id) }) else { return nil }
    return "the imported report has \(problem.id): \(problem.message)"
  }
}
