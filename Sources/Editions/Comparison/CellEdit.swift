import Text

/// What an edit did to a cell whose position is not newer.
enum CellEdit {
  case none
  /// The same words at another place.
  case relocated
  /// Other white space, case, quotation marks or punctuation.
  case minor
  case corrected

  /// - Parameter isReassigned: the position is now under a different issue.
  init(_ old: FrozenPosition, _ new: FrozenPosition, isReassigned: Bool) {
    // A date of the report is told of the report, and only if it makes another position current.
    let isRedated = (old.dating.isOwn || new.dating.isOwn) && old.date != new.date
    let hasOtherSources = old.sources.flatMap { sources in new.sources.map { $0 != sources } } ?? false
    if isReassigned || old.stance != new.stance || isRedated || hasOtherSources {
      self = .corrected
    } else if old.text != new.text {
      self = ComparableText.of(old.text) == ComparableText.of(new.text) ? .minor : .corrected
    } else {
      self = old.report != new.report || old.ordinal != new.ordinal ? .relocated : .none
    }
  }
}
