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
  /// The files of the site; a cell with a position of a later day has in its place what editions remember of that day: a
  /// position or silence.
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
    let linked = try await pipeline.link(try await pipeline.read(loaded))
    let archive = loaded.archive(withheld: linked.withheld)
    let now = Edition(
      freezing: linked.graph, name: Edition.now, date: loaded.today, withheld: archive.withheld)
    let memory = archive.memory(before: now)
    let cells = RestoredCells(memory, archive.silence(before: now), in: linked.graph, on: day)
    let record = RecordHistory(linked.graph, memory: memory)
    return WholeRecord(
      files: cells.restoring(files), diagnostics: record.withoutAnswered(linked.diagnostics))
  }

  /// The diagnostics of a site's content: in the record of a day, those of the whole content, and one that names the
  /// reports that cannot be dated.
  func diagnostics(of linked: LinkedSite, _ whole: WholeRecord?) -> [Diagnostic] {
    guard let whole, let day = options.recordDay else { return linked.diagnostics }
    let undated = linked.withheld.filter { $0.reason == .undated }.map(\.sourcePath)
    if undated.isEmpty { return whole.diagnostics }
    let names = undated.map { "“\($0)”" }.listed(most: Self.mostNames)
    return whole.diagnostics + [
      Diagnostic(
        .undatedReport, at: nil,
        "\(undated.count.counted("report has", "reports have")) no date, so the record of \(day) leaves "
          + "\(undated.count == 1 ? "it" : "them") out: \(names)",
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
    let text: MarkdownLine
  }

  /// By the path of the file, below the content folder.
  private var edits: [String: [Edit]] = [:]
  /// Footnotes with the sources of restored cells, which are added at the end of a file, by its path.
  private var notes: [String: [MarkdownLine]] = [:]

  /// What a cell held on the day.
  private enum Content {
    case position(FrozenPosition)
    case silence(FrozenDate)
  }

  /// - Parameters:
  ///   - memory: the positions that editions remember.
  ///   - silence: the cells without a position that editions remember.
  ///   - graph: the whole record.
  init(
    _ memory: [RememberedPosition], _ silence: [RememberedSilence], in graph: IssueGraph, on day: PartialDate
  ) {
    var contents = Self.contents(memory, silence, on: day)
    if contents.isEmpty { return }
    func restore(
      _ node: Int, _ report: ID<ReportEntry>, _ issue: ID<Issue>, _ party: ID<Party>, _ origin: DateOrigin
    ) {
      let entry = graph.reports[report.index]
      let cell = Cell(
        report: entry.slug, issue: graph.issues[issue.index].slug, party: graph.parties[party.index].slug)
      guard let content = contents[cell]?.popFirst() else { return }
      let header = entry.report.header
      edits[header.path, default: []].append(
        Edit(
          range: header.document.nodes[node].source.range,
          text: text(of: content, in: header.path, isTableDated: origin == .comparison)))
    }
    for position in graph.positions where !graph.isRecorded(position.id, by: day) {
      restore(position.cell, position.report, position.issue, position.party, position.dateOrigin)
    }
    for cell in graph.silentCells where !graph.isRecorded(cell, by: day) {
      restore(cell.cell, cell.report, cell.issue, cell.party, cell.dateOrigin)
    }
  }

  /// What the cells held on the day, as far as editions remember it: positions, or silence that is newer than they are.
  private static func contents(
    _ memory: [RememberedPosition], _ silence: [RememberedSilence], on day: PartialDate
  ) -> [Cell: ArraySlice<Content>] {
    let positions = Dictionary(grouping: memory.filter { $0.dates.isRecorded(by: day) }) {
      Cell(report: $0.position.report, issue: $0.position.issue, party: $0.position.party)
    }.mapValues { entries in RecordedDates.standing(of: entries.map(\.dates)).map { entries[$0] } }
    let silent = Dictionary(grouping: silence.filter { $0.dates.isRecorded(by: day) }) {
      Cell(report: $0.cell.report, issue: $0.cell.issue, party: $0.cell.party)
    }.mapValues { cells in RecordedDates.standing(of: cells.map(\.dates)).map { cells[$0] } }
    var contents: [Cell: ArraySlice<Content>] = [:]
    for (cell, standing) in positions { contents[cell] = standing.map { .position($0.position) }[...] }
    for (cell, silences) in silent {
      let standing = positions[cell] ?? []
      let open = silences.filter { silence in !standing.contains { $0.dates.supersedes(silence.dates) } }
      guard let newest = open.first else { continue }
      // Only an edition of that day or before it shows what the silence replaced.
      let isNewer = standing.allSatisfy {
        newest.dates.supersedes($0.dates) && $0.date.dayNumber <= day.lastDayNumber
      }
      if isNewer {
        contents[cell] = [.silence(newest.cell.dating)]
      } else {
        contents[cell, default: []] += open.map { .silence($0.cell.dating) }
      }
    }
    return contents
  }

  /// Adds footnotes with sources to a file.
  ///
  /// - Returns: the references to them.
  private mutating func references(to sources: [String], in path: String) -> MarkdownLine {
    sources.map { source -> MarkdownLine in
      let name: MarkdownLine = "[^standpoint-edition-\((notes[path]?.count ?? 0) + 1)]"
      let words = MarkdownEscape.cell(source.singleSpaced)
      // An address has no spaces; what has some is the text of a footnote.
      let isAddress =
        !source.contains(where: \.isWhitespace) && !source.contains(where: { "<>".contains($0) })
      notes[path, default: []].append("\(name): \(isAddress ? .link(words, exactly: source) : words)")
      return name
    }.joined()
  }

  /// A cell as an author would write it: with its mark, and its date if it is not that of its report.
  ///
  /// - Parameter isTableDated: whether the table gives its cells a date now, which a restored cell must not have.
  private mutating func text(of content: Content, in path: String, isTableDated: Bool) -> MarkdownLine {
    var parts: [MarkdownLine] = []
    let dating: FrozenDate
    switch content {
    case .silence(let date):
      parts = ["n/a"]
      dating = date
    case .position(let position):
      if let stance = position.stance { parts.append(stance.mark) }
      let notes = references(to: position.sources ?? [], in: path)
      parts.append(MarkdownEscape.cell(position.text.singleSpaced) + notes)
      dating = position.dating
    }
    if dating.isOwn || isTableDated, let date = dating.date {
      parts.append("{as-of=\(date.description)}")
    }
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
        bytes.replaceSubrange(edit.range, with: edit.text.inCell.utf8)
      }
      for note in notes[path] ?? [] { bytes += Array("\n\n\(note.text)\n".utf8) }
      return FileText(text: .success(SourceText(path: source.path, bytes: bytes)), version: nil)
    }
    return next
  }
}
