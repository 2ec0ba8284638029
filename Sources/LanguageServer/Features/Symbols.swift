import Content
import Diagnostics
import Graph
import Markdown
import Text

/// Outlines of documents, and names of the whole site.
enum Symbols {
  /// Numbers of the protocol for kinds of symbols.
  private enum Kind {
    static let file = 1
    static let `class` = 5
    static let heading = 15
    static let issue = 11
    static let table = 18
  }

  /// The headings of a document, nested, and its comparisons.
  static func ofDocument(_ snapshot: Snapshot, _ params: DocumentParams) -> [DocumentSymbol]? {
    guard let path = snapshot.path(params.textDocument.uri), let file = snapshot.file(path),
      let lines = snapshot.lines(path)
    else { return nil }
    var outline = Outline(lines, snapshot.client.unit, end: lines.bytes.count)
    let document = file.header.document
    var table = 0
    let decisions = file.report.map { snapshot.graph.tableDecisions[$0.id.index] } ?? []
    for (index, node) in document.nodes.enumerated() {
      if node.kind == .heading {
        outline.add(document.plainText(of: index), level: Int(node.detail), node.source.range, Kind.heading)
      } else if node.kind == .table {
        let kind = table < decisions.count ? decisions[table].kindInWords : nil
        outline.add("Table \(table + 1)", detail: kind, level: 7, node.source.range, Kind.table)
        table += 1
      }
    }
    return outline.finished
  }

  /// The issues, parties, reports and pages whose names match.
  static func ofSite(_ snapshot: Snapshot, _ params: SymbolParams) -> [WorkspaceSymbol]? {
    let graph = snapshot.graph
    let wanted = params.query.lowercased()
    func fits(_ names: [String]) -> Bool {
      wanted.isEmpty || names.contains { $0.lowercased().contains(wanted) }
    }
    var found: [WorkspaceSymbol] = []
    var locator = FileLocator(snapshot)
    func add(_ name: String, _ kind: Int, _ word: String, _ place: Place?) {
      guard found.count < 500, let place else { return }
      found.append(
        WorkspaceSymbol(name: name, kind: kind, location: locator.location(place), containerName: word))
    }
    for issue in graph.issues where fits([issue.name] + issue.aliases) {
      add(issue.name, Kind.issue, "issue", graph.declaration(of: .issue(issue.id)))
    }
    for party in graph.parties where fits([party.name] + party.aliases) {
      add(party.name, Kind.class, "party", graph.declaration(of: .party(party.id)))
    }
    for entry in graph.reports.reversed() where fits([entry.report.header.title]) {
      let header = entry.report.header
      add(header.title, Kind.file, "report", Place(path: header.sourcePath, range: header.titleRange))
    }
    for page in graph.authoredPages where fits([page.page.header.title]) {
      let header = page.page.header
      add(header.title, Kind.file, "page", Place(path: header.sourcePath, range: header.titleRange))
    }
    return found
  }
}

/// Nests symbols by their level.
private struct Outline {
  private struct Entry {
    let name: String
    let detail: String?
    let level: Int
    let kind: Int
    let range: Range<Int>
    var end: Int
    var children: [DocumentSymbol] = []
  }

  private var open: [Entry] = []
  private var top: [DocumentSymbol] = []
  private let lines: LineIndex
  private let unit: ColumnUnit
  private let end: Int

  init(_ lines: LineIndex, _ unit: ColumnUnit, end: Int) {
    self.lines = lines
    self.unit = unit
    self.end = end
  }

  mutating func add(_ name: String, detail: String? = nil, level: Int, _ range: Range<Int>, _ kind: Int) {
    while let last = open.last, last.level >= level {
      close(before: max(last.range.upperBound, range.lowerBound))
    }
    open.append(
      Entry(name: name, detail: detail, level: level, kind: kind, range: range, end: range.upperBound))
  }

  var finished: [DocumentSymbol] {
    var copy = self
    while !copy.open.isEmpty { copy.close(before: max(end, copy.open[copy.open.count - 1].range.upperBound)) }
    return copy.top
  }

  private mutating func close(before offset: Int) {
    guard let entry = open.popLast() else { return }
    // A table ends where it ends, a section before the next heading.
    let end = entry.level == 7 ? entry.range.upperBound : offset
    let symbol = DocumentSymbol(
      name: entry.name.isEmpty ? "–" : entry.name, detail: entry.detail, kind: entry.kind,
      range: lines.range(of: entry.range.lowerBound..<end, unit),
      selectionRange: lines.range(of: entry.range, unit), children: entry.children)
    if open.isEmpty { top.append(symbol) } else { open[open.count - 1].children.append(symbol) }
  }
}
