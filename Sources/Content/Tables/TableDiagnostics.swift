import Diagnostics

/// Folds diagnostics that repeat in one table.
package enum TableDiagnostics {
  /// The number of diagnostics of one kind that a table may have on their own.
  private static let most = 3

  /// The same diagnostics, in the same order; of more than three of one kind in one table, only the first, with the others
  /// as its notes.
  ///
  /// - Parameter tables: the ranges of the tables in the file.
  package static func folded(_ diagnostics: [Diagnostic], tables: [Range<Int>]) -> [Diagnostic] {
    guard diagnostics.count > most, !tables.isEmpty else { return diagnostics }
    var groups: [Group: [Int]] = [:]
    for (index, diagnostic) in diagnostics.enumerated() {
      guard let offset = diagnostic.place?.range?.lowerBound,
        let table = tables.lastIndex(where: { $0.contains(offset) })
      else { continue }
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

  private struct Group: Hashable {
    let table: Int
    let id: DiagnosticID
  }

  private static func merged(_ all: [Diagnostic]) -> Diagnostic {
    let first = all[0]
    let others = all.dropFirst().map { Note($0.message, at: $0.place) }
    return Diagnostic(
      first.id, at: first.place, first.message + " (and \(others.count) more like it in this table)",
      notes: first.notes + others, suggestion: first.suggestion?.wordsOnly)
  }
}
