extension DocumentParse {
  /// The blocks that the identifiers in the text belong to; the first block with an identifier keeps it.
  func blockIdentifiers(_ nodes: [Node]) -> [BlockIdentifier] {
    if identifiers.isEmpty { return [] }
    let places = nodes.indices.filter { nodes[$0].kind == .paragraph || nodes[$0].kind == .heading }
      .map { (start: Int(nodes[$0].source.start), node: $0) }.sorted { $0 < $1 }
    var tops: [(start: Int, node: Int)] = []
    var top = 1
    while top < nodes.count {
      if nodes[top].kind != .footnoteDefinition { tops.append((Int(nodes[top].source.start), top)) }
      top = max(top + 1, Int(nodes[top].end))
    }
    var taken: Set<String> = []
    var used: Set<Int> = []
    var found: [BlockIdentifier] = []
    for identifier in identifiers {
      let node: Int? =
        switch identifier.owner {
        case .textBlock: Self.last(in: places, before: identifier.offset)
        case .previous: Self.last(in: tops, before: identifier.offset)
        case .next: tops.first { $0.start >= identifier.offset }?.node
        }
      let name = String(decoding: identifier.name, as: UTF8.self)
      guard let node, taken.insert(name).inserted, used.insert(node).inserted else { continue }
      found.append(BlockIdentifier(node: Int32(truncatingIfNeeded: node), name: name))
    }
    return found.sorted { $0.node < $1.node }
  }

  private static func last(in places: [(start: Int, node: Int)], before offset: Int) -> Int? {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? places[low - 1].node : nil
  }
}
