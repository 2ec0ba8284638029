/// What the texts of a block hold that needs a closer look once the block is read.
struct InlineSignals {
  private(set) var hasTilde = false
  private(set) var hasLink = false
  private(set) var hasPlaceholder = false

  var isSilent: Bool { !hasTilde && !hasLink && !hasPlaceholder }

  mutating func note(_ bytes: [UInt8], _ range: ByteRange) {
    bytes.withUnsafeBytes { buffer in
      var index = Int(range.start)
      let end = Int(range.end)
      while index + 8 <= end {
        let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        // Nearly all words of eight bytes hold nothing of interest.
        if EightBytes(word).maySignal { note(buffer, index..<index + 8, end) }
        index += 8
      }
      note(buffer, index..<end, end)
    }
  }

  private mutating func note(_ buffer: UnsafeRawBufferPointer, _ range: Range<Int>, _ end: Int) {
    for index in range {
      switch buffer[index] {
      case ASCII.tilde: hasTilde = true
      case ASCII.at, ASCII.colon: hasLink = true
      case UInt8(ascii: "w"), UInt8(ascii: "W"):
        if index + 1 < end, buffer[index + 1] | 0x20 == UInt8(ascii: "w") { hasLink = true }
      case 0xEF: hasPlaceholder = true
      default: break
      }
    }
  }

  /// Eight bytes that are looked at at once.
  private struct EightBytes {
    private let bytes: UInt64

    init(_ bytes: UInt64) { self.bytes = bytes }

    /// One of the bytes is among those that matter.
    var maySignal: Bool {
      let lower = bytes | 0x2020_2020_2020_2020
      let found =
        zeros(bytes ^ Self.all(ASCII.tilde)) | zeros(bytes ^ Self.all(ASCII.at))
        | zeros(bytes ^ Self.all(ASCII.colon)) | zeros(lower ^ Self.all(UInt8(ascii: "w")))
        | zeros(bytes ^ Self.all(0xEF))
      return found != 0
    }

    private static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    /// Not 0 when a byte is zero.
    private func zeros(_ word: UInt64) -> UInt64 { (word &- Self.all(1)) & ~word & Self.all(0x80) }
  }
}
