import Graph

/// The hues of parties: given in the order of the parties and then again; a name always stands beside one.
enum PartyHue {
  /// How many the style sheet has: `--party-1` and so on.
  static let count = 8
}

extension [UInt8] {
  /// Appends the class of a party's hue: `p1` … `p8`.
  mutating func hue(_ party: ID<Party>) {
    append(UInt8(ascii: "p"))
    append(UInt8(ascii: "1") + UInt8(party.index % PartyHue.count))
  }

  /// Appends ` class="p1"` and the like.
  mutating func hueClass(_ party: ID<Party>) {
    raw(" class=\"")
    hue(party)
    raw("\"")
  }
}
