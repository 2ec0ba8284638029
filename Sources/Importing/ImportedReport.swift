import Diagnostics

/// A briefing that was converted to a report: the text of a Markdown file, and the decisions behind it.
package struct ImportedReport: Sendable, Hashable {
  /// Front matter and Markdown, ending with a line end.
  package let text: String
  /// The title in the front matter.
  package let title: String
  /// The suggested file name without `.md`, derived from the title; of a Markdown file its own.
  package let slug: String
  /// The decisions about the parts of the input, in its order.
  package let decisions: [ImportDecision]
  /// Parts that may not have been imported as intended, and how to fix them. Places are in the input.
  package let diagnostics: [Diagnostic]
  /// The addresses of local images as written in `text`, without duplicates, in order of appearance.
  package let images: [String]
  /// What an editor does next, in order; each is one clause, without the commands that every import ends with.
  package let nextSteps: [String]

  /// A report with its file name, decisions and diagnostics.
  init(
    text: String, title: String, slug: String, decisions: [ImportDecision], diagnostics: [Diagnostic],
    images: [String] = [], nextSteps: [String] = []
  ) {
    self.nextSteps = nextSteps
    self.text = text
    self.title = title
    self.slug = slug
    self.decisions = decisions
    self.diagnostics = diagnostics
    self.images = images
  }

  /// The same report with a further diagnostic before the others; nil: none.
  package func adding(_ diagnostic: Diagnostic?) -> ImportedReport {
    guard let diagnostic else { return self }
    return ImportedReport(
      text: text, title: title, slug: slug, decisions: decisions, diagnostics: [diagnostic] + diagnostics,
      images: images, nextSteps: nextSteps)
  }
}

/// A decision of the importer, worded for the author.
package struct ImportDecision: Sendable, Hashable {
  /// The 1-based line of the input where it applies; nil if it applies to the whole input.
  package let line: Int?
  /// The decision and its reason, such as `heading “Key points”: a short line without closing punctuation`.
  package let message: String

  /// A decision about a line, or about the whole input.
  init(line: Int?, _ message: String) {
    self.line = line
    self.message = message
  }

  /// The decision as one line of text, such as `input.txt:12: heading …`.
  package func text(path: String) -> String {
    line.map { "\(path):\($0): \(message)" } ?? "\(path): \(message)"
  }
}
