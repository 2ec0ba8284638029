import Content

/// The tables in which each member is a row or column.
struct TableCooccurrence: Sendable {
  /// By member; ascending, without duplicates.
  private let tables: [[Int32]]
  /// The number of tables that give positions.
  let tableCount: Int

  /// - Parameter member: the member that a heading names; nil: the heading is of another kind.
  init(_ graph: IssueGraph, count: Int, member: (Comparison.Heading) -> Int?) {
    var tables: [[Int32]] = Array(repeating: [], count: count)
    var tableCount = 0
    for comparison in graph.comparisons {
      guard case .positions = comparison.kind else { continue }
      tableCount += 1
      for headings in [comparison.columns, comparison.rows] {
        for heading in headings {
          guard let member = member(heading), tables[member].last != comparison.id.rawValue else { continue }
          tables[member].append(comparison.id.rawValue)
        }
      }
    }
    self.tables = tables
    self.tableCount = tableCount
  }

  /// The tables in which a member is a row or column.
  func tables(of member: Int) -> [ID<Comparison>] { tables[member].map { ID($0) } }

  func count(of member: Int) -> Int { tables[member].count }

  /// The number of tables in which both members are rows or columns.
  func sideBySide(_ one: Int, _ other: Int) -> Int {
    let (left, right) = (tables[one], tables[other])
    var (i, j, count) = (0, 0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] { count += 1 }
      if left[i] <= right[j] { i += 1 } else { j += 1 }
    }
    return count
  }

  /// The number of shared tables expected by chance.
  func expected(_ one: Int, _ other: Int) -> Double {
    tableCount == 0 ? 0 : Double(tables[one].count) * Double(tables[other].count) / Double(tableCount)
  }
}
