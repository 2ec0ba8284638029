import TestSupport
import Testing
import Text

@Suite("Writing HTML")
struct HTMLTests {
  @Test("pieces of any length and number give the same bytes as an array", arguments: 0..<8 as Range<UInt64>)
  func pieces(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var texts = HostileBytes(seed: seed, words: ["<p>", "&", "a plain text of some length"])
    var (html, expected) = (HTML(), [UInt8]())
    for _ in 0..<400 {
      switch Int.random(in: 0..<7, using: &random) {
      case 0:
        html.raw("<p class=\"a\">")
        expected += "<p class=\"a\">".utf8
      case 1:
        let number = Int.random(in: -5...Int.max, using: &random) >> Int.random(in: 0..<63, using: &random)
        html.number(number)
        expected += String(number).utf8
      case 2:
        let (start, end) = (expected.count / 3, expected.count / 2)
        html.append(html, start..<end)
        expected += expected[start..<end]
      case 3:
        html.cut(to: html.count - html.count / 4)
        expected.removeLast(expected.count / 4)
      case 4:
        let rest = html.take(after: html.count / 2)
        html.append(contentsOf: rest)
        html.append(contentsOf: rest[0..<rest.count])
        expected += expected[(expected.count / 2)...]
      default:
        let text = texts.file(length: 12)
        html.escaped(text[...])
        HTMLEscape.append(text[...], to: &expected)
      }
      #expect(html.bytes == expected)
      #expect(html.count == expected.count && html.last == expected.last && html.isEmpty == expected.isEmpty)
      if expected.count > 20_000 { (html, expected) = (HTML(), []) }
    }
  }

  @Test("numbers of every length are written in decimal digits")
  func numbers() {
    var numbers = [0, -1, Int.max, Int.min]
    var power = 1
    while power < Int.max / 10 {
      power *= 10
      numbers += [power - 1, power, power + 1, -power]
    }
    for number in numbers { #expect(("\(number)" as HTML).text == String(number)) }
    var html = HTML()
    html.number(UInt8(200))
    #expect(html.text == "200")
  }

  @Test("a copy keeps what it had, and equality does not depend on how HTML was written")
  func copies() {
    var html: HTML = "<p>"
    let copy = html
    html.raw("</p>")
    #expect(copy.text == "<p>" && html.text == "<p></p>")
    html.cut(to: 3)
    #expect(html == copy && html.hashValue == copy.hashValue)
    html.reserveCapacity(1_000)
    #expect(html == copy && html.ends(with: "p>") && !html.ends(with: "<p>>"))
  }
}
