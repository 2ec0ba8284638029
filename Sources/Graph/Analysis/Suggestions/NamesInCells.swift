import Markdown
import Text

/// Finds issues whose cells contain the whole name of another issue.
struct NamesInCells {
  /// Two issues; the cells of one name the other.
  struct Found {
    let pair: MemberPair
    /// The issue that the cells of the other one name.
    let named: Int
    /// Rare words in the cells of both, outside their names, sorted; not empty.
    let words: [String]
  }

  private struct Wanted {
    let issue: Int
    let core: Set<String>
  }

  private static let shortestWord = 5
  /// More issues than this with words that start alike are not looked for.
  private static let largestGroup = 40

  private let graph: IssueGraph
  private let names: MemberNames
  private let states: StateTable

  init(_ graph: IssueGraph, _ names: MemberNames, _ states: StateTable) {
    self.graph = graph
    self.names = names
    self.states = states
  }

  /// In ascending order of the pairs.
  func found() -> [Found] {
    let naming = naming()
    if naming.isEmpty { return [] }
    let words = words()
    return naming.sorted { $0.key < $1.key }.compactMap { pair, named in
      let own = Set(
        (names.forms[pair.first] + names.forms[pair.second]).flatMap(\.words).map { Array($0.utf8) })
      let shared = words[pair.first].intersection(words[pair.second]).subtracting(own)
      if shared.isEmpty { return nil }
      let texts = shared.map { String(decoding: $0, as: UTF8.self) }
      return Found(
        pair: pair, named: named, words: texts.sortedByBytes())
    }
  }

  /// Pairs of issues, with the one that is named.
  private func naming() -> [MemberPair: Int] {
    let wanted = wanted()
    var naming: [MemberPair: Int] = [:]
    for position in graph.positions {
      let text = text(of: position)
      var candidates: [Wanted] = []
      WordScan.words(of: Array(text.utf8)[...], shortest: Self.shortestWord) { word in
        candidates += wanted[Array(word.prefix(Self.shortestWord))] ?? []
      }
      candidates.removeAll { $0.issue == position.issue.index }
      if candidates.isEmpty { continue }
      let core = Set(NameForm(text, isParty: false, states: states).core)
      for candidate in candidates where candidate.core.isSubset(of: core) {
        naming[MemberPair(Int32(candidate.issue), position.issue.rawValue)] = candidate.issue
      }
    }
    return naming
  }

  /// Names of at least two words, by the start of their longest word.
  private func wanted() -> [[UInt8]: [Wanted]] {
    var wanted: [[UInt8]: [Wanted]] = [:]
    for (issue, forms) in names.forms.enumerated() {
      for form in forms where Set(form.core).count > 1 {
        let longest = form.content.max { $0.utf8.count < $1.utf8.count } ?? ""
        guard longest.utf8.count >= Self.shortestWord else { continue }
        let start = Array(longest.utf8.prefix(Self.shortestWord))
        wanted[start, default: []].append(Wanted(issue: issue, core: Set(form.core)))
      }
    }
    return wanted.filter { $0.value.count <= Self.largestGroup }
  }

  /// By issue: the words in its cells that are in the cells of at least one other issue, but of few.
  private func words() -> [Set<[UInt8]>] {
    var words = Array(repeating: Set<[UInt8]>(), count: names.forms.count)
    for position in graph.positions {
      WordScan.words(of: Array(text(of: position).utf8)[...], shortest: Self.shortestWord) {
        words[position.issue.index].insert($0)
      }
    }
    var counts: [[UInt8]: Int] = [:]
    for word in words.joined() { counts[word, default: 0] += 1 }
    let most = min(4, max(2, words.count { !$0.isEmpty } / 3))
    return words.map { $0.filter { (2...most).contains(counts[$0] ?? 0) } }
  }

  private func text(of position: Position) -> String {
    graph.reports[position.report.index].report.header.document.plainText(of: position.cell)
  }
}
