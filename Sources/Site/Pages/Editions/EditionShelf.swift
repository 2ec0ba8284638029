import Content
import Diagnostics
import Editions
import Graph

/// The editions that the site publishes, divided into pages.
struct EditionShelf: Sendable {
  /// The largest number of positions on one page, unless a single issue has more.
  static let mostPositions = Limit.editionPositions.value
  /// The largest number of cells of a matrix on one page, unless a single issue has more.
  static let mostCells = MatrixParts.mostCells

  /// One published edition.
  struct Volume: Sendable {
    /// Without what its published form leaves out.
    let edition: Edition
    /// What it held that is withdrawn.
    let withdrawn: [WithdrawnRecord]
    /// What its published form leaves out.
    let omissions: EditionOmissions
    /// What it remembered, by issue, then party, the newest first.
    let memory: [RememberedPosition]
    /// Its positions and then what it remembered, by issue and party: indices of the edition’s positions and, below zero, −1 − those
    /// of `memory`.
    private let order: [Int32]
    /// Ranges of the entries, each with whole issues; one if the edition fits on one page.
    let parts: [Range<Int>]

    /// - Parameter memory: what the edition remembered, in any order.
    init(
      _ edition: Edition, withdrawn: [WithdrawnRecord], omissions: EditionOmissions,
      memory: [RememberedPosition]
    ) {
      self.edition = edition
      self.withdrawn = withdrawn
      self.omissions = omissions
      self.memory = memory.sorted(by: EditionShelf.isBefore)
      order = EditionShelf.order(of: edition.positions, and: self.memory)
      let positions = order.map { [memory = self.memory] in
        $0 < 0 ? memory[Int(-1 - $0)].position : edition.positions[Int($0)]
      }
      parts = EditionShelf.parts(of: positions)
    }

    func entries(in part: Range<Int>) -> [Entry] {
      order[part].map { index in
        if index >= 0 { return Entry(position: edition.positions[Int(index)], memory: nil) }
        let remembered = memory[Int(-1 - index)]
        return Entry(position: remembered.position, memory: remembered)
      }
    }

    /// The first and the last issue of a part, as slugs; nil: it is empty.
    func issues(ofPart part: Int) -> (first: String, last: String)? {
      let range = parts[part]
      guard !range.isEmpty else { return nil }
      let ends =
        entries(in: range.lowerBound..<range.lowerBound + 1)
        + entries(in: range.upperBound - 1..<range.upperBound)
      return (ends[0].position.issue, ends[1].position.issue)
    }

    var address: String { EditionListPage.address + "/" + edition.name }

    /// The address of a part; that of the edition if it fits on one page.
    func address(ofPart index: Int) -> String { parts.count == 1 ? address : "\(address)/\(index + 1)" }
  }

  /// A position as the site showed it on the day of an edition.
  struct Entry: Sendable {
    let position: FrozenPosition
    /// The same position, if a newer cell had replaced it by then and only an earlier edition held it; nil: its cell held it.
    let memory: RememberedPosition?
  }

  /// The oldest first.
  let volumes: [Volume]
  private let archive: EditionArchive
  private var whereabouts: EditionWhereabouts?

  /// - Parameters:
  ///   - archive: the site's editions; those that were not made of what readers could see are left out.
  ///   - memories: what each edition remembered, by its name.
  ///   - record: of the site as it is now.
  ///   - redirects: the old addresses of single cells.
  init(
    _ archive: EditionArchive, memories: [String: [RememberedPosition]], record: RecordHistory,
    redirects: [CellRedirect]
  ) {
    self.archive = archive
    let editions = archive.publicEditions
    let known = Set(
      record.graph.reports.flatMap { entry in
        [entry.slug] + entry.report.header.matter.redirects.oldAddresses.map(Self.slug)
      })
    let withdrawn = record.graph.settings.withdrawn
    volumes = editions.map { edition in
      var omissions = EditionOmissions(archive.withdrawals)
      omissions.omitUncertainReports(of: edition, known: known)
      let published = edition.without(omissions)
      let (issues, parties) = (Set(published.issues.map(\.slug)), Set(published.parties.map(\.slug)))
      let memory = (memories[edition.name] ?? []).filter {
        $0.mayBeTold(among: known) && !$0.wasWithdrawn(withdrawn, by: edition.date)
          && issues.contains($0.position.issue) && parties.contains($0.position.party)
      }
      return Volume(
        published, withdrawn: archive.withdrawn(from: edition), omissions: omissions, memory: memory)
    }
    whereabouts = volumes.isEmpty ? nil : EditionWhereabouts(record, redirects: redirects)
  }

