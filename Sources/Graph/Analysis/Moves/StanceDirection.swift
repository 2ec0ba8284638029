import Content

/// How the stances of a party changed, as far as the scale from −2 to 2 tells. Raw values are the words in data files.
package enum StanceDirection: String, Sendable, Hashable, CaseIterable {
  /// Further from zero on the same side.
  case hardened
  /// Nearer to zero on the same side.
  case softened
  /// All former stances lie on one side and all new ones on the other.
  case reversed
  /// Different stances that the scale does not order: one of them is mixed, or several overlap.
  case changed
  /// Away and back again: the first and the last stances are the same.
  case returned

  /// The direction from one set of stances to another; nil: they are the same, or one of them is empty.
  package init?(from old: Set<Stance>, to new: Set<Stance>) {
    guard old != new, !old.isEmpty, !new.isEmpty else { return nil }
    let (before, after) = (old.compactMap(\.value), new.compactMap(\.value))
    guard before.count == old.count, after.count == new.count else {
      self = .changed
      return
    }
    self = Self.direction(from: before, to: after)
  }

  private static func direction(from before: [Int], to after: [Int]) -> StanceDirection {
    let isOpposite = { (left: [Int], right: [Int]) in
      left.allSatisfy { $0 > 0 } && right.allSatisfy { $0 < 0 }
    }
    if isOpposite(before, after) || isOpposite(after, before) { return .reversed }
    let all = before + after
    guard all.allSatisfy({ $0 >= 0 }) || all.allSatisfy({ $0 <= 0 }) else { return .changed }
    let (old, new) = (before.map(abs), after.map(abs))
    if (new.min() ?? 0) >= (old.max() ?? 0) { return .hardened }
    if (new.max() ?? 0) <= (old.min() ?? 0) { return .softened }
    return .changed
  }
}
