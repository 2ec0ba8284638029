import TestSupport
import Testing
import Text

@Suite("Searching bytes") struct ByteSearchTests {
  @Test("the first of one or three bytes is found, from any start and in any length") func search() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<3_000 {
      let most = [9, 99].randomElement(using: &generator) ?? 9
      let bytes = (0..<Int.random(in: 0...100, using: &generator)).map { _ in
        UInt8.random(in: 0...UInt8(most), using: &generator) &* 28
      }
      let sought = (0..<3).map { _ in UInt8.random(in: 0...9, using: &generator) &* 28 }
      let start = Int.random(in: 0...bytes.count, using: &generator)
      bytes.withUnsafeBytes { raw in
        let one = bytes[start...].firstIndex(of: sought[0]) ?? bytes.count
        #expect(ByteSearch(sought[0]).next(in: raw, from: start) == one, "\(bytes)")
        let any = bytes[start...].firstIndex { sought.contains($0) } ?? bytes.count
        #expect(ByteSearch(sought[0], sought[1], sought[2]).next(in: raw, from: start) == any, "\(bytes)")
        var all: [Int] = []
        ByteSearch(sought[0], sought[1], sought[2]).forEach(in: raw, from: start) { all.append($0) }
        #expect(all == (start..<bytes.count).filter { sought.contains(bytes[$0]) }, "\(bytes)")
        let beyond = bytes[start...].firstIndex { $0 >= 0x80 } ?? bytes.count
        #expect(raw.firstBesidesASCII(from: start) == beyond, "\(bytes)")
      }
    }
  }

  @Test("lines start after LF, CR LF and CR, and at the start of a text") func lineStarts() {
    var generator = SeededGenerator(seed: 14)
    for _ in 0..<3_000 {
      let bytes = (0..<Int.random(in: 0...90, using: &generator)).map { _ in
        ([10, 13, 65, 65, 65, 65] as [UInt8]).randomElement(using: &generator) ?? 65
      }
      let starts = bytes.indices.filter { index in
        index == 0 || bytes[index - 1] == 10 || bytes[index - 1] == 13 && bytes[index] != 10
      }
      #expect(bytes.lineStarts == starts.map { Int32($0) }, "\(bytes)")
    }
  }

  @Test("texts are put in the order of their bytes, whatever their lengths") func order() {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<3_000 {
      let texts = (0..<2).map { _ in
        String(
          (0..<Int.random(in: 0...20, using: &generator)).map { _ in
            "aaaaaé中".randomElement(using: &generator) ?? "a"
          })
      }
      let expected = Array(texts[0].utf8).lexicographicallyPrecedes(Array(texts[1].utf8))
      #expect(texts[0].precedesByBytes(texts[1]) == expected, "\(texts)")
    }
  }

  @Test("HTML and JSON escape every special character, wherever it is in a text") func escapes() {
    var generator = SeededGenerator(seed: 13)
    let letters = Array("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaé中–\u{2028}<>&\"\\\n\u{1}")
    for _ in 0..<3_000 {
      let text = String(
        (0..<Int.random(in: 0...40, using: &generator)).map { _ in
          letters.randomElement(using: &generator) ?? "a"
        })
      var html = HTML()
      html.escaped(text)
      let expected = text.map { ["<": "&lt;", ">": "&gt;", "&": "&amp;", "\"": "&quot;"][$0] ?? String($0) }
      #expect(html.text == expected.joined())
      let json = text.map {
        ["\u{2028}": "\\u2028", "\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\u{1}": "\\u0001"][$0] ?? String($0)
      }
      #expect(JSONWriter.quoted(text) == "\"\(json.joined())\"")
    }
  }
}
