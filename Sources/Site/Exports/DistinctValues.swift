/// Values without duplicates, in the order of their first occurrence, with their places.
struct DistinctValues<Value: Hashable> {
  private(set) var values: [Value] = []
  private var places: [Value: Int] = [:]

  init(_ all: some Sequence<Value>) {
    for value in all where places[value] == nil {
      places[value] = values.count
      values.append(value)
    }
  }

  /// The place of a value that is among them.
  func place(of value: Value) -> Int { places[value] ?? 0 }
}
