import Content
import Diagnostics

/// From when to when a party exists, as its file says.
struct PartyLifetime: Sendable {
  /// `.none`: open.
  let from: PackedDate
  let to: PackedDate

  /// By party; empty when no file gives dates, so that nobody has to look.
  static func all(of parties: NameRegistry, files: [Authored]) -> [PartyLifetime] {
    var hasDates = false
    let tenures = parties.members.map { member in
      guard let index = member.file, case .party(let file) = files[index] else {
        return PartyLifetime(from: .none, to: .none)
      }
      if file.from != nil || file.to != nil { hasDates = true }
      return PartyLifetime(from: PackedDate(file.from), to: PackedDate(file.to))
    }
    return hasDates ? tenures : []
  }

  /// No day that `date` may mean lies within.
  func excludes(_ date: PackedDate) -> Bool {
    if from != .none, date.end < from.start { return true }
    return to != .none && date.start > to.end
  }
}

extension FileLinker {
  /// Warns of a position whose date lies outside of its party's dates.
  mutating func checkTenure(of party: ID<Party>, _ date: PartialDate, _ origin: DateOrigin, cell: Int) {
    let tenure = site.tenures[party.index]
    guard tenure.excludes(PackedDate(date)) else { return }
    let member = site.parties.members[party.index]
    let bound =
      tenure.from != .none && PackedDate(date).end < tenure.from.start
      ? "starts on \(tenure.from.date?.description ?? "")" : "ends on \(tenure.to.date?.description ?? "")"
    report(
      .positionOutsidePartyDates, at: range(of: cell),
      "this position is dated \(date), and “\(member.name)” \(bound)",
      notes: member.place.map { [Note("the party’s file gives its dates", at: $0)] } ?? [],
      suggestion: origin == .cell
        ? nil : Suggestion("if it was held at another time, date it with {as-of=…} at the cell’s end"))
  }
}
