import Content
import FileSystem
import Importing

/// One briefing to import.
package struct ImportRequest: Sendable, Hashable {
  /// Where the report is written.
  package enum Target: Sendable, Hashable {
    /// `reports/<slug>.md` in the content folder; the slug comes from the title.
    case reports(of: DiskPath)
    case file(DiskPath)
    /// Not written: the text is returned, without pictures.
    case none
  }

  /// The file's path as given; `-` for standard input.
  package var file: String
  /// Nil: from the file's name.
  package var format: ImportFormat?
  /// Nil: from the document.
  package var title: String?
  /// Nil: from the document, if it has one.
  package var date: PartialDate?
  /// Where the report is written.
  package var target: Target
  /// Whether existing files are replaced.
  package var replaces: Bool
  /// The folder of the site that the report becomes part of; nil: it is written elsewhere.
  package var site: DiskPath?
  /// The site's words that identify tables.
  package var words: TableWords
  /// The languages of the site, as codes, the most wanted first: those of a file with texts in several.
  package var languages: [String] = []
  /// The columns of a sheet; nil: as its header says.
  package var columns: SheetColumns?
  /// The names of each known party of the site, its title first.
  package var parties: [[String]]
  /// The sheet of a workbook to import; nil: all that are not hidden.
  package var sheet: String?

  package init(
    file: String, format: ImportFormat? = nil, title: String? = nil, date: PartialDate? = nil, target: Target,
    replaces: Bool = false, words: TableWords = TableWords(), columns: SheetColumns? = nil,
    sheet: String? = nil, parties: [[String]] = [], site: DiskPath? = nil
  ) {
    self.site = site
    self.parties = parties
    self.columns = columns
    self.sheet = sheet
    self.file = file
    self.format = format
    self.title = title
    self.date = date
    self.target = target
    self.replaces = replaces
    self.words = words
  }

  /// The content folder that the report is written to; nil: none.
  var content: DiskPath? {
    if case .reports(let content) = target { content } else { nil }
  }

  /// The file as shown in messages.
  var shown: String { file == "-" ? "standard input" : file }

  /// The options for `ReportImporter`.
  var options: ImportOptions {
    let base = DiskPath(file).name
    let stem = base.lastIndex(of: ".").map { $0 == base.startIndex ? base : String(base[..<$0]) } ?? base
    return ImportOptions(
      title: title, date: date, name: file == "-" ? "Imported briefing" : stem, words: words,
      columns: columns, parties: parties)
  }
}
