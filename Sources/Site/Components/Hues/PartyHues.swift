import Content
import Graph

/// The hue of each party, by the number of its class: `p1` to `p8` are the theme's hues, further numbers are those of parties with
/// a colour of their own. A name is always beside a hue.
///
/// Hues are assigned in the order of the parties. A party has another one than its neighbours: those in the columns and rows beside
/// it in a table, those before and after it in the list of parties, and the party that it acts for. Only if these have all eight
/// hues can two of one hue stand beside each other.
struct PartyHues: Sendable {
  /// The number of hues in the style sheet: `--party-1` and so on.
  static let count = PartyColour.hues.count

  /// By party, from 1.
  private let numbers: [Int]
  /// The colours of the numbers after those of the theme.
  let own: [HexColour]

  init(_ graph: IssueGraph) {
    var neighbours = [Set<Int>](repeating: [], count: graph.parties.count)
    Self.eachPair(of: graph) { first, second in
      neighbours[first.index].insert(second.index)
      neighbours[second.index].insert(first.index)
    }
    var own: [HexColour] = []
    var numbers = graph.parties.map { party in
      switch party.file?.header.matter.colour {
      case .hue(let number): return number
      case .own(let colour):
        if !own.contains(colour) { own.append(colour) }
        return Self.count + 1 + (own.firstIndex(of: colour) ?? 0)
      case nil: return 0
      }
    }
    for index in numbers.indices where numbers[index] == 0 {
      numbers[index] = Self.hue(after: index, besides: neighbours[index].map { numbers[$0] })
    }
    self.numbers = numbers
    self.own = own
  }

  /// The class of a party has this number.
  subscript(party: ID<Party>) -> Int { numbers[party.index] }

  /// The usual hue of a party, or the first one after it that no neighbour has; if all have one, the rarest.
  private static func hue(after index: Int, besides taken: [Int]) -> Int {
    let usual = index % count
    let hues = (0..<count).map { (usual + $0) % count + 1 }
    let uses = hues.map { hue in taken.count { $0 == hue } }
    return hues[uses.indices.min { uses[$0] < uses[$1] } ?? 0]
  }

  /// Calls `use` with parties that stand beside each other.
  private static func eachPair(of graph: IssueGraph, _ use: (ID<Party>, ID<Party>) -> Void) {
    for party in graph.parties {
      if party.id.index > 0 { use(ID(party.id.index - 1), party.id) }
      if let other = party.actsFor { use(party.id, other) }
      if let other = party.predecessor { use(party.id, other) }
    }
    for comparison in graph.comparisons {
      for line in [comparison.columns, comparison.rows] {
        var last: ID<Party>?
        for case .party(let party) in line {
          if let last, last != party { use(last, party) }
          last = party
        }
      }
    }
  }
}

/// The rules for parties with a colour of their own, `assets/parties.css`.
///
/// A hue must stand out from the paper, light or dark, by 3 : 1 (WCAG 2.2, 1.4.11); a colour that does not is made darker or
/// lighter until it does.
struct PartyStyleSheet {
  static let path = "assets/parties.css"

  let hues: PartyHues

  var bytes: [UInt8] {
    var output = ""
    for (index, colour) in hues.own.enumerated() {
      let light = Self.readable(colour, on: Self.paper.light, towards: 0)
      let dark = Self.readable(colour, on: Self.paper.dark, towards: 1)
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
