import Content
import Graph

/// The editions of a site, and what else decides what they tell about the site as it is now.
package struct EditionArchive: Sendable {
  /// The oldest first (by date, then by name), without what is withdrawn.
  package let editions: [Edition]
  /// The reports that the site leaves out now.
  package let withheld: [FrozenWithheldReport]
  /// What was published and no edition has to hold, the oldest state first; their names are empty.
  package let published: [Edition]
  /// What the files of the editions withdraw: it is left out of all of them.
  package let withdrawals: [Withdrawal]
  /// What each edition held that is withdrawn, by the edition's name, in the order of `withdrawals`.
  private let withdrawn: [String: [WithdrawnRecord]]
  /// Reads the file of an edition; nil: it cannot be read.
  private let source: @Sendable (_ name: String) -> [UInt8]?

  /// - Parameters:
  ///   - editions: the oldest first, as their files hold them.
  ///   - published: what was published, the oldest state first.
  ///   - source: reads the file of the edition with a name.
  package init(
    _ editions: [Edition] = [], withheld: [FrozenWithheldReport] = [], published: [Edition] = [],
    source: @escaping @Sendable (_ name: String) -> [UInt8]? = { _ in nil }
  ) {
    let withdrawals = editions.flatMap(\.records.withdrawals)
    let omissions = EditionOmissions(withdrawals)
    self.editions = withdrawals.isEmpty ? editions : editions.map { $0.without(omissions) }
    self.withheld = withheld
    self.published = published
    self.withdrawals = withdrawals
    self.source = source
    withdrawn =
      withdrawals.isEmpty
      ? [:]
      : Dictionary(editions.map { ($0.name, WithdrawnRecord.all(of: $0, withdrawals)) }) { first, _ in first }
  }

  /// What an edition held that is withdrawn.
  package func withdrawn(from edition: Edition) -> [WithdrawnRecord] { withdrawn[edition.name] ?? [] }

  /// The published file of an edition: its bytes as they are, without what is left out.
  package func file(of edition: Edition, without omissions: EditionOmissions) -> [UInt8] {
    guard let source = source(edition.name) else { return edition.without(omissions).json }
    return EditionExcerpt.bytes(of: source, without: omissions) ?? edition.without(omissions).json
  }

  /// What the editions remember of positions that newer ones replaced in their cells, up to and without `state`.
  ///
  /// - Parameter state: an edition, or the site as it is now.
  package func memory(before state: Edition) -> [RememberedPosition] {
    let earlier = publicEditions.filter { $0.isEarlier(than: state) }
    return Self.known(Self.differences(through: earlier + [state]).last?.memory ?? [], to: state)
  }

  /// The cells without a position that editions hold, up to and without `state`, each once.
  ///
  /// - Parameter state: an edition, or the site as it is now.
  package func silence(before state: Edition) -> [RememberedSilence] {
    var known: Set<RememberedSilence> = []
    return publicEditions.filter { $0.isEarlier(than: state) && !$0.silentCells.isEmpty }.flatMap { edition in
      let subjects = MatchedSubjects(edition, state)
      let reported = Dictionary(
        edition.reports.compactMap { report in report.date.map { (report.slug, DayInterval($0)) } }
      ) { first, _ in first }
      return edition.silentCells.compactMap { cell -> RememberedSilence? in
        guard let issue = subjects.issues.nameNow(ofEarlier: cell.issue),
          let party = subjects.parties.nameNow(ofEarlier: cell.party),
          let report = subjects.reports.nameNow(cell.report)
        else { return nil }
        let silence = RememberedSilence(
          cell: FrozenSilentCell(
            issue: issue.slug, party: party.slug, report: report.slug, dating: cell.dating),
          reported: reported[cell.report])
        return known.insert(silence).inserted ? silence : nil
      }
    }
  }

  /// The difference between two states, with the steps that the editions between them remember.
  package func difference(from old: Edition, to new: Edition) -> RecordDifference {
    struct Cell: Hashable {
      let report: String
      let state: CellState
    }
    let known = Set(old.positions.map { Cell(report: $0.report, state: $0.state) })
    let meanwhile = memory(before: new).filter {
      ($0.date, $0.edition) > (old.date, old.name)
        && !known.contains(Cell(report: $0.position.report, state: $0.position.state))
    }
    return RecordDifference(from: old, to: new, remembering: memory(before: old), meanwhile: meanwhile)
  }

  /// The editions that were made from what readers could see, the oldest first.
  package var publicEditions: [Edition] { editions.filter(\.isPublic) }

  /// The differences from each state to the next; each remembers what the ones before it remember.
  ///
  /// - Parameter states: the oldest first.
  package static func differences(through states: [Edition]) -> [RecordDifference] {
    var memory: [RememberedPosition] = []
    return zip(states, states.dropFirst()).map { old, new in
      let difference = RecordDifference(from: old, to: new, remembering: memory)
      memory = difference.memory
      return difference
    }
  }

  /// What each edition remembered, by its name: positions that newer ones had replaced in their cells by then. Editions that were
  /// made later for an earlier day do not change it.
  ///
  /// - Parameters:
  ///   - editions: the oldest first.
  ///   - differences: those from each edition to the next.
  package static func memories(
    of editions: [Edition], _ differences: [RecordDifference]
  ) -> [String: [RememberedPosition]] {
    var memories: [String: [RememberedPosition]] = [:]
    for (place, edition) in editions.enumerated().dropFirst() {
      let known = editions[..<place].filter { $0.made.dayNumber <= edition.made.dayNumber }
      memories[edition.name] =
        known.count == place
        ? differences[place - 1].memory : Self.differences(through: known + [edition]).last?.memory ?? []
    }
    return memories
  }

  /// What the published site showed in cells that newer positions have now, besides what editions remember. Its edition has
  /// no name.
  ///
  /// - Parameter memory: what editions remember.
  package func publishedMemory(
    of state: Edition, besides memory: [RememberedPosition]
  ) -> [RememberedPosition] {
    guard let newest = published.last else { return [] }
    let states = published.dropLast().flatMap(\.layers) + [newest]
    let known = Set(memory.map(\.position.address))
    return (Self.differences(through: states.map { $0.naming(state) } + [state]).last?.memory ?? [])
      .filter { !$0.position.isBare && !known.contains($0.position.address) }
  }

  /// Leaves out what only editions of version 1 say about reports that `state` does not have; see `Edition.mayTell`.
  package static func known(_ memory: [RememberedPosition], to state: Edition) -> [RememberedPosition] {
    let reports = Set(state.reports.map(\.slug))
    return memory.filter {
      Edition.mayTell(of: $0.position.report, isSurelyPublic: $0.isSurelyPublic, among: reports)
    }
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

  /// Whether a site may tell of it: what only editions of version 1 hold may have been a draft, unless the site has its report.
  ///
  /// - Parameter reports: slugs that the reports of the site have or had.
  package func mayBeTold(among reports: Set<String>) -> Bool {
    Edition.mayTell(of: position.report, isSurelyPublic: isSurelyPublic, among: reports)
  }

  /// The same position under other slugs.
  func renamed(issue: String, party: String, report slug: String) -> RememberedPosition {
    let old = position
    return RememberedPosition(
      position: FrozenPosition(
        issue: issue, party: party, report: slug, ordinal: old.ordinal, text: old.text, stance: old.stance,
        dating: old.dating, anchor: old.anchor, sources: old.sources,
        evidence: old.evidence),
      report: report, reported: reported, edition: edition, date: date, isSurelyPublic: isSurelyPublic)
  }
}

/// A cell that held no position when an edition was made.
package struct RememberedSilence: Sendable, Hashable {
  /// With the slugs that its issue, party and report have now.
  package let cell: FrozenSilentCell
  /// The days of its report's date; nil: it was undated.
  package let reported: DayInterval?

  /// Since when the report was silent, and when it was reported.
  package var dates: RecordedDates { RecordedDates(held: cell.dating.interval, reported: reported) }
}

/// A record of an edition that is withdrawn.
package struct WithdrawnRecord: Sendable {
  package let withdrawal: Withdrawal
  /// The names of the position's issue and party; nil: the record is a report.
  package let position: (issue: String, party: String)?

  fileprivate static func all(of edition: Edition, _ withdrawals: [Withdrawal]) -> [WithdrawnRecord] {
    withdrawals.compactMap { withdrawal in
      switch withdrawal.subject {
      case .report(let slug):
        return edition.reports.contains { $0.slug == slug }
          ? WithdrawnRecord(withdrawal: withdrawal, position: nil) : nil
      case .position(let address):
        guard let position = edition.positions.first(where: { $0.address == address }) else { return nil }
        return WithdrawnRecord(
          withdrawal: withdrawal,
          position: (
            edition.issues.first { $0.slug == position.issue }?.name ?? position.issue,
            edition.parties.first { $0.slug == position.party }?.name ?? position.party
          ))
      }
    }
  }
}
