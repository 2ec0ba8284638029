import Content
import Diagnostics
import Markdown

/// What the names, addresses and tables of a whole site depend on in one file; everything else in the file
/// affects no other file.
struct SymbolTableInputs {
  /// Whether `new` contributes the same to the symbol table of a site as `old`.
  ///
  /// - Parameter kinds: the kinds of the tables, if the files are reports.
  static func isSame(_ old: Authored, _ new: Authored, tables kinds: [TableClassification.Table]) -> Bool {
    guard isSame(old.header, new.header), FrontMatterKey.saysSameToSite(old, new) else { return false }
    switch (old, new) {
    case (.report(let old), .report(let new)): return isSame(old, new, kinds)
    case (.page, .page), (.home, .home): return true
    // Links tell the headings in these files from positions.
    case (.issue, .issue), (.party, .party): return headings(of: old.header) == headings(of: new.header)
    default: return false
    }
  }

  private static func headings(of header: FileHeader) -> [String] {
    let document = header.document
    return document.children(of: 0).filter { document.nodes[$0].kind == .heading }.map(document.plainText)
      .filter { !$0.isEmpty }
  }

  private static func isSame(_ old: FileHeader, _ new: FileHeader) -> Bool {
    old.path == new.path && old.sourcePath == new.sourcePath && old.title == new.title
      && old.titleRange == new.titleRange && old.slug == new.slug && old.withheld == nil
      && new.withheld == nil
  }

  private static func isSame(_ old: Report, _ new: Report, _ kinds: [TableClassification.Table]) -> Bool {
    guard old.date == new.date, old.tables.map(\.reading) == new.tables.map(\.reading),
      old.tables.map({ $0.headings.map(\.text) }) == new.tables.map({ $0.headings.map(\.text) })
    else { return false }
    var reader = HeadingReader()
    var forms = StringInterner()
    for (table, (before, after)) in zip(old.tables, new.tables).enumerated() {
      let (one, other) = (old.header.document, new.header.document)
      guard
        reader.header(of: before.node, in: one, forms: &forms)
          == reader.header(of: after.node, in: other, forms: &forms)
      else { return false }
      guard case .positions = kinds[table].kind else { continue }
      guard
        reader.rows(of: before.node, in: one, forms: &forms)
          == reader.rows(of: after.node, in: other, forms: &forms)
      else { return false }
    }
    return true
  }
}

extension SymbolTable {
  /// The same symbol table after a change to one file; nil: the file now contributes something else.
  func replacing(_ index: Int, with file: Authored, builder: LinkedGraph) -> SymbolTable? {
    let old = files[index]
    let kinds = index < shared.reportCount ? shared.classification.tables[index] : []
    guard SymbolTableInputs.isSame(old, file, tables: kinds) else { return nil }
    guard case .report(let before) = old, case .report(let after) = file else {
      return SymbolTable(self, file: file, at: index, issues: issues, parties: parties)
    }
    let moves = Dictionary(
      zip(before.tableRanges, after.tableRanges).filter { $0 != $1 }, uniquingKeysWith: { first, _ in first })
    let path = old.header.sourcePath
    // Diagnostics of names point at headings, which can move while their tables stay.
    if builder.hasNameDiagnostic(in: path) { return nil }
    if !moves.isEmpty, builder.isPointedAt(path, fromFilesBut: index) { return nil }
    return SymbolTable(
      self, file: file, at: index, issues: issues.moving(moves, in: path),
      parties: parties.moving(moves, in: path))
  }
}

extension Report {
  /// The ranges of the tables in the file.
  fileprivate var tableRanges: [Range<Int>] { tables.map { header.document.nodes[$0.node].source.range } }
}
