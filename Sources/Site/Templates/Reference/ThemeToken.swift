/// A custom property of the theme that a site can override: a colour, a size or a font.
struct ThemeToken: Sendable, Hashable {
  /// Including the two hyphens.
  let name: String
  /// The style sheet that sets it: a path below Templates/.
  let sheet: String
  /// The value in the light scheme, or in both.
  let light: String
  /// The value in the dark scheme; nil if it is the same in both.
  let dark: String?
  /// Its purpose; empty if undocumented.
  var meaning: String { Self.meanings[name] ?? "" }

  /// The properties in the first rule of each built-in style sheet, in the order of sheets and declarations.
  static var all: [ThemeToken] {
    let theme = Theme.builtIn
    let others = theme.keys.filter { $0.hasSuffix(".css") && $0 != siteSheet }.sorted()
    return ([siteSheet] + others).flatMap { sheet in
      read(String(decoding: theme[sheet] ?? [], as: UTF8.self), sheet: sheet)
    }
  }

  private static let siteSheet = "assets/site.css"

  /// - Parameter text: CSS with one declaration per line in its first rule for `:root`.
  private static func read(_ text: String, sheet: String) -> [ThemeToken] {
    let lines = text.split(separator: "\n").drop { $0 != ":root {" }.prefix { $0 != "}" }
    return lines.compactMap { line in
      guard line.hasPrefix("  --"), line.hasSuffix(";"), let colon = line.firstIndex(of: ":") else {
        return nil
      }
      let name = String(line[line.index(line.startIndex, offsetBy: 2)..<colon])
      let value = String(line[line.index(colon, offsetBy: 2)...].dropLast())
      let scheme = schemes(value)
      return ThemeToken(name: name, sheet: sheet, light: scheme?.light ?? value, dark: scheme?.dark)
    }
  }

  /// The two colours of `light-dark(…, …)`; nil for other values.
  private static func schemes(_ value: String) -> (light: String, dark: String)? {
    guard value.hasPrefix("light-dark("), value.hasSuffix(")") else { return nil }
    let parts = value.dropFirst(11).dropLast().split(separator: ",", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    return (String(parts[0]), String(parts[1].drop { $0 == " " }))
  }

  /// By name; a test checks them against the style sheets.
  private static let meanings: [String: String] = {
    var meanings = [
      "--paper": "background of the page", "--raised": "background of boxes and tables",
      "--sunk": "background of code and of steps in a history",
      "--ink": "text and strong rules", "--soft": "secondary text: dates, sources, captions",
      "--line": "thin lines", "--strong-line": "borders of fields and buttons, underlines of names",
      "--link": "links", "--focus": "outline of the focused element",
      "--target": "background of a link’s target", "--mark": "background of marked text",
      "--serif": "font of headings and quotes", "--sans": "font of text",
      "--mono": "font of code", "--text-xs": "dates, sources, marks", "--text-s": "tables, bylines, menus",
      "--text-m": "text outside reports", "--text-l": "leads and third-level headings",
      "--text-xl": "second-level headings", "--text-xxl": "page titles",
      "--gap": "margin on both sides of the page", "--measure": "width of a line of text",
      "--wide": "width of the page",
    ]
    for (stance, word) in stances {
      meanings["--\(stance)"] = "text and sign of “\(word)”"
      meanings["--\(stance)-back"] = "background of “\(word)”"
      meanings["--\(stance)-fill"] = "fill of “\(word)” in matrices"
    }
    for party in 1...PartyHues.count {
      meanings["--party-\(party)"] = "hue of party \(party), and of every \(PartyHues.count)th after it"
    }
    for space in 1...7 { meanings["--space-\(space)"] = "distance \(space) of 7" }
    for heat in 1...4 {
      meanings["--heat-\(heat)"] = "heat map of coverage: step \(heat) (1 = fewest, 4 = most positions)"
    }
    for steps in 0...4 {
      let unit = steps == 1 ? "step" : "steps"
      meanings["--distance-\(steps)"] = "two parties whose stances are \(steps) \(unit) apart"
    }
    meanings["--far"] = "text on the two widest distances"
    meanings["--on-strong-fill"] = "text on the fills of the two ends of the scale"
    return meanings
  }()

  private static let stances = [
    ("champions", "Champions"), ("supports", "Supports"), ("mixed", "Mixed"), ("neutral", "Neutral"),
    ("opposes", "Opposes"), ("red-line", "Red line"),
  ]
}
