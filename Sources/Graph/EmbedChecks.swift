import Content
import Diagnostics

extension FileLinker {
  /// An embed shows the card of a position, or an image; for anything else the author is told, and it stays a link.
  mutating func checkEmbed(
    _ reading: Reading, of target: WikilinkTarget, at range: Range<Int>
  ) -> Reading {
    guard case .target(let found) = reading else { return reading }
    switch found {
    case .position, .withheld: return reading
    case .asset(let path, _) where SitePath.isImage(path): return reading
    case .asset: reportEmbed("“\(target.name)” is no image", at: range)
    case .issue: reportEmbed("“\(target.name)” is an issue", at: range)
    case .party: reportEmbed("“\(target.name)” is a party", at: range)
    case .report: reportEmbed("“\(target.name)” is a report", at: range)
    case .page, .anchor: reportEmbed("“\(target.name)” is a page", at: range)
    }
    return reading
  }

  private mutating func reportEmbed(_ what: String, at range: Range<Int>) {
    linked.diagnostics.append(.noPositionToEmbed(what, at: Place(path: header.sourcePath, range: range)))
  }
}

extension Diagnostic {
  /// - Parameter what: says what the embed leads to instead, as a sentence.
  static func noPositionToEmbed(_ what: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .noPositionToEmbed, at: place, "\(what), and only positions and images are embedded with “!”",
      suggestion: Suggestion("write ![[Issue#Party]], or leave the “!” away for a link"))
  }
}
