import Diagnostics

/// Makes a report of a briefing from elsewhere. Pure: programs that read office formats are called by others.
package struct ReportImporter: Sendable {
  package let options: ImportOptions

  package init(options: ImportOptions) {
    self.options = options
  }

  /// A text as it is pasted from the web or written by a mail program.
  ///
  /// Diagnostics: `invalid-utf8`, `import-guess`, `import-table`, `import-left-out` (nothing is in it).
  package func report(fromText source: SourceText) -> ImportedReport {
    let decoded = PastedTextDecoder.lines(of: source)
    let cleaner = PastedTextCleaner(decoded.lines)
    var reader = PastedTextReader(cleaner.lines, path: source.path, words: options.words)
    reader.read(findsTitle: true)
    var draft = ReportDraft(
      title: reader.title, date: reader.date, blocks: reader.blocks,
      decisions: cleaner.decisions + reader.decisions, diagnostics: decoded.diagnostics + reader.diagnostics)
    if cleaner.lines.isEmpty {
      draft.diagnostics.append(
        Diagnostic(.importLeftOut, at: Place(path: source.path), "there is no text in this file"))
    }
    return draft.report(options)
  }
}
