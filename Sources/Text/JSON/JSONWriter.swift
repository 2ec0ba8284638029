/// Writes JSON (RFC 8259) as UTF-8 bytes, value by value, and inserts the commas.
///
/// The caller is responsible for the grammar: a key before each value in an object, and an end for each
/// beginning.
package struct JSONWriter: Sendable {
  /// What has been written so far and was not passed on, UTF-8.
  package var bytes: [UInt8] { buffer.bytes }
  fileprivate var buffer = ByteBuffer()
  private let insideHTML: Bool
  private var commaPending = false
  private var lineBreakPending = false

  /// A writer of a file; for JSON in a page, see `ScriptJSON`.
  package init() { insideHTML = false }

  fileprivate init(insideHTML: Bool) { self.insideHTML = insideHTML }

  /// Passes what has been written to `body` and goes on after it, if it has at least `length` bytes.
  package mutating func pass(to body: (ArraySlice<UInt8>) -> Void, from length: Int = 65_536) {
    guard buffer.count >= length else { return }
    body(buffer.written)
    buffer.removeAll()
  }

  /// Begins an object; each of its values needs a key.
  package mutating func beginObject() { begin("{") }
  /// Ends the object that was begun last.
  package mutating func endObject() { end("}") }
  /// Begins an array.
  package mutating func beginArray() { begin("[") }
  /// Ends the array that was begun last.
  package mutating func endArray() { end("]") }

  /// Starts a new line before the next value, or before the end of the array or object.
  package mutating func lineBreak() { lineBreakPending = true }

  /// Writes the key of the next value.
  package mutating func key(_ name: String) {
    string(name)
    buffer.append(":")
    commaPending = false
  }

  /// Writes a string.
  package mutating func string(_ text: String) {
    separate()
    Self.append(text, to: &buffer, insideHTML: insideHTML)
    commaPending = true
  }

  /// Writes a whole number.
  package mutating func number(_ value: Int) {
    separate()
    buffer.append(decimal: value)
    commaPending = true
  }
  /// Writes `null`.
  package mutating func null() { value("null") }
  /// Writes `true` or `false`.
  package mutating func bool(_ value: Bool) { self.value(value ? "true" : "false") }

  /// Writes a key and a string; `null` for nil.
  package mutating func member(_ name: String, _ text: String?) {
    key(name)
    if let text { string(text) } else { null() }
  }

  /// Writes a key and a number.
  package mutating func member(_ name: String, _ value: Int) {
    key(name)
    number(value)
  }

  /// Writes a key and an array of strings.
  package mutating func member(_ name: String, _ texts: [String]) {
    key(name)
    beginArray()
    for text in texts { string(text) }
    endArray()
  }

  /// Writes a key and an array with each value on its own line.
  package mutating func lines<Value>(
    _ name: String, _ values: some Sequence<Value>, _ write: (inout JSONWriter, Value) -> Void
  ) {
    key(name)
    beginArray()
    for value in values {
      lineBreak()
      write(&self, value)
    }
    if buffer.last != UInt8(ascii: "[") { lineBreak() }
    endArray()
  }

  /// Ends the document with a line end.
  package mutating func finish() {
    buffer.append("\n")
    buffer.trim()
  }

  private mutating func begin(_ bracket: StaticString) {
    separate()
    buffer.append(bracket)
    commaPending = false
  }

  private mutating func end(_ bracket: StaticString) {
    commaPending = false
    separate()
    buffer.append(bracket)
    commaPending = true
  }

  private mutating func value(_ literal: StaticString) {
    separate()
    buffer.append(literal)
    commaPending = true
  }

  private mutating func separate() {
    if commaPending { buffer.append(",") }
    if lineBreakPending { buffer.append("\n") }
    lineBreakPending = false
  }
}

/// JSON for a `<script>` element of a page: `<`, `>` and `&` are escaped too, so that no text can end the element.
package struct ScriptJSON: Sendable, Hashable {
  let bytes: [UInt8]

  package init(_ write: (inout JSONWriter) -> Void) {
    var writer = JSONWriter(insideHTML: true)
    write(&writer)
    writer.buffer.trim()
    bytes = writer.bytes
  }
}

/// The insides of JSON strings for a `<script>` element, in one buffer: prepared once for all pages, and appended without reference
/// counting.
package struct ScriptJSONTable: Sendable {
  fileprivate var buffer = ByteBuffer()
  fileprivate var ends: [Int] = []

  package init(_ texts: some Sequence<String>) {
    for text in texts {
      JSONWriter.appendWithoutQuotes(text, to: &buffer, insideHTML: true)
      ends.append(buffer.count)
    }
  }
}

