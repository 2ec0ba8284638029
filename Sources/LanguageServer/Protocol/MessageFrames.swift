import Diagnostics

/// Divides a stream of bytes into messages, each with a header that gives its length.
struct MessageFrames {
  /// What comes next in the stream.
  enum Frame: Equatable {
    /// The content of a message.
    case message([UInt8])
    /// A header without a valid length; it was skipped.
    case malformed
    /// A message above the limit, in bytes; its content is skipped.
    case oversized(Int)
  }

  /// The longest message, in bytes. A text that an editor sends is at most as long as a file that Standpoint reads.
  static let limit = Limit.editorMessage.value
  /// The longest header, in bytes.
  private static let longestHeader = 4096
  /// How many bytes that are not a header yet may still be the start of one.
  private static let tail = 512

  private var waiting: [UInt8] = []
  /// The bytes of an oversized message that are still to come.
  private var skipping = 0

  /// Takes the next bytes of the stream, and returns the messages that they complete.
  mutating func take(_ bytes: [UInt8]) -> [Frame] {
    waiting += bytes
    var frames: [Frame] = []
    var start = 0
    while let (frame, end) = next(from: start) {
      if let frame { frames.append(frame) }
      start = end
    }
    waiting.removeFirst(start)
    return frames
  }

  /// The frame at an offset, and the offset after it; nil: it is not complete.
  private mutating func next(from start: Int) -> (Frame?, Int)? {
    if skipping > 0 {
      let count = min(skipping, waiting.count - start)
      skipping -= count
      return count > 0 ? (nil, start + count) : nil
    }
    guard start < waiting.count else { return nil }
    guard let end = headerEnd(from: start) else {
      // A header may begin within what is skipped.
      return waiting.count - start > Self.longestHeader ? (.malformed, waiting.count - Self.tail) : nil
    }
    guard let length = Self.length(in: waiting[start..<end]) else {
      return (.malformed, Self.headerStart(in: waiting[start..<end]) ?? end)
    }
    if length > Self.limit {
      skipping = length
      return (.oversized(length), end)
    }
    return waiting.count - end >= length ? (.message(Array(waiting[end..<end + length])), end + length) : nil
  }

  /// The offset after the empty line that ends a header.
  private func headerEnd(from start: Int) -> Int? {
    var index = start
    while index + 3 < waiting.count {
      if waiting[index] == 13, waiting[index + 1] == 10, waiting[index + 2] == 13, waiting[index + 3] == 10 {
        return index + 4
      }
      index += 1
    }
    return nil
  }

  /// Where a header begins behind the rest of a message that was longer than it said; nil: nowhere.
  private static func headerStart(in bytes: ArraySlice<UInt8>) -> Int? {
    let name = Array("content-length:".utf8)
    let last = bytes.indices.dropLast(name.count).last { index in
      zip(bytes[index...], name).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
    }
    return last.flatMap { $0 > bytes.startIndex && length(in: bytes[$0...]) != nil ? $0 : nil }
  }

  /// The value of `Content-Length`; nil if there is none, or it is not a number.
  private static func length(in header: ArraySlice<UInt8>) -> Int? {
    let lines = String(decoding: header, as: UTF8.self).split(whereSeparator: \.isNewline)
    for line in lines {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "content-length" else { continue }
      let value = parts[1].filter { $0 != " " && $0 != "\t" }
      guard let length = Int(value), length >= 0 else { return nil }
      return length
    }
    return nil
  }

  /// A message with its header.
  static func framed(_ content: [UInt8]) -> [UInt8] {
    Array("Content-Length: \(content.count)\r\n\r\n".utf8) + content
  }
}
