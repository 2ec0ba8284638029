import Markdown
import Text

/// Finds the passages of a cell that are a party's own words, because the author put them into quotation marks;
/// everything else in the cell is the report's paraphrase.
///
/// Marks pair as in the language of the text; straight double ones in every language. A single mark opens only before a
/// word and closes only after one, so apostrophes do not count. Marks may be nested. A passage has four words
/// or more, or eight characters in scripts without spaces, or a source right after it: shorter ones are titles and scare
/// quotes.
package struct VerbatimPassages: Sendable {
  private let language: String

  /// - Parameter language: a BCP 47 tag.
  package init(language: String) { self.language = language }

  // Made only for the few texts that have a mark.
  private var style: QuotationStyle { QuotationStyle(language: language) }

  /// The passages in the subtree of a node, in order, without their marks and with single spaces.
  package func passages(of index: Int, in document: Document) -> [String] {
    let nodes = document.nodes[index..<Int(document.nodes[index].end)]
    let hasMark = nodes.contains { node in
      node.shownText.map { QuotationStyle.mayOccur(in: document.text[$0.range]) } ?? false
    }
    guard hasMark else { return [] }
    return Scan(scalars: Self.scalars(of: index, in: document), style: style).passages
  }

  /// The passages in the plain text of a cell, in which sources do not show: a short passage counts only if it has the length
  /// of others.
  package func passages(in text: String) -> [String] {
    guard QuotationStyle.mayOccur(in: Array(text.utf8)[...]) else { return [] }
    return Scan(scalars: Array(text.unicodeScalars), style: style).passages
  }

  /// The text of a node with `source` where a footnote is referred to, and where a link starts or ends.
  private static func scalars(of index: Int, in document: Document) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    var linkEnds: [Int] = []
    for (place, node) in document.nodes[index..<Int(document.nodes[index].end)].enumerated() {
      while let end = linkEnds.last, end <= index + place {
        scalars.append(source)
        linkEnds.removeLast()
      }
      switch node.kind {
      case .softBreak, .lineBreak: scalars.append(" ")
      case .footnoteReference: scalars.append(source)
      case .link:
        scalars.append(source)
        linkEnds.append(Int(node.end))
      default:
        guard let shown = node.shownText else { continue }
        scalars += String(decoding: document.text[shown.range], as: UTF8.self).unicodeScalars
      }
    }
    return scalars + linkEnds.map { _ in source }
  }

  /// The object replacement character.
  private static let source: Unicode.Scalar = "\u{FFFC}"

  /// One reading of a cell from start to end.
  private struct Scan {
    let scalars: [Unicode.Scalar]
    let style: QuotationStyle

    var passages: [String] {
      var passages: [String] = []
      // Opening marks that nothing closes any more.
      var unclosed: Set<Unicode.Scalar> = []
      // Opening marks of which there are more than closing ones, so that they are not read as pairs inside one another.
      var uneven: Set<Unicode.Scalar> = []
      var index = 0
      while index < scalars.count {
        let mark = scalars[index]
        if let closing = style.closingMarks(of: mark), !unclosed.contains(mark), opens(index) {
          let isNesting = !closing.unicodeScalars.contains(mark) && !uneven.contains(mark)
          let (end, isEven) = end(of: index, closing, isNesting: isNesting)
          if !isEven { uneven.insert(mark) }
          if let end {
            if let passage = passage(index + 1..<end) { passages.append(passage) }
            index = end
          } else {
            unclosed.insert(mark)
          }
        }
        index += 1
      }
      return passages
    }

    /// Where the passage that the mark at `index` opens ends; nil if nothing closes it. With `isNesting`, pairs of the same marks
    /// inside it are skipped if all of them are closed (`isEven`).
    private func end(
      of index: Int, _ closing: String, isNesting: Bool
    ) -> (end: Int?, isEven: Bool) {
      var first: Int?
      var depth = 0
      for place in index + 1..<max(index + 1, scalars.count) {
        if isNesting, scalars[place] == scalars[index], opens(place) {
          depth += 1
        } else if closes(place, closing) {
          if depth == 0 { return (place, true) }
          if first == nil { first = place }
          depth -= 1
        }
      }
      return (first, depth <= 0)
    }

    private func opens(_ index: Int) -> Bool {
      guard QuotationStyle.isAmbiguous(scalars[index]) else { return true }
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      let isAfterWord = index > 0 && scalars[index - 1].isOfWord && !scalars[index - 1].mayPrecedeMark
      let isSingle = QuotationStyle.isSingle(scalars[index])
      return !isAfterWord
        && (isSingle ? next.isOfWord && !isShortened(after: index) : !next.properties.isWhitespace)
    }

    /// Whether the apostrophe at `index` stands for what is left out, as in ’90s and ’tis.
    private func isShortened(after index: Int) -> Bool {
      let next = scalars[(index + 1)...].prefix { $0.isOfWord }.prefix(6)
      if next.count == 3, next.prefix(2).allSatisfy({ ("0"..."9").contains($0) }), next.last == "s" {
        return true
      }
      var word = String.UnicodeScalarView()
      word.append(contentsOf: next)
      return Self.shortened.contains(String(word).lowercased())
    }

    private static let shortened: Set<String> = ["em", "n", "tis", "twas", "twere", "twill", "twould"]

    private func closes(_ index: Int, _ closing: String) -> Bool {
      guard closing.unicodeScalars.contains(scalars[index]) else { return false }
      guard QuotationStyle.isSingle(scalars[index]) else { return true }
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      return !scalars[index - 1].properties.isWhitespace && (!next.isOfWord || next.isWithoutSpaces)
    }

    private func passage(_ range: Range<Int>) -> String? {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[range].filter { $0 != VerbatimPassages.source })
      let passage = String(text).singleSpaced.trimmingWhitespace
      let words = passage.split(separator: " ").count { $0.unicodeScalars.contains(where: \.isOfWord) }
      let isLong = words >= 4 || passage.unicodeScalars.count(where: \.isWithoutSpaces) >= 8
      return isLong || (words > 0 && hasSource(after: range.upperBound)) ? String(passage) : nil
    }

    /// Whether a source follows the closing mark, perhaps after a comma or a full stop.
    private func hasSource(after mark: Int) -> Bool {
      let next = scalars[(mark + 1)...].first {
        !$0.properties.isWhitespace && !Self.punctuation.contains($0)
      }
      return next == VerbatimPassages.source
    }

    private static let punctuation = Set(".,;:!?。，、；：！？،؛؟".unicodeScalars)
  }
}

