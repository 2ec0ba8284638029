import Content
import Diagnostics
import Graph
import Markdown
import Text

/// Finds out what is at a place in a text.
struct SymbolFinder {
  /// What is there, and the bytes that say it.
  struct Found {
    let target: SymbolTarget
    let range: Range<Int>
  }

  private let file: SiteFile
  private let graph: IssueGraph
  private let lines: LineIndex

  /// - Parameter lines: of the text that `file` was read from.
  init(_ file: SiteFile, _ lines: LineIndex, in graph: IssueGraph) {
    self.file = file
    self.lines = lines
    self.graph = graph
  }

  private var document: Document { file.header.document }

  /// The innermost meaning at an offset; nil: plain text.
  func find(at offset: Int) -> Found? {
    reference(at: offset) ?? link(at: offset) ?? note(at: offset) ?? mention(at: offset) ?? cell(at: offset)
      ?? heading(at: offset)
      ?? title(at: offset)
  }

  private func touches(_ range: Range<Int>, _ offset: Int) -> Bool {
    !range.isEmpty && range.lowerBound <= offset && offset <= range.upperBound
  }

  /// A name in front matter or in a live view.
  private func reference(at offset: Int) -> Found? {
    file.links.references.first { touches($0.range, offset) }
      .map { Found(target: SymbolTarget($0.subject), range: $0.range) }
  }

  /// A link or a wikilink.
  private func link(at offset: Int) -> Found? {
    let nodes = document.nodes
    for (index, node) in nodes.enumerated().reversed() where touches(node.source.range, offset) {
      switch node.kind {
      case .wikilink, .link, .image:
        guard let target = target(of: index) else { continue }
        return Found(target: target, range: node.source.range)
      default: continue
      }
    }
    return nil
  }

  private func target(of node: Int) -> SymbolTarget? {
    if let entry = file.links.targets.first(where: { Int($0.node) == node }) {
      return SymbolTarget(entry.target, in: file, graph)
    }
    return file.links.standing(at: node).map { .pair(PartyOnIssue($0.party, on: $0.issue)) }
  }

  /// A mark of a footnote, its definition, or a citation of a source.
  private func note(at offset: Int) -> Found? {
    let line = lines.line(at: offset)
    let text = lines.bytes[line]
    let opening = UInt8(ascii: "[")
    guard
      let open = text[..<min(offset + 1, text.endIndex)].lastIndex(of: opening)
        ?? text[..<offset].lastIndex(of: opening),
      let close = text[open...].firstIndex(of: UInt8(ascii: "]")), offset <= close + 1, open + 1 < close
    else { return nil }
    let isNote = text[open + 1] == UInt8(ascii: "^")
    if isNote {
      return definition(String(decoding: text[(open + 2)..<close], as: UTF8.self), open..<close + 1)
    }
    guard text[open + 1..<close].contains(UInt8(ascii: "@")) else { return nil }
    return citation(in: open + 1..<close, offset)
  }

  private func definition(_ label: String, _ range: Range<Int>) -> Found? {
    let nodes = document.nodes
    let node = nodes.indices.first {
      nodes[$0].kind == .footnoteDefinition
        && document.string(nodes[$0].text).lowercased() == label.lowercased()
    }
    return node.map { Found(target: .footnote(path: file.header.path, node: $0), range: range) }
  }

  /// The source among those between two brackets that an offset is in.
  private func citation(in range: Range<Int>, _ offset: Int) -> Found? {
    var start = range.lowerBound
    for part in lines.bytes[range].split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      let end = start + part.count
      if start <= offset, offset <= end, let at = part.firstIndex(of: UInt8(ascii: "@")) {
        let text = String(decoding: part[(at + 1)...], as: UTF8.self)
        let braces = text.first == "{" ? 1 : 0
        let keys = graph.settings.sources.entries.map(\.key).filter { text.dropFirst(braces).hasPrefix($0) }
        guard let key = keys.max(by: { $0.utf8.count < $1.utf8.count }) else { return nil }
        return Found(target: .source(key), range: at..<at + 1 + key.utf8.count + 2 * braces)
      }
      start = end + 1
    }
    return nil
  }

  /// A name in prose.
  private func mention(at offset: Int) -> Found? {
    for name in file.links.mentions where name.node == name.endNode {
      let node = document.nodes[Int(name.node)]
      guard node.source.count == node.text.count else { continue }
      let start = Int(node.source.start) + Int(name.start - node.text.start)
      let range = start..<start + Int(name.end - name.start)
      if touches(range, offset) { return Found(target: SymbolTarget(name.subject), range: range) }
    }
    return nil
  }

  /// A cell of a comparison: a heading, a stance mark or a position.
  private func cell(at offset: Int) -> Found? {
    guard let entry = file.report else { return nil }
    for id in graph.comparisonsOfReport[entry.id] {
      let comparison = graph.comparisons[id.index]
      let table = entry.report.tables[comparison.table]
      guard touches(document.nodes[table.node].source.range, offset) else { continue }
      for (heading, cell) in zip(comparison.columns, table.header) where touches(cell.range, offset) {
        return found(heading, cell.range)
      }
      let rows = document.children(of: table.node).filter {
        document.nodes[$0].kind == .tableRow && document.nodes[$0].detail > 0
      }
      for (heading, row) in zip(comparison.rows, rows) where row + 1 < document.nodes[row].end {
        let range = document.nodes[row + 1].source.range
        if touches(range, offset) { return found(heading, range) }
      }
      return position(at: offset, in: id)
    }
    return nil
  }

  private func found(_ heading: Comparison.Heading, _ range: Range<Int>) -> Found? {
    switch heading {
    case .issue(let id): Found(target: .issue(id), range: range)
    case .party(let id): Found(target: .party(id), range: range)
    case .other: nil
    }
  }

  private func position(at offset: Int, in comparison: ID<Comparison>) -> Found? {
    for id in graph.positionsOfComparison[comparison] {
      let position = graph.positions[id.index]
      let node = document.nodes[position.cell]
      guard touches(node.source.range, offset) else { continue }
      let start = node.source.range.lowerBound
      if let stance = position.stance, !node.text.isEmpty, offset < start + node.text.count + 2 {
        return Found(target: .stance(stance), range: start..<start + node.text.count + 2)
      }
      return Found(target: .position(id), range: node.source.range)
    }
    return nil
  }

  /// A heading that is not the title.
  private func heading(at offset: Int) -> Found? {
    let nodes = document.nodes
    guard
      let index = nodes.indices.first(where: {
        nodes[$0].kind == .heading && touches(nodes[$0].source.range, offset)
      }), index != file.header.titleNode
    else { return nil }
    return Found(target: .block(path: file.header.path, node: index), range: nodes[index].source.range)
  }

  private func title(at offset: Int) -> Found? {
    touches(file.header.titleRange, offset) ? Found(target: file.subject, range: file.header.titleRange) : nil
  }
}
