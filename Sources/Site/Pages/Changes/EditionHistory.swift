import Content
import Editions
import Graph

/// The editions of a site, the changes from each to the next, and from the last one to now.
struct EditionHistory {
  /// The name of the current site in addresses; an edition cannot have this name.
  static let now = "now"

  /// The oldest first.
  let editions: [Edition]
  /// The differences that have a page: from each edition to the next and, if anything has changed since, from
  /// the last edition to the current site.
  let differences: [EditionDifference]
  /// The changed cells that are still part of the site.
  private let cells: Set<String>

  init(_ editions: [Edition], graph: IssueGraph) {
    self.editions = editions
    var differences = zip(editions, editions.dropFirst()).map { EditionDifference(from: $0, to: $1) }
    if let last = editions.last {
      let now = Edition(freezing: graph, name: Self.now, date: last.date)
      let difference = EditionDifference(from: last, to: now)
      if !difference.isEmpty { differences.append(difference) }
    }
    self.differences = differences
    let wanted = Set(differences.flatMap(\.positions).compactMap { $0.shown?.position.address })
    cells =
      wanted.isEmpty ? [] : wanted.intersection(graph.positions.lazy.map { graph.cellAddress(of: $0.id) })
  }

  /// Indices of the differences between two editions.
  var between: Range<Int> { 0..<max(0, editions.count - 1) }

  /// Index of the difference from the last edition to the current site; nil: nothing has changed since, or
  /// there are no editions.
  var sinceLast: Int? { differences.count > between.count ? between.upperBound : nil }

  /// The address of the page for `differences[index]`: `changes/<later edition>`, or `changes/now`.
  func address(of index: Int) -> String { ChangeListPage.address + "/" + differences[index].after }

  /// The date of the later edition of `differences[index]`; nil for the current site.
  func date(of index: Int) -> PartialDate? { between.contains(index) ? editions[index + 1].date : nil }

  /// Whether there is still a cell at the address that it had in an edition.
  func isInSite(_ position: FrozenPosition) -> Bool { cells.contains(position.address) }

  /// Whether there is a feed, which needs full addresses and at least one difference.
  func hasFeed(_ settings: SiteSettings) -> Bool { settings.baseURL != nil && !between.isEmpty }
}
