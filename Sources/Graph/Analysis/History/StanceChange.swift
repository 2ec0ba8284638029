import Content

/// How a party's stance changed from one position to another.
///
/// On the scale from −2 to 2, a different sign is “reversed”, a larger magnitude “hardened”, a smaller one
/// “softened”.
package enum StanceChange: String, Sendable, Hashable, CaseIterable {
  /// The same stance, or both unrated.
  case unchanged
  case hardened
  case softened
  case reversed
  /// One of them is unrated or mixed, which are not on the scale, and the other is different.
  case restanced

  package init(from before: Stance?, to after: Stance?) {
    if before == after {
      self = .unchanged
    } else if let old = before?.value, let new = after?.value {
      self = old * new < 0 ? .reversed : abs(new) > abs(old) ? .hardened : .softened
    } else {
      self = .restanced
    }
  }
}
