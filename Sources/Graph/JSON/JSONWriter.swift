import Diagnostics

/// Writes JSON into bytes, value after value; commas come by themselves.
///
/// The caller keeps to the grammar: a key before each value in an object, an end for each beginning.
package struct JSONWriter: Sendable {
  /// What is written so far, UTF-8.
  package private(set) var bytes: [UInt8] = []
  private let insideHTML: Bool
  private var commaPending = false
  private var lineBreakPending = false

  /// - Parameter insideHTML: the JSON will stand in a `<script>` element of a page.
  package init(insideHTML: Bool = false) { self.insideHTML = insideHTML }

  package mutating func beginObject() { begin("{") }
  package mutating func endObject() { end("}") }
  package mutating func beginArray() { begin("[") }
  package mutating func endArray() { end("]") }

  /// The next value, or the end of the array or object, begins a line.
  package mutating func lineBreak() { lineBreakPending = true }

  /// The key of the next value.
  package mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    commaPending = false
  }

  package mutating func string(_ text: String) {
    separate()
    JSONText.append(text, to: &bytes, insideHTML: insideHTML)
    commaPending = true
  }

  package mutating func number(_ value: Int) { literal(String(value)) }
  package mutating func null() { literal("null") }
  package mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

  /// A key and a string, or null.
  package mutating func member(_ name: String, _ text: String?) {
    key(name)
    if let text { string(text) } else { null() }
  }

  /// A key and a number.
  package mutating func member(_ name: String, _ value: Int) {
    key(name)
    number(value)
  }

  /// A key and a list of strings.
  package mutating func member(_ name: String, _ texts: [String]) {
    key(name)
    beginArray()
    for text in texts { string(text) }
    endArray()
  }

  /// A key and a list of values, each on a line of its own.
  package mutating func lines<Value>(
    _ name: String, _ values: some Sequence<Value>, _ write: (inout JSONWriter, Value) -> Void
  ) {
    key(name)
    beginArray()
    for value in values {
      lineBreak()
      write(&self, value)
    }
    if bytes.last != UInt8(ascii: "[") { lineBreak() }
    endArray()
  }

  /// A line end after the whole document.
  package mutating func finish() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func begin(_ bracket: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: bracket))
    commaPending = false
  }

  private mutating func end(_ bracket: Unicode.Scalar) {
    commaPending = false
    separate()
    bytes.append(UInt8(ascii: bracket))
    commaPending = true
  }

  private mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    commaPending = true
  }

  private mutating func separate() {
    if commaPending { bytes.append(UInt8(ascii: ",")) }
    if lineBreakPending { bytes.append(UInt8(ascii: "\n")) }
    lineBreakPending = false
  }
}
