import TestSupport
import Testing

@testable import Text

@Suite("Lines and columns")
struct LineIndexTests {
  private func location(_ line: Int, _ column: Int) -> Text.SourceLocation {
    Text.SourceLocation(line: line, column: column)
  }

  @Test(
    "columns count bytes, UTF-16 code units or scalars",
    arguments: [(ColumnUnit.utf8, 10), (.utf16, 5), (.scalars, 4)])
  func units(unit: ColumnUnit, column: Int) {
    // ä is two bytes, 中 three, 😀 four and two code units.
    var lines = LineIndex(Array("one\nä中😀x".utf8))
    #expect(lines.location(of: 13, in: unit) == location(2, column))
    #expect(lines.offset(of: location(2, column), in: unit) == 13)
  }

  @Test("LF, CRLF and CR end a line, and a byte order mark is not a column")
  func lineEnds() {
    var lines = LineIndex(Array("\u{FEFF}a\r\nb\rc\n".utf8))
    #expect(lines.lineCount == 4)
    #expect(lines.location(of: 3) == location(1, 1))
    #expect(lines.location(of: 6) == location(2, 1))
    #expect(lines.location(of: 8) == location(3, 1))
    #expect(lines.location(of: 10) == location(4, 1))
    #expect(lines.line(at: 4) == 3..<4)
    #expect(lines.line(at: 10) == 10..<10)
  }

  @Test("locations outside the text give the nearest offset")
  func outside() {
    let lines = LineIndex(Array("ab\r\n😀".utf8))
    #expect(lines.offset(of: location(0, 7)) == 0)
    #expect(lines.offset(of: location(1, 0)) == 0)
    #expect(lines.offset(of: location(1, 99)) == 2)
    #expect(lines.offset(of: location(9, 1)) == 8)
    #expect(lines.offset(of: location(2, 2), in: .utf16) == 4)
    #expect(lines.offset(of: location(2, 4), in: .utf8) == 4)
    #expect(lines.offset(of: location(2, 3), in: .utf16) == 8)
  }

  @Test(
    "converting an offset to a location and back gives the same offset", arguments: 0..<24 as Range<UInt64>)
  func roundTrip(seed: UInt64) {
    var files = HostileBytes(seed: seed)
    for _ in 0..<20 {
      let bytes = files.file(length: 20)
      var lines = LineIndex(bytes)
      for offset in 0...bytes.count {
        let nearest = lines.clamped(offset)
        #expect(nearest <= max(offset, bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0))
        // Offsets within a line end are shown at the end of the line.
        let shown = min(nearest, lines.line(at: nearest).upperBound)
        for unit in ColumnUnit.allCases {
          let location = lines.location(of: offset, in: unit)
          #expect(location.line == lines.lineNumber(of: offset))
          #expect(lines.offset(of: location, in: unit) == shown, "\(bytes) at \(offset) in \(unit)")
        }
      }
    }
  }

  @Test("columns match those counted by the standard library", arguments: 0..<24 as Range<UInt64>)
  func independentCount(seed: UInt64) {
    var files = HostileBytes(seed: seed)
    for _ in 0..<20 {
      let bytes = files.file(length: 20)
      var lines = LineIndex(bytes)
      for offset in bytes.indices where lines.clamped(offset) == offset {
        let line = lines.line(at: offset)
        guard offset <= line.upperBound else { continue }
        let before = String(decoding: bytes[line.lowerBound..<offset], as: UTF8.self)
        #expect(lines.location(of: offset).column == before.unicodeScalars.count + 1, "\(bytes) at \(offset)")
        #expect(lines.location(of: offset, in: .utf16).column == before.utf16.count + 1)
        #expect(lines.location(of: offset, in: .utf8).column == offset - line.lowerBound + 1)
      }
    }
  }

  @Test("the order of calls does not affect the results", arguments: 0..<8 as Range<UInt64>)
  func anyOrder(seed: UInt64) {
    var files = HostileBytes(seed: seed)
    let bytes = files.file(length: 40)
    var ascending = LineIndex(bytes)
    let expected = (0...bytes.count).map { ascending.location(of: $0) }
    var descending = LineIndex(bytes)
    #expect((0...bytes.count).reversed().map { descending.location(of: $0) } == expected.reversed())
  }

  @Test("line ends are found at any place in a word of eight bytes")
  func anyPlace() {
    for length in 0..<20 {
      for end in ["\n", "\r", "\r\n"] {
        let lines = LineIndex(Array((String(repeating: "x", count: length) + end + "yz").utf8))
        #expect(lines.lineCount == 2)
        #expect(lines.line(at: 0) == 0..<length)
        #expect(lines.offset(of: location(2, 1)) == length + end.utf8.count)
      }
    }
  }
}
