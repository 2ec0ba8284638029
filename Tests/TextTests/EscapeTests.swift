import TestSupport
import Testing
import Text

@Suite("Escaping for HTML, XML and CSV")
struct EscapeTests {
  private func html(_ text: String) -> String {
    var output: [UInt8] = []
    HTMLEscape.append(text, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private func xml(_ text: String) -> String {
    var output: [UInt8] = []
    XMLEscape.append(text, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private func csv(_ fields: [String]) -> String {
    var output: [UInt8] = []
    CSVEscape.appendRecord(fields, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test("HTML: the four special characters become entities, at any place in a word of eight bytes")
  func entities() {
    for length in 0..<20 {
      let plain = String(repeating: "x", count: length)
      #expect(html(plain + "<a&\">" + plain) == plain + "&lt;a&amp;&quot;&gt;" + plain)
    }
    #expect(html("a\u{0}b'é") == "a\u{FFFD}b'é")
  }

  @Test("HTML: escaping character by character gives the same result", arguments: 0..<8 as Range<UInt64>)
  func characterByCharacter(seed: UInt64) {
    var files = HostileBytes(seed: seed, words: ["<", ">", "&", "\"", "b", "d", ":", "plain text"])
    for _ in 0..<50 {
      let text = String(decoding: files.file(length: 20), as: UTF8.self)
      let expected = text.unicodeScalars.map { scalar in
        switch scalar {
        case "<": "&lt;"
        case ">": "&gt;"
        case "&": "&amp;"
        case "\"": "&quot;"
        case "\0": "\u{FFFD}"
        default: String(scalar)
        }
      }
      #expect(html(text).utf8.elementsEqual(expected.joined().utf8))
    }
  }

  @Test("HTML: the destination of a link is percent-encoded and escaped")
  func addresses() {
    var output: [UInt8] = []
    HTMLEscape.appendAddress(Array("/a b?c=d&e='f'%20[g]\"é".utf8)[...], to: &output)
    #expect(
      String(decoding: output, as: UTF8.self)
        == "/a%20b?c=d&amp;e=&#x27;f&#x27;%20%5Bg%5D%22%C3%A9")
  }

  @Test("XML: characters that XML 1.0 does not allow become U+FFFD")
  func forbidden() {
    #expect(xml("a<b>\u{1}\u{FFFE}\u{FFFF}\t\n") == "a&lt;b&gt;\u{FFFD}\u{FFFD}\u{FFFD}\t\n")
    #expect(xml("\u{FEFF}ｆ😀") == "\u{FEFF}ｆ😀")
  }

  @Test("CSV: only fields that need quotes have them")
  func records() {
    #expect(csv(["a", "b c", "", "é"]) == "a,b c,,é\r\n")
    #expect(
      csv(["a,b", "say \"x\"", "1\n2", " a", "b "]) == "\"a,b\",\"say \"\"x\"\"\",\"1\n2\",\" a\",\"b \"\r\n")
  }
}
