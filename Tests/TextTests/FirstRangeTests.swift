import TestSupport
import Testing
import Text

@Suite("The first place of some bytes") struct FirstRangeTests {
  @Test("is that of a search byte by byte, in any range")
  func same() {
    var generator = SeededGenerator(seed: 20_261_130)
    for _ in 0..<3_000 {
      let bytes = (0..<Int.random(in: 0..<60, using: &generator)).map { _ in
        UInt8.random(in: 0x61...0x63, using: &generator)
      }
      let sought = (0..<Int.random(in: 1..<5, using: &generator)).map { _ in
        UInt8.random(in: 0x61...0x63, using: &generator)
      }
      let start = Int.random(in: 0...bytes.count, using: &generator)
      let range = start..<Int.random(in: start...bytes.count, using: &generator)
      let expected = range.first { place in
        place + sought.count <= range.upperBound
          && bytes[place..<place + sought.count].elementsEqual(sought)
      }
      let found = bytes.firstRange(of: sought, in: range)
      #expect(found?.lowerBound == expected && (found?.count ?? sought.count) == sought.count)
    }
  }
}
