/// The place of one `Element` in its list of the graph, 0-based; means nothing outside its graph.
public struct ID<Element>: RawRepresentable, Sendable, Hashable, Comparable {
  public let rawValue: Int32

  public init(rawValue: Int32) { self.rawValue = rawValue }
  public init(_ index: Int) { rawValue = Int32(index) }

  /// As an index into the graph's list of elements.
  public var index: Int { Int(rawValue) }

  public static func < (left: ID, right: ID) -> Bool { left.rawValue < right.rawValue }
}
