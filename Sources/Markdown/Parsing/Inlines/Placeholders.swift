/// The constructs of a text that libcmark must not read, and the placeholders that stand for them in the text it reads.
///
/// A placeholder is U+FDD0, the decimal index of the replacement, U+FDD1: noncharacters and digits, so that libcmark
/// treats emphasis and quotes around it as around a word. A U+FDD0 of the author becomes a placeholder too.
struct Placeholders {
  /// What a placeholder stands for.
  enum Kind {
    case wikilink(Wikilink)
    /// The index of the footnote's definition.
    case footnote(Int)
    /// A reference to a footnote that is not defined.
    case undefinedFootnote
    /// A bare address.
    case autolink(Autolink.Scheme)
    /// The text as the author wrote it.
    case literal
  }

  /// A construct that was replaced by a placeholder.
  struct Replacement {
    let kind: Kind
    /// What the author wrote, as a range of `text`.
    let written: Range<Int>
    /// What the author wrote, as a range of the file.
    let source: ByteRange
  }

  /// The text without placeholders, which the ranges of the replacements refer to.
  private(set) var text: [UInt8] = []
  private(set) var replacements: [Replacement] = []

  var isEmpty: Bool { replacements.isEmpty }

  mutating func add(_ kind: Kind, _ written: Range<Int>, _ source: ByteRange) {
    replacements.append(Replacement(kind: kind, written: written, source: source))
  }

  mutating func setText(_ text: [UInt8]) { self.text = text }

  /// The placeholder for the replacement that is added next.
  var nextPlaceholder: [UInt8] {
    [0xEF, 0xB7, 0x90] + Array(String(replacements.count).utf8) + [0xEF, 0xB7, 0x91]
  }

  /// The placeholder that starts at `offset`: the index of its replacement, and where it ends; nil if there is none.
  func placeholder(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (index: Int, end: Int)? {
    guard offset + 6 < bytes.count, bytes[offset] == 0xEF, bytes[offset + 1] == 0xB7,
      bytes[offset + 2] == 0x90
    else { return nil }
    var number = 0
    var end = offset + 3
    while end < bytes.count, bytes[end].isDigit, end < offset + 12 {
      number = number * 10 + Int(bytes[end] - 0x30)
      end += 1
    }
    return number < replacements.count ? (number, end + 3) : nil
  }

  /// Appends `bytes` with placeholders replaced by what the author wrote.
  func restore(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    guard !isEmpty else { return output.append(contentsOf: bytes) }
    var copied = 0
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset] == 0xEF, let found = placeholder(bytes, at: offset) else {
        offset += 1
        continue
      }
      output.append(contentsOf: bytes[copied..<offset])
      output.append(contentsOf: text[replacements[found.index].written])
      (copied, offset) = (found.end, found.end)
    }
    output.append(contentsOf: bytes[copied...])
  }
}
