import Content
import Graph
import Markdown

/// Writes the headings of a document as a nested list of links.
struct ContentsWriter {
  /// The number of headings from which a table of contents is useful.
  static let least = 3
  /// The largest number of headings for which the list is open above the text; longer lists are folded.
  static let mostUnfolded = 8

  private struct Heading {
    let anchor: String
    /// The author's level.
    let level: Int
    let text: String
  }

  /// Those with text: a link needs a name.
  private let headings: [Heading]

  /// nil if the document has too few headings.
  init?(_ header: FileHeader, links: DocumentLinks) {
    let title = header.titleNode.map(Int32.init)
    let nodes = header.document.nodes
    headings = links.anchors.compactMap { anchor in
      let node = Int(anchor.node)
      guard anchor.node != title, nodes[node].kind == .heading else { return nil }
      let text = header.document.plainText(of: node)
      return text.isEmpty ? nil : Heading(anchor: anchor.anchor, level: Int(nodes[node].detail), text: text)
    }
    guard headings.count >= Self.least else { return nil }
  }

  var isLong: Bool { headings.count > Self.mostUnfolded }

  func write(into output: inout HTML) {
    var levels = HeadingLevels(top: 1)
    var depth = 0
    for heading in headings {
      let level = levels.next(heading.level)
      if level > depth {
        output.raw("\n<ol>\n")
        depth += 1
      } else {
        output.raw("</li>\n")
        while depth > level {
          output.raw("</ol>\n</li>\n")
          depth -= 1
        }
      }
      output.raw("<li><a href=\"#")
      output.escaped(heading.anchor)
      output.raw("\">")
      output.escaped(heading.text)
      output.raw("</a>")
    }
    while depth > 0 {
      output.raw("</li>\n</ol>\n")
      depth -= 1
    }
  }
}

/// Converts an author's heading levels to levels without gaps, from 2 on (the page's title is the first).
struct HeadingLevels {
  /// The level of the document's top headings.
  let top: Int
  private var open: [Int] = []

  init(top: Int = 2) {
    self.top = top
  }

  /// The displayed level of a heading with the author's level `level`, from `top` to 6.
  mutating func next(_ level: Int) -> Int {
    while let last = open.last, last >= level { open.removeLast() }
    open.append(level)
    return min(6, top + open.count - 1)
  }
}
