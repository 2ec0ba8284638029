/// XML 1.0, in UTF-8: literal markup, and text that was escaped when it was added, as in `HTML`.
package struct XML: Sendable, Hashable {
  @usableFromInline var written: [UInt8] = []

  /// Nothing yet.
  package init() {}

  /// What has been written so far.
  package var bytes: [UInt8] { written }

  package var isEmpty: Bool { written.isEmpty }

  /// Appends literal markup.
  @inlinable @inline(__always)
  package mutating func raw(_ markup: StaticString) {
    markup.withUTF8Buffer { written.append(contentsOf: $0) }
  }

  /// Appends text, escaped, which suits quoted attributes too. Characters that XML cannot hold become U+FFFD.
  package mutating func escaped(_ text: String) { XMLEscape.append(text, to: &written) }

  /// Appends markup with values in it.
  package mutating func markup(_ markup: XML) { written.append(contentsOf: markup.written) }
}

extension XML: ExpressibleByStringInterpolation {
  package init(stringLiteral markup: StaticString) { raw(markup) }

  package init(stringInterpolation parts: Interpolation) { self = parts.xml }

  /// Literals as they are, texts escaped.
  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var xml = XML()

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ markup: StaticString) { xml.raw(markup) }
    package mutating func appendInterpolation(_ text: String) { xml.escaped(text) }
    package mutating func appendInterpolation(_ number: Int) { xml.escaped(String(number)) }
    package mutating func appendInterpolation(_ markup: XML) { xml.markup(markup) }
  }
}
