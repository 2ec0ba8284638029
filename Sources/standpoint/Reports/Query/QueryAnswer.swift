import Content
import Diagnostics
import Editions
import Graph
import Site
import Text
import Workspace

/// The answer to a query, in each format.
protocol QueryAnswer {
  /// For people: a summary line, then aligned lists. Without control characters from the content.
  var text: String { get }
  /// One JSON document: an object with `version` and `query`.
  var json: [UInt8] { get }
  /// A table with a header row (RFC 4180).
  var csv: [UInt8] { get }
}

extension QueryAnswer {
  /// A JSON document with the members that `write` adds.
  func document(_ query: String, _ write: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("version", 1)
    writer.member("query", query)
    write(&writer)
    writer.endObject()
    writer.finish()
    return writer.bytes
  }

  /// A table with these columns.
  func table(_ columns: [String], _ rows: [[String]]) -> [UInt8] {
    var output = CSV()
    for record in [columns] + rows { output.append(record) }
    return output.bytes
  }
}

/// Lines in columns under headings.
struct AlignedList {
  private var lines: [(heading: String?, cells: [String])] = []

  /// Starts a group, after an empty line.
  mutating func group(_ heading: String) { lines.append((TerminalText.line(heading), [])) }

  /// Adds a line to the group; empty cells at its end are left out.
  mutating func add(_ cells: String...) {
    lines.append((nil, cells.map(TerminalText.line)))
  }

  /// Each column is as wide as its widest cell, over all groups.
  var text: String {
    var widths: [Int] = []
    for line in lines {
      for (column, cell) in line.cells.enumerated() {
        let width = TerminalText.width(of: cell)
        if column < widths.count { widths[column] = max(widths[column], width) } else { widths.append(width) }
      }
    }
    return lines.map { line in
      if let heading = line.heading { return "\n\(heading)\n" }
      var text = " "
      for (cell, width) in zip(line.cells, widths) {
        text += " " + cell + String(repeating: " ", count: width - TerminalText.width(of: cell) + 1)
      }
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }.joined()
  }
}

extension IssueGraph {
  /// The file of a position, relative to the current folder, and its line: `Content/reports/a.md:14`.
  func place(of id: ID<Position>, in folders: SiteFolders) -> String {
    return "\(folders.displayPath(of: file(of: id).sourcePath)):\(line(of: id))"
  }

  /// The word for a position's stance.
  func stanceWord(of id: ID<Position>) -> String { positions[id.index].stance?.word ?? "Unrated" }

  /// The date of a position, such as `2025-03`; `undated` without one.
  func dateText(of id: ID<Position>) -> String { positions[id.index].date?.description ?? "undated" }
}

extension RecordHistory {
  /// The word for a position's stance.
  func stanceWord(of recorded: RecordedPosition) -> String { stance(of: recorded)?.word ?? "Unrated" }

  /// The date of a position, such as `2025-03`; `undated` without one.
  func dateText(of recorded: RecordedPosition) -> String { date(of: recorded)?.description ?? "undated" }

  /// The file and line of a position; of one that editions remember, the edition.
  func place(of recorded: RecordedPosition, in folders: SiteFolders) -> String {
    switch recorded {
    case .present(let id): graph.place(of: id, in: folders)
    case .remembered(let old): "edition \(old.edition)"
    }
  }

  /// The address of a position below the site’s address; of one that editions remember, that under which it was published.
  func address(of recorded: RecordedPosition) -> String {
    switch recorded {
    case .present(let id): graph.cellAddress(of: id)
    case .remembered(let old): old.position.address
    }
  }
}

extension JSONWriter {
  /// Writes a position as an object; one that editions remember has the edition instead of a file and a line.
  mutating func position(_ recorded: RecordedPosition, of graph: IssueGraph) {
    switch recorded {
    case .present(let id): position(id, of: graph)
    case .remembered(let old): position(old)
    }
  }

  private mutating func position(_ remembered: RememberedPosition) {
    beginObject()
    member("address", remembered.position.address)
    member("edition", remembered.edition)
    member("date", remembered.position.date?.description)
    member("stance", remembered.position.stance?.rawValue)
    member("text", remembered.position.text)
    endObject()
  }

  /// Writes the name and slug of an issue.
  mutating func member(issue id: ID<Issue>, of graph: IssueGraph) {
    member("issue", graph.issues[id.index].name)
    member("issue_slug", graph.issues[id.index].slug)
  }

  /// Writes the name and slug of a party.
  mutating func member(party id: ID<Party>, of graph: IssueGraph) {
    member("party", graph.parties[id.index].name)
    member("party_slug", graph.parties[id.index].slug)
  }

  /// Writes a position as an object: its address, file, line, date, stance and words.
  mutating func position(_ id: ID<Position>, of graph: IssueGraph) {
    let position = graph.positions[id.index]
    beginObject()
    member("address", graph.cellAddress(of: id))
    member("file", graph.file(of: id).path)
    member("line", graph.line(of: id))
    member("date", position.date?.description)
    member("stance", position.stance?.rawValue)
    member("text", graph.text(of: id))
    let passages = graph.verbatim(of: id)
    if !passages.isEmpty { member("verbatim", passages) }
    if !position.evidence.isEmpty { member("evidence", position.evidence.all.map(\.rawValue)) }
    endObject()
  }
}
