/// A 64-bit hash (FNV-1a) that is the same in every run and on every machine. It is not secure against
/// attackers.
package struct StableHash: Sendable {
  /// The hash of what has been added so far.
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  /// The hash of some bytes.
  package init(_ bytes: [UInt8]) { add(bytes) }

  /// The hash as 16 hexadecimal digits in lower case.
  package var digits: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Adds one byte.
  package mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// Adds the three bytes of a character's number, the lowest first.
  package mutating func add(_ scalar: Unicode.Scalar) {
    for shift in stride(from: UInt32(0), to: 24, by: 8) {
      add(UInt8(truncatingIfNeeded: scalar.value >> shift))
    }
  }

  /// Adds bytes.
  package mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { add($0) }
  }

  /// Adds the UTF-8 bytes of a text.
  package mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add($0) }
  }

  private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    var hash = value
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    value = hash
  }
}
