import Diagnostics

/// Folds diagnostics that repeat in one table.
package enum TableDiagnostics {
  /// The number of diagnostics of one kind that a table may have on their own.
  private static let most = Limit.diagnosticsOfOneTable.value

  /// The number of others that the one in their place lists.
  private static let mostNotes = Limit.notesOfOneTable.value

  /// The same diagnostics, in the same order; of more than three of one kind in one table, only the first, with the next ones
  /// as its notes and the number of all others.
  ///
  /// - Parameter tables: the ranges of the tables in the file.
  package static func folded(_ diagnostics: [Diagnostic], tables: [Range<Int>]) -> [Diagnostic] {
    guard diagnostics.count > most, !tables.isEmpty else { return diagnostics }
    var groups: [Group: [Int]] = [:]
    for (index, diagnostic) in diagnostics.enumerated() {
      guard let offset = diagnostic.place?.range?.lowerBound, let table = table(at: offset, in: tables) else {
        continue
      }
      groups[Group(table: table, id: diagnostic.id), default: []].append(index)
    }
    let large = groups.values.filter { $0.count > most }
    if large.isEmpty { return diagnostics }
    var result: [Diagnostic?] = diagnostics
    for group in large {
      for index in group.dropFirst() { result[index] = nil }
      result[group[0]] = merged(group.map { diagnostics[$0] })
    }
    return result.compactMap(\.self)
  }

  /// The index of the table around an offset; the tables are in order.
  private static func table(at offset: Int, in tables: [Range<Int>]) -> Int? {
    var (low, high) = (0, tables.count)
    while low < high {
      let middle = (low + high) / 2
      if tables[middle].lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 && tables[low - 1].contains(offset) ? low - 1 : nil
  }

  private struct Group: Hashable {
    let table: Int
    let id: DiagnosticID
  }

  private static func merged(_ all: [Diagnostic]) -> Diagnostic {
    let first = all[0]
    let others = all.dropFirst().prefix(mostNotes).map { Note($0.message, at: $0.place) }
    let count = all.reduce(-1) { $0 + $1.count }
    return Diagnostic(
      first.id, at: first.place, first.message + " (and \(count) more like it in this table)",
      notes: first.notes + others, suggestion: first.suggestion?.wordsOnly)
  }
}
