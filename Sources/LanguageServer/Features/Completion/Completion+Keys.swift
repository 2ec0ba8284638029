import Content
import Diagnostics
import Graph
import Site
import Text

extension Completion {
  /// Keys of front matter or of `site.yml`, and the values of the one before the place.
  func keys(_ known: [KeyCompletion]) -> CompletionList {
    let line = String(decoding: before, as: UTF8.self)
    if let colon = line.firstIndex(of: ":"), line.first?.isWhitespace == false, line.first != "-" {
      let start = valueStart(after: line[...colon].utf8.count)
      return values(of: String(line[..<colon]), known, from: start)
    }
    if line.first?.isWhitespace == true || line.hasPrefix("-") {
      guard let key = keyAbove else { return CompletionList(isIncomplete: false, items: []) }
      let dash = line.firstIndex(of: "-").map { line[...$0].utf8.count } ?? 0
      return values(of: key, known, from: valueStart(after: dash))
    }
    let items = known.enumerated().map { order, key in
      item(
        key.name, .property, detail: key.meaning, from: 0,
        inserting: key.name + (closing(":").isEmpty ? "" : ": "),
        order: order)
    }
    return CompletionList(isIncomplete: false, items: items)
  }

  /// The start of the value that is being written: after spaces, and in a list in brackets after the last comma.
  private func valueStart(after end: Int) -> Int {
    var start = end
    if let separator = before[end...].lastIndex(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: ",") })
    {
      start = separator + 1
    }
    return start + before[start...].prefix { $0 == 0x20 || $0 == UInt8(ascii: "\"") }.count
  }

  /// The key of the list or map that the line belongs to.
  private var keyAbove: String? {
    var end = lineStart
    while end > 0 {
      let range = lines.line(at: end - 1)
      let line = String(decoding: lines.bytes[range], as: UTF8.self)
      if let first = line.first, !first.isWhitespace, first != "-", let colon = line.firstIndex(of: ":") {
        return String(line[..<colon])
      }
      guard range.lowerBound < end else { return nil }
      end = range.lowerBound
    }
    return nil
  }

  private func values(of name: String, _ known: [KeyCompletion], from start: Int) -> CompletionList {
    guard let key = known.first(where: { $0.name == name }) else {
      return CompletionList(isIncomplete: false, items: [])
    }
    switch key.naming {
    case .issues: return scalars(of: [.issue], from: start)
    case .parties: return scalars(of: [.party], from: start)
    case .issuesAndParties: return scalars(of: [.issue, .party], from: start)
    case .tags: return words(used { $0.tags }, from: start)
    case .authors: return words(used { $0.authors }, from: start)
    case .groups: return words(groups, from: start)
    case nil: return values(key.values(PageRegistry.switches), from: start)
    }
  }

  private func scalars(of kinds: Set<KnownNames.Kind>, from start: Int) -> CompletionList {
    let found = snapshot.names.matching(typed(from: start), of: kinds)
    let items = found.entries.filter { $0.aliasOf == nil }.enumerated().map { order, entry in
      item(
        entry.name, entry.kind.item, detail: entry.kind.word, from: start,
        inserting: YAMLScalar.text(entry.name), order: order)
    }
    return CompletionList(isIncomplete: !found.isWhole, items: items)
  }

  private func words(_ words: [String], from start: Int) -> CompletionList {
    CompletionList(
      isIncomplete: false,
      items: words.map { item($0, .value, from: start, inserting: YAMLScalar.text($0)) })
  }

  /// Words that YAML may not take for texts, such as `true`.
  private func values(_ values: [String], from start: Int) -> CompletionList {
    CompletionList(isIncomplete: false, items: values.map { item($0, .value, from: start) })
  }

  /// The values of a list of front matter in all reports, sorted.
  private func used(_ values: (FrontMatter) -> [String]) -> [String] {
    var all: Set<String> = []
    for entry in snapshot.graph.reports { all.formUnion(values(entry.report.header.matter)) }
    return all.sorted()
  }

  private var groups: [String] {
    Set(snapshot.graph.issues.compactMap { $0.file?.header.matter.group }).sorted()
  }
}