/// Which quotation marks pair in a language.
struct QuotationStyle: Sendable {
  private let pairs: [Unicode.Scalar: String]

  init(language: String) {
    var pairs = Self.common
    switch language.prefix(while: { $0 != "-" }).lowercased() {
    case "da": (pairs["»"], pairs["”"]) = ("«", "”")
    case "de", "sl", "hr", "cs", "sk", "hu", "sr", "bs", "pl": pairs["»"] = "«"
    case "sv", "fi", "nb", "nn", "no": (pairs["»"], pairs["”"]) = ("»", "”")
    case "ar", "fa", "ur": pairs["”"] = "“"
    default: break
    }
    self.pairs = pairs
  }

  private static let common: [Unicode.Scalar: String] = [
    "\"": "\"", "'": "'", "“": "”", "„": "“”", "‟": "”", "«": "»", "‹": "›", "›": "‹", "‘": "’", "‚": "‘’",
    "「": "」", "『": "』", "＂": "＂",
  ]

  /// The marks of which each closes what a mark opens; nil: the mark does not open anything.
  func closingMarks(of mark: Unicode.Scalar) -> String? { pairs[mark] }

  /// Whether a mark can be something else, or both open and close.
  static func isAmbiguous(_ mark: Unicode.Scalar) -> Bool {
    mark == "\"" || mark == "＂" || mark == "”" || mark == "»" || isSingle(mark)
  }

  /// Whether a mark is a single one that can be an apostrophe, too.
  static func isSingle(_ mark: Unicode.Scalar) -> Bool { mark == "'" || mark == "‘" || mark == "’" }

  /// Whether UTF-8 text contains a byte sequence that can be a quotation mark; a cheap first check.
  static func mayOccur(in bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      let isPlain =
        ByteSearch(0x22, 0x27, 0x22).next(in: raw, from: 0) == raw.count
        && raw.firstBesidesASCII(from: 0) == raw.count
      if isPlain { return false }
      for (index, byte) in bytes.enumerated() where byte == 0x22 || byte == 0x27 || byte >= 0xC2 {
        let (second, third) =
          index + 2 < bytes.count
          ? (bytes[index + 1], bytes[index + 2]) : (index + 1 < bytes.count ? bytes[index + 1] : 0, 0)
        switch (byte, second, third) {
        case (0x22, _, _), (0x27, _, _): return true
        // « and »
        case (0xC2, 0xAB, _), (0xC2, 0xBB, _): return true
        // Curly marks, ‹ and ›
        case (0xE2, 0x80, 0x98...0x9F), (0xE2, 0x80, 0xB9...0xBA): return true
        // 「 and 『
        case (0xE3, 0x80, 0x8C), (0xE3, 0x80, 0x8E): return true
        // ＂
        case (0xEF, 0xBC, 0x82): return true
        default: continue
        }
      }
      return false
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isOfWord: Bool { properties.isAlphabetic || properties.numericType != nil }

  /// Whether it can come directly before an opening mark: in scripts without spaces, and in Arabic, whose short words are
  /// joined to the next one.
  fileprivate var mayPrecedeMark: Bool { isWithoutSpaces || (0x0600...0x06FF).contains(value) }

  /// Whether it belongs to a script that does not separate words with spaces: Chinese, Japanese, Thai, Lao, Burmese, Khmer.
  fileprivate var isWithoutSpaces: Bool {
    switch value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005, 0x3041...0x30FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF,
      0xF900...0xFAFF, 0x20000...0x3134F:
      properties.isAlphabetic
    default: false
    }
  }
}
