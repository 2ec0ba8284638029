import Content
import Diagnostics
import Graph

/// `llms.txt` (llmstxt.org): the pages and data files of the site as a list in Markdown, for programs that read with a language
/// model.
struct LanguageModelFile {
  /// The largest number of reports; beyond it, the newest ones.
  private static let mostReports = Limit.listedForModels.value

  private let graph: IssueGraph
  private let words: LocalizedStrings

  init(_ graph: IssueGraph, words: LocalizedStrings) {
    self.graph = graph
    self.words = words
  }

  var bytes: [UInt8] {
    let settings = graph.settings
    var lines = ["# " + Self.line(settings.title), ""]
    if let description = settings.description { lines += ["> " + Self.line(description), ""] }
    if !graph.positions.isEmpty {
      let counts = [
        words.text(.positionCount, count: graph.positions.count),
        words.text(.reportCount, count: graph.reports.count),
      ]
      lines += [counts.joined(separator: words.text(.comma)), ""]
    }
    lines += section(
      .reports, ReportListPage.address,
      graph.reports.reversed().prefix(Self.mostReports).map {
        link(to: $0.address, $0.report.header.title, $0.report.summary, $0.report.date)
      })
    lines += section(
      .issues, IssueListPage.address,
      graph.issues.map { link(to: $0.address, $0.name, $0.file?.proposition ?? $0.file?.summary) })
    lines += section(
      .parties, PartyListPage.address, graph.parties.map { link(to: $0.address, $0.name, $0.file?.summary) })
    if settings.pageKinds[.exports] {
      lines += section(.data, nil, ExportFormat.files.map { link($0.path, settings.fullAddress($0.path)) })
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// - Parameter list: the address of the page with all of them; nil: there is none.
  private func section(_ title: StringKey, _ list: String?, _ links: [String]) -> [String] {
    if links.isEmpty { return [] }
    var lines = ["## " + words.text(title), ""]
    if let list, graph.settings.pageKinds[.lists] {
      lines.append(link(words.text(title), address(ofPage: list)))
    }
    return lines + links + [""]
  }

  private func link(
    to address: String, _ title: String, _ summary: String?, _ date: PartialDate? = nil
  ) -> String {
    let notes = [summary.map(Self.line), date.map(words.dates.text)].compactMap(\.self)
    let start = link(title, self.address(ofPage: address))
    return notes.isEmpty ? start : start + ": " + notes.joined(separator: " – ")
  }

  /// The full address of a page, or of its Markdown if there is some.
  private func address(ofPage address: String) -> String? {
    let settings = graph.settings
    guard settings.writesMarkdownCopies else { return settings.fullAddress(ofPage: address) }
    return settings.fullAddress(MarkdownCopy.path(of: address, settings.addresses))
  }

  private func link(_ title: String, _ address: String?) -> String {
    "- [\(Self.line(title))](\(address ?? ""))"
  }

  /// Text on one line, without marks that would end a link or begin something else.
  private static func line(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    var endsLine = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}":
        endsLine = !line.isEmpty
        continue
      case "\\", "`", "*", "_", "[", "]", "<", ">":
        if endsLine { line.append(" ") }
        line.append("\\")
      default: if endsLine { line.append(" ") }
      }
      endsLine = false
      line.append(scalar)
    }
    return String(line)
  }
}
