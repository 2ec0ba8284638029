import Text

/// The rating of a position, only ever as its author marked it.
package enum Stance: String, Sendable, Hashable, CaseIterable {
  case champions = "++"
  case supports = "+"
  case mixed = "~"
  case neutral = "0"
  case opposes = "-"
  case redLine = "--"

  /// From −2 (red line) to 2 (champions); nil for `mixed`, which is not on the scale.
  package var value: Int? {
    switch self {
    case .champions: 2
    case .supports: 1
    case .neutral: 0
    case .opposes: -1
    case .redLine: -2
    case .mixed: nil
    }
  }

  /// Its name in files and settings, such as `red-line`.
  package var identifier: String {
    switch self {
    case .champions: "champions"
    case .supports: "supports"
    case .mixed: "mixed"
    case .neutral: "neutral"
    case .opposes: "opposes"
    case .redLine: "red-line"
    }
  }

  /// The word that pages show, in English.
  package var word: String {
    switch self {
    case .champions: "Champions"
    case .supports: "Supports"
    case .mixed: "Mixed"
    case .neutral: "Neutral"
    case .opposes: "Opposes"
    case .redLine: "Red line"
    }
  }
}

extension Stance {
  /// The stance for the text between `[` and `]`: `++`, `+`, `~`, `0`, `-` or `--`, ignoring white space
  /// around it. Minus signs, hyphens and en dashes count as `-`, and two em dashes as `--`; a single em dash
  /// is not a stance, because editors create it from both. nil for anything else.
  package init?(mark: some StringProtocol) {
    var folded = ""
    for scalar in mark.unicodeScalars where !scalar.properties.isWhitespace {
      folded.unicodeScalars.append(Dash.isDash(scalar) ? "-" : Self.ascii(scalar))
    }
    if mark.unicodeScalars.contains("\u{2014}"), folded == "-" { return nil }
    self.init(rawValue: folded)
  }

  private static func ascii(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\u{FF0B}": "+"
    case "\u{223C}", "\u{FF5E}", "\u{2248}": "~"
    default: scalar
    }
  }
}

extension Stance {
  /// The mark at the start of a cell, such as `[+]`.
  package var mark: MarkdownLine {
    switch self {
    case .champions: "[++]"
    case .supports: "[+]"
    case .mixed: "[~]"
    case .neutral: "[0]"
    case .opposes: "[-]"
    case .redLine: "[--]"
    }
  }
}
