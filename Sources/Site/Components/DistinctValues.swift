/// Values without duplicates, in the order of their first occurrence, with their places.
struct DistinctValues<Value: Hashable> {
  private(set) var values: [Value] = []
  private var places: [Value: Int] = [:]
  /// The place of the value that was asked for last: neighbouring cells often have the same one.
  private var last = 0

  init() {}

  init(_ all: some Sequence<Value>) {
    for value in all { _ = place(of: value) }
  }

  /// The place of a value, which is added if it is new.
  mutating func place(of value: Value) -> Int {
    if last < values.count, values[last] == value { return last }
    // One look-up finds the place or makes it.
    let next = values.count
    last = Self.place(&places[value, default: next])
    if last == next { values.append(value) }
    return last
  }

  private static func place(_ place: inout Int) -> Int { place }

  /// The place of a value that is among them.
  subscript(value: Value) -> Int { places[value] ?? 0 }
}