  /// The same editions beside a record with the same lists, of which only texts and stances differ.
  func updating(_ record: RecordHistory, redirects: [CellRedirect]) -> EditionShelf {
    if volumes.isEmpty { return self }
    var next = self
    next.whereabouts = EditionWhereabouts(record, redirects: redirects)
    return next
  }

  /// By issue, then party, the newest first.
  private static func isBefore(_ left: RememberedPosition, _ right: RememberedPosition) -> Bool {
    let (one, other) = (left.position, right.position)
    if one.issue != other.issue { return one.issue < other.issue }
    if one.party != other.party { return one.party < other.party }
    return (right.dates.held?.last ?? .min, right.date, other.text)
      < (left.dates.held?.last ?? .min, left.date, one.text)
  }

  /// Merges two lists that are sorted by issue and party; see `Volume.order`.
  private static func order(of positions: [FrozenPosition], and memory: [RememberedPosition]) -> [Int32] {
    var order: [Int32] = []
    order.reserveCapacity(positions.count + memory.count)
    var next = 0
    for (index, position) in positions.enumerated() {
      while next < memory.count,
        (memory[next].position.issue, memory[next].position.party) < (position.issue, position.party)
      {
        order.append(Int32(-1 - next))
        next += 1
      }
      order.append(Int32(index))
    }
    return order + (next..<memory.count).map { Int32(-1 - $0) }
  }

  /// `march-plan` for `/reports/march-plan/`.
  private static func slug(ofOldAddress address: String) -> String {
    address.split(separator: "/").last.map(String.init) ?? address
  }

  /// Divides positions, which are sorted by issue, between issues.
  private static func parts(of positions: [FrozenPosition]) -> [Range<Int>] {
    let partyCount = Set(positions.map(\.party)).count
    var parts: [Range<Int>] = []
    var (start, place, issues) = (0, 0, 0)
    while place < positions.count {
      let end = positions[place...].firstIndex { $0.issue != positions[place].issue } ?? positions.count
      let isFull = end - start > mostPositions || (issues + 1) * partyCount > mostCells
      if isFull, place > start {
        parts.append(start..<place)
        (start, issues) = (place, 0)
      }
      issues += 1
      place = end
    }
    return parts + [start..<positions.count]
  }

  /// Where readers find a position of an edition in the same words now; nil: nowhere, or it was corrected.
  func current(_ position: FrozenPosition) -> EditionWhereabouts.Place? { whereabouts?.place(of: position) }

  /// Where the page of an edition shows a position that it remembers: the address of the page, and the anchor there; nil: no
  /// page does.
  func place(of remembered: RememberedPosition) -> (address: String, anchor: String)? {
    guard let volume = volumes.first(where: { $0.edition.name == remembered.edition }) else { return nil }
    let (positions, old) = (volume.edition.positions, remembered.position)
    // Most names are those of the edition, whose positions are sorted.
    let start = positions.partition { ($0.issue, $0.party) >= (old.issue, old.party) }
    let near = positions[start...].prefix { $0.issue == old.issue && $0.party == old.party }
    let isOld = { (position: FrozenPosition) in
      position.anchor == old.anchor && position.text == old.text && position.stance == old.stance
        && position.date == old.date && position.report == old.report
    }
    guard let found = near.first(where: isOld) ?? positions.first(where: isOld),
      let part = volume.parts.indices.first(where: { part in
        volume.issues(ofPart: part).map { found.issue <= $0.last } ?? false
      })
    else { return nil }
    return (volume.address(ofPart: part), EditionWriter.anchor(found))
  }

  /// The data file of the volume with an index.
  func file(of volume: Int) -> [UInt8] {
    archive.file(of: volumes[volume].edition, without: volumes[volume].omissions)
  }
}

extension RememberedPosition {
  /// Whether `site.yml` had withdrawn its cell or its report by a day.
  fileprivate func wasWithdrawn(_ entries: [AuthoredWithdrawal], by day: PartialDate) -> Bool {
    entries.contains { entry in
      entry.page == "reports/" + position.report && entry.date.dayNumber <= day.lastDayNumber
        && (entry.anchor.map { $0 == position.anchor } ?? true)
    }
  }
}
