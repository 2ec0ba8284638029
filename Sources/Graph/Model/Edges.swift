/// Edges from each element of one list to elements of another, stored in two flat arrays.
///
/// Public, because other modules inline only what is public.
public struct Edges<From, To>: Sendable {
  @usableFromInline let starts: [Int32]
  @usableFromInline let targets: [ID<To>]

  /// Edges as lists: `lists[i]` are the targets of element `i`.
  package init(_ lists: [[ID<To>]]) {
    var starts: [Int32] = [0]
    starts.reserveCapacity(lists.count + 1)
    var targets: [ID<To>] = []
    targets.reserveCapacity(lists.reduce(0) { $0 + $1.count })
    for list in lists {
      targets += list
      starts.append(Int32(targets.count))
    }
    self.starts = starts
    self.targets = targets
  }

  /// - Parameters:
  ///   - starts: the start of each source in `targets`, and the end of the last one.
  ///   - targets: by source.
  init(starts: [Int32], targets: [ID<To>]) {
    self.starts = starts
    self.targets = targets
  }

  /// Sorts `pairs` by source with a counting sort; the targets of one source keep the order of `pairs`.
  ///
  /// - Parameter count: the number of sources; every source in `pairs` is less than it.
  init(count: Int, pairs: some Sequence<(from: ID<From>, to: ID<To>)>) {
    var starts = [Int32](repeating: 0, count: count + 1)
    var total = 0
    for pair in pairs {
      starts[pair.from.index + 1] += 1
      total += 1
    }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var next = starts
    var targets = [ID<To>](repeating: ID(0), count: total)
    for pair in pairs {
      targets[Int(next[pair.from.index])] = pair.to
      next[pair.from.index] += 1
    }
    self.starts = starts
    self.targets = targets
  }

  /// The targets of `id`, in the order that the comment of the property describes.
  @inlinable public subscript(id: ID<From>) -> ArraySlice<ID<To>> {
    targets[Int(starts[id.index])..<Int(starts[id.index + 1])]
  }
}

/// The index of one `Element` in its list of the graph, 0-based; only valid for this graph.
///
/// Public, because other modules inline only what is public.
public struct ID<Element>: Sendable, Hashable, Comparable {
  public let rawValue: Int32

  @inlinable public init(_ number: Int32) { rawValue = number }
  @inlinable public init(_ index: Int) { rawValue = Int32(index) }

  /// As an index into the graph's list of elements.
  @inlinable public var index: Int { Int(rawValue) }

  @inlinable public static func == (left: ID, right: ID) -> Bool { left.rawValue == right.rawValue }
  @inlinable public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
  @inlinable public static func < (left: ID, right: ID) -> Bool { left.rawValue < right.rawValue }
}
