import Content
import Diagnostics

/// A report that only lacks its front matter.
struct ReportDraft {
  /// Found in the input; nil: none was.
  var title: String?
  /// Found in the input; nil: none was.
  var date: PartialDate?
  var blocks: [DraftBlock]
  var decisions: [ImportDecision]
  var diagnostics: [Diagnostic]
  var images: [String] = []

  /// The report as its author wants it: their title and date, else those of the input, else the file's name.
  func report(_ options: ImportOptions) -> ImportedReport {
    var decisions = decisions
    var blocks = blocks
    let title = options.title ?? self.title ?? options.name
    if let found = self.title, NameKey(found) != NameKey(title) {
      blocks.insert(.heading(level: 2, MarkdownEscape.heading(found)), at: 0)
      decisions.append(
        ImportDecision(line: nil, "the text's own title is kept as a heading, since another was given"))
    } else if options.title == nil, self.title == nil {
      decisions.append(
        ImportDecision(line: nil, "title “\(title)”: from the file's name, since no line serves as one"))
    }
    let date = options.date ?? self.date
    if date == nil {
      decisions.append(ImportDecision(line: nil, "no date: none was found near the start; --date gives one"))
    }
    let body = DraftWriter.text(blocks)
    let text = FrontMatterText.text(title: title, date: date) + (body.isEmpty ? "" : "\n" + body)
    return ImportedReport(
      text: text, title: title, slug: Slug.of(title), decisions: Self.sorted(decisions),
      diagnostics: diagnostics,
      images: images)
  }

  /// By line, those about the input as a whole last; others stay as they are.
  private static func sorted(_ decisions: [ImportDecision]) -> [ImportDecision] {
    decisions.enumerated().sorted {
      ($0.element.line ?? .max, $0.offset) < ($1.element.line ?? .max, $1.offset)
    }.map(\.element)
  }
}
