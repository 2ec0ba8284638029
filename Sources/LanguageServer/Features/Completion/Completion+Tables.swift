import Content
import Graph
import Text

extension Completion {
  /// `<!-- standpoint:`: the words and keys of directives.
  var directive: CompletionList? {
    guard let start = start(after: "<!-- standpoint:", notClosedBy: "-->") else { return nil }
    let typed = typed(from: start)
    let word = typed.lastIndex(of: " ").map { typed[...$0].utf8.count } ?? 0
    let end = lines.bytes[offset...].prefix { $0 != 10 }.starts(with: Array(" -->".utf8)) ? "" : " -->"
    let words: [(String, String)] = [
      ("positions", "rows are issues, columns are parties"),
      ("positions transposed", "rows are parties, columns are issues"),
      ("positions list", "a list or a section with headings"), ("options", "rows are options"),
      ("plain", "neither positions nor options"),
    ]
    let keys = [
      ("id=", "the table’s identifier"), ("as-of=", "the date of its positions"),
      ("issues=\"\"", "the issues that all options belong to"), ("from=", "the sheet that holds the table"),
    ]
    let from = start + word
    let items =
      words.map { item($0.0, .keyword, detail: $0.1, from: from, inserting: $0.0 + end) }
      + keys.map { item($0.0, .property, detail: $0.1, from: from) }
    return CompletionList(isIncomplete: false, items: items)
  }

  /// `> [!`: the kinds of callouts.
  var callout: CompletionList? {
    guard before.first(where: { $0 != 0x20 }) == UInt8(ascii: ">"),
      let start = start(after: "[!", notClosedBy: "]")
    else { return nil }
    let kinds = [
      ("tension", "a contradiction with a position"), ("note", "a remark"), ("tip", "advice"),
      ("important", "what must not be missed"), ("warning", "a risk"), ("caution", "a danger"),
    ]
    let end = closing("]")
    return CompletionList(
      isIncomplete: false,
      items: kinds.map { item($0.0, .keyword, detail: $0.1, from: start, inserting: $0.0 + end) })
  }

  /// A cell of a table: parties and issues in the headings, stance marks at the start of other cells.
  var cell: CompletionList? {
    guard before.first(where: { $0 != 0x20 }) == UInt8(ascii: "|") else { return nil }
    var bar = before.count - 1
    while bar > 0, before[bar] != UInt8(ascii: "|") || before[bar - 1] == UInt8(ascii: "\\") { bar -= 1 }
    let column = before[..<bar].count { $0 == UInt8(ascii: "|") }
    let start = bar + 1 + before[(bar + 1)...].prefix { $0 == 0x20 }.count
    let isHead = !isBelowDelimiters
    if isHead || column == 0 {
      let kinds: Set<KnownNames.Kind> =
        !isHead ? [.issue] : column == 0 ? [.issue, .party] : [.party, .issue]
      return names(from: start, kinds: kinds, closing: "")
    }
    let typed = typed(from: start)
    guard typed.isEmpty || typed.hasPrefix("["), !typed.contains("]") else { return nil }
    return CompletionList(
      isIncomplete: false,
      items: Stance.allCases.enumerated().map { order, stance in
        item(
          "[\(stance.rawValue)]", .value, detail: stance.word, from: start,
          inserting: "[\(stance.rawValue)]" + (closing("]").isEmpty ? "" : " "), order: order)
      })
  }

  /// Whether a line above, of the same table, is the row of delimiters.
  private var isBelowDelimiters: Bool {
    var end = lineStart
    while end > 0 {
      let line = lines.line(at: end - 1)
      let text = lines.bytes[line].drop { $0 == 0x20 }
      guard text.first == UInt8(ascii: "|") else { return false }
      if text.allSatisfy({ Array("|-: ".utf8).contains($0) }) { return true }
      guard line.lowerBound < end else { return false }
      end = line.lowerBound
    }
    return false
  }
}
