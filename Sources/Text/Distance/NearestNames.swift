/// Candidates for “did you mean”, stored so that a search among ten thousand is fast.
///
/// A candidate within n changes of a name differs from it in at most 2n letter counts. Only the few
/// candidates that pass this test are compared in full.
package struct NearestNames: Sendable {
  private let names: [String]
  /// 32 counts per name.
  private let counts: [UInt8]
  /// The largest number of candidates that are compared in full, the nearest by letter counts first.
  private static let limit = 40
  /// Longer names are not searched, because the time of a comparison grows with the product of both lengths.
  private static let longest = 300

  package init(_ names: [String]) {
    self.names = names.filter { $0.utf8.count <= Self.longest }
    counts = Self.count(self.names)
  }

  /// The candidate nearest to `name`; nil if none is similar enough.
  package func match(_ name: String) -> String? {
    guard !name.isEmpty, name.utf8.count <= Self.longest else { return nil }
    let wanted = Self.places(0, of: Self.count([name]))
    let bound = 2 * min(3, max(1, name.count / 3))
    var near = Nearest(limit: Self.limit)
    for index in names.indices {
      let other = Self.places(index, of: counts)
      let difference = (wanted .> other).replacing(wanted &- other, other &- wanted)
      let distance = difference.total
      if distance <= bound { near.add(index, distance, names) }
    }
    return NearestName.match(name, among: near.list.map { names[$0.index] })
  }

  /// The number of times each letter occurs, up to 255; other characters share the remaining counts.
  private static func count(_ names: [String]) -> [UInt8] {
    var counts = [UInt8](repeating: 0, count: names.count * 32)
    for (index, name) in names.enumerated() {
      for byte in name.utf8 where byte < 0x80 {
        let place = index * 32 + Int(byte & 31)
        if counts[place] < 255 { counts[place] += 1 }
      }
    }
    return counts
  }

  private static func places(_ index: Int, of counts: [UInt8]) -> SIMD32<UInt8> {
    counts.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: index * 32, as: SIMD32<UInt8>.self) }
  }
}

/// The candidates with the smallest distances, then by name.
private struct Nearest {
  let limit: Int
  private(set) var list: [(distance: Int, index: Int)] = []

  init(limit: Int) { self.limit = limit }

  mutating func add(_ index: Int, _ distance: Int, _ names: [String]) {
    if list.count == limit, let last = list.last {
      guard (distance, names[index]) < (last.distance, names[last.index]) else { return }
      list.removeLast()
    }
    let place = list.firstIndex { (distance, names[index]) < ($0.distance, names[$0.index]) }
    list.insert((distance, index), at: place ?? list.count)
  }
}

extension SIMDMask where Storage == SIMD32<UInt8>.MaskStorage {
  fileprivate func replacing(_ whereTrue: SIMD32<UInt8>, _ whereFalse: SIMD32<UInt8>) -> SIMD32<UInt8> {
    whereFalse.replacing(with: whereTrue, where: self)
  }
}

extension SIMD32<UInt8> {
  /// The sum of all counts.
  fileprivate var total: Int {
    Int(SIMD32<UInt16>(truncatingIfNeeded: self).wrappedSum())
  }
}
