import Content
import Graph

extension RecordHistory {
  /// The nearest positions of the same party on the same issue with an earlier and with a later date, also those that editions
  /// remember; nil: there is none. See `PositionNeighbours`.
  package func neighbours(
    of position: ID<Position>
  ) -> (earlier: RecordedPosition?, later: RecordedPosition?) {
    let (issue, party) = (graph.positions[position.index].issue, graph.positions[position.index].party)
    guard let own = dates(of: .present(position)).held else { return (nil, nil) }
    let all = merged(Array(graph.positions(of: party, on: issue)), remembered(on: issue, of: party))
    func first(_ positions: some Sequence<RecordedPosition>, _ isMeant: (DayInterval) -> Bool)
      -> RecordedPosition?
    {
      positions.first { dates(of: $0).held.map(isMeant) ?? false }
    }
    return (first(all) { $0.last < own.first }, first(all.reversed()) { $0.first > own.last })
  }
}
