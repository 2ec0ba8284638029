import Content
import Markdown

/// The anchors of a document's headings, as on GitHub and unique on the page.
enum HeadingAnchors {
  /// Cells, tables and options come first (anchors of footnotes contain a colon); a heading with the same
  /// anchor gets a number.
  static func make(_ linker: FileLinker, headings: [Int]) -> [DocumentLinks.Anchor] {
    guard !headings.isEmpty else { return [] }
    var taken = Set(linker.linked.comparisons.map(\.anchor))
    for table in linker.linked.tables { taken.insert(table.anchor) }
    for option in linker.linked.options { taken.insert(option.anchor) }
    let anchors = anchors(of: headings, in: linker.document, taken: taken)
    // Every anchor of a cell contains two hyphens; hardly any heading's anchor does.
    guard !linker.linked.positions.isEmpty, anchors.contains(where: { $0.anchor.hasTwoHyphens }) else {
      return anchors
    }
    for position in linker.linked.positions { taken.insert(linker.site.anchor(of: position)) }
    return self.anchors(of: headings, in: linker.document, taken: taken)
  }

  private static func anchors(
    of headings: [Int], in document: Document, taken: Set<String>
  ) -> [DocumentLinks.Anchor] {
    var slugs = HeadingSlug(taken: taken)
    return headings.map { node in
      DocumentLinks.Anchor(node: Int32(node), anchor: slugs.anchor(for: document.plainText(of: node)))
    }
  }
}

extension SymbolTable {
  /// The anchor of a position's cell on its report's page.
  func anchor(of position: Position) -> String {
    let pair =
      issues.members[position.issue.index].slug + "--" + parties.members[position.party.index].slug
    return position.ordinal == 1 ? pair : pair + "--\(position.ordinal)"
  }
}

extension String {
  /// Whether it contains two adjacent hyphens.
  fileprivate var hasTwoHyphens: Bool {
    var last: UInt8 = 0
    for byte in utf8 {
      if byte == UInt8(ascii: "-"), last == byte { return true }
      last = byte
    }
    return false
  }
}

/// The anchors that are already used on a page.
struct AnchorSet {
  private var taken: Set<String> = []
  /// The number that was last added to an anchor, so that a thousand equal ones do not count up each time.
  private var last: [String: Int] = [:]

  /// `anchor` itself, or with `-2`, `-3` … if it is already used.
  mutating func unique(_ anchor: String) -> String {
    if taken.insert(anchor).inserted { return anchor }
    var number = last[anchor] ?? 1
    repeat { number += 1 } while !taken.insert("\(anchor)-\(number)").inserted
    last[anchor] = number
    return "\(anchor)-\(number)"
  }
}
