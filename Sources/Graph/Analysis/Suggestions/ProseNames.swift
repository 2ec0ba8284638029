import Content
import Diagnostics
import Markdown
import Text

/// Finds names and seats of government of states that only prose uses, although a party of the state is known.
package struct ProseNames {
  /// A name in prose.
  package struct Use: Sendable, Hashable {
    /// As written.
    package let name: String
    /// The number of places; those that mean the city are left out.
    let count: Int
    /// The first ones, at most `IssueGraph.shownPlaces`.
    let places: [Place]
  }

  /// Before these words, or after those, the name of a city means the place, not the government.
  private static let before: Set<String> = [
    "around", "at", "from", "in", "inside", "into", "leaving", "near", "of", "outside", "through", "to",
    "toward",
    "towards", "via", "visit", "within",
  ]
  private static let after: Set<String> = [
    "agreement", "airport", "area", "conference", "format", "meeting", "office", "region", "round", "summit",
    "talks", "time", "treaty",
  ]
  /// Seats that are not cities.
  private static let buildings: Set<String> = ["kremlin", "white house", "downing street", "élysée"]

  private let graph: IssueGraph
  private let names: MemberNames
  private let states: StateTable
  /// By state: the party that its names mean, and whether it is the state itself rather than its government.
  private var parties: [Int: (member: Int, isState: Bool)] = [:]
  private var known: Set<NameKey> = []
  private var found: [NameKey: (use: Use, state: StateTable.Found)] = [:]

  init(_ graph: IssueGraph, names: MemberNames, states: StateTable) {
    self.graph = graph
    self.names = names
    self.states = states
    for issue in graph.issues { known.formUnion(([issue.name] + issue.aliases).map { NameKey($0) }) }
    for (member, forms) in names.forms.enumerated() {
      for form in forms {
        known.insert(NameKey(form.text))
        if let state = form.state ?? (form.principal == nil ? form.rest?.state : nil) {
          offer(member, for: state.state, isState: true)
        } else if let state = form.principal?.state {
          offer(member, for: state.state, isState: false)
        }
      }
    }
  }

  private mutating func offer(_ member: Int, for state: Int, isState: Bool) {
    guard let current = parties[state], current.member != member else {
      parties[state] = (member, isState || parties[state]?.isState ?? false)
      return
    }
    if current.isState != isState ? isState : names.precedes(member, current.member) {
      parties[state] = (member, isState)
    }
  }

  /// In no particular order of scores; the same for the same graph.
  consuming func suggestions() -> [NameSuggestion] {
    if parties.isEmpty { return [] }
    for entry in graph.reports { read(entry.report.header) }
    return found.values.sorted { $0.use.name < $1.use.name }.compactMap { use, state in
      guard let party = parties[state.state] else { return nil }
      let name = states.names[state.state]
      let isSeat = state.manner == .seat
      let reason = isSeat ? SuggestionEvidence.seat(use.name, of: name) : .sameState(name)
      return NameSuggestion(
        kind: .proseName, from: nil, to: .party(ID(party.member)),
        percent: (isSeat ? 74 : 80) + 2 * min(use.count, 4), evidence: [reason, .onlyInProse(use.count)],
        prose: use)
    }
  }

  private mutating func read(_ header: FileHeader) {
    let document = header.document
    var index = 1
    while index < document.nodes.count {
      let node = document.nodes[index]
      if node.kind == .tableRow, node.detail == 0 {
        index = Int(node.end)
        continue
      }
      if node.kind == .text { read(index, in: header) }
      index += 1
    }
  }

  private mutating func read(_ node: Int, in header: FileHeader) {
    let document = header.document
    let range = document.nodes[node].text.range
    let words = ProseWords(document.text, range)
    for place in words.ranges.indices where words.isCapital(place) {
      guard states.firstWords.contains(words.folded(place)) else { continue }
      for count in (1...max(1, min(states.longest, words.ranges.count - place))).reversed() {
        guard let text = words.text(place, count), let state = states.find(NameWords.split(text)) else {
          continue
        }
        if state.manner != .demonym, means(state, text, words, place, count) {
          let start = words.ranges[place].lowerBound
          take(text, state, at: start..<(start + text.utf8.count), in: node, of: header)
        }
        break
      }
    }
  }

  /// Whether the name means the party, not a city or a part of a longer name.
  private func means(
    _ state: StateTable.Found, _ text: String, _ words: ProseWords, _ place: Int, _ count: Int
  ) -> Bool {
    guard let party = parties[state.state] else { return false }
    let next = place + count
    if words.ranges.indices.contains(next), words.areAdjacent(next - 1) {
      if words.isCapital(next) || Self.after.contains(words.string(next)) { return false }
    }
    if state.manner == .name { return party.isState }
    if Self.buildings.contains(text.lowercased()) || place == 0 { return true }
    let before = words.string(place - 1)
    if before == "to", place > 1, words.string(place - 2) == "according" { return true }
    return !Self.before.contains(before)
  }

  private mutating func take(
    _ text: String, _ state: StateTable.Found, at range: Range<Int>, in node: Int, of header: FileHeader
  ) {
    let key = NameKey(text)
    if known.contains(key) { return }
    let source = header.document.nodes[node].source.range
    let content = header.document.nodes[node].text
    var shown = source
    // If the source has escapes, only the whole text has a place.
    if source.count == content.count {
      let start = source.lowerBound + range.lowerBound - Int(content.start)
      shown = start..<(start + range.count)
    }
    let place = Place(path: header.sourcePath, range: shown)
    let old = found[key]?.use
    let places = old?.places ?? []
    found[key] = (
      Use(
        name: old?.name ?? text, count: (old?.count ?? 0) + 1,
        places: places.count < IssueGraph.shownPlaces ? places + [place] : places), state
    )
  }
}

