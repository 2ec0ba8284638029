import Content
import Graph

/// A snapshot of the whole record under a name (wasRevisionOf in PROV): the positions of every party on one day.
package struct Edition: Sendable, Hashable {
  /// The version of the file format that this code writes. It reads this version and older ones.
  static let schemaVersion = 2

  /// A slug: the file name without its extension.
  package private(set) var name: String
  /// The day whose state it holds: the day on which it was made, or that of `--now`.
  package let date: PartialDate
  /// How it was made; nil in editions of version 1, which do not say.
  package let origin: Origin?
  package private(set) var records: Records

  /// How an edition was made.
  package struct Origin: Sendable, Hashable {
    /// The day on which it was made, by the calendar.
    package let made: PartialDate
    /// Whether drafts were part of the site (`--drafts`).
    package let includesDrafts: Bool

    package init(made: PartialDate, includesDrafts: Bool) {
      self.made = made
      self.includesDrafts = includesDrafts
    }
  }

  /// What an edition holds.
  package struct Records: Sendable, Hashable {
    /// Sorted by slug.
    package var reports: [FrozenReport] = []
    /// Reports that are left out, sorted by path; empty in editions of version 1.
    package var withheld: [FrozenWithheldReport] = []
    /// Sorted by slug.
    package var issues: [FrozenIssue] = []
    /// Sorted by slug.
    package var parties: [FrozenParty] = []
    /// Sorted by issue, party, report and ordinal.
    package var positions: [FrozenPosition] = []
    /// Sorted by issue, party and report; empty in editions of version 1.
    package var silentCells: [FrozenSilentCell] = []
    /// In the order of the reports; empty in editions of version 1.
    package var tables: [FrozenTable] = []
    /// Sorted by report, then date; empty in editions of version 1.
    package var corrections: [FrozenCorrection] = []
    /// What all editions leave out, in the author's order.
    package var withdrawals: [Withdrawal] = []

    package init() {}

    fileprivate func sorted() -> Records {
      var next = self
      next.reports.sort { $0.slug < $1.slug }
      next.withheld.sort { $0.path < $1.path }
      next.issues.sort { $0.slug < $1.slug }
      next.parties.sort { $0.slug < $1.slug }
      next.positions.sort()
      next.silentCells.sort { ($0.issue, $0.party, $0.report) < ($1.issue, $1.party, $1.report) }
      next.corrections.sort { ($0.report, $0.date) < ($1.report, $1.date) }
      return next
    }
  }

  /// An edition of these records, given in any order.
  package init(name: String, date: PartialDate, origin: Origin?, records: Records) {
    self.name = name
    self.date = date
    self.origin = origin
    self.records = records.sorted()
  }

  package var reports: [FrozenReport] { records.reports }
  package var issues: [FrozenIssue] { records.issues }
  package var parties: [FrozenParty] { records.parties }
  package var positions: [FrozenPosition] { records.positions }
  package var silentCells: [FrozenSilentCell] { records.silentCells }

  /// The name of the state of the site as it is now, which no edition can have.
  package static let now = "now"

  /// The day on which it was made, by the calendar; its own day in editions of version 1, which do not say.
  var made: PartialDate { origin?.made ?? date }

  /// Whether it comes before another state: by its day, then by its name. The site as it is now comes last on its day.
  func isEarlier(than other: Edition) -> Bool {
    if date != other.date { return date < other.date }
    if name == Self.now { return false }
    return other.name == Self.now || name < other.name
  }

  /// Whether the edition was made from what a reader could see on its day: without drafts, and not for a future day.
  /// True for editions of version 1, which do not say.
  package var isPublic: Bool {
    guard let origin else { return true }
    return !origin.includesDrafts && date <= origin.made
  }

  /// Whether what an edition says of a report may be shown. Editions of version 1 do not say whether a report was a draft, so
  /// only those that the site has now are known to be public.
  ///
  /// - Parameters:
  ///   - isSurelyPublic: whether the edition says how it was made.
  ///   - known: the slugs of the reports that the site has now.
  static func mayTell(of report: String, isSurelyPublic: Bool, among known: Set<String>) -> Bool {
    isSurelyPublic || known.contains(report)
  }

  /// The same edition, with the positions that it has in common with another one stored once.
  func sharingPositions(with other: Edition) -> Edition {
    var next = self
    let known = other.positions
    var place = 0
    next.records.positions = positions.map { position in
      while place < known.count, known[place] < position { place += 1 }
      return place < known.count && known[place] == position ? known[place] : position
    }
    return next
  }

  /// The same edition under another name.
  package func renamed(_ name: String) -> Edition {
    var next = self
    next.name = name
    return next
  }
}
