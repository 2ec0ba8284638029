/// A table with some of the issues and the parties that positions are about.
package struct PivotPart: Sendable, Hashable {
  /// The rows, as indices of issues.
  package private(set) var issues: [Int]
  /// The columns, as indices of parties.
  package private(set) var parties: [Int]

  /// Tables may have this many cells, and four for each position: a thousand parties on a thousand issues of their own make a
  /// million cells.
  private static let freeCells = 100_000

  /// The tables that show the positions of each cell, the first ones in the first tables. Each layer is one table with a column
  /// for each party, unless most of its cells would be empty; then a table has the issues whose parties it has columns for.
  ///
  /// - Parameters:
  ///   - counts: the number of positions of each party on each issue, by issue and party.
  ///   - partyCount: the number of parties.
  package static func layers(_ counts: [[Int: Int]], partyCount: Int) -> [[PivotPart]] {
    // The deepest first, so that a layer looks only at the parties that it has.
    let parties = counts.map { $0.sorted { ($1.value, $0.key) < ($0.value, $1.key) } }
    let depths = parties.map { $0.first?.value ?? 0 }
    let positions = counts.reduce(0) { $0 + $1.values.reduce(0, +) }
    let (size, isTooLarge) = depths.reduce(0, +).multipliedReportingOverflow(by: partyCount)
    let isSparse = isTooLarge || size > freeCells + 4 * positions
    var current = Array(counts.indices)
    return (0..<(depths.max() ?? 0)).map { layer in
      current = current.filter { depths[$0] > layer }
      if !isSparse { return [PivotPart(issues: current, parties: Array(0..<partyCount))] }
      return divided(current) { parties[$0].prefix { $0.value > layer }.map(\.key) }
    }
  }

  /// Divides issues, in their order, so that at least a quarter of the cells of each table is filled, or it has few cells.
  private static func divided(_ issues: [Int], _ parties: (Int) -> [Int]) -> [PivotPart] {
    var parts: [PivotPart] = []
    var part = PivotPart(issues: [], parties: [])
    var columns: Set<Int> = []
    var filled = 0
    for issue in issues {
      let own = parties(issue)
      let width = columns.count + own.count { !columns.contains($0) }
      if !part.issues.isEmpty, (part.issues.count + 1) * width > 200 + 4 * (filled + own.count) {
        part.parties = columns.sorted()
        parts.append(part)
        (part, columns, filled) = (PivotPart(issues: [], parties: []), [], 0)
      }
      part.issues.append(issue)
      columns.formUnion(own)
      filled += own.count
    }
    part.parties = columns.sorted()
    return parts + [part]
  }
}
