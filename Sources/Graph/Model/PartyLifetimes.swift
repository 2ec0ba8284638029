import Content

/// The time in which each party exists or is in office, by `from:` and `to:` of its file.
///
/// This type owns the rule: ask it whether a party is in office. What a party held when it ended is *held until*
/// its `to:`: it is not current, is never due for review, and counts in no distance.
package struct PartyLifetimes: Sendable {
  /// By party; empty if no file gives dates.
  private let periods: [Period]
  /// The build's day as a day number; nil: unknown, so no party has ended.
  package let today: Int32?

  /// No party has dates.
  static let none = PartyLifetimes([], today: nil)

  /// - Parameter periods: by party, of all parties.
  init(_ periods: [Period], today: Int32?) {
    self.periods = periods.contains { $0 != .always } ? periods : []
    self.today = today
  }

  /// Whether no party has dates, so that all of them are always in office.
  var isEmpty: Bool { periods.isEmpty }

  /// The time in which a party exists.
  package subscript(party: ID<Party>) -> Period { periods.isEmpty ? .always : periods[party.index] }

  /// The `to:` of a party that has ended; nil: it has not.
  ///
  /// - Parameter day: the day to ask for, as a day number; nil: the build's day.
  package func end(of party: ID<Party>, by day: Int32? = nil) -> PartialDate? {
    guard !periods.isEmpty, let day = day ?? today, periods[party.index].hasEnded(by: day) else { return nil }
    return periods[party.index].to
  }

  /// Whether a party is in office on the build's day: it has begun, and has not ended.
  package func isInOffice(_ party: ID<Party>) -> Bool {
    guard !periods.isEmpty, let today else { return true }
    return periods[party.index].contains(today)
  }
}

extension IssueGraph {
  /// Whether a party existed on a day that the date of a report may mean; true for undated reports.
  func existed(_ party: ID<Party>, at entry: ReportEntry) -> Bool {
    entry.report.interval.map { lifetimes[party].overlaps($0) } ?? true
  }

  /// The date until which a position is held: the `to:` of its party, if that has ended and the position is part of its
  /// standing; nil for all others.
  package func heldUntil(_ id: ID<Position>) -> PartialDate? {
    let position = positions[id.index]
    guard let end = lifetimes.end(of: position.party) else { return nil }
    return standing(ofPairOf: id).contains(id) ? end : nil
  }
}
