import Content

/// The side of an issue that a stance takes; raw values are its sign on the scale.
package enum StanceSide: Int, Sendable, Hashable, CaseIterable {
  case opposing = -1
  case neutral = 0
  case supporting = 1

  /// nil for `mixed`, which is not on the scale.
  package init?(_ stance: Stance) {
    guard let value = stance.value else { return nil }
    self = value > 0 ? .supporting : value < 0 ? .opposing : .neutral
  }

  /// Whether one supports what the other opposes.
  package func isOpposite(of other: StanceSide) -> Bool { rawValue * other.rawValue < 0 }
}

/// What the standing of a party says about its side on an issue.
package enum PartySide: Sendable, Hashable {
  case takes(StanceSide)
  /// The standing does not tell.
  case unclear(Reason)

  /// Why a standing does not tell; raw values are the words in data files.
  package enum Reason: String, Sendable, Hashable, CaseIterable {
    /// The party holds no position on the issue.
    case missing
    /// No stance is marked.
    case unrated
    /// The stance is mixed.
    case mixed
    /// The standing has several different stances, of which none is newer.
    case several
    /// It answers an earlier proposition, which means something else than the present one.
    case earlierProposition = "earlier-proposition"
    /// The party has ended, so the standing is not current.
    case ended
  }

  /// nil: the standing does not tell.
  package var side: StanceSide? { if case .takes(let side) = self { side } else { nil } }
  /// nil: the standing tells.
  package var reason: Reason? { if case .unclear(let reason) = self { reason } else { nil } }

  /// - Parameter stances: the different stances of a standing; nil among them: an unrated position.
  package init(_ stances: [Stance?]) {
    guard let first = stances.first else {
      self = .unclear(.missing)
      return
    }
    guard stances.count == 1 else {
      self = .unclear(.several)
      return
    }
    guard let stance = first else {
      self = .unclear(.unrated)
      return
    }
    self = StanceSide(stance).map { .takes($0) } ?? .unclear(.mixed)
  }
}

extension IssueGraph {
  /// The side that a party takes with its standing on an issue, and with what editions remember of it.
  package func side(of party: ID<Party>, on issue: ID<Issue>) -> PartySide {
    guard let held = heldStances(of: party, on: issue) else { return .unclear(.missing) }
    if held.heldUntil != nil { return .unclear(.ended) }
    if !held.all.allSatisfy({ answersPresentQuestion($0, on: issue) }) {
      return .unclear(.earlierProposition)
    }
    return PartySide(held.stances)
  }
}
