import Content
import Diagnostics
import Editions
import FileSystem
import Graph
import Importing
import Markdown
import Text
import Workspace

/// What the record of a day takes from the whole record of the site: the diagnostics of its content, and the positions of that
/// day that only editions remember, because a newer position has replaced them in their cells.
struct WholeRecord: Sendable {
  /// The files of the site; a cell with a position of a later day has the remembered position of that day in its place.
  let files: ContentFiles
  /// Those of the whole content. A link to what the record leaves out is not an error of the author's.
  let diagnostics: [Diagnostic]
}

extension SitePipeline {
  /// The whole record; nil: the site does not show the record of a day.
  func wholeRecord() async throws -> WholeRecord? {
    guard let day = options.recordDay else { return nil }
    var others = options
    others.recordDay = nil
    let pipeline = SitePipeline(folders, options: others)
    let loaded = try pipeline.load()
    let workspace = try await pipeline.link(try await pipeline.read(loaded))
    let archive = loaded.archive(withheld: workspace.withheld)
    let now = Edition(
      freezing: workspace.graph, name: "now", date: loaded.today, withheld: archive.withheld)
    let cells = RestoredCells(archive.memory(before: now), in: workspace.graph, on: day)
    return WholeRecord(files: cells.restoring(files), diagnostics: workspace.diagnostics)
  }

  /// The diagnostics of a site's content: in the record of a day, those of the whole content, and one that names the
  /// reports that cannot be dated.
  func diagnostics(of workspace: Workspace, _ whole: WholeRecord?) -> [Diagnostic] {
    guard let whole, let day = options.recordDay else { return workspace.diagnostics }
    let undated = workspace.withheld.filter { $0.reason == .undated }.map(\.sourcePath)
    if undated.isEmpty { return whole.diagnostics }
    let names = undated.prefix(Self.mostNames).map { "“\($0)”" }.joined(separator: ", ")
    let rest = undated.count - min(undated.count, Self.mostNames)
    return whole.diagnostics + [
      Diagnostic(
        .undatedReport, at: nil,
        "\(undated.count.counted("report has", "reports have")) no date, so the record of \(day) leaves "
          + "\(undated.count == 1 ? "it" : "them") out: \(names)\(rest > 0 ? " and \(rest) more" : "")",
        suggestion: Suggestion("set “date:” in \(undated.count == 1 ? "this report" : "these reports")"))
    ]
  }

  private static var mostNames: Int { 3 }
}

/// The cells whose position is of a later day, with the text that they had on the day of the record.
private struct RestoredCells {
  private struct Cell: Hashable {
    let report: String
    let issue: String
    let party: String
  }

  private struct Edit {
    let range: Range<Int>
    let text: String
  }

  /// By the path of the file, below the content folder.
  private var edits: [String: [Edit]] = [:]
  /// Footnotes with the sources of restored cells, which are added at the end of a file, by its path.
  private var notes: [String: [String]] = [:]

  /// - Parameters:
  ///   - memory: what editions remember.
  ///   - graph: the whole record.
  init(_ memory: [RememberedPosition], in graph: IssueGraph, on day: PartialDate) {
    var remembered: [Cell: [RememberedPosition]] = [:]
    for entry in memory where entry.dates.isRecorded(by: day) {
      let position = entry.position
      let cell = Cell(report: position.report, issue: position.issue, party: position.party)
      remembered[cell, default: []].append(entry)
    }
    if remembered.isEmpty { return }
    var standing = remembered.mapValues { entries in
      RecordedDates.standing(of: entries.map(\.dates)).map { entries[$0] }[...]
    }
    func restore(_ node: Int, _ report: ID<ReportEntry>, _ issue: ID<Issue>, _ party: ID<Party>) {
      let entry = graph.reports[report.index]
      let cell = Cell(
        report: entry.slug, issue: graph.issues[issue.index].slug, party: graph.parties[party.index].slug)
      guard let position = standing[cell]?.popFirst() else { return }
      let header = entry.report.header
      edits[header.path, default: []].append(
        Edit(
          range: header.document.nodes[node].source.range,
          text: Self.text(
            of: position.position, references(to: position.position.sources ?? [], in: header.path))))
    }
    for position in graph.positions where !graph.isRecorded(position.id, by: day) {
      restore(position.cell, position.report, position.issue, position.party)
    }
    for cell in graph.silentCells where !graph.isRecorded(cell, by: day) {
      restore(cell.cell, cell.report, cell.issue, cell.party)
    }
  }

  /// Adds footnotes with sources to a file.
  ///
  /// - Returns: the references to them.
  private mutating func references(to sources: [String], in path: String) -> String {
    sources.map { source in
      let name = "[^standpoint-edition-\((notes[path]?.count ?? 0) + 1)]"
      let words = MarkdownEscape.cell(source.singleSpaced)
      // An address has no spaces; what has some is the text of a footnote.
      let isAddress =
        !source.contains(where: \.isWhitespace) && !source.contains(where: { "<>".contains($0) })
      notes[path, default: []].append("\(name): \(isAddress ? "[\(words)](<\(source)>)" : words)")
      return name
    }.joined()
  }

  /// A position as an author would write it: with its mark, and its date if it is not that of its report.
  ///
  /// - Parameter notes: references to the footnotes with its sources.
  private static func text(of position: FrozenPosition, _ notes: String) -> String {
    var parts: [String] = []
    if let stance = position.stance { parts.append("[\(stance.rawValue)]") }
    let words = position.text.singleSpaced
    parts.append(MarkdownEscape.cell(words) + notes)
    if position.dating.isOwn, let date = position.date { parts.append("{as-of=\(date)}") }
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The same files, with the restored cells.
  func restoring(_ files: ContentFiles) -> ContentFiles {
    if edits.isEmpty { return files }
    var next = files
    next.readFile = { [edits, notes] (path) throws(EnvironmentError) in
      let file = try files.readFile(path)
      guard let edits = edits[path], case .success(let source) = file.text else { return file }
      var bytes = source.bytes
      for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound })
      where edit.range.upperBound <= bytes.count {
        bytes.replaceSubrange(edit.range, with: edit.text.utf8)
      }
      for note in notes[path] ?? [] { bytes += Array("\n\n\(note)\n".utf8) }
      return FileText(text: .success(SourceText(path: source.path, bytes: bytes)), version: nil)
    }
    return next
  }
}
