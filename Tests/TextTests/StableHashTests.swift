import Testing
import Text

@Suite("Stable hashes")
struct StableHashTests {
  @Test(
    "are those of FNV-1a",
    arguments: [
      ("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8"),
      ("10", "07f89207b4ba08a4"),
    ])
  func published(text: String, digits: String) {
    #expect(StableHash(Array(text.utf8)).digits == digits)
    var hash = StableHash()
    hash.add(text)
    #expect(hash.digits == digits)
    hash = StableHash()
    for byte in text.utf8 { hash.add(byte) }
    #expect(hash.digits == digits)
  }
}
