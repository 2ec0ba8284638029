import Markdown
import Text

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
      while index + 16 <= range.upperBound {
        let bytes = SixteenBytes(text, at: index)
        if bytes.within(0xE3, 0xE9).isEmpty { count(bytes) } else { countSlowly(text, index..<index + 16) }
        index += 16
      }
      countSlowly(text, index..<range.upperBound)
    }

    /// Counts bytes of which none begins an ideograph.
    private mutating func count(_ bytes: SixteenBytes) {
      // From 0xC3 on, the first byte of a letter; before and between them, signs.
      let others = bytes.within(0xC3, 0xE1) .| bytes.within(0xEA, 0xF4)
      let letters = (bytes.letters .| bytes.within(0x30, 0x39) .| others).halves
      let blanks = bytes.within(0, 0x20).halves
      count(letters: letters.low, blanks: blanks.low)
      count(letters: letters.high, blanks: blanks.high)
    }

    /// Counts the words that end in eight bytes, of which the letters and the blanks are 0xFF; the first is the lowest.
    private mutating func count(letters: UInt64, blanks: UInt64) {
      let ones: UInt64 = 0x0101_0101_0101_0101
      // Bytes that are not blank are a row of ones. If one of them is a letter, the sum is carried into the blank after them.
      let (sum, isCarried) = (~blanks).addingReportingOverflow(letters & ones)
      let (total, isCarriedNow) = sum.addingReportingOverflow(hasLetter ? 1 : 0)
      words += Int(((total & blanks & ones) &* ones) >> 56)
      hasLetter = isCarried || isCarriedNow
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
