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
    var output = CSV()
    output.append(fields)
    return String(decoding: output.bytes, as: UTF8.self)
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

  @Test("CSV: a text that a spreadsheet would calculate is marked as text, and read back as it was")
  func formulas() {
    for text in ["=1+1", "+A1", "-2+3", "@SUM(A1)", "\tx", "\rx", "'=1", "''-x", "- less", "+", "-"] {
      #expect(csv([text]).contains("'" + text), "\(text)")
      #expect(CSV.plainText("'" + text) == text)
    }
    for text in ["", "a=1", "-2", "+3.5", "-.5", "'", "'quoted'", "1-2", "–2", "−1"] {
      #expect(csv([text]) == text + "\r\n", "\(text)")
      #expect(CSV.plainText(text) == text)
    }
    var own = CSV(isForSpreadsheets: false)
    own.append(["=1+1", "a,b"])
    #expect(own.bytes == Array("=1+1,\"a,b\"\r\n".utf8))
  }

  @Test("HTML and XML: values in an interpolation are escaped, literals and HTML are not")
  func interpolations() {
    let (text, number) = ("<a \"b\">", 3)
    let html: HTML = "<p title=\"\(text)\">\(number) \("<i>" as HTML)</p>"
    #expect(html.text == "<p title=\"&lt;a &quot;b&quot;&gt;\">3 <i></p>")
    let xml: XML = "<p>\("a\u{1}&" as String)</p>"
    #expect(xml.bytes == Array("<p>a\u{FFFD}&amp;</p>".utf8))
  }

  @Test("JSON for a script element cannot end it")
  func scriptJSON() {
    var html = HTML()
    html.append(contentsOf: ScriptJSON { $0.string("</script><!--&\u{2028}") })
    #expect(html.text == #""\u003c/script\u003e\u003c!--\u0026\u2028""#)
  }

  @Test("Lines of rules: a value cannot begin another line or another word")
  func ruleLines() {
    var rules = RuleLines()
    rules.percentEncoded("a b\nc")
    rules.raw(" ")
    rules.address("https://x.example/é?a=[1]\r\n/* 301")
    #expect(
      String(decoding: rules.bytes, as: UTF8.self) == "a%20b%0Ac https://x.example/%C3%A9?a=[1]%0D%0A/*%20301"
    )
  }
}
