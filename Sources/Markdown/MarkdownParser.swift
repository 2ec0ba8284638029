import Diagnostics

/// Text in, document out.
package struct MarkdownParser: Sendable {
  package let profile: MarkdownProfile

  package init(profile: MarkdownProfile) {
    self.profile = profile
  }

  /// Parses the Markdown that stands in `source` from byte `start` on (after the front matter).
  ///
  /// Never fails: what cannot be read as meant is shown as text, and a diagnostic says so.
  /// All offsets in the document and the diagnostics count from the start of the file.
  package func parse(_ source: SourceText, from start: Int = 0) -> (
    document: Document, diagnostics: [Diagnostic]
  ) {
    var parse = DocumentParse(source, from: start, profile: profile)
    let document = parse.run()
    return (document, parse.diagnostics)
  }
}
