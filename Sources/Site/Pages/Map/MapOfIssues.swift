import Graph

/// The map of issues: its content, and its layout by Graphviz.
///
/// Graphviz gets sizes but no text, so fonts do not matter, and the same issues always give the same request.
package struct MapOfIssues: Sendable {
  let map: IssueMap
  /// By index in `map.issues`.
  let marks: [MapMark]
  /// nil: there is no layout, and the page has only the list.
  let layout: MapLayout?

  /// The fewest issues for which a picture is worthwhile.
  private static let leastIssues = 3

  /// nil: the map is switched off, or too few issues are connected.
  package init?(_ graph: IssueGraph) {
    guard graph.settings.pageKinds[.map], let map = IssueMap(graph, IssueReports(graph)),
      map.issues.count >= Self.leastIssues
    else { return nil }
    self.map = map
    marks = MapMark.marks(of: map, in: graph)
    layout = nil
  }

  private init(_ other: MapOfIssues, layout: MapLayout) {
    map = other.map
    marks = other.marks
    self.layout = layout
  }

  /// The input for Graphviz's `neato`, in the DOT language: issues by index, as boxes with a size, and the
  /// connections between them.
  package var request: [UInt8] {
    // A small map has room for wider gaps.
    let gap = marks.count <= 30 ? 16 : 5
    var text = """
      graph {
      overlap=prism; overlap_scaling=-1; sep="+\(gap)";
      node [shape=box, fixedsize=true, label=""];

      """
    for (place, mark) in marks.enumerated() {
      text += "\(place) [width=\(Self.inches(mark.width)), height=\(Self.inches(mark.height))];\n"
    }
    for (first, second) in placedTies { text += "\(first) -- \(second);\n" }
    return Array((text + "}\n").utf8)
  }

  /// Pixels as inches (72 pixels to the inch) with three decimal places.
  private static func inches(_ pixels: Int) -> String {
    let thousandths = (pixels * 1000 + 36) / 72
    let rest = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.utf8.count) + rest
  }

  /// The same map with the layout that `neato -Tplain` wrote for `request`; nil if `plain` is incomplete.
  package func laidOut(_ plain: [UInt8]) -> MapOfIssues? {
    MapLayout(plain, marks: marks, ties: placedTies).map { MapOfIssues(self, layout: $0) }
  }

  /// The same map with the layout of another one for which Graphviz would be asked the same; nil: it would be asked something else.
  func placed(like other: MapOfIssues) -> MapOfIssues? {
    guard request == other.request else { return nil }
    return other.layout.map { MapOfIssues(self, layout: $0) } ?? self
  }

  /// The indices of the two issues of each connection, in the order of the connections.
  var placedTies: [(Int, Int)] {
    let places = places
    return map.ties.compactMap { tie in
      guard let first = places[tie.first], let second = places[tie.second] else { return nil }
      return (first, second)
    }
  }

  private var places: [ID<Issue>: Int] {
    Dictionary(uniqueKeysWithValues: map.issues.enumerated().map { ($0.element, $0.offset) })
  }
}
