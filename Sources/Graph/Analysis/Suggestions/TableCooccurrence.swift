import Content

/// In which tables each member stands as a row or column.
struct TableCooccurrence: Sendable {
  /// By member; ascending, each table once.
  private let tables: [[Int32]]
  /// How many tables give positions.
  let tableCount: Int

  /// - Parameter member: the member that a heading names; nil: none of this kind.
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

  /// The tables in which a member stands.
  func tables(of member: Int) -> [ID<Comparison>] { tables[member].map { ID(rawValue: $0) } }

  func count(of member: Int) -> Int { tables[member].count }

  /// In how many tables two members stand side by side.
  func sideBySide(_ one: Int, _ other: Int) -> Int {
    let (left, right) = (tables[one], tables[other])
    var (i, j, count) = (0, 0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] { count += 1 }
      if left[i] <= right[j] { i += 1 } else { j += 1 }
    }
    return count
  }

  /// In how many tables chance alone would put both.
  func expected(_ one: Int, _ other: Int) -> Double {
    tableCount == 0 ? 0 : Double(tables[one].count) * Double(tables[other].count) / Double(tableCount)
  }
}
