import Diagnostics
import Markdown

/// Finds the `> [!tension]` callouts of a report.
enum TensionReader {
  /// The tensions, in order of appearance. The graph checks whether the positions exist.
  ///
  /// Diagnostics: `invalid-tension` for a callout whose marker line does not name one or two positions; it
  /// gives no tension.
  static func tensions(
    in document: Document, path: String
  ) -> (tensions: [AuthoredTension], diagnostics: [Diagnostic]) {
    var tensions: [AuthoredTension] = []
    var diagnostics: [Diagnostic] = []
    for (index, node) in document.nodes.enumerated() {
      // A pattern, because comparing with == in another module is a call for every node.
      guard case .callout = node.kind else { continue }
      guard document.text[node.text.range].elementsEqual("tension".utf8) else { continue }
      let links = wikilinks(ofTitleOf: index, in: document)
      let positions = links.filter { namesPosition($0.text) }
      if (1...2).contains(links.count), positions.count == links.count {
        tensions.append(AuthoredTension(node: index, positions: positions))
      } else {
        diagnostics.append(problem(links, of: index, in: document, path: path))
      }
    }
    return (tensions, diagnostics)
  }

  private static func wikilinks(ofTitleOf callout: Int, in document: Document) -> [AuthoredName] {
    guard let title = document.children(of: callout).first(where: { _ in true }),
      document.nodes[title].kind == .calloutTitle
    else {
      return []
    }
    return document.nodes[title..<Int(document.nodes[title].end)].filter { $0.kind == .wikilink }.map {
      AuthoredName(document.string($0.text), range: $0.source.range)
    }
  }

  /// Whether it has the form `Issue#Party` with both parts.
  private static func namesPosition(_ target: String) -> Bool {
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !String($0).isBlank }
  }

  private static func problem(
    _ links: [AuthoredName], of callout: Int, in document: Document, path: String
  ) -> Diagnostic {
    var range = document.nodes[callout].source.range
    var message = "a tension must name a position on its first line"
    if let odd = links.first(where: { !namesPosition($0.text) }) {
      range = odd.range
      message = "“\(odd.text.excerpt)” is not a position; a tension must link to one"
    } else if links.count > 2 {
      range = links[2].range
      message = "a tension can have at most two positions, and this is the third"
    }
    return Diagnostic(
      .invalidTension, at: Place(path: path, range: range), message,
      suggestion: Suggestion(
        "write > [!tension] [[Issue#Party]], with a second [[Issue#Party]] if two positions conflict"))
  }
}
