/// HTML, in UTF-8: literal markup, and text that was escaped when it was added.
///
/// A `String` becomes a part of it only by way of `escaped`, or in an interpolation, which escapes it too: what an author
/// wrote does not compile into a page in any other way. `init(trusted:)` is the one exception; `LayoutTests` lists who may
/// use it.
package struct HTML: Sendable, Hashable {
  @usableFromInline var written: [UInt8]

  /// Nothing yet.
  @inlinable package init() { written = [] }

  /// HTML that was made elsewhere: by a template, by an author who is trusted, or by an earlier build.
  @inlinable package init(trusted bytes: [UInt8]) { written = bytes }

  /// What has been written so far.
  @inlinable package var bytes: [UInt8] { written }
  @inlinable package var isEmpty: Bool { written.isEmpty }
  /// In bytes.
  @inlinable package var count: Int { written.count }
  @inlinable package var last: UInt8? { written.last }
  package var text: String { String(decoding: written, as: UTF8.self) }

  package mutating func reserveCapacity(_ count: Int) { written.reserveCapacity(count) }

  /// Whether the last bytes are these.
  package func ends(with markup: StaticString) -> Bool {
    markup.withUTF8Buffer { written.suffix($0.count).elementsEqual($0) }
  }

  /// Removes what was written after the first `count` bytes.
  package mutating func cut(to count: Int) { written.removeLast(written.count - count) }

  /// Removes what was written after the first `count` bytes, and returns it.
  package mutating func take(after count: Int) -> HTML {
    let rest = HTML(trusted: Array(written[count...]))
    cut(to: count)
    return rest
  }

  /// A part of it, by the bytes that it covers. The caller keeps characters and tags whole.
  @inlinable package subscript(range: Range<Int>) -> Slice { Slice(bytes: written[range]) }

  /// A part of HTML that shares its memory.
  package struct Slice: Sendable {
    @usableFromInline let bytes: ArraySlice<UInt8>

    @inlinable init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    @inlinable package var isEmpty: Bool { bytes.isEmpty }
  }
}

extension HTML {
  /// Appends literal markup.
  @inlinable @inline(__always)
  package mutating func raw(_ markup: StaticString) {
    markup.withUTF8Buffer { written.append(contentsOf: $0) }
  }

  /// Appends text, escaped, which suits quoted attributes too.
  package mutating func escaped(_ text: String) { HTMLEscape.append(text, to: &written) }

  /// Appends UTF-8 text, escaped, which suits quoted attributes too.
  package mutating func escaped(_ text: ArraySlice<UInt8>) { HTMLEscape.append(text, to: &written) }

  /// Appends JSON as the value of an attribute with its single quotes, which suit JSON better than double ones.
  package mutating func attribute(_ json: ScriptJSON) {
    written.append(UInt8(ascii: "'"))
    for byte in json.bytes {
      // The JSON of scripts has no character that HTML gives a meaning, apart from this one.
      if byte == UInt8(ascii: "'") { written.append(contentsOf: "&#39;".utf8) } else { written.append(byte) }
    }
    written.append(UInt8(ascii: "'"))
  }

  /// Appends a number in decimal digits.
  package mutating func number(_ number: some BinaryInteger) {
    written.append(decimal: Int(clamping: number))
  }

  /// Appends the path of a file as a part of an address, percent-encoded.
  package mutating func percentEncoded(_ path: String) { PercentEncoding.append(path, to: &written) }

  /// Appends the destination of a link as CommonMark does.
  package mutating func address(_ destination: ArraySlice<UInt8>) {
    HTMLEscape.appendAddress(destination, to: &written)
  }

  @inlinable package mutating func append(contentsOf other: HTML) {
    written.append(contentsOf: other.written)
  }

  @inlinable package mutating func append(contentsOf part: Slice) { written.append(contentsOf: part.bytes) }

  /// Appends a part of `other`, by the bytes that it covers.
  @inlinable package mutating func append(_ other: HTML, _ range: Range<Int>) {
    other.written.withUnsafeBufferPointer { bytes in
      written.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
    }
  }

  /// Appends JSON for a `<script>` element.
  package mutating func append(contentsOf json: ScriptJSON) { written.append(contentsOf: json.bytes) }

  package static func + (left: HTML, right: HTML) -> HTML {
    var sum = left
    sum.append(contentsOf: right)
    return sum
  }
}

extension HTML: ExpressibleByStringInterpolation {
  package init(stringLiteral markup: StaticString) {
    self.init()
    raw(markup)
  }

  package init(stringInterpolation parts: Interpolation) { self = parts.html }

  /// Literals as they are, texts escaped.
  package struct Interpolation: StringInterpolationProtocol {
    @usableFromInline var html = HTML()

    @inlinable package init(literalCapacity: Int, interpolationCount: Int) {
      // Most values are short.
      html.reserveCapacity(literalCapacity + 24 * interpolationCount)
    }

    @inlinable package mutating func appendLiteral(_ markup: StaticString) { html.raw(markup) }
    package mutating func appendInterpolation(_ text: String) { html.escaped(text) }
    package mutating func appendInterpolation(_ number: Int) { html.number(number) }
    package mutating func appendInterpolation(_ markup: HTML) { html.append(contentsOf: markup) }
  }

  /// Appends markup with values in it.
  package mutating func markup(_ markup: HTML) { append(contentsOf: markup) }
}
