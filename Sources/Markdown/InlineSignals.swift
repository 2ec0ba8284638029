/// What the texts of a block hold that needs a closer look once the block is read.
struct InlineSignals {
  private(set) var hasTilde = false
  private(set) var hasLink = false
  private(set) var hasPlaceholder = false

  var isSilent: Bool { !hasTilde && !hasLink && !hasPlaceholder }

  mutating func note(_ bytes: [UInt8], _ range: ByteRange) {
    bytes.withUnsafeBufferPointer { buffer in
      for index in range.range {
        switch buffer[index] {
        case ASCII.tilde: hasTilde = true
        case ASCII.at, ASCII.colon: hasLink = true
        case UInt8(ascii: "w"), UInt8(ascii: "W"):
          if index + 2 < Int(range.end), buffer[index + 1] | 0x20 == UInt8(ascii: "w") { hasLink = true }
        case 0xEF: hasPlaceholder = true
        default: break
        }
      }
    }
  }
}
