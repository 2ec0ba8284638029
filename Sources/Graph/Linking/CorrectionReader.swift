import Content
import Diagnostics
import Text

extension FileLinker {
  /// Resolves the positions that `corrections:` names; they must be in the tables of the report.
  mutating func readCorrections(of report: Report) {
    for authored in report.header.matter.corrections {
      linked.corrections.append(
        Correction(
          date: authored.date, note: authored.note, anchor: authored.anchor,
          cell: authored.position.flatMap { cell($0) }))
    }
  }

  private mutating func cell(_ name: AuthoredName) -> Correction.Cell? {
    let target = WikilinkTarget(name.text)
    guard target.kind == nil || target.kind == .issue, let fragment = target.fragment, !fragment.isEmpty
    else {
      reportNoCell(name, "“\(name.text)” is not a position")
      return nil
    }
    let names = NameResolver(site: site)
    guard case .page(.issue(let issue)) = names.resolve(target.name, kind: .issue) else {
      reportNoCell(name, "unknown issue “\(target.name)”")
      return nil
    }
    guard case .page(.party(let party)) = names.resolve(fragment, kind: .party) else {
      reportNoCell(name, "unknown party “\(fragment)”")
      return nil
    }
    let cell = Correction.Cell(issue: ID(issue), party: ID(party))
    guard linked.comparisons.contains(where: { $0.has(cell) }) else {
      reportNoCell(name, "no table in this report has a cell for “\(name.text)”")
      return nil
    }
    linked.references.append(NameReference(.issue(cell.issue), .correction, at: name.range))
    linked.references.append(NameReference(.party(cell.party), .correction, at: name.range))
    return cell
  }

  private mutating func reportNoCell(_ name: AuthoredName, _ message: String) {
    let near = NearestName.match(name.text, among: cells)
    report(
      .unknownPosition, at: name.range, message,
      suggestion: .didYouMean(near, for: name.text)
        ?? Suggestion("write \"[[Issue#Party]]\", with a row and a column of this report"))
  }

  /// The cells of the report's tables, as `Issue#Party`.
  private var cells: [String] {
    linked.comparisons.flatMap { comparison in
      comparison.issues.flatMap { issue in
        comparison.parties.map {
          site.issues.members[issue.index].name + "#" + site.parties.members[$0.index].name
        }
      }
    }
  }
}

extension Comparison {
  fileprivate var issues: [ID<Issue>] {
    (rows + columns).compactMap { if case .issue(let id) = $0 { id } else { nil } }
  }

  fileprivate var parties: [ID<Party>] {
    (rows + columns).compactMap { if case .party(let id) = $0 { id } else { nil } }
  }

  fileprivate func has(_ cell: Correction.Cell) -> Bool {
    issues.contains(cell.issue) && parties.contains(cell.party)
  }
}
