import Markdown

/// How many words a document has.
enum WordCount {
  /// Words of text, headings, tables and inline code; code blocks, HTML and footnote numbers aside. A word is a run without
  /// white space that has a letter or digit; ideographs and kana, which know no spaces, count one each.
  static func of(_ document: Document) -> Int {
    var counter = Counter()
    document.text.withUnsafeBufferPointer { text in
      for node in document.nodes {
        switch node.kind {
        case .text, .code: counter.count(text, node.text.range)
        case .wikilink: counter.count(text, (node.extra.isEmpty ? node.text : node.extra).range)
        case .link, .emphasis, .strong, .strikethrough, .footnoteReference, .htmlInline: break
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

    mutating func count(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
      var index = range.lowerBound
      while index < range.upperBound {
        let byte = text[index]
        index += 1
        // Most bytes are letters inside a word: one comparison each.
        if byte & 0xDF &- 0x41 < 26 {
          hasLetter = true
          while index < range.upperBound, text[index] > 0x20, text[index] < 0x80 { index += 1 }
          continue
        }
        switch byte {
        case 0...0x20: endWord()
        case 0x30...0x39: hasLetter = true
        case 0xE3...0xE9: words += 1
        case 0xC3...0xDF, 0xE0, 0xE1, 0xEA...0xF4: hasLetter = true
        default: break
        }
      }
    }
  }
}
