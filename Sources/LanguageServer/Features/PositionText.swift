import Content
import Graph

/// Positions in Markdown, for hovers.
struct PositionText {
  private let graph: IssueGraph

  init(_ graph: IssueGraph) { self.graph = graph }

  /// Stance and date, such as `Supports, 2025-03`; `unrated` without a stance.
  func summary(_ id: ID<Position>) -> String {
    let position = graph.positions[id.index]
    let date = position.date.map { ", \($0)" } ?? ""
    return (position.stance?.word ?? "Unrated") + date
  }

  /// The words of a position, shortened.
  func words(_ id: ID<Position>) -> String {
    let text = graph.text(of: id)
    return text.count > 160 ? String(text.prefix(160)) + "…" : text
  }

  /// An item of a list: `- **Red** (Supports, 2025-03): words`.
  func item(_ name: String, _ id: ID<Position>) -> String {
    "- **\(Self.escaped(name))** (\(summary(id))): \(Self.escaped(words(id)))"
  }

  /// All positions of a party on an issue, newest first.
  func history(_ id: ID<Position>) -> [ID<Position>] {
    let position = graph.positions[id.index]
    return Array(graph.positions(of: position.party, on: position.issue))
  }

  /// Text without the characters that Markdown reads as marks.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_[]<>#|".contains(character) { result += "\\" }
      result.append(character.isNewline ? " " : character)
    }
    return result
  }
}
