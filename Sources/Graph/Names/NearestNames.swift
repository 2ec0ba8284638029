import Content
import Diagnostics
import Text

/// Candidates for “did you mean”, stored so that a search among ten thousand is fast.
///
/// A candidate within n changes of a name differs from it in at most 2n letter counts. Only the few
/// candidates that pass this test are compared in full.
struct NearestNames: Sendable {
  private let names: [String]
  /// 32 counts per name.
  private let counts: [UInt8]
  /// The largest number of candidates that are compared in full, the nearest by letter counts first.
  private static let limit = 40
  /// Longer names are not searched, because the time of a comparison grows with the product of both lengths.
  private static let longest = 300

  init(_ names: [String]) {
    self.names = names.filter { $0.utf8.count <= Self.longest }
    counts = Self.count(self.names)
  }

  /// The candidate nearest to `name`; nil if none is similar enough.
  func match(_ name: String) -> String? {
    guard !name.isEmpty, name.utf8.count <= Self.longest else { return nil }
    let wanted = Self.places(0, of: Self.count([name]))
    let bound = 2 * min(3, max(1, name.count / 3))
    var near: [(distance: Int, index: Int)] = []
    for index in names.indices {
      let other = Self.places(index, of: counts)
      let difference = (wanted .> other).replacing(wanted &- other, other &- wanted)
      let distance = difference.total
      if distance <= bound { near.append((distance, index)) }
    }
    near.sort { ($0.distance, names[$0.index]) < ($1.distance, names[$1.index]) }
    return NearestName.match(name, among: near.prefix(Self.limit).map { names[$0.index] })
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

/// Candidates for suggestions, by kind.
struct SpellingSuggestions: Sendable {
  let issues: NearestNames
  let parties: NearestNames
  /// Titles of reports and pages.
  let titles: NearestNames
  /// Paths below Content.
  let paths: NearestNames

  init(files: [Authored], issues: NameRegistry, parties: NameRegistry, paths: PathIndex) {
    self.issues = NearestNames(issues.members.flatMap { [$0.name] + $0.aliases })
    self.parties = NearestNames(parties.members.flatMap { [$0.name] + $0.aliases })
    titles = NearestNames(
      files.compactMap { file in
        switch file {
        case .report, .page: file.header.title
        default: nil
        }
      })
    self.paths = NearestNames(paths.paths)
  }
}
