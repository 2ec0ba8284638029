import Content
import Diagnostics

/// Converts a briefing from another source to a report.
///
/// It reads and writes no files; programs that convert office formats are run elsewhere.
package struct ReportImporter: Sendable {
  /// The author's choices.
  package let options: ImportOptions

  /// An importer with the author's choices.
  package init(options: ImportOptions) {
    self.options = options
  }

  /// Imports a text that was pasted from a web page or written by a mail program.
  ///
  /// Diagnostics: `invalid-utf8`, `import-guess`, `import-table`, `import-left-out` (the file is empty).
  package func report(fromText source: SourceText) -> ImportedReport {
    let decoded = PastedTextDecoder.lines(of: source)
    let cleaner = PastedTextCleaner(decoded.lines)
    var reader = PastedTextReader(cleaner.lines, path: source.path, words: options.words)
    reader.read(findsTitle: true)
    var draft = ReportDraft(
      title: reader.title, date: reader.date, blocks: reader.blocks,
      decisions: cleaner.decisions + reader.decisions, diagnostics: decoded.diagnostics + reader.diagnostics)
    draft.language = reader.language
    draft.issues = reader.issues
    draft.affected = affected(reader)
    draft.steps.undecided = reader.undecided
    draft.steps.isUnmarked = reader.isUnmarked
    let rows = Set(reader.tableNames.map { NameKey($0) })
    draft.steps.missingIssues = reader.issues.filter { !rows.contains(NameKey($0)) }
    if cleaner.lines.isEmpty {
      draft.diagnostics.append(
        Diagnostic(.importLeftOut, at: Place(path: source.path), "the file contains no text"))
    }
    return draft.report(options)
  }

  /// The known parties that only the prose names.
  private func affected(_ reader: PastedTextReader) -> [String] {
    let inTables = Set(reader.tableNames.map { reader.words.partyName($0).key })
    return options.parties.compactMap { names in
      guard !names.contains(where: { inTables.contains(reader.words.partyName($0).key) }),
        names.contains(where: { name in reader.prose.contains { WholeWords.contains(name, in: $0) } })
      else { return nil }
      return names.first
    }
  }
}

/// The author's options for a briefing.
package struct ImportOptions: Sendable, Hashable {
  /// The title; nil to find it in the text or, if there is none, use `name`.
  package var title: String?
  /// The date; nil to find it in the text.
  package var date: PartialDate?
  /// The file name without its extension; the title if there is no other.
  package var name: String
  /// The words that identify the kinds of tables.
  package var words: TableWords
  /// The columns of a sheet; nil: as its header says.
  package var columns: SheetColumns?
  /// The names of each known party, its title first.
  package var parties: [[String]]

  /// Options with the site's words; all but `name` have defaults.
  package init(
    title: String? = nil, date: PartialDate? = nil, name: String, words: TableWords = TableWords(),
    columns: SheetColumns? = nil, parties: [[String]] = []
  ) {
    self.columns = columns
    self.parties = parties
    self.title = title
    self.date = date
    self.name = name
    self.words = words
  }

  /// The site's header words, followed by those of each language that tables are read in.
  var allHeaderWords: [HeaderWords] { [HeaderWords.of(words)] + Self.headerWordsOfLanguages }

  // Made once, because each sheet and each text asks for them.
  private static let headerWordsOfLanguages = wordsOfLanguages.map { HeaderWords.of($0) }
  private static let wordsOfLanguages = LanguageWords.languages.map { TableWords(language: $0) }

  /// The classifiers for the words of each language that tables are read in.
  static let classifiersOfLanguages = wordsOfLanguages.map { TableClassifier($0) }
}
