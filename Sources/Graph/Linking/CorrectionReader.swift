import Content
import Diagnostics
import Text

extension FileLinker {
  /// Resolves the positions that `corrections:` names; they must be in the tables of the report.
  mutating func readCorrections(of report: Report) {
    if report.header.matter.corrections.isEmpty { return }
    var cells = CorrectableCells(linked.comparisons)
    for authored in report.header.matter.corrections {
      linked.corrections.append(
        Correction(
          date: authored.date, note: authored.note, anchor: authored.anchor,
          cell: authored.position.flatMap { cell($0, &cells) }))
    }
  }

  private mutating func cell(_ name: AuthoredName, _ cells: inout CorrectableCells) -> Correction.Cell? {
    let target = WikilinkTarget(name.text)
    guard target.kind == nil || target.kind == .issue, let fragment = target.fragment, !fragment.isEmpty
    else {
      reportNoCell(name, "“\(name.text)” is not a position", &cells)
      return nil
    }
    let names = NameResolver(site: site)
    guard case .page(.issue(let issue)) = names.resolve(target.name, kind: .issue) else {
      reportNoCell(name, "unknown issue “\(target.name)”", &cells)
      return nil
    }
    guard case .page(.party(let party)) = names.resolve(fragment, kind: .party) else {
      reportNoCell(name, "unknown party “\(fragment)”", &cells)
      return nil
    }
    let cell = Correction.Cell(issue: ID(issue), party: ID(party))
    guard cells.has(cell) else {
      reportNoCell(name, "no table in this report has a cell for “\(name.text)”", &cells)
      return nil
    }
    linked.references.append(NameReference(.issue(cell.issue), .correction, at: name.range))
    linked.references.append(NameReference(.party(cell.party), .correction, at: name.range))
    return cell
  }

  private mutating func reportNoCell(
    _ name: AuthoredName, _ message: String, _ cells: inout CorrectableCells
  ) {
    report(
      .unknownPosition, at: name.range, message,
      suggestion: .didYouMean(cells.nearest(name.text, site), for: name.text)
        ?? Suggestion("write \"[[Issue#Party]]\", with a row and a column of this report"))
  }
}

/// The cells of the tables of a report, as corrections name them.
private struct CorrectableCells {
  private let tables: [(issues: [ID<Issue>], parties: [ID<Party>])]
  /// The tables with each issue, by the parties that they have.
  private var parties: [ID<Issue>: [Set<ID<Party>>]] = [:]
  /// The cells as `Issue#Party`; nil: not asked for yet.
  private var names: NearestNames?
  private var searches = 0

  init(_ comparisons: [Comparison]) {
    tables = comparisons.map { ($0.issues, $0.parties) }
    for table in tables {
      let own = Set(table.parties)
      for issue in Set(table.issues) { parties[issue, default: []].append(own) }
    }
  }

  func has(_ cell: Correction.Cell) -> Bool {
    parties[cell.issue]?.contains { $0.contains(cell.party) } ?? false
  }

  /// The cell whose name is nearest; nil: none is similar, or too many were asked for.
  mutating func nearest(_ name: String, _ site: SymbolTable) -> String? {
    searches += 1
    guard searches <= Limit.searchedNames.value else { return nil }
    let names = self.names ?? NearestNames(all(site))
    self.names = names
    return names.match(name)
  }

  /// As many as a table may have.
  private func all(_ site: SymbolTable) -> [String] {
    var names: [String] = []
    for table in tables {
      for issue in table.issues {
        for party in table.parties where names.count < Limit.comparisonCells.value {
          names.append(
            site.issues.members[issue.index].name + "#" + site.parties.members[party.index].name)
        }
      }
    }
    return names
  }
}

extension Comparison {
  fileprivate var issues: [ID<Issue>] {
    (rows + columns).compactMap { if case .issue(let id) = $0 { id } else { nil } }
  }

  fileprivate var parties: [ID<Party>] {
    (rows + columns).compactMap { if case .party(let id) = $0 { id } else { nil } }
  }
}
