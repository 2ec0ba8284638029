import TestSupport
import Testing

@testable import Text

@Suite("UTF-8 validation")
struct UTF8ValidationTests {
  /// Validation and decoding by the standard library.
  private func check(_ bytes: [UInt8]) {
    let isValid = String(validating: bytes, as: UTF8.self) != nil
    let invalid = UTF8Validation.firstInvalid(in: bytes[...])
    #expect((invalid == nil) == isValid, "\(bytes)")
    if let invalid {
      #expect(String(validating: bytes[..<invalid], as: UTF8.self) != nil, "\(bytes)")
    }
    var scalars = 0
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        offset += UTF8Validation.characterLength(in: buffer, at: offset)
        scalars += 1
      }
      #expect(offset == buffer.count, "\(bytes)")
    }
    #expect(scalars == String(decoding: bytes, as: UTF8.self).unicodeScalars.count, "\(bytes)")
  }

  @Test("agrees with the standard library on every pair of bytes")
  func pairs() {
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max { check([first, second]) }
    }
  }

  @Test(
    "agrees with the standard library at the limits of each sequence length",
    arguments: [0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5] as [UInt8])
  func limits(lead: UInt8) {
    let bytes: [UInt8] = [0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0]
    for second in bytes {
      for third in bytes {
        check([lead, second, third])
        for fourth in bytes { check([lead, second, third, fourth]) }
      }
    }
  }

  @Test("agrees with the standard library on generated files", arguments: 0..<12 as Range<UInt64>)
  func generated(seed: UInt64) {
    var files = HostileBytes(seed: seed)
    for _ in 0..<50 { check(files.file(length: 30)) }
  }

  @Test("the index is relative to the base of the slice")
  func slice() {
    let bytes: [UInt8] = [0xFF, 0x61, 0x62, 0xFF, 0x63]
    #expect(UTF8Validation.firstInvalid(in: bytes[1...]) == 3)
    #expect(UTF8Validation.firstInvalid(in: bytes[1..<3]) == nil)
    #expect(UTF8Validation.firstInvalid(in: []) == nil)
  }
}
