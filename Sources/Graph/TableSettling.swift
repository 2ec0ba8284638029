import Content

/// Decides what a table is, once the parties of the whole site are known.
enum TableSettling {
  /// - Parameter knownParties: how many columns after the corner are known parties.
  static func kind(of reading: TableReading, knownParties: Int) -> TableKind {
    switch reading {
    case .declared(let kind): kind
    case .axis(let transposed): .positions(transposed: transposed)
    case .optionWord: knownParties >= 2 ? .positions(transposed: false) : .options
    case .undecided: knownParties >= 2 ? .positions(transposed: false) : .plain
    case .emptyCorner: knownParties >= 1 ? .positions(transposed: false) : .plain
    }
  }
}
