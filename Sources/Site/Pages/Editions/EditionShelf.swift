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
    /// Ranges of the edition's positions, each with whole issues; one if the edition fits on one page.
    let parts: [Range<Int>]

    var address: String { EditionListPage.address + "/" + edition.name }

    /// The address of a part; that of the edition if it fits on one page.
    func address(ofPart index: Int) -> String { parts.count == 1 ? address : "\(address)/\(index + 1)" }
  }

  /// The oldest first.
  let volumes: [Volume]
  private let archive: EditionArchive
  /// The positions that are on the site now, by the address of their cell.
  private let cells: [String: ID<Position>]

  /// - Parameter archive: the site's editions; those that were not made of what readers could see are left out.
  init(_ archive: EditionArchive, graph: IssueGraph) {
    self.archive = archive
    let known = Set(
      graph.reports.flatMap { entry in
        [entry.slug] + entry.report.header.matter.redirects.oldAddresses.map(Self.slug)
      })
    volumes = archive.editions.filter(\.isPublic).map { edition in
      var omissions = EditionOmissions(archive.withdrawals)
      omissions.omitUncertainReports(of: edition, known: known)
      let published = edition.without(omissions)
      return Volume(
        edition: published, withdrawn: archive.withdrawn(from: edition), omissions: omissions,
        parts: Self.parts(of: published))
    }
    cells =
      volumes.isEmpty
      ? [:]
      : Dictionary(graph.positions.lazy.map { (graph.cellAddress(of: $0.id), $0.id) }) { first, _ in first }
  }

  /// `march-plan` for `/reports/march-plan/`.
  private static func slug(ofOldAddress address: String) -> String {
    address.split(separator: "/").last.map(String.init) ?? address
  }

  /// Divides the positions, which are sorted by issue, between issues.
  private static func parts(of edition: Edition) -> [Range<Int>] {
    let positions = edition.positions
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

  /// The position that is at the cell of one of an edition now, if it says the same; nil: it does not, or there is none.
  func current(_ position: FrozenPosition, in graph: IssueGraph) -> ID<Position>? {
    guard let id = cells[position.address] else { return nil }
    let now = graph.positions[id.index]
    let isSame =
      now.stance == position.stance && graph.issues[now.issue.index].slug == position.issue
      && graph.parties[now.party.index].slug == position.party && graph.text(of: id) == position.text
    return isSame ? id : nil
  }

  /// Where the page of an edition shows a position that it remembers: the address of the page, and the anchor there; nil: no
  /// page does.
  func place(of remembered: RememberedPosition) -> (address: String, anchor: String)? {
    guard let volume = volumes.first(where: { $0.edition.name == remembered.edition }) else { return nil }
    let (positions, old) = (volume.edition.positions, remembered.position)
    let found = positions.firstIndex {
      $0.anchor == old.anchor && $0.text == old.text && $0.stance == old.stance && $0.date == old.date
        && $0.report == old.report
    }
    guard let found, let part = volume.parts.firstIndex(where: { $0.contains(found) }) else { return nil }
    return (volume.address(ofPart: part), EditionWriter.anchor(positions[found]))
  }

  /// The data file of the volume with an index.
  func file(of volume: Int) -> [UInt8] {
    archive.file(of: volumes[volume].edition, without: volumes[volume].omissions)
  }
}
