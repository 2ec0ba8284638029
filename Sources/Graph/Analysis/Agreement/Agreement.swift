/// How the sides of several parties on one issue relate. The only rule of this kind: pages, the matrix’s script and the
/// command line follow it.
///
/// Stances with the same sign agree, whatever their strength. A standing that does not tell its side is never counted as
/// agreement or as difference.
package enum Agreement: String, Sendable, Hashable, CaseIterable {
  /// All take the same side.
  case agree
  /// At least two take different sides.
  case differ
  /// Neither is certain, because at least one does not tell its side, or because there are fewer than two parties.
  case unclear

  package init(_ sides: [PartySide]) {
    let known = sides.compactMap(\.side)
    if Set(known).count > 1 {
      self = .differ
    } else {
      self = sides.count > 1 && known.count == sides.count ? .agree : .unclear
    }
  }

  /// Whether `one` stands against `others`: they all support what it opposes, or the other way round.
  package static func isAgainst(_ one: PartySide, _ others: [PartySide]) -> Bool {
    guard let side = one.side, !others.isEmpty else { return false }
    return others.allSatisfy { $0.side?.isOpposite(of: side) ?? false }
  }

  /// The place of the one party that stands against all others; nil: there is none, or there are fewer than three
  /// parties, so that each of them would be.
  package static func oneAgainstOthers(_ sides: [PartySide]) -> Int? {
    guard sides.count > 2 else { return nil }
    return sides.indices.first { place in
      isAgainst(sides[place], Array(sides[..<place] + sides[(place + 1)...]))
    }
  }
}

/// What several parties hold, issue by issue, and whether they agree.
package struct PartyAgreement: Sendable {
  /// One issue on which at least one of the parties holds a position.
  package struct Row: Sendable, Hashable {
    package let issue: ID<Issue>
    /// The sides of `parties`, in their order.
    package let sides: [PartySide]
    /// The side of `opponent`; nil: there is no opponent.
    package let opponentSide: PartySide?
    /// Of `parties` alone.
    package let agreement: Agreement

    /// Whether the parties agree and the opponent stands against them.
    package var isAgainstOpponent: Bool { opponentSide.map { Agreement.isAgainst($0, sides) } ?? false }
  }

  package let parties: [ID<Party>]
  /// The party that the others may stand against; nil: none.
  package let opponent: ID<Party>?
  /// In the order of the graph's issues.
  package let rows: [Row]

  package init(of parties: [ID<Party>], against opponent: ID<Party>? = nil, in graph: IssueGraph) {
    self.parties = parties
    self.opponent = opponent
    rows = graph.issues.compactMap { issue in
      let sides = parties.map { graph.side(of: $0, on: issue.id) }
      let opponentSide = opponent.map { graph.side(of: $0, on: issue.id) }
      guard (sides + [opponentSide].compactMap(\.self)).contains(where: { $0.reason != .missing }) else {
        return nil
      }
      return Row(issue: issue.id, sides: sides, opponentSide: opponentSide, agreement: Agreement(sides))
    }
  }
}
