/// What stands in a line of Markdown (GFM): literal marks, and text that was escaped when it was added, as in `HTML`.
///
/// Readers show the text as it was: nothing in it is read as a mark, an element or a link, in running text, in the text of a link,
/// and in cells of tables. `MarkdownBlock` makes blocks of lines, and keeps the start of a line from beginning another one.
///
/// `init(authored:)` and `init(trusted:)` are the exceptions; `LayoutTests` lists who may use them.
package struct MarkdownLine: Sendable, Hashable {
  /// The line in running text.
  var written: [UInt8] = []
  /// The line in a cell of a table, where bars and line breaks are written in another way; nil: as in running text.
  var cell: [UInt8]?

  /// Nothing yet.
  package init() {}

  /// Markdown of an author that is passed on unchanged, to the kind of place that it came from.
  package init(authored markdown: String) { written = Array(markdown.utf8) }

  /// Markdown that was escaped elsewhere, but for its bars: those of `MarkdownEscape` in Importing.
  package init(trusted markdown: String) {
    written = Array(markdown.utf8)
    if written.contains(UInt8(ascii: "|")) { cell = Array(markdown.replacing("|", with: "\\|").utf8) }
  }

  /// As it is written in running text.
  package var text: String { String(decoding: written, as: UTF8.self) }
  /// As it is written in a cell of a table.
  package var inCell: String { String(decoding: cell ?? written, as: UTF8.self) }

  package var isEmpty: Bool { written.isEmpty }
  package var last: Character? { String(decoding: written.suffix(64), as: UTF8.self).last }
  package var first: Character? { String(decoding: written.prefix(64), as: UTF8.self).first }

  package func hasPrefix(_ marks: StaticString) -> Bool { marks.withUTF8Buffer { written.starts(with: $0) } }
  package func hasSuffix(_ marks: StaticString) -> Bool {
    marks.withUTF8Buffer { written.suffix($0.count).elementsEqual($0) }
  }
}

extension MarkdownLine {
  /// Appends literal Markdown.
  package mutating func raw(_ marks: StaticString) {
    marks.withUTF8Buffer { bytes in
      separate(from: bytes)
      written.append(contentsOf: bytes)
      cell?.append(contentsOf: bytes)
    }
  }

  /// Appends text, escaped.
  ///
  /// - Parameter isInLink: whether it is the text of a link, in which web addresses are only text.
  package mutating func escaped(_ text: String, isInLink: Bool = false) {
    if text.utf8.contains(UInt8(ascii: "\\")) {
      if cell == nil { cell = written }
      cell?.append(text, backslash: "&#92;", isInLink)
    } else {
      cell?.append(text, backslash: "\\\\", isInLink)
    }
    written.append(text, backslash: "\\\\", isInLink)
  }

  package mutating func append(_ other: MarkdownLine) {
    separate(from: other.written)
    if cell != nil || other.cell != nil { cell = (cell ?? written) + (other.cell ?? other.written) }
    written += other.written
  }

  /// Ends the line, but not its paragraph or cell.
  package mutating func lineBreak() {
    cell = (cell ?? written) + Array("<br>".utf8)
    written += Array("\\\n".utf8)
  }

  /// Keeps an exclamation mark of a text from making the link after it an image, and a circumflex from making it a note. A
  /// reference to a footnote never becomes an image.
  private mutating func separate(from next: some Collection<UInt8>) {
    guard let last = written.last, next.first == UInt8(ascii: "["),
      last == UInt8(ascii: "^")
        || last == UInt8(ascii: "!") && next.dropFirst().first != UInt8(ascii: "^")
    else { return }
    written.insert(UInt8(ascii: "\\"), at: written.count - 1)
    if let count = cell?.count { cell?.insert(UInt8(ascii: "\\"), at: count - 1) }
  }

  package static func + (left: MarkdownLine, right: MarkdownLine) -> MarkdownLine {
    var sum = left
    sum.append(right)
    return sum
  }

  package static func += (left: inout MarkdownLine, right: MarkdownLine) { left.append(right) }
}

extension MarkdownLine: ExpressibleByStringInterpolation {
  package init(stringLiteral marks: StaticString) { raw(marks) }

  package init(stringInterpolation parts: Interpolation) { self = parts.line }

