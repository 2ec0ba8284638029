import Content
import Graph

/// The hue of each party, by the number of its class: `p1` to `p8` are the theme's hues, further numbers are those of parties with
/// a colour of their own and, on a site with more parties than the theme has hues, those of `furtherHues`. A name is always beside
/// a hue.
///
/// Hues are assigned in the order of the parties, each to one party as long as they last: two parties with the same hue are never beside
/// each other. With more parties than hues, those beside each other in a list or table have different ones.
struct PartyHues: Sendable {
  /// A colour on light and on dark pages.
  struct Fill: Sendable, Hashable {
    let light: HexColour
    let dark: HexColour
  }

  /// The number of hues in the style sheet: `--party-1` and so on.
  static let count = PartyColour.hues.count

  /// Hues for the parties after those that have one of the theme's; they differ from these and from each other as far as that is
  /// possible for any kind of colour vision.
  static let furtherHues = [
    ("#5a0096", "#b43cb4"), ("#962d69", "#d287c3"), ("#2d4b3c", "#4b785a"), ("#8778ff", "#3cf0ff"),
    ("#781e00", "#c38700"), ("#965a4b", "#f0e100"), ("#2d3cc3", "#0fe178"), ("#5a3c87", "#78a587"),
  ].compactMap { light, dark -> Fill? in
    guard let light = try? HexColour(light), let dark = try? HexColour(dark) else { return nil }
    return Fill(light: light, dark: dark)
  }

  /// By party, from 1.
  private let numbers: [Int]
  /// The colours of the numbers after those of the theme.
  let own: [Fill]

  init(_ graph: IssueGraph) {
    var own: [Fill] = []
    func number(of fill: Fill) -> Int {
      if !own.contains(fill) { own.append(fill) }
      return Self.count + 1 + (own.firstIndex(of: fill) ?? 0)
    }
    var choice = HueChoice(graph, hues: Self.count + Self.furtherHues.count)
    var numbers = graph.parties.map { party in
      switch party.file?.header.matter.colour {
      case .hue(let number):
        choice.give(number - 1, to: party.id.index)
        return number
      case .own(let colour): return number(of: Fill(light: colour, dark: colour))
      case nil: return 0
      }
    }
    for party in numbers.indices where numbers[party] == 0 {
      let hue = choice.hue(for: party)
      choice.give(hue, to: party)
      numbers[party] = hue < Self.count ? hue + 1 : number(of: Self.furtherHues[hue - Self.count])
    }
    self.numbers = numbers
    self.own = own
  }

  /// The class of a party has this number.
  subscript(party: ID<Party>) -> Int { numbers[party.index] }
}

/// Which hue a party has, given those that others have already. Hues are counted from 0; the first ones are those of the theme.
private struct HueChoice {
  /// What is beside a party: another one, with a number that is higher the more pages show the two side by side.
  private struct Neighbour {
    let party: Int
    let weight: Int
  }

  /// By party, each as often as the two are beside each other; empty if there are hues for all parties.
  private var neighbours: [[Neighbour]] = []
  /// The hue of each party that has one.
  private var hues: [Int?]
  /// The number of parties of each hue.
  private var counts: [Int]

  init(_ graph: IssueGraph, hues count: Int) {
    counts = Array(repeating: 0, count: count)
    hues = Array(repeating: nil, count: graph.parties.count)
    guard graph.parties.count > count else { return }
    neighbours = Array(repeating: [], count: graph.parties.count)
    addLines(of: graph)
    for issue in graph.issues { addLines(of: issue.id, in: graph) }
  }

  mutating func give(_ hue: Int, to party: Int) {
    hues[party] = hue
    counts[hue] += 1
  }

  /// The usual hue of a party, or the first one after it that no other party has; if all have one, that of the fewest neighbours.
  func hue(for party: Int) -> Int {
    var costs = counts
    if !neighbours.isEmpty {
      for neighbour in neighbours[party] {
        if let hue = hues[neighbour.party] { costs[hue] += neighbour.weight * hues.count }
      }
    }
    let theme = PartyHues.count
    let order = (0..<theme).map { (party + $0) % theme } + (theme..<counts.count)
    return order.min { costs[$0] < costs[$1] } ?? 0
  }

