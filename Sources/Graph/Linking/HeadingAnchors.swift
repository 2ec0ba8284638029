import Content
import Markdown

/// The anchors of a document's headings, as on GitHub and unique on the page, and of blocks to which the author gave one.
enum HeadingAnchors {
  /// Cells, tables and options come first (anchors of footnotes contain a colon); a heading with the same
  /// anchor gets a number.
  static func make(_ linker: FileLinker, headings: [Int]) -> [DocumentLinks.Anchor] {
    guard !headings.isEmpty || !linker.document.identifiers.isEmpty else { return [] }
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
    // What an author wrote as an identifier is the anchor, unless a cell or a table has it.
    let given = document.identifiers.filter { !taken.contains($0.name) }
    var slugs = HeadingSlug(taken: taken.union(given.map(\.name)))
    var own = Dictionary(uniqueKeysWithValues: given.map { ($0.node, $0.name) })
    var anchors = headings.map { node in
      let node = Int32(node)
      return DocumentLinks.Anchor(
        node: node,
        anchor: own.removeValue(forKey: node) ?? slugs.anchor(for: document.plainText(of: Int(node))))
    }
    if own.isEmpty { return anchors }
    anchors += own.map { DocumentLinks.Anchor(node: $0.key, anchor: $0.value) }
    return anchors.sorted { $0.node < $1.node }
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
