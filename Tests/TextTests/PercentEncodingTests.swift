import TestSupport
import Testing
import Text

@Suite("Percent-encoding")
struct PercentEncodingTests {
  @Test("paths keep unreserved characters and slashes")
  func paths() {
    #expect(PercentEncoding.encoded("a-Z/0_9.~") == "a-Z/0_9.~")
    #expect(PercentEncoding.encoded("a é&'?#%.md") == "a%20%C3%A9%26%27%3F%23%25.md")
  }

  @Test("a query or fragment stays as written")
  func suffixes() {
    #expect(
      PercentEncoding.encoded("?a=b&c=d%20[e]'#f g\"<>é", keeping: .suffix)
        == "?a=b&c=d%20[e]'#f%20g%22%3C%3E%C3%A9")
  }

  @Test("an invalid escape stays unchanged, or makes a strict decoder fail")
  func brokenEscapes() {
    for text in ["%", "%2", "a%zz", "%+F", "%2g%", "100%"] {
      #expect(PercentEncoding.decoded(text) == text)
      #expect(PercentEncoding.strictlyDecoded(text) == nil)
    }
    #expect(PercentEncoding.decoded("%C3%a9%20x") == "é x")
    #expect(PercentEncoding.strictlyDecoded("%C3%a9%20x") == "é x")
  }

  @Test("bytes that are not valid UTF-8 become U+FFFD, or make a strict decoder fail")
  func invalidBytes() {
    #expect(PercentEncoding.decoded("a%FFb") == "a\u{FFFD}b")
    #expect(PercentEncoding.decodedBytes("a%FFb") == [0x61, 0xFF, 0x62])
    #expect(PercentEncoding.strictlyDecoded("a%FFb") == nil)
  }

  @Test("any text is decoded to the original", arguments: 0..<8 as Range<UInt64>)
  func roundTrip(seed: UInt64) {
    var files = HostileBytes(seed: seed, words: ["%", "%2F", "/", "a b", "ü"])
    for _ in 0..<50 {
      let text = String(decoding: files.file(length: 12), as: UTF8.self)
      let encoded = PercentEncoding.encoded(text)
      #expect(encoded.wholeMatch(of: /([A-Za-z0-9\-._~\/]|%[0-9A-F]{2})*/) != nil)
      #expect(PercentEncoding.decoded(encoded).utf8.elementsEqual(text.utf8))
      #expect(PercentEncoding.strictlyDecoded(encoded)?.utf8.elementsEqual(text.utf8) == true)
    }
  }
}