  private mutating func add(_ first: ID<Party>?, _ second: ID<Party>, weight: Int = 1) {
    guard let first, first != second else { return }
    neighbours[first.index].append(Neighbour(party: second.index, weight: weight))
    neighbours[second.index].append(Neighbour(party: first.index, weight: weight))
  }

  private mutating func add(_ line: some Sequence<ID<Party>>, weight: Int = 1) {
    var last: ID<Party>?
    for party in line {
      add(last, party, weight: weight)
      last = party
    }
  }

  /// What lists and tables of the whole site show, and the tables of reports.
  private mutating func addLines(of graph: IssueGraph) {
    let parties = graph.parties.map(\.id)
    // What many pages show weighs more than the table of one report.
    let often = graph.issues.count + graph.comparisons.count + 1
    add(parties, weight: often)
    add(parties.filter { !graph.positionsOfParty[$0].isEmpty }, weight: often)
    add(DisputedIssues(of: graph.issues.map(\.id), in: graph).parties.sorted(), weight: often)
    for party in graph.parties {
      for other in [party.actsFor, party.predecessor] { add(other, party.id, weight: often) }
    }
    for comparison in graph.comparisons {
      for line in [comparison.columns, comparison.rows] {
        add(line.lazy.compactMap { if case .party(let party) = $0 { party } else { nil } })
      }
    }
  }

  /// The parties with a position on an issue, and those in each column of its scale.
  private mutating func addLines(of issue: ID<Issue>, in graph: IssueGraph) {
    var last: ID<Party>?
    var lastOfStance: [Stance: ID<Party>] = [:]
    for standing in graph.standings[issue] {
      add(last, standing.party)
      last = standing.party
      for id in standing.positions {
        guard let stance = graph.positions[id.index].stance else { continue }
        add(lastOfStance[stance], standing.party)
        lastOfStance[stance] = standing.party
      }
    }
  }
}

/// The rules for parties with none of the theme's hues, `assets/parties.css`.
///
/// A hue must stand out from the paper, light or dark, by 3 : 1 (WCAG 2.2, 1.4.11); a colour that does not is made darker or
/// lighter until it does.
struct PartyStyleSheet {
  static let path = "assets/parties.css"

  let hues: PartyHues

  var bytes: [UInt8] {
    var output = ""
    for (index, fill) in hues.own.enumerated() {
      let light = Self.readable(fill.light, on: Self.paper.light, towards: 0)
      let dark = Self.readable(fill.dark, on: Self.paper.dark, towards: 1)
      output += ".p\(PartyHues.count + 1 + index){--hue:\(light);--hue:light-dark(\(light),\(dark))}\n"
    }
    return Array(output.utf8)
  }

  /// The theme's `--paper`.
  private static let paper = (light: [0.992, 0.988, 0.98], dark: [0.086, 0.094, 0.106])

  private static func readable(_ colour: HexColour, on paper: [Double], towards end: Double) -> String {
    let start = colour.channels
    let steps = (0...20).lazy.map { step in start.map { $0 + (end - $0) * Double(step) / 20 } }
    let found = steps.first { contrast($0, paper) >= 3 } ?? [end, end, end]
    return "#" + found.map { hex(UInt8(($0 * 255).rounded())) }.joined()
  }

  private static func hex(_ byte: UInt8) -> String {
    let text = String(byte, radix: 16)
    return text.count == 1 ? "0" + text : text
  }

  private static func contrast(_ one: [Double], _ other: [Double]) -> Double {
    let (first, second) = (luminance(one), luminance(other))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  /// The approximation 2.2 of the curve of sRGB is near enough for a threshold.
  private static func luminance(_ channels: [Double]) -> Double {
    zip(channels, [0.2126, 0.7152, 0.0722]).reduce(0) { $0 + power($1.0) * $1.1 }
  }

  /// `value` to the power of 2.2, without a mathematics library: the square and a fifth root by Newton's method.
  private static func power(_ value: Double) -> Double {
    if value <= 0 { return 0 }
    var root = 1.0
    for _ in 0..<30 { root -= (root * root * root * root * root - value) / (5 * root * root * root * root) }
    return value * value * root
  }
}
