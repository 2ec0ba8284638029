/// Candidates for “did you mean”, stored so that a search among ten thousand is fast.
///
/// A candidate within n changes of a name has at most n letters more or fewer, and differs from it in at most 2n letter
/// counts. Only the few candidates that pass both tests are compared in full.
package struct NearestNames: Sendable {
  /// Sorted by number of counted letters.
  private let names: [String]
  private let counts: [LetterCounts]
  /// The largest number of candidates that are compared in full, the nearest by letter counts first.
  private static let limit = 40
  /// Longer names are not searched, because the time of a comparison grows with the product of both lengths.
  private static let longest = 300

  package init(_ names: [String]) {
    let candidates = names.filter { $0.utf8.count <= Self.longest }
      .map { (name: $0, counts: LetterCounts($0)) }
      .sorted { $0.counts.total < $1.counts.total }
    self.names = candidates.map(\.name)
    counts = candidates.map(\.counts)
  }

  /// The candidate nearest to `name`; nil if none is similar enough.
  package func match(_ name: String) -> String? {
    guard !name.isEmpty, name.utf8.count <= Self.longest else { return nil }
    let wanted = LetterCounts(name)
    let changes = min(3, max(1, name.count / 3))
    var near = Nearest(limit: Self.limit)
    var index = counts.partition { $0.total >= wanted.total - changes }
    while index < counts.count, counts[index].total <= wanted.total + changes {
      let distance = counts[index].distance(from: wanted)
      if distance <= 2 * changes { near.add(index, distance, names) }
      index += 1
    }
    return NearestName.match(name, among: near.list.map { names[$0.index] })
  }
}

/// How often each letter occurs in a name.
private struct LetterCounts: Sendable {
  /// 32 counts of a byte each, up to 127. ASCII characters that are equal modulo 32 share a count; others have none, composed
  /// or not.
  private var words = SIMD4<UInt64>()
  /// The number of characters that are counted.
  private(set) var total = 0

  init(_ name: String) {
    if name.utf8.allSatisfy({ $0 < 0x80 }) {
      for byte in name.utf8 { count(byte) }
    } else {
      for character in name {
        if let byte = character.asciiValue { count(byte) }
      }
    }
  }

  private mutating func count(_ byte: UInt8) {
    let (word, shift) = (Int(byte & 31) / 8, UInt64(byte & 7) * 8)
    if words[word] >> shift & 0x7F < 127 { words[word] += 1 << shift }
    total += 1
  }

  /// The sum of the differences of all counts.
  func distance(from other: LetterCounts) -> Int {
    let high = SIMD4<UInt64>(repeating: 0x8080_8080_8080_8080)
    let low = SIMD4<UInt64>(repeating: 0x7F7F_7F7F_7F7F_7F7F)
    let even = SIMD4<UInt64>(repeating: 0x00FF_00FF_00FF_00FF)
    // The high bit of a byte stays set where the first count is not the smaller one.
    let ahead = (words | high) &- other.words
    let behind = (other.words | high) &- words
    let isAhead = ((ahead & high) &>> 7) &* 0x7F
    let differences = (ahead & isAhead) | (behind & ~isAhead & low)
    let pairs = (differences & even) &+ ((differences &>> 8) & even)
    return Int((pairs.wrappedSum() &* 0x0001_0001_0001_0001) >> 48)
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
