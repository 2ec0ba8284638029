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
  /// nil: there are hues for all parties.
  private let neighbours: PartyNeighbours?

  /// - Parameter disputed: the parties in the matrix of the home page; nil: they are not known yet.
  init(_ graph: IssueGraph, disputed: Set<ID<Party>>? = nil) {
    let isCrowded = graph.parties.count > Self.count + Self.furtherHues.count
    self.init(graph, isCrowded ? PartyNeighbours(graph) : nil, disputed)
  }

  /// The hues after a change of positions or stances.
  func updating(
    from old: IssueGraph, to graph: IssueGraph, on issues: Set<ID<Issue>>, disputed: Set<ID<Party>>
  ) -> PartyHues {
    guard var neighbours else { return self }
    neighbours.update(from: old, to: graph, on: issues)
    return PartyHues(graph, neighbours, disputed)
  }

  private init(_ graph: IssueGraph, _ neighbours: PartyNeighbours?, _ disputed: Set<ID<Party>>?) {
    self.neighbours = neighbours
    var own: [Fill] = []
    func number(of fill: Fill) -> Int {
      if !own.contains(fill) { own.append(fill) }
      return Self.count + 1 + (own.firstIndex(of: fill) ?? 0)
    }
    let beside = neighbours.map { neighbours in
      let disputed = disputed ?? DisputedIssues(MatrixParts(graph).issues, in: graph).parties
      return neighbours.all(in: graph, disputed: disputed)
    }
    var choice = HueChoice(graph, neighbours: beside, hues: Self.count + Self.furtherHues.count)
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
  /// By party; empty if there are hues for all parties.
  private let neighbours: [[PartyNeighbours.Neighbour]]
  /// The hue of each party that has one.
  private var hues: [Int?]
  /// The number of parties of each hue.
  private var counts: [Int]

  init(_ graph: IssueGraph, neighbours: [[PartyNeighbours.Neighbour]]?, hues count: Int) {
    counts = Array(repeating: 0, count: count)
    hues = Array(repeating: nil, count: graph.parties.count)
    self.neighbours = neighbours ?? []
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
