/// Generated files in which bytes and characters do not match: CRLF (two bytes, one `Character`), stray continuation
/// bytes, characters cut in half, and marks that combine with the character before them.
package struct HostileBytes {
  private var random: SeededGenerator
  private let words: [[UInt8]]

  private static let parts: [[UInt8]] = [
    [0x0D], [0x0A], [0x0D, 0x0A], [0x0D, 0x0A], [0x80], [0x93], [0x9C], [0xBF], [0xC3], [0xC3, 0xA9],
    [0xE2, 0x80], [0xE2, 0x80, 0x9C], [0xF0, 0x9F, 0x98, 0x80], [0xF0], [0xFF], [0xEF, 0xBB, 0xBF],
    [0xCC, 0x81],
    [0xE2, 0x80, 0x8D], [0x61], [0x20], [0x09], [0x00], [0xC2, 0x85], [0xE2, 0x80, 0xA8],
  ]

  /// - Parameter words: strings with a meaning for the reader under test, such as `|---|`.
  package init(seed: UInt64, words: [String] = []) {
    random = SeededGenerator(seed: seed)
    self.words = words.map { Array($0.utf8) }
  }

  /// A file of at most `length` parts.
  package mutating func file(length: Int) -> [UInt8] {
    (0..<Int.random(in: 0...length, using: &random)).flatMap { _ in
      words.isEmpty || random.once(in: 2) ? random.pick(Self.parts) : random.pick(words)
    }
  }
}
