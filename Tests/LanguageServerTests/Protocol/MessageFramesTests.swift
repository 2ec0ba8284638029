import Testing

@testable import LanguageServer

@Suite("Frames of messages") struct MessageFramesTests {
  private func framed(_ text: String) -> [UInt8] { MessageFrames.framed(Array(text.utf8)) }

  @Test("messages are found however the stream is divided", arguments: [1, 2, 3, 7, 1000])
  func divided(_ size: Int) {
    let stream = framed("{}") + framed("“ä”") + framed("")
    var frames = MessageFrames()
    var found: [MessageFrames.Frame] = []
    for start in stride(from: 0, to: stream.count, by: size) {
      found += frames.take(Array(stream[start..<min(start + size, stream.count)]))
    }
    #expect(found == [.message(Array("{}".utf8)), .message(Array("“ä”".utf8)), .message([])])
  }

  @Test(
    "a header without a valid length is skipped, and the next message is read",
    arguments: [
      "Content-Type: x\r\n\r\n", "Content-Length: -5\r\n\r\n", "Content-Length: x\r\n\r\n", "\r\n\r\n",
    ])
  func malformed(_ header: String) {
    var frames = MessageFrames()
    #expect(frames.take(Array(header.utf8) + framed("1")) == [.malformed, .message(Array("1".utf8))])
  }

  @Test(
    "a message with a wrong length does not hide the next one",
    arguments: [
      "Content-Length: x\r\n\r\n{\"a\": 1}", "Content-Length: 2\r\n\r\n{\"a\": 1}", "{\"a\": 1}",
      String(repeating: "garbage ", count: 2000), String(repeating: "content-length", count: 1000),
    ], [1, 7, 511, 100_000])
  func wrongLength(_ message: String, _ size: Int) {
    let stream = Array(message.utf8) + framed("“next”") + framed("2")
    var frames = MessageFrames()
    var found: [MessageFrames.Frame] = []
    for start in stride(from: 0, to: stream.count, by: size) {
      found += frames.take(Array(stream[start..<min(start + size, stream.count)]))
    }
    #expect(found.suffix(2) == [.message(Array("“next”".utf8)), .message(Array("2".utf8))])
    #expect(found.dropLast(2).contains(.malformed))
  }

  @Test("the content of an oversized message is skipped")
  func oversized() {
    var frames = MessageFrames()
    let size = MessageFrames.limit + 1
    #expect(frames.take(Array("Content-Length: \(size)\r\n\r\n".utf8)) == [.oversized(size)])
    var left = size
    while left > 0 {
      #expect(frames.take([UInt8](repeating: 120, count: min(left, 8_000_000))) == [])
      left -= min(left, 8_000_000)
    }
    #expect(frames.take(framed("1")) == [.message(Array("1".utf8))])
  }

  @Test("the length may stand among other headers, in any case")
  func otherHeaders() {
    var frames = MessageFrames()
    let text = "Content-Type: application/json\r\ncontent-length:  2 \r\n\r\n{}"
    #expect(frames.take(Array(text.utf8)) == [.message(Array("{}".utf8))])
  }
}
