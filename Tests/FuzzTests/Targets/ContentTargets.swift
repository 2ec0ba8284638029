import Diagnostics
import Graph

@testable import Content

extension FuzzTarget {
  /// A whole report beside an issue and a party: read, linked, and all diagnostics printed.
  static let report = FuzzTarget("report") { fault(ofReport: $0) }

  /// The value of a directive above a table, and the lines of a live block.
  static let directives = FuzzTarget("directives") { bytes in
    let table = "| Issue | Red | Blue |\n|---|---|---|\n| Tolls | [+] Yes | No {as-of=2024} |\n\n"
    return fault(
      ofReport: Array("<!-- standpoint: ".utf8) + bytes + Array(" -->\n\(table)".utf8)
        + Array("```standpoint\n".utf8) + bytes + Array("\n```\n".utf8))
  }

  /// Front matter of each kind of file. What is read without the YAML parser is what the parser gives.
  static let frontMatter = FuzzTarget("front-matter") { bytes in
    if let entries = PlainYAML.entries(bytes, 0..<bytes.count) {
      let parsed = YAMLText.parsed(SourceText(path: "a.md", bytes: bytes), 0..<bytes.count, example: "a: b")
      guard parsed.entries == entries, parsed.diagnostics.isEmpty else {
        return "plain YAML is read otherwise"
      }
    }
    let file = Array("---\n".utf8) + bytes + Array("\n---\nText.\n".utf8)
    for (path, role) in roles {
      if let fault = read(path, role, file).fault { return "\(path): \(fault)" }
    }
    return nil
  }

  /// `site.yml`.
  static let settings = FuzzTarget("settings") { bytes in
    let source = SourceText(path: "site.yml", bytes: bytes)
    let file = InputFile(path: "site.yml", role: .settings, source: source)
    return misplaced(ContentReader.readSettings(file, switches: []).diagnostics, in: bytes)
  }

  private static let roles: [(String, InputFile.Role)] = [
    ("index.md", .home), ("reports/a.md", .report), ("issues/a.md", .issue), ("parties/a.md", .party),
    ("pages/a.md", .page),
  ]

  /// Reads one file with the default settings.
  static func read(_ path: String, _ role: InputFile.Role, _ bytes: [UInt8]) -> (
    authored: Authored, diagnostics: [Diagnostic], fault: String?
  ) {
    let source = SourceText(path: path, bytes: bytes)
    let (authored, diagnostics) = reader.read(InputFile(path: path, role: role, source: source))
    return (authored, diagnostics, misplaced(diagnostics, in: bytes))
  }

  // Made once, because it holds the words of the language.
  private static let plainSettings = SiteSettings()

  private static let reader = ContentReader(
    settings: plainSettings, today: PartialDate(year: 2026, month: 1, day: 1), includesDrafts: false)

  private static func fault(ofReport bytes: [UInt8]) -> String? {
    let (report, _, fault) = read("reports/a.md", .report, bytes)
    if let fault { return fault }
    let diagnostics = GraphBuilder.build([report] + besides, assets: [], settings: plainSettings).diagnostics
    return misplaced(diagnostics.filter { $0.place?.path == "reports/a.md" }, in: bytes)
  }

  // Read once: what changes is the report.
  private static let besides = [
    ("issues/tolls.md", .issue, "---\ntitle: Tolls\naliases: [Road charges]\n---\nSee [[Red]].\n"),
    ("parties/red.md", .party, "---\ntitle: Red\n---\nSee [[Tolls#Red]].\n"),
  ].map { (path: String, role: InputFile.Role, text: String) in read(path, role, Array(text.utf8)).authored }
}
