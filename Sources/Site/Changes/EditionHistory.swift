import Content
import Graph

/// The editions of a site and what changed from each to the next.
struct EditionHistory {
  /// The oldest first.
  let editions: [Edition]
  /// One less than editions: from each to the next.
  let differences: [EditionDifference]
  /// The cells that the differences speak of and that are still in the site.
  private let cells: Set<String>

  init(_ editions: [Edition], graph: IssueGraph) {
    self.editions = editions
    let differences = zip(editions, editions.dropFirst()).map { EditionDifference(from: $0, to: $1) }
    self.differences = differences
    let wanted = Set(differences.flatMap(\.positions).compactMap { $0.shown?.position.address })
    cells =
      wanted.isEmpty ? [] : wanted.intersection(graph.positions.lazy.map { graph.cellAddress(of: $0.id) })
  }

  /// The address of the page for `differences[index]`: `changes/<later edition>`.
  func address(of index: Int) -> String { "changes/" + differences[index].after }

  /// The later edition of `differences[index]`.
  func later(_ index: Int) -> Edition { editions[index + 1] }

  /// Whether a cell still stands where an edition saw it.
  func isInSite(_ position: FrozenPosition) -> Bool { cells.contains(position.address) }

  /// A feed needs full addresses, and something to tell.
  func hasFeed(_ settings: SiteSettings) -> Bool { settings.baseURL != nil && !differences.isEmpty }
}
