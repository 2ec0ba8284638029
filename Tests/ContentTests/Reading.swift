import Content
import Diagnostics
import Markdown

/// One parsed file, for tests.
struct Reading {
  let authored: Authored
  let diagnostics: [Diagnostic]
  private let source: SourceText

  /// Reads `text` as the file at `path`, whose first folder determines its kind.
  init(
    _ text: String, path: String = "reports/a.md",
    today: PartialDate = PartialDate(year: 2026, month: 1, day: 1),
    drafts: Bool = false, settings: SiteSettings = SiteSettings()
  ) {
    self.init(bytes: Array(text.utf8), path: path, today: today, drafts: drafts, settings: settings)
  }

  init(
    bytes: [UInt8], path: String = "reports/a.md",
    today: PartialDate = PartialDate(year: 2026, month: 1, day: 1),
    drafts: Bool = false, settings: SiteSettings = SiteSettings()
  ) {
    source = SourceText(path: "Content/" + path, bytes: bytes)
    let reader = ContentReader(settings: settings, today: today, includesDrafts: drafts)
    let file = InputFile(path: path, role: Self.role(path), source: source)
    (authored, diagnostics) = reader.read(file)
  }

  private static func role(_ path: String) -> InputFile.Role {
    switch path.split(separator: "/").first {
    case "index.md": .home
    case "issues": .issue
    case "parties": .party
    case "pages": .page
    default: .report
    }
  }

  var header: FileHeader { authored.header }
  var document: Document { header.document }
  var report: Report? { if case .report(let report) = authored { report } else { nil } }
  var issue: IssueFile? { if case .issue(let file) = authored { file } else { nil } }
  var party: PartyFile? { if case .party(let file) = authored { file } else { nil } }
  var page: PageFile? {
    switch authored {
    case .page(let page), .home(let page): page
    default: nil
    }
  }

  /// All diagnostics as printed, sorted.
  var printed: String { Self.print(diagnostics, source) }

  static func print(_ diagnostics: [Diagnostic], _ source: SourceText) -> String {
    DiagnosticPrinter { $0 == source.path ? source.bytes : nil }.text(
      DiagnosticPolicy().apply(to: diagnostics))
  }

  /// The text of a range of the file.
  func text(_ range: Range<Int>?) -> String? {
    range.map { String(decoding: source.bytes[$0], as: UTF8.self) }
  }
}

/// A parsed `site.yml`, for tests.
struct SettingsReading {
  static let switches = [
    PageSwitch("matrix", "the matrix", addresses: ["matrix"]), PageSwitch("options", ""),
  ]

  let settings: SiteSettings
  let diagnostics: [Diagnostic]
  let printed: String

  init(_ text: String) {
    let source = SourceText(path: "Content/site.yml", text: text)
    (settings, diagnostics) = ContentReader.readSettings(
      InputFile(path: "site.yml", role: .settings, source: source), switches: Self.switches)
    printed = Reading.print(diagnostics, source)
  }
}
