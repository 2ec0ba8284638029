import Content
import Markdown

/// The anchors of a document's headings, as GitHub makes them and unique in the page.
enum HeadingAnchors {
  /// Cells, tables and options are served first (footnotes have anchors with a colon); a heading that would have their anchor gets a number.
  static func make(_ linker: FileLinker, headings: [Int]) -> [DocumentLinks.Anchor] {
    guard !headings.isEmpty else { return [] }
    let taken = taken(by: linker)
    var result: [DocumentLinks.Anchor] = []
    result.reserveCapacity(headings.count)
    var used: [String: Int] = [:]
    for node in headings {
      let slug = HeadingSlug.of(linker.document.plainText(of: node))
      var anchor = slug
      var number = used[slug] ?? 0
      while used[anchor] != nil || isTaken(anchor, taken, linker) {
        number += 1
        anchor = "\(slug)-\(number)"
      }
      used[slug] = number
      if anchor != slug { used[anchor] = 0 }
      result.append(DocumentLinks.Anchor(node: Int32(node), anchor: anchor))
    }
    return result
  }

  /// Anchors of tables and options.
  private static func taken(by linker: FileLinker) -> Set<String> {
    var taken = Set(linker.linked.comparisons.map(\.anchor))
    for option in linker.linked.options { taken.insert(option.anchor) }
    return taken
  }

  /// Only the anchors of cells hold two hyphens by themselves, so the cells are asked for such a heading alone.
  private static func isTaken(_ anchor: String, _ taken: Set<String>, _ linker: FileLinker) -> Bool {
    taken.contains(anchor) || (anchor.contains("--") && linker.hasCell(anchor))
  }
}

extension FileLinker {
  /// A position of this report has the anchor.
  fileprivate func hasCell(_ anchor: String) -> Bool {
    linked.positions.contains { position in
      let issue = site.issues.members[position.issue.index].slug
      guard anchor.hasPrefix(issue) else { return false }
      let pair = issue + "--" + site.parties.members[position.party.index].slug
      return anchor == (position.ordinal == 1 ? pair : pair + "--\(position.ordinal)")
    }
  }
}
