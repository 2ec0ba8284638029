import TestSupport
import Testing
import Text

@Suite("Searching bytes") struct ByteSearchTests {
  @Test("the first of one or three bytes is found, from any start and in any length") func search() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<3_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        UInt8.random(in: 0...9, using: &generator) &* 28
      }
      let sought = (0..<3).map { _ in UInt8.random(in: 0...9, using: &generator) &* 28 }
      let start = Int.random(in: 0...bytes.count, using: &generator)
      bytes.withUnsafeBytes { raw in
        let one = bytes[start...].firstIndex(of: sought[0]) ?? bytes.count
        #expect(ByteSearch(sought[0]).next(in: raw, from: start) == one, "\(bytes)")
        let any = bytes[start...].firstIndex { sought.contains($0) } ?? bytes.count
        #expect(ByteSearch(sought[0], sought[1], sought[2]).next(in: raw, from: start) == any, "\(bytes)")
      }
    }
  }
}
