extension Array {
  /// The same elements without room for more: an array that has grown can have twice the size of its elements, which counts if
  /// it stays in memory.
  @inlinable package var trimmed: [Element] {
    if capacity - count <= count / 8 { return self }
    var elements: [Element] = []
    elements.reserveCapacity(count)
    elements += self
    return elements
  }
}
