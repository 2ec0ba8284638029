import Testing
import Text

@Suite("Stable hashes")
struct StableHashTests {
  @Test(
    "are those of FNV-1a",
    arguments: [("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8")])
  func published(text: String, digits: String) {
    #expect(StableHash(Array(text.utf8)).digits == digits)
    var hash = StableHash()
    hash.add(text)
    #expect(hash.digits == digits)
    hash = StableHash()
    for byte in text.utf8 { hash.add(byte) }
    #expect(hash.digits == digits)
  }

  @Test("have 16 digits, also if the first ones are 0")
  func padded() {
    let short = (0..<4_096).map { StableHash([UInt8($0 & 255), UInt8($0 >> 8)]) }.first { $0.value < 1 << 56 }
    #expect(short?.digits.first == "0" && short?.digits.count == 16)
  }
}
