import Text

/// Columns beside those of the parties in a positions table that say more about their cells, such as “Source”, and
/// “France source” beside “France”.
package struct SideColumns: Sendable, Hashable {
  /// The column with the sources of a column’s positions, by columns of parties.
  package private(set) var sources: [Int: Int] = [:]
  /// The columns whose headers name the party of another column, so that they are not parties themselves.
  package private(set) var named: Set<Int> = []

  /// nil: the table has no such columns.
  ///
  /// - Parameters:
  ///   - header: the texts of the header row, with the corner.
  ///   - keys: their keys.
  init?(_ header: [String], _ keys: [NameKey], _ words: HeaderWords) {
    guard header.count > 2 else { return nil }
    var lone: [Int] = []
    var sides: [(column: Int, side: HeaderWords.Side)] = []
    for (column, key) in keys.enumerated().dropFirst() {
      if words.column(key) == .source {
        lone.append(column)
      } else if let side = words.side(key) {
        sides.append((column, side))
      }
    }
    if lone.isEmpty && sides.isEmpty { return nil }
    let parties = keys.indices.dropFirst().filter { words.mayBeParty(keys[$0]) }
    takeNamed(sides, parties, header, words)
    takeLone(lone, parties.filter { !named.contains($0) })
    if sources.isEmpty && named.isEmpty { return nil }
  }

  /// Takes columns such as “France source”, if another column is called “France”.
  private mutating func takeNamed(
    _ sides: [(column: Int, side: HeaderWords.Side)], _ parties: [Int], _ header: [String],
    _ words: HeaderWords
  ) {
    if sides.isEmpty { return }
    let owners = owners(of: sides, parties, header, words)
    for (column, side) in sides {
      guard let owner = owners[side.subject] else { continue }
      named.insert(column)
      if side.column == .source, sources[owner] == nil { sources[owner] = column }
    }
  }

  /// The first column that is called by each name; not one beside it, such as “France notes” for “France”.
  private func owners(
    of sides: [(column: Int, side: HeaderWords.Side)], _ parties: [Int], _ header: [String],
    _ words: HeaderWords
  ) -> [[Substring]: Int] {
    let subjects = Dictionary(sides.map { ($0.column, $0.side.subject) }) { first, _ in first }
    var owners: [[Substring]: Int] = [:]
    for column in parties {
      for name in [header[column], words.partyName(header[column]).shown] {
        let name = HeaderWords.Side.words(of: NameKey(name))
        if owners[name] == nil, subjects[column] != name { owners[name] = column }
      }
    }
    return owners
  }

  /// Takes columns that are called “Source”: each has the sources of the party before it, but a single one behind several
  /// parties has those of its rows.
  private mutating func takeLone(_ lone: [Int], _ parties: [Int]) {
    if lone.count == 1, let column = lone.first, parties.count > 1, parties.allSatisfy({ $0 < column }) {
      for party in parties where sources[party] == nil { sources[party] = column }
      return
    }
    let parties = Set(parties)
    for column in lone where parties.contains(column - 1) && sources[column - 1] == nil {
      sources[column - 1] = column
    }
  }
}

extension HeaderWords {
  /// A header that consists of a name and of a word for what columns hold, such as “France – source” and “Source (France)”.
  struct Side: Hashable {
    /// The words of the name, as `words(of:)` gives them.
    let subject: [Substring]
    /// nil: the column holds something else, such as notes.
    let column: TableColumn?

    /// The words of a header, without signs.
    static func words(of key: NameKey) -> [Substring] {
      let text = key.text
      if text.hasByte(where: { $0 >= 0x80 }) {
        return text.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "." }
      }
      return text.utf8.split {
        !$0.isLetter && !$0.isDigit && $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: ".")
      }
      .map { Substring($0) }
    }
  }

  /// nil: the header does not have this form. Words for positions do not count: “France position” is a column of France.
  func side(_ header: NameKey) -> Side? {
    guard header.text.hasByte(where: { !$0.isLetter }) else { return nil }
    let words = Side.words(of: header)
    guard let first = words.first, let last = words.last, mayEndSide(first) || mayEndSide(last) else {
      return nil
    }
    for length in 1...2 where length < words.count {
      for (label, subject) in [
        (words.suffix(length), words.dropLast(length)), (words.prefix(length), words.dropFirst(length)),
      ] {
        let key = NameKey(label.joined(separator: " "))
        let column = column(key)
        guard column != nil ? column != .position : isAside(key) else { continue }
        return Side(subject: Array(subject), column: column)
      }
    }
    return nil
  }
}
