import Diagnostics

/// A briefing from elsewhere, made into a report: the text of a Markdown file, and how it came about.
package struct ImportedReport: Sendable, Hashable {
  /// Front matter and Markdown, with a line end at its end.
  package let text: String
  /// The title in the front matter.
  package let title: String
  /// The file name that the report asks for, without `.md`; from the title.
  package let slug: String
  /// What was decided about each part of the input, in its order.
  package let decisions: [ImportDecision]
  /// What could not be taken over as it was probably meant, and how to mend it. Places are in the input.
  package let diagnostics: [Diagnostic]
  /// Addresses of images as they stand in `text`, those on the web aside; each once, in order of appearance.
  package let images: [String]

  package init(
    text: String, title: String, slug: String, decisions: [ImportDecision], diagnostics: [Diagnostic],
    images: [String] = []
  ) {
    self.text = text
    self.title = title
    self.slug = slug
    self.decisions = decisions
    self.diagnostics = diagnostics
    self.images = images
  }
}
