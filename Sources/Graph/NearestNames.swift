import Diagnostics

/// Candidates for “did you mean”, so kept that a miss among ten thousand costs little.
///
/// A candidate within n changes of a name differs from it in at most 2n counts of letters; only the few that
/// pass this test are measured in earnest.
struct NearestNames: Sendable {
  private let names: [String]
  private let counts: [SIMD32<UInt8>]
  /// How many candidates are measured at most, the nearest by letters first.
  private static let limit = 40
  /// Longer names are not looked for: measuring costs the product of two lengths.
  private static let longest = 300

  init(_ names: [String]) {
    self.names = names.filter { $0.utf8.count <= Self.longest }
    counts = self.names.map(Self.count)
  }

  /// The candidate nearest to `name`, or nil when none is near enough.
  func match(_ name: String) -> String? {
    guard !name.isEmpty, name.utf8.count <= Self.longest else { return nil }
    let wanted = Self.count(name)
    let bound = 2 * min(3, max(1, name.count / 3))
    var near: [(distance: Int, index: Int)] = []
    for (index, other) in counts.enumerated() {
      let difference = (wanted .> other).replacing(wanted &- other, other &- wanted)
      let distance = difference.total
      if distance <= bound { near.append((distance, index)) }
    }
    near.sort { ($0.distance, names[$0.index]) < ($1.distance, names[$1.index]) }
    return NearestName.match(name, among: near.prefix(Self.limit).map { names[$0.index] })
  }

  /// How often each letter occurs, up to 255; other characters share what is left of the 32 places.
  private static func count(_ name: String) -> SIMD32<UInt8> {
    var counts = SIMD32<UInt8>()
    for byte in name.utf8 where byte < 0x80 && counts[Int(byte & 31)] < 255 { counts[Int(byte & 31)] += 1 }
    return counts
  }
}

extension SIMDMask where Storage == SIMD32<UInt8>.MaskStorage {
  fileprivate func replacing(_ whereTrue: SIMD32<UInt8>, _ whereFalse: SIMD32<UInt8>) -> SIMD32<UInt8> {
    whereFalse.replacing(with: whereTrue, where: self)
  }
}

extension SIMD32<UInt8> {
  /// The sum of all places.
  fileprivate var total: Int {
    Int(SIMD32<UInt16>(truncatingIfNeeded: self).wrappedSum())
  }
}
