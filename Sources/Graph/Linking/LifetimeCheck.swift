import Content
import Diagnostics

extension FileLinker {
  /// Warns about a position that was held on no day on which its party existed.
  mutating func checkLifetime(of party: ID<Party>, _ dating: Position.Dating, cell: Int) {
    let lifetime = site.shared.lifetimes[party]
    guard let date = dating.date.date, let held = dating.interval, !lifetime.overlaps(held) else { return }
    let member = site.parties.members[party.index]
    let bound =
      held.last < lifetime.firstDay
      ? "does not start until \(lifetime.from?.description ?? "")"
      : "ended on \(lifetime.to?.description ?? "")"
    report(
      .positionOutsidePartyDates, at: range(of: cell),
      "this position is dated \(date), but “\(member.name)” \(bound)",
      notes: member.place.map { [Note("the dates are set in the party’s file", at: $0)] } ?? [],
      suggestion: dating.origin == .cell
        ? nil : Suggestion("if it was held at a different time, add {as-of=…} at the end of the cell"))
  }
}
