import Diagnostics

/// The range of a file's front matter, and the start of its Markdown.
package struct FrontMatterBlock: Sendable, Hashable {
  /// The YAML between the fences; nil if there is no front matter.
  package let yaml: Range<Int>?
  /// The start of the Markdown: after the closing fence, or after a byte order mark.
  package let body: Int

  /// Finds the block: a first line of `---`, closed by `---` or `...`.
  ///
  /// A first line of `---` followed by an empty line is a thematic break, as in Pandoc; so is one without any
  /// “key:” line before the next fence. Front matter without a closing fence gives a diagnostic and is read
  /// as text.
  package static func find(in source: SourceText) -> (block: FrontMatterBlock, diagnostics: [Diagnostic]) {
    let bytes = source.bytes
    if let foreign = ForeignFrontMatter.find(in: bytes) {
      return (FrontMatterBlock(yaml: nil, body: foreign.body), [foreign.diagnostic(in: source)])
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let without = FrontMatterBlock(yaml: nil, body: start)
    var line = Line(bytes, at: start)
    guard line.isFence(UInt8(ascii: "-")) else { return (without, []) }
    let opening = line.range
    let yamlStart = line.next
    var hasKey = false
    line = Line(bytes, at: yamlStart)
    if line.isBlank && line.next < bytes.count { return (without, []) }
    while line.start < bytes.count {
      if line.isFence(UInt8(ascii: "-")) || line.isFence(UInt8(ascii: ".")) {
        let isFrontMatter = hasKey || line.start == yamlStart
        return (isFrontMatter ? FrontMatterBlock(yaml: yamlStart..<line.start, body: line.next) : without, [])
      }
      hasKey = hasKey || line.hasKey
      if !hasKey && line.isBlank { return (without, []) }
      line = Line(bytes, at: line.next)
    }
    return (without, Line(bytes, at: yamlStart).hasKey ? [unclosed(opening, in: source)] : [])
  }

  private static func unclosed(_ opening: Range<Int>, in source: SourceText) -> Diagnostic {
    Diagnostic(
      .invalidYAML, at: Place(path: source.path, range: opening),
      "the front matter that starts here is never closed, so all of it is read as text",
      suggestion: Suggestion("put a line of “---” below the last key"))
  }
}

/// One line of a file.
private struct Line {
  private let bytes: [UInt8]
  let start: Int
  /// Without the line end.
  let end: Int
  /// The start of the next line.
  let next: Int

  init(_ bytes: [UInt8], at start: Int) {
    self.bytes = bytes
    self.start = start
    var end = start
    while end < bytes.count, bytes[end] != 10, bytes[end] != 13 { end += 1 }
    self.end = end
    let isPair = end + 1 < bytes.count && bytes[end] == 13 && bytes[end + 1] == 10
    next = min(bytes.count, end + (isPair ? 2 : 1))
  }

  var range: Range<Int> { start..<end }
  var isBlank: Bool { bytes[range].allSatisfy { $0 == 0x20 || $0 == 9 } }

  /// Whether the line consists of three times `byte`, followed only by white space.
  func isFence(_ byte: UInt8) -> Bool {
    end - start >= 3 && bytes[start..<(start + 3)].allSatisfy { $0 == byte }
      && bytes[(start + 3)..<end].allSatisfy { $0 == 0x20 || $0 == 9 }
  }

  /// Whether the line looks like `key: value`, or opens a flow map.
  var hasKey: Bool {
    var start = start
    while start < end, bytes[start] == 0x20 || bytes[start] == 9 { start += 1 }
    let range = start..<end
    guard let first = bytes[range].first else { return false }
    if first == UInt8(ascii: "{") { return true }
    guard
      first >= 0x80 || first == UInt8(ascii: "\"") || first == UInt8(ascii: "_")
        || (first | 0x20) >= 0x61 && (first | 0x20) <= 0x7A
    else { return false }
    guard let colon = bytes[range].firstIndex(of: UInt8(ascii: ":")), colon - start <= 40 else {
      return false
    }
    let rest = bytes[(colon + 1)..<end]
    if rest.first.map({ $0 == 0x20 || $0 == 9 }) ?? true { return true }
    return !rest.starts(with: "//".utf8) && !bytes[start..<colon].contains(0x20)
  }
}
