import Content
import Diagnostics
import Text

/// A report without its front matter.
struct ReportDraft {
  /// The title in the input; nil if none was found.
  var title: String?
  /// The date in the input; nil if none was found.
  var date: PartialDate?
  var blocks: [DraftBlock]
  var decisions: [ImportDecision]
  var diagnostics: [Diagnostic]
  var images: [String] = []

  /// The finished report, with the title and date of the author or, if they are not given, those of the input
  /// or the file.
  func report(_ options: ImportOptions) -> ImportedReport {
    var decisions = decisions
    var blocks = blocks
    let title = options.title ?? self.title ?? options.name
    if let found = self.title, NameKey(found) != NameKey(title) {
      blocks.insert(.heading(level: 2, MarkdownEscape.heading(found)), at: 0)
      decisions.append(
        ImportDecision(
          line: nil, "the title in the text is kept as a heading, because another title was given"))
    } else if options.title == nil, self.title == nil {
      decisions.append(
        ImportDecision(line: nil, "title “\(title)”: from the file name, because no line looks like a title"))
    }
    let date = options.date ?? self.date
    if date == nil {
      decisions.append(
        ImportDecision(line: nil, "no date: none was found near the start; set one with --date"))
    }
    let body = DraftWriter.text(blocks)
    let text = Self.frontMatter(title: title, date: date) + (body.isEmpty ? "" : "\n" + body)
    return ImportedReport(
      text: text, title: title, slug: Slug.of(title), decisions: Self.sorted(decisions),
      diagnostics: diagnostics,
      images: images)
  }

  /// Front matter with both its `---` lines, ending with a line end.
  private static func frontMatter(title: String, date: PartialDate?) -> String {
    var lines = ["---", "title: " + YAMLScalar.text(title, isInList: false)]
    if let date { lines.append("date: \(date)") }
    return (lines + ["---"]).joined(separator: "\n") + "\n"
  }

  /// The decisions by line; those about the whole input come last.
  private static func sorted(_ decisions: [ImportDecision]) -> [ImportDecision] {
    decisions.enumerated().sorted {
      ($0.element.line ?? .max, $0.offset) < ($1.element.line ?? .max, $1.offset)
    }.map(\.element)
  }
}
