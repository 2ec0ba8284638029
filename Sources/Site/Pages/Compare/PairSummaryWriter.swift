import Graph

/// Writes on how many issues two parties are far apart, close, and not comparable.
struct PairSummaryWriter {
  let words: LocalizedStrings

  func write(_ summary: PairSummary, into output: inout HTML) {
    if summary.shared == 0 {
      return words.write(.issuesSideBySide, count: 0, into: &output)
    }
    let counts = [summary.apart, summary.close, summary.notComparable]
    words.write(.pairSummary, count: nil, into: &output) { $1.number(counts[$0]) }
    if summary.same == 0 { return }
    words.write(.fullStop, into: &output)
    words.write(.labelled, into: &output) {
      words.write(.sameWithoutProposition, into: &$0)
    } _: {
      $0.number(summary.same)
    }
  }

  /// Writes a mean distance as a number with one decimal.
  func write(tenths: Int, into output: inout HTML) {
    output.number(tenths / 10)
    words.write(.decimalMark, into: &output)
    output.number(tenths % 10)
  }
}
