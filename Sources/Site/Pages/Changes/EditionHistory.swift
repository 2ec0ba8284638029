import Content
import Diagnostics
import Editions
import Graph

/// The editions of a site, the changes from each to the next, and from the last one to now.
struct EditionHistory {
  /// The name of the current site in addresses; an edition cannot have this name.
  static let now = Edition.now

  /// The oldest first, without those that were made of more than readers could see; empty if the site has no pages of changes.
  let editions: [Edition]
  /// The differences that have a page: from each edition to the next and, if anything has changed since, from
  /// the last edition to the current site.
  let differences: [RecordDifference]
  /// What the editions remember of positions that newer ones replaced in their cells.
  let memory: [RememberedPosition]
  /// What each edition remembered of such positions, by its name.
  let memories: [String: [RememberedPosition]]
  /// The newest edition that readers could see, and the difference from it to the current site; nil: there is none.
  private let sinceNewest: SinceNewest?
  /// The changed cells that are still part of the site.
  private let cells: Set<String>
  /// The addresses of the pages of issues and of parties, by slug; empty if nothing has changed.
  let issues, parties: [String: String]

  private struct SinceNewest {
    let edition: Edition
    let difference: RecordDifference
  }

  /// - Parameter showsChanges: whether the site has pages of changes; what editions remember holds without them, too.
  init(_ archive: EditionArchive, graph: IssueGraph, showsChanges: Bool) {
    let editions = archive.publicEditions
    self.editions = showsChanges ? editions : []
    if let last = editions.last {
      let now = Edition(freezing: graph, name: Self.now, date: last.date, withheld: archive.withheld)
      var differences = EditionArchive.differences(through: editions + [now])
      memories = EditionArchive.memories(of: editions, differences)
      if let difference = differences.last {
        memory = EditionArchive.known(difference.memory, to: now)
        sinceNewest = SinceNewest(edition: last, difference: difference)
        if difference.isEmpty { differences.removeLast() }
      } else {
        (memory, sinceNewest) = ([], nil)
      }
      self.differences = showsChanges ? differences : []
    } else {
      (differences, memory, memories, sinceNewest) = ([], [], [:], nil)
    }
    let wanted = Set(differences.flatMap(\.changes).flatMap { $0.before + $0.after }.map(\.position.address))
    let hasChanges = !self.differences.isEmpty
    issues = hasChanges ? Dictionary(graph.issues.map { ($0.slug, $0.address) }) { first, _ in first } : [:]
    parties = hasChanges ? Dictionary(graph.parties.map { ($0.slug, $0.address) }) { first, _ in first } : [:]
    cells =
      wanted.isEmpty ? [] : wanted.intersection(graph.positions.lazy.map { graph.recordedAddress(of: $0.id) })
  }

  /// What authors are asked because the newest edition says something else.
  ///
  /// - Parameter today: the day of the build; nil: it is unknown.
  func questions(about graph: IssueGraph, today: PartialDate?) -> [Diagnostic] {
    guard let newest = sinceNewest else { return [] }
    return EditionQuestions(since: newest.edition, newest.difference, graph: graph, today: today).diagnostics
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
  func hasFeed(_ settings: SiteSettings) -> Bool {
    settings.baseURL != nil && settings.previewName == nil && !between.isEmpty
  }
}
