/// The place of one `Element` in its list of the graph, 0-based; means nothing outside its graph.
package struct ID<Element>: RawRepresentable, Sendable, Hashable, Comparable {
  package let rawValue: Int32

  package init(rawValue: Int32) { self.rawValue = rawValue }
  package init(_ index: Int) { rawValue = Int32(index) }

  /// As an index into the graph's list of elements.
  package var index: Int { Int(rawValue) }

  package static func < (left: ID, right: ID) -> Bool { left.rawValue < right.rawValue }
}
