import Content
import Diagnostics
import Text

/// A report without its front matter.
struct ReportDraft {
  /// The title in the input; nil if none was found.
  var title: String?
  /// The date in the input; nil if none was found.
  var date: PartialDate?
  /// `language:`; nil: none.
  var language: String?
  var blocks: [DraftBlock]
  var decisions: [ImportDecision]
  var diagnostics: [Diagnostic]
  var images: [String] = []
  /// The first heading as plain text; nil: none.
  var heading: String?
  /// The title of the only table; nil: none.
  var caption: String?
  /// `core-issues:`; empty: none.
  var issues: [String] = []
  /// `affects:`; empty: none.
  var affected: [String] = []
  /// What the editor does next, as far as it is known.
  var steps = NextSteps()

  /// The finished report, with the title and date of the author or, if they are not given, those of the input
  /// or the file.
  func report(_ options: ImportOptions) -> ImportedReport {
    var decisions = decisions
    var blocks = blocks
    let title = options.title ?? self.title ?? foundTitle(options, &decisions)
    if let found = self.title, NameKey(found) != NameKey(title) {
      blocks.insert(.heading(level: 2, MarkdownEscape.heading(found)), at: 0)
      decisions.append(
        ImportDecision(
          line: nil, "the title in the text is kept as a heading, because a different title was given"))
    }
    let date = options.date ?? self.date ?? dateOfFile(options, &decisions)
    if date == nil {
      decisions.append(
        ImportDecision(line: nil, "no date: none was found near the start; set one with --date"))
    }
    let body = DraftWriter.text(blocks)
    let text = frontMatter(title: title, date: date) + (body.isEmpty ? "" : "\n" + body)
    return ImportedReport(
      text: text, title: title, slug: Slug.of(title), decisions: Self.sorted(decisions),
      diagnostics: diagnostics,
      images: images, nextSteps: nextSteps(date))
  }

  private func nextSteps(_ date: PartialDate?) -> [String] {
    var steps = steps
    steps.date = date
    steps.affected = affected
    return steps.list
  }

  /// The title if no line looks like one: the first heading, the name of the file or the title of the table.
  private func foundTitle(_ options: ImportOptions, _ decisions: inout [ImportDecision]) -> String {
    let name: (title: String, reason: String)
    let isNamed = !GeneralTitle.isGenerated(options.name)
    if options.name.isEmpty {
      return ""
    } else if let heading, !isNamed || hasProse {
      name = (heading, "the first heading, because no line looks like a title")
    } else if isNamed {
      name = (options.name, "from the file name, because no line looks like a title")
    } else if let caption {
      name = (caption, "the title of the table, because the file name is too general")
    } else {
      name = ("Imported briefing", "nothing looks like a title; set one with --title")
    }
    decisions.append(ImportDecision(line: nil, "title “\(name.title)”: \(name.reason)"))
    return name.title
  }

  /// Whether the report has more than tables.
  private var hasProse: Bool {
    blocks.contains { block in
      switch block {
      case .paragraph, .list, .quote: true
      default: false
      }
    }
  }

  private func dateOfFile(_ options: ImportOptions, _ decisions: inout [ImportDecision]) -> PartialDate? {
    guard let date = WrittenDate.inFileName(options.name) else { return nil }
    decisions.append(ImportDecision(line: nil, "date \(date): from the file name"))
    return date
  }

  /// Front matter with both its `---` lines, ending with a line end.
  private func frontMatter(title: String, date: PartialDate?) -> String {
    var lines = ["---", "title: " + YAMLScalar.text(title, isInList: false)]
    if let date { lines.append("date: \(date)") }
    if let language { lines.append("language: \(language)") }
    for (key, names) in [("core-issues", issues), ("affects", affected)] where !names.isEmpty {
      lines.append(key + ":")
      lines += names.map { "  - " + YAMLScalar.text($0, isInList: false) }
    }
    return (lines + ["---"]).joined(separator: "\n") + "\n"
  }

  /// The decisions by line; those about the whole input come last.
  private static func sorted(_ decisions: [ImportDecision]) -> [ImportDecision] {
    decisions.enumerated().sorted {
      ($0.element.line ?? .max, $0.offset) < ($1.element.line ?? .max, $1.offset)
    }.map(\.element)
  }
}