/// The words of a text, as ranges of its bytes.
private struct ProseWords {
  let text: [UInt8]
  private(set) var ranges: [Range<Int>] = []

  init(_ text: [UInt8], _ range: Range<Int>) {
    self.text = text
    var start: Int?
    for place in range {
      let byte = text[place]
      let isCurly = byte == 0xE2 && place + 1 < range.upperBound && text[place + 1] == 0x80
      let isWord = !isCurly && (byte >= 0xC3 || (byte >= 0x80 && start != nil) || Self.isPlain(byte))
      if isWord, start == nil { start = place }
      if !isWord, let first = start {
        ranges.append(first..<place)
        start = nil
      }
    }
    if let first = start { ranges.append(first..<range.upperBound) }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
  }

  func isCapital(_ place: Int) -> Bool {
    let byte = text[ranges[place].lowerBound]
    return byte >= 0x80 || (byte >= 0x41 && byte <= 0x5A)
  }

  /// The bytes of a word in lower case.
  func folded(_ place: Int) -> [UInt8] {
    let bytes = text[ranges[place]]
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.map(\.lowered) }
    return Array(NameKey(utf8: bytes).text.utf8)
  }

  func string(_ place: Int) -> String { String(decoding: folded(place), as: UTF8.self) }

  /// Whether only a space is between a word and the next one.
  func areAdjacent(_ place: Int) -> Bool {
    let gap = ranges[place].upperBound..<ranges[place + 1].lowerBound
    return gap.count == 1 && text[gap.lowerBound] == 0x20
  }

  /// Some words with what is between them; nil if it is more than a space or a hyphen.
  func text(_ place: Int, _ count: Int) -> String? {
    for word in place..<(place + count - 1) {
      let gap = ranges[word].upperBound..<ranges[word + 1].lowerBound
      guard gap.count == 1, text[gap.lowerBound] == 0x20 || text[gap.lowerBound] == UInt8(ascii: "-") else {
        return nil
      }
    }
    let range = ranges[place].lowerBound..<ranges[place + count - 1].upperBound
    return String(decoding: text[range], as: UTF8.self)
  }
}
