import Content
import Diagnostics
import Graph
import Text

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
    var blocks: [MarkdownBlock] = [.heading(1, Self.line(settings.title))]
    if let description = settings.description { blocks.append(.quote([.paragraph(Self.line(description))])) }
    if !graph.positions.isEmpty {
      let counts = [
        words.text(.positionCount, count: graph.positions.count),
        words.text(.reportCount, count: graph.reports.count),
      ]
      blocks.append(.paragraph("\(counts.joined(separator: words.text(.comma)))"))
    }
    blocks += section(
      .reports, ReportListPage.address,
      graph.reports.reversed().prefix(Self.mostReports).map {
        link(to: $0.address, $0.report.header.title, $0.report.summary, $0.report.date)
      })
    blocks += section(
      .issues, IssueListPage.address,
      graph.issues.map { link(to: $0.address, $0.name, $0.file?.proposition ?? $0.file?.summary) })
    blocks += section(
      .parties, PartyListPage.address, graph.parties.map { link(to: $0.address, $0.name, $0.file?.summary) })
    if settings.pageKinds[.exports] {
      blocks += section(.data, nil, ExportFormat.files.map { link($0.path, settings.fullAddress($0.path)) })
    }
    return Array((blocks.document + "\n").utf8)
  }

  /// - Parameter list: the address of the page with all of them; nil: there is none.
  private func section(_ title: StringKey, _ list: String?, _ links: [MarkdownLine]) -> [MarkdownBlock] {
    if links.isEmpty { return [] }
    let whole = list.flatMap { graph.settings.pageKinds[.lists] ? address(ofPage: $0) : nil }
    let all = whole.map { [link(words.text(title), $0)] } ?? []
    return [.heading(2, "\(words.text(title))"), .list((all + links).map { [.paragraph($0)] })]
  }

  private func link(
    to address: String, _ title: String, _ summary: String?, _ date: PartialDate? = nil
  ) -> MarkdownLine {
    let notes = [summary.map(Self.line), date.map { "\(words.dates.text($0))" }].compactMap(\.self)
    let start = link(title, self.address(ofPage: address))
    return notes.isEmpty ? start : start + ": " + notes.joined(separator: " – ")
  }

  /// The full address of a page, or of its Markdown if there is some.
  private func address(ofPage address: String) -> String? {
    let settings = graph.settings
    guard settings.writesMarkdownCopies else { return settings.fullAddress(ofPage: address) }
    return settings.fullAddress(MarkdownCopy.path(of: address, settings.addresses))
  }

  private func link(_ title: String, _ address: String?) -> MarkdownLine {
    .link(Self.line(title, isInLink: true), to: address ?? "")
  }

  /// Text on one line, with a space for each run of line ends.
  private static func line(_ text: String) -> MarkdownLine { line(text, isInLink: false) }

  private static func line(_ text: String, isInLink: Bool) -> MarkdownLine {
    var line = MarkdownLine()
    // Most texts are printable ASCII, without line ends.
    let isOneLine = text.utf8.allSatisfy { (0x20..<0x80).contains($0) }
    let words = isOneLine ? text : text.split(whereSeparator: \.isNewline).joined(separator: " ")
    line.escaped(words, isInLink: isInLink)
    return line
  }
}
