/// One custom property of the theme that a site may set: a colour, a measure, letters.
struct ThemeToken: Sendable, Hashable {
  /// With its two hyphens.
  let name: String
  /// Path of the style sheet that sets it, below Templates/.
  let sheet: String
  /// On light paper, or the value for both.
  let light: String
  /// On dark paper; nil: the value does not depend on the scheme.
  let dark: String?
  /// What it is for; empty when nobody has said.
  var meaning: String { Self.meanings[name] ?? "" }

  /// What the first rule of each built-in style sheet sets, in the order of sheets and declarations.
  static var all: [ThemeToken] {
    let theme = Theme.builtIn
    let others = theme.keys.filter { $0.hasSuffix(".css") && $0 != siteSheet }.sorted()
    return ([siteSheet] + others).flatMap { sheet in
      read(String(decoding: theme[sheet] ?? [], as: UTF8.self), sheet: sheet)
    }
  }

  private static let siteSheet = "assets/site.css"

  /// - Parameter text: CSS with one declaration a line in its first rule for `:root`.
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

  /// By name; a test holds it against the style sheets.
  private static let meanings: [String: String] = {
    var meanings = [
      "--paper": "the paper of the page", "--raised": "the paper of boxes and tables",
      "--sunk": "the paper of what lies deeper: code, steps of a history",
      "--ink": "words, and strong rules", "--soft": "words that stand back: dates, sources, captions",
      "--line": "thin lines", "--strong-line": "lines of fields and buttons, underlines of names",
      "--link": "links", "--focus": "the frame of what the keyboard is at",
      "--target": "behind the place that a link led to", "--mark": "behind marked words",
      "--serif": "letters of headings and quotes", "--sans": "letters of text",
      "--mono": "letters of code", "--text-xs": "dates, sources, marks", "--text-s": "tables, bylines, menus",
      "--text-m": "text outside of reports", "--text-l": "leads, headings of the third level",
      "--text-xl": "headings of the second level", "--text-xxl": "the title of a page",
      "--gap": "the margin beside the page", "--measure": "the width of a line of text",
      "--wide": "the width of the page",
    ]
    for (stance, word) in stances {
      meanings["--\(stance)"] = "the word “\(word)” and its sign"
      meanings["--\(stance)-back"] = "behind the word “\(word)”"
    }
    for party in 1...PartyHue.count {
      meanings["--party-\(party)"] = "the hue of party \(party), and of every \(PartyHue.count)th after it"
    }
    for space in 1...7 { meanings["--space-\(space)"] = "distance \(space) of 7" }
    for heat in 1...4 {
      meanings["--heat-\(heat)"] = "how often positions are reported: step \(heat) of 4, the last the most"
    }
    return meanings
  }()

  private static let stances = [
    ("champions", "Champions"), ("supports", "Supports"), ("mixed", "Mixed"), ("neutral", "Neutral"),
    ("opposes", "Opposes"), ("red-line", "Red line"),
  ]
}
