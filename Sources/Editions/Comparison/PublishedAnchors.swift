import Graph

/// A citation of a published cell that no longer leads to what it cited.
package struct BrokenCitation: Sendable, Hashable {
  /// What was cited, with its names and its address in the published state.
  package let cited: RecordChange.Side
  /// The position that has the anchor now; nil: nothing has it.
  package let now: RecordChange.Side?
}

/// Finds the published cells whose address means something else now, or nothing.
///
/// A cell keeps its address if it was corrected or its issue or party was renamed; then the address still leads to the same
/// position. A report that is withheld takes its addresses with it on purpose.
package enum PublishedAnchors {
  /// - Parameters:
  ///   - published: what readers may have cited.
  ///   - now: the state that is about to be published.
  /// - Returns: by the place in `published`.
  package static func broken(from published: Edition, to now: Edition) -> [BrokenCitation] {
    let subjects = MatchedSubjects(published, now)
    let cells = CellComparison(published, now, subjects)
    let sides = ComparedSides(cells, remembering: [])
    let places = Dictionary(now.positions.enumerated().map { ($1.address, $0) }) { first, _ in first }
    return published.positions.indices.compactMap { index in
      let old = published.positions[index]
      let holder = places[old.address]
      let isGone = holder == nil
      switch cells.fates[index] {
      case .kept(let new) where holder == new: return nil
      // It stands elsewhere, and nothing else has taken its address.
      case .kept where isGone: return nil
      case .withheld, .silencedByEdit: if isGone { return nil }
      case .silenced where isGone: return nil
      case .kept, .replaced, .silenced, .withdrawn: break
      }
      return BrokenCitation(cited: sides.before(index), now: holder.map { sides.after($0) })
    }
  }
}