extension JSONWriter {
  /// Writes the string at `index` of a table.
  ///
  /// - Parameter prefix: what it begins with, without characters that are escaped.
  package mutating func string(_ index: Int, of table: ScriptJSONTable, after prefix: String = "") {
    separate()
    buffer.append("\"")
    var prefix = prefix
    prefix.withUTF8 { buffer.append(UnsafeRawBufferPointer($0)) }
    let range = (index == 0 ? 0 : table.ends[index - 1])..<table.ends[index]
    table.buffer.memory.withUnsafeBytes { buffer.append(UnsafeRawBufferPointer(rebasing: $0[range])) }
    buffer.append("\"")
    commaPending = true
  }
}

// MARK: - Strings

extension JSONWriter {
  /// A string as JSON, with its quotes. Escapes control characters, quotes and backslashes, and U+2028 and U+2029, so
  /// that JavaScript can read the text too.
  package static func quoted(_ text: String) -> String {
    var buffer = ByteBuffer()
    append(text, to: &buffer, insideHTML: false)
    return String(decoding: buffer.written, as: UTF8.self)
  }

  private static func append(_ text: String, to buffer: inout ByteBuffer, insideHTML: Bool) {
    buffer.append("\"")
    appendWithoutQuotes(text, to: &buffer, insideHTML: insideHTML)
    buffer.append("\"")
  }

  fileprivate static func appendWithoutQuotes(
    _ text: String, to buffer: inout ByteBuffer, insideHTML: Bool
  ) {
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0), to: &buffer, insideHTML: insideHTML) }
  }

  private static func append(
    _ text: UnsafeRawBufferPointer, to buffer: inout ByteBuffer, insideHTML: Bool
  ) {
    var start = 0
    var index = 0
    while index < text.count {
      if index + 16 <= text.count, isPlain(SixteenBytes(text, at: index)) {
        index += 16
        continue
      }
      if index + 8 <= text.count, isPlain(text, at: index) {
        index += 8
        continue
      }
      // The last eight bytes at once, although some of them were seen before.
      if index >= 8, index + 8 > text.count, isPlain(text, at: text.count - 8) { break }
      let length = escapedLength(at: index, in: text, insideHTML: insideHTML)
      if length > 0 {
        buffer.append(UnsafeRawBufferPointer(rebasing: text[start..<index]))
        let escape = escape(length == 1 ? UInt16(text[index]) : 0x2000 | UInt16(text[index + 2] & 0x3F))
        escape.withUnsafeBytes { buffer.append($0) }
        start = index + length
      }
      index += max(1, length)
    }
    buffer.append(UnsafeRawBufferPointer(rebasing: text[start...]))
  }

  /// Whether none of the bytes may have to be escaped.
  private static func isPlain(_ bytes: SixteenBytes) -> Bool {
    let others = bytes.equal(0x5C) .| bytes.equal(0xE2) .| bytes.within(0x00, 0x1F)
    return (bytes.markup .| others).isEmpty
  }

  /// Whether none of the eight bytes at `index` may have to be escaped.
  private static func isPlain(_ text: UnsafeRawBufferPointer, at index: Int) -> Bool {
    let word = text.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    let controls = (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
    let others =
      ByteSearch.zeros(word ^ 0x5C5C_5C5C_5C5C_5C5C) | ByteSearch.zeros(word ^ 0xE2E2_E2E2_E2E2_E2E2)
    return controls | ByteSearch.markup(word) | others == 0
  }

  /// The length in bytes of the character at `index` if it must be escaped; 0 if not.
  private static func escapedLength(
    at index: Int, in text: UnsafeRawBufferPointer, insideHTML: Bool
  ) -> Int {
    switch text[index] {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"): 1
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): insideHTML ? 1 : 0
    case 0xE2: index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] | 1 == 0xA9 ? 3 : 0
    default: 0
    }
  }

  private static func escape(_ value: UInt16) -> [UInt8] {
    switch value {
    case 0x0A: return Array(#"\n"#.utf8)
    case 0x0D: return Array(#"\r"#.utf8)
    case 0x09: return Array(#"\t"#.utf8)
    case 0x22, 0x5C: return [UInt8(ascii: "\\"), UInt8(value)]
    default:
      let digits = String(value, radix: 16)
      return Array(#"\u"#.utf8) + Array(repeating: UInt8(ascii: "0"), count: 4 - digits.count)
        + Array(digits.utf8)
    }
  }
}
