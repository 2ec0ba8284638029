import Content
import Diagnostics
import Markdown

/// Checks the embeds of notes of the whole site: that there is a text to show, and that notes do not embed each other.
struct EmbedCheck {
  private let graph: IssueGraph
  private var walk: EmbedWalk
  private var tally: DiagnosticTally
  private var limits: Limits { graph.settings.limits }

  init(_ graph: IssueGraph) {
    self.graph = graph
    walk = EmbedWalk(graph.settings.limits)
    tally = DiagnosticTally(graph.settings.limits)
  }

  /// The diagnostics, in the order in which they were found.
  var diagnostics: [Diagnostic] { tally.diagnostics }

  /// Checks the embeds of one text.
  ///
  /// - Parameter nodes: the embeds that are alone in their paragraphs.
  mutating func check(_ nodes: [Int32], in own: EmbeddedText, sourcePath: String) {
    walk = EmbedWalk(limits)
    // What the page as a whole has too much of is said once.
    var said: Set<EmbedWalk.Refusal> = []
    for node in nodes.map(Int.init).sorted() {
      guard let target = own.links.target(at: node), target.isNote else { continue }
      let source = own.document.nodes[node]
      let place = Place(path: sourcePath, range: source.source.range)
      let name = own.document.string(source.text)
      switch follow(node, target, in: own) {
      case .shown: break
      case .nothing: tally.add(.nothingToEmbed(name, at: place))
      case .refused(let refusal):
        if refusal.isOfPage, !said.insert(refusal).inserted { continue }
        tally.add(.nestedEmbed(name, refusal, limits, at: place))
      }
    }
  }

  private enum Answer {
    case shown, nothing
    case refused(EmbedWalk.Refusal)
  }

  /// Whether an embed is shown; the first refusal among it and those inside it.
  private mutating func follow(_ node: Int, _ target: LinkTarget, in own: EmbeddedText) -> Answer {
    if let refusal = walk.begin() { return .refused(refusal) }
    guard let text = graph.embeddedText(target, in: own), text.hasText else { return .nothing }
    if let refusal = walk.enter(node, of: own.document, toward: text) { return .refused(refusal) }
    defer { walk.leave() }
    var first: EmbedWalk.Refusal?
    for paragraph in text.nodes where text.document.nodes[paragraph].kind == .paragraph {
      for inner in text.document.embeds(aloneIn: paragraph) {
        guard let target = text.links.target(at: inner), target.isNote else { continue }
        if case .refused(let refusal) = follow(inner, target, in: text) { first = first ?? refusal }
      }
    }
    return first.map(Answer.refused) ?? .shown
  }
}

extension DocumentLinks {
  /// The target of a link or wikilink; nil if it has none.
  func target(at node: Int) -> LinkTarget? {
    let place = targets.partition { Int($0.node) >= node }
    return place < targets.count && Int(targets[place].node) == node ? targets[place].target : nil
  }
}

extension DocumentLinks {
  /// The anchor that an author gave to a plain table; nil: none.
  package func anchor(ofTable node: Int) -> String? {
    let place = tables.partition { Int($0.node) >= node }
    return place < tables.count && Int(tables[place].node) == node ? tables[place].anchor : nil
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
    _ name: String, _ refusal: EmbedWalk.Refusal, _ limits: Limits, at place: Place
  ) -> Diagnostic {
    let (message, fix) =
      switch refusal {
      case .cycle:
        ("the text of “\(name)” embeds itself again; it is shown as a link there", "remove one of the embeds")
      case .depth:
        (
          "“\(name)” nests notes more than \(limits[.embedDepth]) deep; the innermost are shown as links",
          "embed the note you want directly" + raising(.embedDepth)
        )
      case .count:
        (
          "this page embeds more than \(limits[.embeds]) notes; the others are shown as links",
          "link to some of the notes instead" + raising(.embeds)
        )
      case .bytes:
        (
          "the notes that this page embeds are larger than \(limits[.embedBytes]) bytes in total; the others are shown as links",
          "link to some of the notes instead" + raising(.embedBytes)
        )
      }
    return Diagnostic(.nestedEmbed, at: place, message, suggestion: Suggestion(fix))
  }

  private static func raising(_ limit: Limit) -> String {
    ", or raise the limit with “limits: {\(limit.name): …}” in site.yml"
  }
}

extension EmbedWalk.Refusal {
  /// Whether it is about all embeds of a page together.
  fileprivate var isOfPage: Bool { self == .count || self == .bytes }
}
