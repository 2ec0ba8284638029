import Content
import Graph
import Markdown

/// Writes the headings of a document as a nested list of links.
struct ContentsWriter {
  /// How many headings make a list worth having.
  static let least = 3
  /// The most headings of a list that is open above the text; longer lists are folded.
  static let mostUnfolded = 8

  private let document: Document
  private let headings: [DocumentLinks.Anchor]

  /// nil when the document has too few headings.
  init?(_ header: FileHeader, links: DocumentLinks) {
    let title = header.titleNode.map(Int32.init)
    let headings = links.anchors.filter { $0.node != title }
    guard headings.count >= Self.least else { return nil }
    self.headings = headings
    document = header.document
  }

  var isLong: Bool { headings.count > Self.mostUnfolded }

  func write(into output: inout [UInt8]) {
    var levels = HeadingLevels(top: 1)
    var depth = 0
    for heading in headings {
      let level = levels.next(Int(document.nodes[Int(heading.node)].detail))
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
      output.escaped(document.plainText(of: Int(heading.node)))
      output.raw("</a>")
    }
    while depth > 0 {
      output.raw("</li>\n</ol>\n")
      depth -= 1
    }
  }
}

/// Turns an author's heading levels into levels that never skip one, from 2 on (the page's title is the first).
struct HeadingLevels {
  /// The level that the document's top headings get.
  let top: Int
  private var open: [Int] = []

  init(top: Int = 2) {
    self.top = top
  }

  /// The level that a heading of the author's level `level` is shown at, from `top` to 6.
  mutating func next(_ level: Int) -> Int {
    while let last = open.last, last >= level { open.removeLast() }
    open.append(level)
    return min(6, top + open.count - 1)
  }
}
