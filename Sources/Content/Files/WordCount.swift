import Markdown

/// Counts the words in a document.
enum WordCount {
  /// The words of text, headings, tables and inline code, without code blocks, HTML and footnote numbers. A
  /// word is a run without white space that contains a letter or digit. Ideographs and kana, which are
  /// written without spaces, count as one word each.
  static func of(_ document: Document) -> Int {
    var counter = Counter()
    document.text.withUnsafeBytes { text in
      for node in document.nodes {
        switch node.kind {
        case .text, .code: counter.count(text, node.text.range)
        case .wikilink: counter.count(text, (node.extra.isEmpty ? node.text : node.extra).range)
        case .link, .emphasis, .strong, .strikethrough, .highlight, .footnoteReference, .htmlInline: break
        default: counter.endWord()
        }
      }
    }
    counter.endWord()
    return counter.words
  }

  private struct Counter {
    private(set) var words = 0
    private var hasLetter = false

    mutating func endWord() {
      if hasLetter { words += 1 }
      hasLetter = false
    }

    mutating func count(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) {
      var index = range.lowerBound
      while index + 8 <= range.upperBound {
        let bytes = EightBytes(text.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        if bytes.areSimple { count(bytes) } else { countSlowly(text, index..<index + 8) }
        index += 8
      }
      countSlowly(text, index..<range.upperBound)
    }

    private mutating func count(_ bytes: EightBytes) {
      let (letters, blanks) = (bytes.letters, bytes.blanks)
      // A word is counted at the blank after it: each blank directly after a letter, and the first blank if a
      // word is open.
      words += (blanks & (letters << 8 | (hasLetter ? 0x80 : 0))).nonzeroBitCount
      hasLetter = letters >> 63 != 0
    }

    private mutating func countSlowly(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) {
      for index in range {
        let byte = text[index]
        switch byte {
        case 0...0x20: endWord()
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: hasLetter = true
        case 0xE3...0xE9: words += 1
        case 0xC3...0xDF, 0xE0, 0xE1, 0xEA...0xF4: hasLetter = true
        default: break
        }
      }
    }
  }
}

/// Eight bytes of text, processed together; the first is the lowest. Results are in the top bits of the
/// bytes.
private struct EightBytes {
  private let bytes: UInt64
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  init(_ bytes: UInt64) { self.bytes = UInt64(littleEndian: bytes) }

  /// Whether all bytes are ASCII letters, digits or blanks.
  var areSimple: Bool { bytes & Self.tops == 0 && letters | blanks == Self.tops }

  /// The letters and digits among ASCII bytes.
  var letters: UInt64 {
    let lower = bytes | 0x2020_2020_2020_2020
    return (atLeast(0x61, lower) & ~atLeast(0x7B, lower)) | (atLeast(0x30, bytes) & ~atLeast(0x3A, bytes))
  }

  /// The spaces and control characters among ASCII bytes.
  var blanks: UInt64 { ~atLeast(0x21, bytes) & Self.tops }

  private func atLeast(_ byte: UInt64, _ word: UInt64) -> UInt64 {
    (word &+ (0x80 &- byte) &* 0x0101_0101_0101_0101) & Self.tops
  }
}
