import Diagnostics
import Markdown

/// Reads one file of the content folder: front matter, Markdown, tables, directives, tensions.
package struct ContentReader: Sendable {
  package let settings: SiteSettings
  /// The date of the build in the site's time zone, which decides which files are future or expired.
  package let today: PartialDate
  /// Whether drafts are part of the site.
  package let includesDrafts: Bool

  private let parser: MarkdownParser
  private let classifier: TableClassifier
  private let otherClassifiers: LanguageClassifiers

  package init(settings: SiteSettings, today: PartialDate, includesDrafts: Bool) {
    self.settings = settings
    self.today = today
    self.includesDrafts = includesDrafts
    var profile = MarkdownProfile.site
    profile.smartPunctuation = settings.smartPunctuation
    parser = MarkdownParser(
      profile: profile, sources: settings.sources.notes(language: settings.language), limits: settings.limits)
    classifier = TableClassifier(settings.words)
    otherClassifiers = LanguageClassifiers(settings.words)
  }

  /// Reads `file`, whose role must not be `.settings`. Never fails: problems become diagnostics.
  ///
  /// Diagnostics: those of Markdown, including `raw-html` and `unsafe-link`; of front matter (`invalid-utf8`,
  /// `invalid-yaml`, `duplicate-key`, `unknown-key`, `wrong-type`, `invalid-date`, `invalid-value`); of
  /// tables (`unknown-directive`, `invalid-directive`, `unattached-directive`, `duplicate-comparison-id`);
  /// and of tensions (`invalid-tension`).
  ///
  /// - Parameter sheet: gives the table of a sheet that a report reads.
  package func read<Failure: Error>(
    _ file: InputFile, sheet: (SheetRequest) throws(Failure) -> SheetAnswer
  ) throws(Failure) -> (authored: Authored, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let (block, blockDiagnostics) = FrontMatterBlock.find(in: file.source)
    diagnostics += blockDiagnostics
    let matter = frontMatter(block, of: file, &diagnostics)
    let text = try text(of: file, from: block.body, matter.language, sheet)
    let document = text.document
    diagnostics += text.diagnostics
    if let problem = UTF8Check.diagnostic(ofWhole: file.source) {
      // One diagnostic names the encoding; the others are about the same bytes.
      diagnostics.removeAll { $0.id == .invalidUTF8 }
      diagnostics.insert(problem, at: 0)
    }
    diagnostics += SafetyCheck.diagnostics(
      of: document, path: file.source.path, trustsHTML: settings.trustHTML, trustsLinks: settings.trustLinks,
      limits: settings.limits)
    diagnostics += EmphasisCheck.diagnostics(in: document, source: file.source)
    diagnostics += AttributeCheck.diagnostics(in: document, source: file.source)
    let header = HeaderReader(file: file, matter: matter, document: document, reader: self).header(
      &diagnostics)
    let authored = authored(file, header, text, &diagnostics)
    diagnostics = DiagnosticTally.limited(diagnostics, settings.limits)
    return (authored, SheetPlaces(path: file.source.path, text.sheets.map(\.sheet)).moved(diagnostics))
  }

  /// Reads `file` without the sheets that a report may name; each is reported as missing.
  package func read(_ file: InputFile) -> (authored: Authored, diagnostics: [Diagnostic]) {
    read(file) { (_) throws(Never) in .missing }
  }

  /// The parsed text of a file.
  private struct ParsedText {
    let document: Document
    var diagnostics: [Diagnostic]
    var sheets: [(sheet: ReportSheet, source: SourceText)] = []
    /// The tables of the report in whose place comparisons are read.
    var replaced: [Range<Int>] = []
  }

  /// Parses a file. The text of a report that reads sheets, or that has tables with a row for each position or whose issues are
  /// not in the first column, is parsed again with their comparisons.
  private func text<Failure: Error>(
    of file: InputFile, from start: Int, _ language: String?,
    _ sheet: (SheetRequest) throws(Failure) -> SheetAnswer
  ) throws(Failure) -> ParsedText {
    let (document, diagnostics) = parser.parse(file.source, from: start)
    guard file.role == .report else { return ParsedText(document: document, diagnostics: diagnostics) }
    var finder = SheetFinder(file, document)
    if SheetFinder.mayOccur(in: file.source.bytes) { try finder.read(sheet) }
    let words = classifier(of: language).words
    let undecided = UndecidedTable.all(in: document, path: file.source.path)
    var tables = RowPerPosition(document, file.source, words)
    tables.read(undecided)
    let moved = MovedColumn(document, file.source, words).insertions(undecided)
    let insertions = (finder.insertions + tables.insertions + moved).sorted {
      $0.replaced.lowerBound < $1.replaced.lowerBound
    }
    if insertions.isEmpty {
      return ParsedText(
        document: document, diagnostics: diagnostics + finder.diagnostics + tables.diagnostics)
    }
    let expansion = SheetExpansion(file.source, insertions)
    let (whole, problems) = parser.parse(expansion.source, from: start)
    return ParsedText(
      document: expansion.original(whole),
      diagnostics: expansion.original(problems) + finder.diagnostics + tables.diagnostics,
      sheets: zip(expansion.sheets, insertions.compactMap(\.sheet)).map { ($0, $1.source) },
      replaced: tables.insertions.map(\.replaced).filter { !$0.isEmpty })
  }

  /// The classifier for a file in a language; nil: in that of the site.
  private func classifier(of language: String?) -> TableClassifier {
    guard let language, language != settings.language else { return classifier }
    return otherClassifiers.classifier(for: language)
  }

  /// Reads `site.yml`; a file with errors gives the settings that could be read.
  ///
  /// Diagnostics: as for front matter, `invalid-utf8` and `unknown-diagnostic-id`.
  ///
  /// - Parameters:
  ///   - switches: everything that `page-kinds:` can switch off.
  ///   - languageFiles: the site's own language files for a language, those for a region first.
  package static func readSettings(
    _ file: InputFile, switches: [PageSwitch], languageFiles: (String) -> [LanguageFile] = { _ in [] }
  ) -> (settings: SiteSettings, diagnostics: [Diagnostic]) {
    let bytes = file.source.bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let (entries, problems) = YAMLText.read(file.source, start..<bytes.count)
    var reader = SettingsReader(path: file.source.path, switches: switches)
    for entry in entries { reader.take(entry) }
    reader.finish(languageFiles(reader.settings.language))
    let encoding = UTF8Check.diagnostic(file.source, in: start..<bytes.count)
    return (reader.settings, (encoding.map { [$0] } ?? []) + problems + reader.fields.diagnostics)
  }

  private func frontMatter(
    _ block: FrontMatterBlock, of file: InputFile, _ diagnostics: inout [Diagnostic]
  ) -> FrontMatter {
    guard let yaml = block.yaml else { return FrontMatter() }
    if let problem = UTF8Check.diagnostic(file.source, in: yaml) { diagnostics.append(problem) }
    let (entries, yamlDiagnostics) = YAMLText.read(file.source, yaml)
    let (matter, fieldDiagnostics) = FrontMatter.read(
      entries, role: file.role, path: file.source.path, limits: settings.limits)
    diagnostics += yamlDiagnostics + fieldDiagnostics
    diagnostics += DateChecks(file: file, matter: matter, today: today).diagnostics(entries)
    return matter
  }

  private func authored(
    _ file: InputFile, _ header: FileHeader, _ text: ParsedText, _ diagnostics: inout [Diagnostic]
  ) -> Authored {
    if file.role == .report { return .report(report(file, header, text, &diagnostics)) }
    diagnostics += TableReader.uselessDirectives(in: header.document, source: file.source)
    switch file.role {
    case .issue: return .issue(IssueFile(header: header))
    case .party: return .party(PartyFile(header: header))
    case .home: return .home(PageFile(header: header))
    case .page, .report, .settings: return .page(PageFile(header: header))
    }
  }

  private func report(
    _ file: InputFile, _ header: FileHeader, _ text: ParsedText, _ diagnostics: inout [Diagnostic]
  ) -> Report {
    let language = header.matter.language.flatMap { $0 == settings.language ? nil : $0 }
    let classifier = language.map(otherClassifiers.classifier) ?? classifier
    let (tables, tableDiagnostics) = TableReader.tables(
      in: header.document, source: file.source, classifier: classifier, sheets: text.sheets,
      replaced: text.replaced, limits: settings.limits)
    let (tensions, tensionDiagnostics) = TensionReader.tensions(in: header.document, path: file.source.path)
    diagnostics += tableDiagnostics + tensionDiagnostics
    diagnostics += TableLookalikes.diagnostics(in: header.document, source: file.source)
    diagnostics = TableDiagnostics.folded(
      diagnostics, tables: tables.map { header.document.nodes[$0.node].source.range })
    let (date, origin) = FileDate.of(file, header.matter)
    return Report(
      header: header, date: date, dateOrigin: origin,
      wordCount: WordCount.of(header.document), tables: tables, tensions: tensions,
      sheets: text.sheets.map(\.sheet))
  }
}
