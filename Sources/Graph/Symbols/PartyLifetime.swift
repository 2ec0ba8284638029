import Content
import Diagnostics

/// The period in which a party exists, according to its file.
struct PartyLifetime: Sendable {
  /// `.none`: not limited.
  let from: PackedDate
  let to: PackedDate

  /// By party; empty if no file gives dates, so that there is nothing to check.
  static func all(of parties: NameRegistry, files: [Authored]) -> [PartyLifetime] {
    var hasDates = false
    let lifetimes = parties.members.map { member in
      guard let index = member.file, case .party(let file) = files[index] else {
        return PartyLifetime(from: .none, to: .none)
      }
      if file.from != nil || file.to != nil { hasDates = true }
      return PartyLifetime(from: PackedDate(file.from), to: PackedDate(file.to))
    }
    return hasDates ? lifetimes : []
  }

  /// Whether no day that `date` may mean is in the period.
  func excludes(_ date: PackedDate) -> Bool {
    if from != .none, date.end < from.start { return true }
    return to != .none && date.start > to.end
  }
}

extension FileLinker {
  /// Warns about a position whose date is outside the period of its party.
  mutating func checkLifetime(of party: ID<Party>, _ date: PartialDate, _ origin: DateOrigin, cell: Int) {
    let lifetime = site.shared.lifetimes[party.index]
    guard lifetime.excludes(PackedDate(date)) else { return }
    let member = site.parties.members[party.index]
    let bound =
      lifetime.from != .none && PackedDate(date).end < lifetime.from.start
      ? "starts on \(lifetime.from.date?.description ?? "")"
      : "ends on \(lifetime.to.date?.description ?? "")"
    report(
      .positionOutsidePartyDates, at: range(of: cell),
      "this position is dated \(date), and “\(member.name)” \(bound)",
      notes: member.place.map { [Note("the dates are set in the party’s file", at: $0)] } ?? [],
      suggestion: origin == .cell
        ? nil : Suggestion("if it was held at another time, add {as-of=…} at the end of the cell"))
  }
}
