import Diagnostics
import Text

/// The colour of a party: `colour:` in its file.
package enum PartyColour: Sendable, Hashable {
  /// One of the hues of the theme, counted from 1.
  case hue(Int)
  /// A colour of its own.
  case own(HexColour)

  /// The names of the theme's hues, from `--party-1` on.
  package static let hues = ["blue", "orange", "green", "pink", "brown", "navy", "grey", "maroon"]
}

extension FieldReader {
  /// The name of a hue, or a colour.
  mutating func partyColour(_ entry: YAMLEntry) -> PartyColour? {
    guard let name = name(entry) else { return nil }
    if let index = PartyColour.hues.firstIndex(of: name.text.lowercased()) { return .hue(index + 1) }
    if let colour = try? HexColour(name.text) { return .own(colour) }
    let nearest = NearestName.match(name.text, among: PartyColour.hues)
    report(
      .invalidValue, name.range, "“\(name.text.excerpt)” is neither a theme hue nor a colour",
      suggestion: nearest.map { Suggestion("did you mean “\($0)”?", replacement: $0) }
        ?? Suggestion(
          "write \(PartyColour.hues.joined(separator: ", ")), or “#” and six digits in quotation marks"))
    return nil
  }
}
