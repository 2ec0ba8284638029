import Graph

/// A citation of a published cell that no longer leads to what it cited.
package struct BrokenCitation: Sendable, Hashable {
  /// The name of the newest edition that has the cell; nil: no edition has it, but the published site.
  package let edition: String?
  /// What was cited, with its names and its address in that state.
  package let cited: RecordChange.Side
  /// The position that has the anchor now; nil: nothing has it.
  package let now: RecordChange.Side?
  /// Where the cited cell is now, if nothing has its address: it was relocated, or its names changed and nobody knows the old
  /// ones. nil: it is nowhere, or its address leads to another cell.
  package let moved: RecordChange.Side?
  /// Whether newer silence has replaced the cell, and nothing remembers what it replaced.
  package let isSilenced: Bool
}

/// Finds the published cells whose address means something else now, or nothing.
///
/// A cell keeps its address if it was corrected or its issue or party was renamed; then the address still leads to the same
/// position. A report that is withheld takes its addresses with it on purpose.
package struct PublishedAnchors {
  private let now: Edition
  /// Addresses that lead to what they led to, or say what became of it, although no position has them; that of a report stands
  /// for all of its cells.
  private let kept: Set<String>
  /// The positions of `now`, by address.
  private let places: [String: Int]
  /// The names of issues and parties, by slug.
  private let names: (issues: [String: String], parties: [String: String])

  /// - Parameters:
  ///   - now: the state that is about to be published.
  ///   - kept: see `IssueGraph.keptAddresses`.
  package init(of now: Edition, kept: Set<String> = []) {
    self.now = now
    self.kept = kept
    names = now.names
    places = Dictionary(now.positions.enumerated().map { ($1.address, $0) }) { first, _ in first }
  }

  /// - Parameter published: what readers may have cited, the oldest first. The newest state that has an address says what it
  ///   leads to.
  /// - Returns: those of the newest state first, each by the place in its state.
  package func broken(from published: [Edition]) -> [BrokenCitation] {
    var seen: Set<String> = []
    return published.reversed().flatMap { edition in
      let names = edition.names
      let doubtful = edition.positions.indices.filter { index in
        let position = edition.positions[index]
        // What is kept at an address that no cell has is what the address led to, whatever its names are now.
        let isOther = places[position.address] != nil && isRenamed(position, names)
        return !position.isBare && seen.insert(position.address).inserted && (isDoubtful(position) || isOther)
      }
      return doubtful.isEmpty ? [] : broken(from: edition, among: doubtful)
    }
  }

  /// The positions whose address another position had before.
  ///
  /// - Parameters:
  ///   - earlier: what had an address before. Where only the address is known, the text is empty.
  ///   - known: what the site was built with: it gives none of these addresses to another position.
  package func reused(from earlier: [Edition], unless known: [Edition]) -> [RecordChange.Side] {
    let positions = earlier.flatMap(\.positions).filter { position in
      guard let holder = places[position.address] else { return false }
      let now = now.positions[holder]
      return now.text != position.text || now.stance != position.stance
    }
    if positions.isEmpty { return [] }
    let kept = Set(known.lazy.flatMap(\.positions).map(\.address))
    let sides = ComparedSides(CellComparison(now, now, MatchedSubjects(now, now)), remembering: [])
    var seen: Set<String> = []
    return positions.filter { !kept.contains($0.address) && seen.insert($0.address).inserted }
      .compactMap { places[$0.address].map { sides.after($0) } }
  }

  private func isDoubtful(_ position: FrozenPosition) -> Bool {
    guard let holder = places[position.address] else {
      return !kept.contains(position.address) && !kept.contains("reports/\(position.report)/")
    }
    return now.positions[holder].state != position.state
  }

  /// Whether another name is at the address of its issue or party now.
  private func isRenamed(
    _ position: FrozenPosition, _ before: (issues: [String: String], parties: [String: String])
  ) -> Bool {
    names.issues[position.issue].map { $0 != before.issues[position.issue] } ?? false
      || names.parties[position.party].map { $0 != before.parties[position.party] } ?? false
  }

  private func broken(from edition: Edition, among places: [Int]) -> [BrokenCitation] {
    let cells = CellComparison(edition, now, MatchedSubjects(edition, now))
    let sides = ComparedSides(cells, remembering: [])
    return places.compactMap { index in
      let holder = self.places[edition.positions[index].address]
      let isGone = holder == nil
      var moved: RecordChange.Side?
      var isSilenced = false
      switch cells.fates[index] {
      case .kept(let new) where holder == new: return nil
      case .kept(let new) where isGone:
        if isRedirected(edition.positions[index], to: now.positions[new]) { return nil }
        moved = sides.after(new)
      case .withheld, .silencedByEdit: if isGone { return nil }
      case .silenced: isSilenced = isGone
      case .kept, .replaced, .withdrawn: break
      }
      return BrokenCitation(
        edition: edition.name.isEmpty ? nil : edition.name, cited: sides.before(index),
        now: holder.map { sides.after($0) }, moved: moved, isSilenced: isSilenced)
    }
  }

  /// Whether `redirects:` of a cell's report leads from the old page of the cell to it.
  private func isRedirected(_ old: FrozenPosition, to new: FrozenPosition) -> Bool {
    old.anchor == new.anchor
      && now.reports.contains { $0.slug == new.report && $0.redirects.contains("reports/" + old.report) }
  }
}

extension Edition {
  /// The names of its issues and parties, by slug.
  fileprivate var names: (issues: [String: String], parties: [String: String]) {
    (
      Dictionary(issues.map { ($0.slug, $0.name) }) { first, _ in first },
      Dictionary(parties.map { ($0.slug, $0.name) }) { first, _ in first }
    )
  }
}

/// The page of an issue or a party that is that of another one now, because files exchanged their names.
package struct ChangedPage: Sendable, Hashable {
  /// The address of the page, such as `parties/north`.
  package let address: String
  package let before: String
  package let after: String
  /// The name of the newest published state that has it; nil: the published site.
  package let edition: String?

  /// - Parameter published: the oldest first; the newest one is compared.
  /// - Returns: issues, then parties, each by slug.
  package static func all(from published: [Edition], to now: Edition) -> [ChangedPage] {
    guard let last = published.last else { return [] }
    func pages(
      _ folder: String, _ before: [(slug: String, name: String)], _ after: [(slug: String, name: String)]
    ) -> [ChangedPage] {
      let names = Dictionary(before.map { ($0.slug, $0.name) }) { first, _ in first }
      let now = Dictionary(after.map { ($0.slug, $0.name) }) { first, _ in first }
      return SwappedNames(before, after).slugs.keys.sorted().compactMap { slug in
        guard let old = names[slug], let new = now[slug] else { return nil }
        return ChangedPage(
          address: "\(folder)/\(slug)", before: old, after: new, edition: last.name.isEmpty ? nil : last.name)
      }
    }
    return pages(
      "issues", last.issues.map { ($0.slug, $0.name) }, now.issues.map { ($0.slug, $0.name) })
      + pages(
        "parties", last.parties.map { ($0.slug, $0.name) }, now.parties.map { ($0.slug, $0.name) })
  }
}
