import Content

/// What a cell said in one state of the record, as far as it decides which cell of another state is the same one.
package struct CellState: Sendable, Hashable {
  /// The date of a cell, and the days that it means.
  package struct Dates: Sendable, Hashable {
    /// nil: undated.
    package let date: PartialDate?
    /// nil: undated.
    package let days: DayInterval?
    /// Whether the author gave the cell or its table a date of its own.
    package let isOwn: Bool

    package init(date: PartialDate?, days: DayInterval?, isOwn: Bool) {
      self.date = date
      self.days = days
      self.isOwn = isOwn
    }

    /// Whether a cell with these dates is newer than what its place held on `days`: it has a date of its own that begins
    /// later. Nothing is newer than what has no date.
    package func isNewer(than days: DayInterval?) -> Bool {
      guard isOwn, let days, let new = self.days else { return false }
      return days.isBefore(new)
    }
  }

  /// Without the stance mark, as plain text; empty if the cell is only a mark.
  package let text: String
  /// nil: unrated.
  package let stance: Stance?
  package let dates: Dates

  package init(text: String, stance: Stance?, dates: Dates) {
    self.text = text
    self.stance = stance
    self.dates = dates
  }
}

extension Position.Dating {
  /// The dates of the cell.
  var ofCell: CellState.Dates {
    CellState.Dates(date: date.date, days: interval, isOwn: origin == .cell || origin == .comparison)
  }
}
