import Markdown
import Text

/// Splits bytes into folded words, for counting. Only ASCII letters are folded; all others stay unchanged.
struct WordScan {
  /// Calls `take` with each word of at least `shortest` bytes, folded to lower case; the buffer is reused.
  static func words(of text: ArraySlice<UInt8>, shortest: Int, _ take: ([UInt8]) -> Void) {
    var word: [UInt8] = []
    for byte in text {
      let lower = byte.lowered
      if lower >= 0x80 || (lower >= 0x61 && lower <= 0x7A) {
        word.append(lower)
      } else if !word.isEmpty {
        if word.count >= shortest { take(word) }
        word.removeAll(keepingCapacity: true)
      }
    }
    if word.count >= shortest { take(word) }
  }
}

/// How often certain words appear in the texts of all reports, including the headings of tables.
struct WordCounts: Sendable {
  private var counts: [[UInt8]: Int] = [:]

  init(of words: Set<String>, in graph: IssueGraph) {
    guard !words.isEmpty else { return }
    for word in words { counts[Array(word.utf8)] = 0 }
    for entry in graph.reports {
      WordScan.words(of: entry.report.header.document.text[...], shortest: 1) { word in
        if let place = counts.index(forKey: word) { counts.values[place] += 1 }
      }
    }
  }

  subscript(word: String) -> Int { counts[Array(word.utf8)] ?? 0 }
}
