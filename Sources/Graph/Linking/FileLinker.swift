import Content
import Diagnostics
import Markdown
import Text

/// Links one file: its links and names in one walk, then its tables, tensions and headings.
struct FileLinker {
  let site: SymbolTable
  /// Index into the site's files.
  let index: Int
  let header: FileHeader
  let document: Document
  /// nil: the file is not a report.
  let report: Report?
  var linked = LinkedFile()
  private var tally: DiagnosticTally
  /// While true, diagnostics are dropped, because the same place is also read elsewhere.
  var isMuted = false
  /// The similar names that were searched so far: a file may have a million names that do not exist.
  private var searched: [Search: String?] = [:]

  /// A search for the candidate that is nearest to `name`.
  private struct Search: Hashable {
    let name: String
    let candidates: SpellingSuggestions.Candidates
  }
  /// Embeds before this node are alone in their paragraph, outside of tables, so that a note can be shown in their place.
  var aloneUntil = 0
  /// The title nodes of the report's tensions, in order; the wikilinks in them are the positions of the
  /// tensions.
  let tensionTitles: [Range<Int>]
  /// The folders above the file, which relative links start from.
  let folders: [Substring]

  init(_ index: Int, of site: SymbolTable) {
    self.site = site
    tally = DiagnosticTally(causes: site.shared.settings.limits)
    self.index = index
    header = site.files[index].header
    document = header.document
    if case .report(let report) = site.files[index] { self.report = report } else { report = nil }
    folders = PathIndex.folders(of: header.path)
    tensionTitles = (report?.tensions ?? []).compactMap { [nodes = header.document.nodes] tension in
      let title = tension.node + 1
      guard title < nodes.count, nodes[title].kind == .calloutTitle else { return nil }
      return title..<Int(nodes[title].end)
    }
  }

  /// Everything that the file contributes.
  mutating func run() -> LinkedFile {
    readComparisons()
    var walk = DocumentWalk(self)
    walk.run(&self)
    findIssuesOfOptions()
    readTensions()
    checkFrontMatter()
    readViews()
    linked.anchors = HeadingAnchors.make(self, headings: walk.headings)
    linked.diagnostics = TableDiagnostics.folded(
      tally.diagnostics, tables: (report?.tables ?? []).map { range(of: $0.node) })
    // The graph keeps them.
    linked.names = linked.names.trimmed
    return linked
  }

  /// The page that is created from the file.
  var destination: Destination { site.shared.destinations[index] }

  mutating func report(
    _ id: DiagnosticID, at range: Range<Int>, _ message: String, notes: [Note] = [],
    suggestion: Suggestion? = nil
  ) {
    add(
      Diagnostic(
        id, at: Place(path: header.sourcePath, range: range), message, notes: notes, suggestion: suggestion))
  }

  /// Adds a diagnostic, or counts it if there are enough of its cause.
  mutating func add(_ diagnostic: Diagnostic) {
    if !isMuted { tally.add(diagnostic) }
  }

  /// The candidate nearest to `name`, searched once for each name; nil if none is similar, or after too many searches.
  mutating func nearest(_ name: String, in candidates: SpellingSuggestions.Candidates) -> String? {
    let search = Search(name: name, candidates: candidates)
    if let found = searched[search] { return found }
    guard searched.count < site.shared.settings.limits[.searchedNames] else { return nil }
    let lists = site.shared.suggestions.lists(of: candidates)
    let found =
      lists.count == 1
      ? lists[0].match(name) : NearestName.match(name, among: lists.compactMap { $0.match(name) })
    searched[search] = found
    return found
  }

  /// The range of a node in the file.
  func range(of node: Int) -> Range<Int> { document.nodes[node].source.range }

  /// Resolves `core-issues:` and `affects:`.
  private mutating func checkFrontMatter() {
    guard let report else { return }
    for name in report.coreIssues { _ = issue(name, key: .coreIssues) }
    for name in report.affects { _ = party(name, key: .affects) }
    readCorrections(of: report)
  }

  /// The issue with an authored name; reports the name if no issue has it.
  mutating func issue(_ name: AuthoredName, key: NameReference.Key) -> ID<Issue>? {
    guard case .issue(let index)? = page(name, kind: .issue, key) else { return nil }
    linked.references.append(NameReference(.issue(ID(index)), key, at: name.range))
    return ID(index)
  }

  /// The party with an authored name; reports the name if no party has it.
  mutating func party(_ name: AuthoredName, key: NameReference.Key) -> ID<Party>? {
    guard case .party(let index)? = page(name, kind: .party, key) else { return nil }
    linked.references.append(NameReference(.party(ID(index)), key, at: name.range))
    return ID(index)
  }

  private mutating func page(
    _ name: AuthoredName, kind: WikilinkTarget.Kind, _ key: NameReference.Key
  ) -> Destination? {
    switch NameResolver(site: site).resolve(name.text, kind: kind) {
    case .page(let page): return page
    case .withheld(let file): reportWithheld(file, at: name.range)
    case .ambiguous(let found): reportAmbiguous(name.text, found, at: name.range)
    case .nothing:
      reportUnknown(
        name.text, kind: kind, at: name.range, isDeclaration: key == .coreIssues || key == .affects)
    }
    return nil
  }
}
