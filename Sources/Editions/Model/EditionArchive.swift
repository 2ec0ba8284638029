import Content
import Graph

/// The editions of a site, and what else decides what they tell about the site as it is now.
package struct EditionArchive: Sendable {
  /// The oldest first (by date, then by name).
  package var editions: [Edition]
  /// The reports that the site leaves out now.
  package var withheld: [FrozenWithheldReport]

  package init(_ editions: [Edition] = [], withheld: [FrozenWithheldReport] = []) {
    self.editions = editions
    self.withheld = withheld
  }

  /// What the editions remember of positions that newer ones replaced in their cells, up to and without `state`.
  ///
  /// - Parameter state: an edition, or the site as it is now.
  package func memory(before state: Edition) -> [RememberedPosition] {
    let earlier = editions.filter { $0.isPublic && ($0.date, $0.name) < (state.date, state.name) }
    var memory: [RememberedPosition] = []
    for (old, new) in zip(earlier, earlier.dropFirst() + [state]) {
      memory = RecordDifference(from: old, to: new, remembering: memory).memory
    }
    return Self.known(memory, to: state)
  }

  /// Leaves out what only editions of version 1 say about reports that `state` does not have. They do not say whether these
  /// were drafts.
  package static func known(_ memory: [RememberedPosition], to state: Edition) -> [RememberedPosition] {
    let reports = Set(state.reports.map(\.slug))
    return memory.filter { $0.isSurelyPublic || reports.contains($0.position.report) }
  }
}

/// A position that a newer one, or newer silence, replaced in its cell. An edition remembers it.
package struct RememberedPosition: Sendable, Hashable {
  /// With the slugs that its issue, party and report have now, as far as they are still there.
  package let position: FrozenPosition
  /// The title of its report.
  package let report: String
  /// The days of its report's date; nil: it was undated.
  package let reported: DayInterval?
  /// The name and the day of the last edition that holds it.
  package let edition: String
  package let date: PartialDate
  /// Whether the edition says that it was made from what readers could see.
  let isSurelyPublic: Bool

  /// When it was held and reported.
  package var dates: RecordedDates { RecordedDates(held: position.dating.interval, reported: reported) }

  /// The same position under other slugs.
  func renamed(issue: String, party: String, report slug: String) -> RememberedPosition {
    let old = position
    return RememberedPosition(
      position: FrozenPosition(
        issue: issue, party: party, report: slug, ordinal: old.ordinal, text: old.text, stance: old.stance,
        dating: old.dating, anchor: old.anchor, sources: old.sources),
      report: report, reported: reported, edition: edition, date: date, isSurelyPublic: isSurelyPublic)
  }
}
