import Foundation
import Testing
import Text

@Suite("Writing JSON")
struct JSONWriterTests {
  @Test("commas and line breaks are in the right places")
  func structure() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("text", "a")
    writer.member("none", nil)
    writer.member("number", -3)
    writer.member("list", ["b", "c"])
    writer.key("empty")
    writer.beginArray()
    writer.endArray()
    writer.lines("lines", [1, 2]) { $0.number($1) }
    writer.lines("no-lines", [Int]()) { $0.number($1) }
    writer.key("flag")
    writer.bool(true)
    writer.endObject()
    writer.finish()
    #expect(
      String(decoding: writer.bytes, as: UTF8.self) == """
        {"text":"a","none":null,"number":-3,"list":["b","c"],"empty":[],"lines":[
        1,
        2
        ],"no-lines":[],"flag":true}

        """)
  }

  @Test("an independent reader reads any text back unchanged", arguments: [false, true])
  func strings(insideHTML: Bool) throws {
    let text =
      (0...0x2FF).compactMap(Unicode.Scalar.init).map { String($0) }.joined()
      + "\u{2028}\u{2029}\u{2027}😀\"\\/"
    func write(_ writer: inout JSONWriter) {
      writer.beginArray()
      writer.string(text)
      writer.endArray()
    }
    var (file, page) = (JSONWriter(), HTML())
    write(&file)
    page.append(contentsOf: ScriptJSON(write))
    let bytes = insideHTML ? page.bytes : file.bytes
    let read = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String]
    #expect(read == [text])
    let written = String(decoding: bytes, as: UTF8.self)
    #expect(!written.contains("\u{2028}") && !written.contains("\u{2029}"))
    if insideHTML {
      #expect(!written.contains("<") && !written.contains(">") && !written.contains("&"))
    } else {
      #expect(written == "[" + JSONWriter.quoted(text) + "]")
    }
  }
}