  /// Literals as they are, texts escaped.
  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var line = MarkdownLine()

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ marks: StaticString) { line.raw(marks) }
    package mutating func appendInterpolation(_ text: String) { line.escaped(text) }
    package mutating func appendInterpolation(_ number: Int) { line.escaped(String(number)) }
    package mutating func appendInterpolation(_ other: MarkdownLine) { line.append(other) }
    package mutating func appendInterpolation(quiet text: String) { line.append(.quiet(text)) }
  }
}

extension MarkdownLine {
  /// A span of code, with single spaces in place of line ends. Cells have no way to write bars and backslashes in code,
  /// so there it becomes text.
  package static func code(_ text: String) -> MarkdownLine {
    var line = MarkdownLine()
    if text.isEmpty { return line }
    let text = String(text.map { $0.isNewline || $0 < " " ? " " : $0 })
    let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: longest + 1)
    let isSpaced = text.first == " " && text.last == " " && text.contains { $0 != " " }
    let needsSpace = text.first == "`" || text.last == "`" || isSpaced
    line.written = Array((fence + (needsSpace ? " \(text) " : text) + fence).utf8)
    if text.utf8.contains(where: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "\\") }) {
      line.cell = []
      line.cell?.append(text, backslash: "&#92;", false)
    }
    return line
  }

  /// - Parameter address: a web address or a path; what would end the link is percent-encoded.
  package static func link(_ text: MarkdownLine, to address: String) -> MarkdownLine {
    var line = MarkdownLine()
    line.raw("[")
    line.append(text)
    line.raw("](")
    line.address(address)
    line.raw(")")
    return line
  }

  /// A link to an address as it is, for Markdown that Standpoint reads again.
  package static func link(_ text: MarkdownLine, exactly address: String) -> MarkdownLine {
    "[" + text + "](" + .destination(address) + ")"
  }

  /// The destination of a link, as it is.
  package static func destination(_ address: String) -> MarkdownLine {
    let isPlain =
      !address.isEmpty
      && !address.unicodeScalars.contains {
        $0.value <= 0x20 || $0.value == 0x7F || "()<>\\;".unicodeScalars.contains($0)
      }
    if isPlain { return MarkdownLine(trusted: address) }
    let inside = address.unicodeScalars.map { scalar in
      switch scalar {
      case "<", ">", "\\": "\\\(scalar)"
      case "\n", "\r", "\t": "%20"
      case "&": "&amp;"
      default: String(scalar)
      }
    }
    return MarkdownLine(trusted: "<" + inside.joined() + ">")
  }

  package static func image(_ text: String, at address: String) -> MarkdownLine {
    var line: MarkdownLine = "!["
    line.escaped(text, isInLink: true)
    line.raw("](")
    line.address(address)
    line.raw(")")
    return line
  }

  /// A web address that leads to itself.
  package static func address(_ address: String) -> MarkdownLine {
    // Without a scheme, a name in such brackets would be a tag.
    guard address.wholeMatch(of: /[A-Za-z][A-Za-z0-9+.-]{1,31}:.*/) != nil else {
      return link("\(address)", to: address)
    }
    var line: MarkdownLine = "<"
    line.address(address)
    line.raw(">")
    return line
  }

  private mutating func address(_ address: String) {
    let bytes = Array(MarkdownEscaping.address(address).utf8)
    written += bytes
    cell? += bytes
  }

  /// Text for a comment on a code host, which would tell people whose names follow `@`, and link numbers after `#` to issues.
  /// An empty comment of HTML between the two prevents it and is not seen.
  package static func quiet(_ text: String) -> MarkdownLine {
    var line = MarkdownLine()
    var rest = text[...]
    while let sign = rest.firstIndex(where: { $0 == "@" || $0 == "#" }) {
      let next = rest.index(after: sign)
      line.escaped(String(rest[..<next]))
      rest = rest[next...]
      if let first = rest.first, first.isLetter || first.isNumber { line.raw("<!-- -->") }
    }
    line.escaped(String(rest))
    return line
  }
}

extension Sequence<MarkdownLine> {
  package func joined(separator: MarkdownLine = "") -> MarkdownLine {
    var result = MarkdownLine()
    for (index, part) in enumerated() {
      if index > 0 { result.append(separator) }
      result.append(part)
    }
    return result
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ text: String, backslash: StaticString, _ isInLink: Bool) {
    MarkdownEscaping.append(text, to: &self, backslash: backslash, isInLink: isInLink)
  }
}
