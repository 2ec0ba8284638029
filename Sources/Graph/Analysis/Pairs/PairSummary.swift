/// On how many issues two parties are far apart, close, and not comparable. Only issues on which both hold a position count.
package struct PairSummary: Sendable, Hashable {
  /// More than `PairComparison.mostStepsForAgreement` apart.
  package private(set) var apart = 0
  package private(set) var close = 0
  /// The same stance, on issues without a proposition that both answer.
  package private(set) var same = 0
  package private(set) var notComparable = 0
  /// The mean distance in tenths of a step, 0 to 40; the middle of a range counts. nil: no distance can be determined.
  package private(set) var meanTenths: Int?

  /// The number of issues whose distance is known.
  package var measured: Int { apart + close }

  /// The number of issues on which both hold a position.
  package var shared: Int { measured + same + notComparable }

  package init(_ comparison: PairComparison) {
    var halfSteps = 0
    for row in comparison.sharedRows { halfSteps += add(row.distance) }
    if measured > 0 { meanTenths = (halfSteps * 5 + measured / 2) / measured }
  }

  /// Counts one issue; returns its distance in halves of a step.
  private mutating func add(_ distance: PairComparison.StanceDistance) -> Int {
    switch distance {
    case .apart(let steps):
      if steps.upperBound <= PairComparison.mostStepsForAgreement { close += 1 } else { apart += 1 }
      return steps.lowerBound + steps.upperBound
    case .sameWithoutProposition: same += 1
    case .notComparable(.oneSided): break
    case .notComparable: notComparable += 1
    }
    return 0
  }
}

extension PairComparison {
  /// The issues that have a row in a table of the pair’s page, in its order: all on which both hold a position, and those on
  /// which only one does and marks a red line.
  package var rows: [Row] { redLines + apart + agreement + sameWithoutProposition + notComparable }

  /// The issues on which both hold a position.
  fileprivate var sharedRows: [Row] { rows.filter { $0.distance != .notComparable(.oneSided) } }
}
