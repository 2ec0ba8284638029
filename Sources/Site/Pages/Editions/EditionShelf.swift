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
    /// Its positions with those that it remembered, by issue, then party; what it remembered comes last.
    let entries: [Entry]
    /// Ranges of `entries`, each with whole issues; one if the edition fits on one page.
    let parts: [Range<Int>]

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
      let memory = (memories[edition.name] ?? []).filter {
        $0.mayBeTold(among: known) && !$0.wasWithdrawn(withdrawn, by: edition.date)
      }
      let entries = Self.entries(of: published, memory)
      return Volume(
        edition: published, withdrawn: archive.withdrawn(from: edition), omissions: omissions,
        entries: entries, parts: Self.parts(of: entries))
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

  private static func entries(of edition: Edition, _ memory: [RememberedPosition]) -> [Entry] {
    let present = edition.positions.map { Entry(position: $0, memory: nil) }
    if memory.isEmpty { return present }
    let issues = Set(edition.issues.map(\.slug))
    let parties = Set(edition.parties.map(\.slug))
    let remembered = memory.filter {
      issues.contains($0.position.issue) && parties.contains($0.position.party)
    }.sorted {
      ($0.dates.held?.last ?? .min, $0.date, $0.position.text)
        > ($1.dates.held?.last ?? .min, $1.date, $1.position.text)
    }.map { Entry(position: $0.position, memory: $0) }
    return (present + remembered).enumerated().sorted { left, right in
      let (one, other) = (left.element.position, right.element.position)
      return (one.issue, one.party, left.offset) < (other.issue, other.party, right.offset)
    }.map(\.element)
  }

  /// `march-plan` for `/reports/march-plan/`.
  private static func slug(ofOldAddress address: String) -> String {
    address.split(separator: "/").last.map(String.init) ?? address
  }

  /// Divides the entries, which are sorted by issue, between issues.
  private static func parts(of entries: [Entry]) -> [Range<Int>] {
    let positions = entries.map(\.position)
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
    let old = remembered.position
    let found = volume.entries.firstIndex { entry in
      let position = entry.position
      return entry.memory == nil && position.anchor == old.anchor && position.text == old.text
        && position.stance == old.stance && position.date == old.date && position.report == old.report
    }
    guard let found, let part = volume.parts.firstIndex(where: { $0.contains(found) }) else { return nil }
    return (volume.address(ofPart: part), EditionWriter.anchor(volume.entries[found].position))
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
