/// The direction in which the letters of a script are written.
package enum LetterDirection: Sendable, Hashable {
  case leftToRight
  case rightToLeft

  /// The direction of the first letter of a text in UTF-8; nil: it has no letter, only digits, signs and spaces.
  package static func first(in text: some Sequence<UInt8>) -> LetterDirection? {
    // Most texts are stored as one piece; reading them byte by byte through a sequence would be far slower.
    text.withContiguousStorageIfAvailable { first(among: Scalars($0)) } ?? first(among: Scalars(text))
  }

  private static func first(among scalars: some Sequence<Unicode.Scalar>) -> LetterDirection? {
    for scalar in scalars { if let direction = LetterDirection(scalar) { return direction } }
    return nil
  }

  /// Whether a text in UTF-8 has a letter that is written in this direction.
  package func occurs(in text: some Sequence<UInt8>) -> Bool {
    // The letters that are written from right to left begin with such a byte, and most texts have none.
    let least: UInt8 = self == .rightToLeft ? 0xD6 : 0
    return text.withContiguousStorageIfAvailable { bytes in
      self == .rightToLeft
        ? occursBesidesASCII(in: bytes, from: least) : occurs(among: Scalars(bytes, from: least))
    } ?? occurs(among: Scalars(text, from: least))
  }

  /// The same for letters outside ASCII, of which most texts have few.
  private func occursBesidesASCII(in bytes: UnsafeBufferPointer<UInt8>, from least: UInt8) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = raw.firstBesidesASCII(from: 0)
    while index < bytes.count {
      let end = bytes[index...].firstIndex { $0 < 0x80 } ?? bytes.count
      if occurs(among: Scalars(bytes[index..<end], from: least)) { return true }
      index = raw.firstBesidesASCII(from: end)
    }
    return false
  }

  private func occurs(among scalars: some Sequence<Unicode.Scalar>) -> Bool {
    scalars.contains { LetterDirection($0) == self }
  }

  /// The direction of a letter; nil for digits, signs and marks, which have none of their own.
  private init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0x200E: self = .leftToRight
    case ..<0xAA: return nil
    case 0x200F: self = .rightToLeft
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      guard scalar.properties.isAlphabetic else { return nil }
      self = .rightToLeft
    default:
      guard scalar.properties.isAlphabetic else { return nil }
      self = .leftToRight
    }
  }

  /// The characters of a text in UTF-8.
  private struct Scalars<Bytes: Sequence<UInt8>>: Sequence, IteratorProtocol {
    private var bytes: Bytes.Iterator
    private let least: UInt8

    /// - Parameter least: characters whose first byte is smaller are left out.
    init(_ bytes: Bytes, from least: UInt8 = 0) {
      self.bytes = bytes.makeIterator()
      self.least = least
    }

    mutating func next() -> Unicode.Scalar? {
      while let byte = bytes.next() {
        if byte < least || (0x80...0xBF).contains(byte) { continue }
        if byte < 0x80 { return Unicode.Scalar(byte) }
        if let scalar = scalar(from: byte) { return scalar }
      }
      return nil
    }

    /// The character of several bytes that starts with `first`; nil: the text ends within it.
    private mutating func scalar(from first: UInt8) -> Unicode.Scalar? {
      let count = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1
      var value = UInt32(first) & (count == 3 ? 0x07 : count == 2 ? 0x0F : 0x1F)
      for _ in 0..<count {
        guard let byte = bytes.next() else { return nil }
        value = value << 6 | UInt32(byte & 0x3F)
      }
      return Unicode.Scalar(value)
    }
  }
}
