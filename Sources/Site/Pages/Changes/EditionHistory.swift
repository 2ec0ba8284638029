import Content
import Graph

/// The editions of a site, what changed from each to the next, and from the last to now.
struct EditionHistory {
  /// What the site as it is stands under in addresses; no edition may be called so.
  static let now = "now"

  /// The oldest first.
  let editions: [Edition]
  /// What has a page: from each edition to the next; then, if anything changed since, from the last edition to the
  /// site as it is.
  let differences: [EditionDifference]
  /// The cells that the differences speak of and that are still in the site.
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

  /// Places in `differences` of those between two editions.
  var between: Range<Int> { 0..<max(0, editions.count - 1) }

  /// The place in `differences` of the one from the last edition to the site as it is; nil: nothing changed since, or there
  /// are no editions.
  var sinceLast: Int? { differences.count > between.count ? between.upperBound : nil }

  /// The address of the page for `differences[index]`: `changes/<later edition>`, or `changes/now`.
  func address(of index: Int) -> String { ChangeListPage.address + "/" + differences[index].after }

  /// The day of the later edition of `differences[index]`; nil for the site as it is.
  func date(of index: Int) -> PartialDate? { between.contains(index) ? editions[index + 1].date : nil }

  /// Whether a cell still stands where an edition saw it.
  func isInSite(_ position: FrozenPosition) -> Bool { cells.contains(position.address) }

  /// A feed needs full addresses, and something to tell.
  func hasFeed(_ settings: SiteSettings) -> Bool { settings.baseURL != nil && !between.isEmpty }
}
