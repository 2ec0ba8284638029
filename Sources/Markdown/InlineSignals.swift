/// What the texts of a block hold that needs a closer look once the block is read.
struct InlineSignals {
  private(set) var hasTilde = false
  private(set) var hasLink = false
  private(set) var hasPlaceholder = false

  var isSilent: Bool { !hasTilde && !hasLink && !hasPlaceholder }

  mutating func note(_ bytes: [UInt8], _ range: ByteRange) {
    bytes.withUnsafeBufferPointer { buffer in
      var index = Int(range.start)
      let end = Int(range.end)
      while index < end {
        let byte = buffer[index]
        index += 1
        // Nearly all bytes are letters below "w", spaces or digits.
        guard byte >= 0x77 || byte &- 0x3A < 0x20 else { continue }
        switch byte {
        case ASCII.tilde: hasTilde = true
        case ASCII.at, ASCII.colon: hasLink = true
        case UInt8(ascii: "w"), UInt8(ascii: "W"):
          if index < end, buffer[index] | 0x20 == UInt8(ascii: "w") { hasLink = true }
        case 0xEF: hasPlaceholder = true
        default: break
        }
      }
    }
  }
}
