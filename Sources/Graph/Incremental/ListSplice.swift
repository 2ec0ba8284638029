/// New elements of a report in a list of the graph, in the place of its old ones: all elements after them have other numbers now.
struct ListSplice<Element> {
  /// The places of the old elements.
  let old: Range<Int>
  /// The number of new elements.
  let count: Int

  /// The places of the new elements.
  var new: Range<Int> { old.lowerBound..<(old.lowerBound + count) }
  /// By how many elements the list grows.
  var growth: Int { count - old.count }

  /// The number that an element has now; nil: it was replaced.
  func moved(_ id: ID<Element>) -> ID<Element>? {
    if id.index < old.lowerBound { return id }
    return id.index < old.upperBound ? nil : ID(id.index + growth)
  }
}

extension Edges {
  /// The edges after a splice of the list of targets.
  ///
  /// - Parameters:
  ///   - new: the new targets of each source, in the order of `isBefore`.
  ///   - isBefore: the order of the targets of one source.
  func replacing(
    _ splice: ListSplice<To>, with new: [ID<From>: [ID<To>]], by isBefore: (ID<To>, ID<To>) -> Bool
  ) -> Edges {
    var starts: [Int32] = [0]
    starts.reserveCapacity(self.starts.count)
    var targets: [ID<To>] = []
    targets.reserveCapacity(self.targets.count + splice.count)
    for source in 0..<(self.starts.count - 1) {
      var added = new[ID(source)]?[...] ?? []
      for target in self[ID(source)] {
        guard let moved = splice.moved(target) else { continue }
        while let first = added.first, isBefore(first, moved) { targets.append(added.removeFirst()) }
        targets.append(moved)
      }
      targets += added
      starts.append(Int32(targets.count))
    }
    return Edges(starts: starts, targets: targets)
  }
}

extension GraphLists {
  /// Brings the edges to positions up to date after those of one report were replaced.
  ///
  /// - Parameters:
  ///   - splice: what became of `old.positions`.
  ///   - silence: what became of `old.silentCells`.
  mutating func regatherPositions(
    after splice: ListSplice<Position>, _ silence: ListSplice<SilentCell>, in old: IssueGraph
  ) {
    let added = positions[splice.new].map(\.id).sorted(by: isBefore)
    positionsOfIssue = positionsOfIssue.replacing(
      splice, with: Dictionary(grouping: added) { positions[$0.index].issue }, by: isBefore)
    positionsOfParty = positionsOfParty.replacing(
      splice, with: Dictionary(grouping: added) { positions[$0.index].party }, by: isBefore)
    positionsOfComparison = positionsOfComparison.replacing(
      splice, with: Dictionary(grouping: added.sorted()) { positions[$0.index].comparison }, by: <)
    var issues = Set(old.positions[splice.old].map(\.issue) + positions[splice.new].map(\.issue))
    positionsOfPair = positionsOfPair.replacing(splice, on: issues, positionsOfIssue, positions)
    issues.formUnion(old.silentCells[silence.old].map(\.issue))
    issues.formUnion(silentCells[silence.new].map(\.issue))
    standings = standings.replacing(splice, silence, on: issues, positionsOfIssue, positions, silentCells)
  }

  /// Whether lists of positions show one before the other: the newest first.
  private func isBefore(_ left: ID<Position>, _ right: ID<Position>) -> Bool {
    PositionEdges.isBefore(positions[left.index], positions[right.index])
  }
}
