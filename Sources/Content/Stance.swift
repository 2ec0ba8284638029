/// The graded value of a position, only ever as its author marked it.
public enum Stance: String, Sendable, Hashable, CaseIterable {
  case champions = "++"
  case supports = "+"
  case mixed = "~"
  case neutral = "0"
  case opposes = "-"
  case redLine = "--"

  /// From −2 (red line) to 2 (champions); nil for `mixed`, which takes part in no order.
  public var value: Int? {
    switch self {
    case .champions: 2
    case .supports: 1
    case .neutral: 0
    case .opposes: -1
    case .redLine: -2
    case .mixed: nil
    }
  }

  /// The word that pages show, in English.
  public var word: String {
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
