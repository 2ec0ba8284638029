import Content
import Diagnostics
import Markdown

/// Checks the embeds of notes of the whole site: that there is a text to show, and that notes do not embed each other.
struct EmbedCheck {
  private let graph: IssueGraph
  private var walk = EmbedWalk()
  private(set) var diagnostics: [Diagnostic] = []

  init(_ graph: IssueGraph) { self.graph = graph }

  /// Checks the embeds of one text.
  ///
  /// - Parameter nodes: the embeds that are alone in their paragraphs.
  mutating func check(_ nodes: [Int32], in own: EmbeddedText, sourcePath: String) {
    walk = EmbedWalk()
    for node in nodes.map(Int.init).sorted() {
      guard let target = own.links.target(at: node), target.isNote else { continue }
      let source = own.document.nodes[node]
      let place = Place(path: sourcePath, range: source.source.range)
      let name = own.document.string(source.text)
      guard let text = graph.embeddedText(target, in: own), text.hasText else {
        diagnostics.append(.nothingToEmbed(name, at: place))
        continue
      }
      if let refusal = follow(node, in: own, to: text) {
        diagnostics.append(.nestedEmbed(name, refusal, at: place))
      }
    }
  }

  /// The first refusal among an embed and those inside it.
  private mutating func follow(_ node: Int, in own: EmbeddedText, to text: EmbeddedText) -> EmbedWalk.Refusal?
  {
    if let refusal = walk.enter(node, of: own.document, toward: text) { return refusal }
    defer { walk.leave() }
    var first: EmbedWalk.Refusal?
    for paragraph in text.nodes where text.document.nodes[paragraph].kind == .paragraph {
      for inner in text.document.embeds(aloneIn: paragraph) {
        guard let target = text.links.target(at: inner), target.isNote,
          let next = graph.embeddedText(target, in: text), next.hasText
        else { continue }
        let refusal = follow(inner, in: text, to: next)
        first = first ?? refusal
      }
    }
    return first
  }
}

extension DocumentLinks {
  /// The target of a link or wikilink; nil if it has none.
  func target(at node: Int) -> LinkTarget? {
    let place = targets.partition { Int($0.node) >= node }
    return place < targets.count && Int(targets[place].node) == node ? targets[place].target : nil
  }
}

extension LinkTarget {
  /// Whether it is a page or a place on one, whose text an embed can show.
  package var isNote: Bool {
    switch self {
    case .issue, .party, .report, .page, .anchor: true
    case .position, .positions, .asset, .withheld: false
    }
  }
}

extension Diagnostic {
  fileprivate static func nothingToEmbed(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .noPositionToEmbed, at: place, "“\(name)” has no text to embed; it is shown as a link",
      suggestion: Suggestion("write ![[Issue#Party]], or remove the “!”"))
  }

  fileprivate static func nestedEmbed(
    _ name: String, _ refusal: EmbedWalk.Refusal, at place: Place
  ) -> Diagnostic {
    let (message, fix) =
      switch refusal {
      case .cycle:
        ("the text of “\(name)” embeds itself again; it is shown as a link there", "remove one of the embeds")
      case .depth:
        (
          "“\(name)” leads to more than \(EmbedWalk.deepest) notes inside one another; the innermost are shown as links",
          "embed the note that you mean directly"
        )
      case .count:
        (
          "this page embeds more than \(EmbedWalk.most) notes; the others are shown as links",
          "link to some of the notes instead"
        )
      }
    return Diagnostic(.nestedEmbed, at: place, message, suggestion: Suggestion(fix))
  }
}
