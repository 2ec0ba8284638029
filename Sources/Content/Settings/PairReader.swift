import Diagnostics

/// Reads the parties to be compared, `pairs:`.
enum PairReader {
  /// A list of lists of two names. nil if it is absent; an empty list means that there are no pairs.
  static func read(_ entry: YAMLEntry, _ fields: inout FieldReader) -> [AuthoredPair]? {
    switch entry.value.content {
    case .empty: return nil
    case .list(let values): return values.compactMap { pair($0, of: entry.key, &fields) }
    case .text, .map, .tooDeep:
      fields.wrongType(entry.key, "a list of pairs such as “[Russia, Ukraine]”", entry.value)
      return nil
    }
  }

  private static func pair(
    _ value: YAMLValue, of key: String, _ fields: inout FieldReader
  ) -> AuthoredPair? {
    guard case .list = value.content else {
      fields.wrongType("an entry of \(key)", "a list of two names", value)
      return nil
    }
    let before = fields.diagnostics.count
    let names = fields.names(YAMLEntry(key: key, keyRange: value.range, value: value))
    guard fields.diagnostics.count == before else { return nil }
    guard names.count == 2 else {
      fields.report(
        .invalidValue, value.range, "a pair should name two parties, but it names \(names.count)",
        suggestion: Suggestion("write one list for each pair: [[Russia, Ukraine], [Russia, China]]"))
      return nil
    }
    return AuthoredPair(names[0], names[1], sourcePath: fields.path)
  }
}
