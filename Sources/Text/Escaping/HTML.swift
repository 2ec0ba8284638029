/// HTML, in UTF-8: literal markup, and text that was escaped when it was added.
///
/// A `String` becomes a part of it only by way of `escaped`, or in an interpolation, which escapes it too: what an author
/// wrote does not compile into a page in any other way. `init(trusted:)` is the one exception; `LayoutTests` lists who may
/// use it.
///
/// Public, because only what is public is inlined into other modules: pages are made of millions of literals.
public struct HTML: Sendable {
  @usableFromInline var buffer: ByteBuffer

  /// Nothing yet.
  @inlinable public init() { buffer = ByteBuffer() }

  /// HTML that was made elsewhere: by a template, by an author who is trusted, or by an earlier build.
  package init(trusted bytes: [UInt8]) { buffer = ByteBuffer(bytes) }

  /// A copy of what has been written so far.
  package var bytes: [UInt8] { buffer.bytes }
  /// What has been written, without a copy.
  package consuming func finished() -> [UInt8] {
    buffer.trim()
    return buffer.bytes
  }
  @inlinable public var isEmpty: Bool { buffer.count == 0 }
  /// In bytes.
  @inlinable public var count: Int { buffer.count }
  @inlinable public var last: UInt8? { buffer.last }
  package var text: String { String(decoding: buffer.written, as: UTF8.self) }

  package mutating func reserveCapacity(_ count: Int) { buffer.reserveCapacity(count) }

  /// Whether the last bytes are these.
  package func ends(with markup: StaticString) -> Bool {
    markup.withUTF8Buffer { buffer.written.suffix($0.count).elementsEqual($0) }
  }

  /// Removes what was written after the first `count` bytes.
  package mutating func cut(to count: Int) { buffer.count = count }

  /// Removes what was written after the first `count` bytes, and returns it.
  package mutating func take(after count: Int) -> HTML {
    let rest = HTML(trusted: Array(buffer.written[count...]))
    cut(to: count)
    return rest
  }

  /// A part of it, by the bytes that it covers. The caller keeps characters and tags whole.
  package subscript(range: Range<Int>) -> Slice { Slice(bytes: buffer.written[range]) }

  /// A part of HTML that shares its memory. While it is alive, the next change of the whole copies the memory.
  public struct Slice: Sendable {
    /// UTF-8.
    package let bytes: ArraySlice<UInt8>

    package var isEmpty: Bool { bytes.isEmpty }
  }
}

extension HTML: Hashable {
  public static func == (left: HTML, right: HTML) -> Bool { left.buffer.written == right.buffer.written }

  public func hash(into hasher: inout Hasher) { hasher.combine(buffer.written) }
}

extension HTML {
  /// Appends literal markup.
  @inlinable @inline(__always)
  public mutating func raw(_ markup: StaticString) { buffer.append(markup) }

  /// Appends text, escaped, which suits quoted attributes too.
  package mutating func escaped(_ text: String) {
    var text = text
    text.withUTF8 { escaped(UnsafeRawBufferPointer($0)) }
  }

  /// Appends UTF-8 text, escaped, which suits quoted attributes too.
  package mutating func escaped(_ text: ArraySlice<UInt8>) { text.withUnsafeBytes { escaped($0) } }

  private mutating func escaped(_ text: UnsafeRawBufferPointer) {
    HTMLEscape.forEachPart(of: text) { buffer.append($0) }
  }

  /// Appends JSON as the value of an attribute with its single quotes, which suit JSON better than double ones.
  package mutating func attribute(_ json: ScriptJSON) {
    let quote = UInt8(ascii: "'")
    raw("'")
    // The JSON of scripts has no character that HTML gives a meaning, apart from this one.
    for (place, part) in json.bytes.split(separator: quote, omittingEmptySubsequences: false).enumerated() {
      if place > 0 { raw("&#39;") }
      append(part)
    }
    raw("'")
  }

  /// Appends a number in decimal digits.
  @inlinable public mutating func number(_ number: some BinaryInteger) { self.number(Int(clamping: number)) }

  /// Appends a number in decimal digits.
  public mutating func number(_ number: Int) { buffer.append(decimal: number) }

  /// Appends the path of a file as a part of an address, percent-encoded.
  package mutating func percentEncoded(_ path: String) {
    var bytes: [UInt8] = []
    PercentEncoding.append(path, to: &bytes)
    append(bytes[...])
  }

  /// Appends the destination of a link as CommonMark does.
  package mutating func address(_ destination: ArraySlice<UInt8>) {
    var bytes: [UInt8] = []
    HTMLEscape.appendAddress(destination, to: &bytes)
    append(bytes[...])
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>) { bytes.withUnsafeBytes { buffer.append($0) } }

  @inlinable public mutating func append(contentsOf other: HTML) { append(other, 0..<other.count) }

  package mutating func append(contentsOf part: Slice) { part.bytes.withUnsafeBytes { buffer.append($0) } }

  /// Appends a part of `other`, by the bytes that it covers.
  @inlinable public mutating func append(_ other: HTML, _ range: Range<Int>) {
    other.buffer.memory.withUnsafeBytes { buffer.append(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }

  /// Appends JSON for a `<script>` element.
  package mutating func append(contentsOf json: ScriptJSON) { append(json.bytes[...]) }

  package static func + (left: HTML, right: HTML) -> HTML {
    var sum = left
    sum.append(contentsOf: right)
    return sum
  }
}

extension HTML: ExpressibleByStringInterpolation {
  @inlinable public init(stringLiteral markup: StaticString) {
    self.init()
    raw(markup)
  }

  @inlinable public init(stringInterpolation parts: Interpolation) { self = parts.html }

  /// Literals as they are, texts escaped.
  public struct Interpolation: StringInterpolationProtocol {
    @usableFromInline var html = HTML()

    public init(literalCapacity: Int, interpolationCount: Int) {
      // Most values are short.
      html.reserveCapacity(literalCapacity + 24 * interpolationCount)
    }

    @inlinable public mutating func appendLiteral(_ markup: StaticString) { html.raw(markup) }
    public mutating func appendInterpolation(_ text: String) { html.escaped(text) }
    public mutating func appendInterpolation(_ number: Int) { html.number(number) }
    public mutating func appendInterpolation(_ markup: HTML) { html.append(contentsOf: markup) }
  }

  /// Appends markup with values in it.
  package mutating func markup(_ markup: HTML) { append(contentsOf: markup) }
}
