import Text

/// One folded letter of a text, at most eight bytes.
struct FoldedLetter: Sendable, Hashable {
  /// UTF-8, with the first byte in the lowest position.
  let bytes: UInt64
  let count: Int

  init(bytes: UInt64, count: Int) {
    self.bytes = bytes
    self.count = count
  }

  /// The first eight bytes of `text`.
  init(_ text: String) {
    var bytes: UInt64 = 0
    var count = 0
    for byte in text.utf8.prefix(8) {
      bytes |= UInt64(byte) << (8 * UInt64(count))
      count += 1
    }
    self.init(bytes: bytes, count: count)
  }
}

/// Reads prose letter by letter as names are compared: ignoring case, the style of quotation marks, and
/// repeated white space.
enum LetterFold {
  typealias Text = UnsafeBufferPointer<UInt8>

  private static let space = FoldedLetter(bytes: 0x20, count: 1)

  /// The folded letter at `place`, and the start of the next one. A run of white space is one letter.
  @inline(__always)
  static func step(_ text: Text, at place: Int, end: Int) -> (folded: FoldedLetter, next: Int) {
    let byte = text[place]
    if byte < 0x80, byte > 0x20 {
      let lower = byte.lowered
      return (FoldedLetter(bytes: UInt64(lower), count: 1), place + 1)
    }
    return slowStep(text, at: place, end: end, keepingCase: false)
  }

  @inline(never)
  private static func slowStep(
    _ text: Text, at place: Int, end: Int, keepingCase: Bool
  ) -> (folded: FoldedLetter, next: Int) {
    let (scalar, length) = decode(text, at: place, end: end)
    guard isSpace(scalar) else {
      return (keepingCase ? plain(scalar) : folded(scalar), place + length)
    }
    var next = place + length
    while next < end {
      let (other, length) = decode(text, at: next, end: end)
      guard isSpace(other) else { break }
      next += length
    }
    return (space, next)
  }

  /// The bytes of a range, with normalised quotation marks and white space; case is kept.
  static func keepingCase(_ text: Text, _ range: Range<Int>) -> [UInt8] {
    fold(text, range) { slowStep($0, at: $1, end: $2, keepingCase: true) }
  }

  /// The folded bytes of a name.
  static func folded(_ name: String) -> [UInt8] {
    Array(name.utf8).withUnsafeBufferPointer { fold($0, 0..<$0.count) { step($0, at: $1, end: $2) } }
  }

  /// The bytes of a name, with normalised quotation marks and white space; case is kept.
  static func keepingCase(_ name: String) -> [UInt8] {
    Array(name.utf8).withUnsafeBufferPointer { keepingCase($0, 0..<$0.count) }
  }

  private static func fold(
    _ text: Text, _ range: Range<Int>, step: (Text, Int, Int) -> (folded: FoldedLetter, next: Int)
  ) -> [UInt8] {
    var result: [UInt8] = []
    var place = range.lowerBound
    while place < range.upperBound {
      let (letter, next) = step(text, place, range.upperBound)
      for shift in 0..<letter.count {
        result.append(UInt8(truncatingIfNeeded: letter.bytes >> (8 * UInt64(shift))))
      }
      place = next
    }
    return result
  }

  /// Whether a word may end before `place`.
  static func isEndOfWord(_ text: Text, at place: Int, end: Int) -> Bool {
    guard place < end else { return true }
    if text[place] < 0x80 { return !isWordByte(text[place]) }
    return !isWord(decode(text, at: place, end: end).scalar)
  }

  /// The scalar at `place` and its length; an invalid byte is U+FFFD with length 1.
  static func decode(_ text: Text, at place: Int, end: Int) -> (scalar: UInt32, length: Int) {
    let byte = UInt32(text[place])
    if byte < 0x80 { return (byte, 1) }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
    guard length > 1, place + length <= end else { return (0xFFFD, 1) }
    var scalar = byte & (0x7F >> UInt32(length))
    for offset in 1..<length { scalar = scalar << 6 | UInt32(text[place + offset] & 0x3F) }
    return (scalar, length)
  }

  private static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// `isWord` for bytes below 0x80, one bit each.
  @inline(__always)
  static func isWordByte(_ byte: UInt8) -> Bool {
    let bits: UInt64 = byte < 64 ? 0x03FF_0000_0000_0000 : 0x07FF_FFFE_87FF_FFFE
    return bits >> UInt64(byte & 63) & 1 == 1
  }

  /// Letters, marks, digits and `_`, but not the letters of scripts that do not separate words by spaces.
  static func isWord(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x80: return isWordByte(UInt8(truncatingIfNeeded: scalar))
    case 0xC0...0x24F, 0x391...0x3C9, 0x400...0x481: return scalar != 0xD7 && scalar != 0xF7
    case 0x2000...0x206F: return false
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0x20000...0x3FFFF:
      return false
    default:
      guard let scalar = Unicode.Scalar(scalar) else { return false }
      let properties = scalar.properties
      return properties.isAlphabetic || properties.numericType != nil || properties.isGraphemeExtend
    }
  }

  private static func plain(_ scalar: UInt32) -> FoldedLetter {
    switch scalar {
    case 0x2018...0x201B, 0x2032, 0xB4, 0x2BC: FoldedLetter(bytes: 0x27, count: 1)
    case 0x201C...0x201F, 0x2033, 0xAB, 0xBB: FoldedLetter(bytes: 0x22, count: 1)
    case 0x2010, 0x2011: FoldedLetter(bytes: 0x2D, count: 1)
    case 0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF: FoldedLetter(bytes: 0, count: 0)
    default: encoded(scalar)
    }
  }

  private static func folded(_ scalar: UInt32) -> FoldedLetter {
    switch scalar {
    case 0x41...0x5A, 0x391...0x3A9, 0x410...0x42F: encoded(scalar + 0x20)
    case 0xC0...0xD6, 0xD8...0xDE: encoded(scalar + 0x20)
    case 0x400...0x40F: encoded(scalar + 0x50)
    case 0xE0...0xFE, 0x430...0x45F, 0x3B1...0x3C1, 0x3C3...0x3C9, 0x2E80...0xABFF: encoded(scalar)
    case 0xAC00...0xD7A3: encoded(scalar)
    default: unusual(scalar)
    }
  }

  /// Quotation marks and similar characters; otherwise the letter as folded by `NameKey`.
  private static func unusual(_ scalar: UInt32) -> FoldedLetter {
    let plain = plain(scalar)
    guard plain == encoded(scalar), let letter = Unicode.Scalar(scalar) else { return plain }
    return FoldedLetter(String(letter).uppercased().lowercased())
  }

  private static func encoded(_ scalar: UInt32) -> FoldedLetter {
    switch scalar {
    case 0..<0x80: FoldedLetter(bytes: UInt64(scalar), count: 1)
    case 0x80..<0x800:
      FoldedLetter(bytes: UInt64(0xC0 | scalar >> 6 | (0x80 | scalar & 0x3F) << 8), count: 2)
    default: FoldedLetter(String(Unicode.Scalar(scalar) ?? "\u{FFFD}"))
    }
  }
}
