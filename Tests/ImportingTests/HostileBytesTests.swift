import Content
import Diagnostics
import Importing
import TestSupport
import Testing

@Suite struct HostileBytesTests {
  private static let words = [
    ";", ",", "\t", "\"", "Issue;Party;Position;Date\n", "Issue,A,B\r\n", "[+] ", "2025-13", "- ", "1. ",
    "| a | b |\n",
    "|---|---|\n", "Title\n", "> ", "Date: ", "\u{2022} ", "A:\n",
  ]

  private static func printed(_ report: ImportedReport, _ bytes: [UInt8]) -> String {
    DiagnosticPrinter { _ in bytes }.text(DiagnosticPolicy().apply(to: report.diagnostics))
  }

  @Test(arguments: 0..<12)
  func `pasted text of any bytes is read, and its diagnostics are printed`(seed: UInt64) {
    var files = HostileBytes(seed: seed, words: Self.words)
    for _ in 0..<15 {
      let bytes = files.file(length: 30)
      let report = ReportImporter(options: ImportOptions(title: nil, name: "a"))
        .report(fromText: SourceText(path: "a.txt", bytes: bytes))
      #expect(Self.printed(report, bytes).isEmpty == report.diagnostics.isEmpty)
    }
  }

  @Test(arguments: 0..<12)
  func `a sheet of any bytes is read, and its diagnostics are printed`(seed: UInt64) {
    var files = HostileBytes(seed: seed, words: Self.words)
    for _ in 0..<15 {
      let bytes = files.file(length: 30)
      let report = ReportImporter(options: ImportOptions(title: nil, name: "a"))
        .report(fromSheets: [ImportedSheet(name: nil, source: SourceText(path: "a.csv", bytes: bytes))])
      #expect(Self.printed(report, bytes).isEmpty == report.diagnostics.isEmpty)
    }
  }
}
