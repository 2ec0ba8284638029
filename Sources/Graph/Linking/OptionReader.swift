import Content
import Diagnostics
import Markdown

extension FileLinker {
  /// Reads the rows of an options table.
  mutating func readOptions(of table: AuthoredTable, in comparison: ID<Comparison>, anchors: inout AnchorSet)
  {
    for row in document.children(of: table.node) {
      let node = document.nodes[row]
      guard node.kind == .tableRow, node.detail > 0, node.end > row + 1 else { continue }
      let name = document.plainText(of: row + 1)
      guard name.contains(where: { !$0.isWhitespace }) else {
        reportNamelessOption(row)
        continue
      }
      linked.options.append(
        Option(
          id: ID(linked.options.count), report: ID(index), comparison: comparison, rowNode: row, name: name,
          anchor: anchors.unique("option-" + Slug.of(name))))
    }
  }

  private mutating func reportNamelessOption(_ row: Int) {
    guard document.plainText(of: row).contains(where: { !$0.isWhitespace }) else { return }
    report(
      .emptyHeading, at: range(of: row + 1), "this row has no header, so it gives no option")
  }

  /// Reports `issues=` above a table that has no options.
  mutating func noteUselessIssues(_ table: AuthoredTable) {
    guard let issue = table.issues.first else { return }
    report(
      .invalidDirective, at: issue.range, "“issues=” has no effect on this table",
      suggestion: Suggestion("use it above a table of options, or remove it"))
  }

  /// Finds the issues of each option, after the links of the file are read.
  mutating func findIssuesOfOptions() {
    guard let report, !linked.options.isEmpty else { return }
    var declared: [Int: [ID<Issue>]] = [:]
    for (place, table) in report.tables.enumerated() where !table.issues.isEmpty {
      guard site.shared.classification.tables[index][place].kind == .options else { continue }
      declared[place] = table.issues.compactMap { issue($0, key: .options) }
    }
    for place in linked.options.indices {
      let row = linked.options[place].rowNode
      let table = linked.comparisons[linked.options[place].comparison.index].table
      let named = issuesNamed(in: row..<Int(document.nodes[row].end))
      linked.options[place].issues = firstIssues(of: row, [named, declared[table] ?? []])
    }
  }

  /// The different issues of an option, as many as the limit allows.
  private mutating func firstIssues(of row: Int, _ issues: [[ID<Issue>]]) -> [ID<Issue>] {
    var seen: Set<ID<Issue>> = []
    var first: [ID<Issue>] = []
    for issue in issues.joined() where seen.insert(issue).inserted {
      if first.count == Limit.optionIssues.value {
        report(
          .tooManyIssues, at: range(of: row + 1),
          "this option belongs to more than \(first.count) issues; it is shown only with the first \(first.count)"
        )
        break
      }
      first.append(issue)
    }
    return first
  }

  /// The issues that nodes name in their texts and as the targets of links, by node.
  private func issuesNamed(in nodes: Range<Int>) -> [ID<Issue>] {
    var found: [(node: Int, issue: ID<Issue>)] = []
    let targets = linked.targets.partition { Int($0.node) >= nodes.lowerBound }
    for entry in linked.targets[targets...].prefix(while: { Int($0.node) < nodes.upperBound }) {
      for case .issue(let issue) in entry.target.subjects { found.append((Int(entry.node), issue)) }
    }
    let pending = linked.pending.partition { Int($0.node) >= nodes.lowerBound }
    for link in linked.pending[pending...].prefix(while: { Int($0.node) < nodes.upperBound }) {
      if case .position(let issue, _) = link.request { found.append((Int(link.node), ID(issue))) }
    }
    let trie = site.shared.trie
    document.text.withUnsafeBufferPointer { text in
      for node in nodes where document.nodes[node].kind == .text {
        trie.scan(text, document.nodes[node].text.range) { _, subject in
          guard subject >= 0, case .issue(let issue) = trie.subject(subject) else { return }
          found.append((node, issue))
        }
      }
    }
    return found.enumerated().sorted { ($0.element.node, $0.offset) < ($1.element.node, $1.offset) }
      .map(\.element.issue)
  }
}
