import Content
import Diagnostics
import Graph
import Markdown
import Text

extension Renaming {
  /// Renames a report: its title, and every link that names it.
  func report(_ id: ID<ReportEntry>, to new: String) throws(Refusal) -> [FileEdits] {
    let entry = graph.reports[id.index]
    return try document(entry.report.header, address: entry.address, to: new) { target in
      if case .report(let other, _) = target { other == id } else { false }
    }
  }

  /// Renames a page of `pages/`.
  func page(_ id: ID<PageEntry>, to new: String) throws(Refusal) -> [FileEdits] {
    let entry = graph.pages[id.index]
    return try document(entry.page.header, address: entry.address, to: new) { target in
      if case .page(let address, _) = target { address == entry.address } else { false }
    }
  }

  /// Renames the home page. Its file and its address stay.
  func home(to new: String) throws(Refusal) -> [FileEdits] {
    guard let entry = graph.home else { throw Refusal("the site has no text for its home page") }
    return try document(entry.page.header, address: "", to: new) { target in
      if case .page("", _) = target { true } else { false }
    }
  }

  /// Refuses a name that is the title of another report or page.
  func refuse(_ new: String, unlessTitleOf path: String?) throws(Refusal) {
    let headers = graph.reports.map(\.report.header) + graph.authoredPages.map(\.page.header)
    if headers.contains(where: { $0.path != path && NameKey($0.title) == NameKey(new) }) {
      throw Refusal("“\(new)” is already the title of another file")
    }
  }

  private func document(
    _ header: FileHeader, address: String, to new: String, leads: (LinkTarget) -> Bool
  ) throws(Refusal) -> [FileEdits] {
    try check(new)
    let old = header.title
    if old == new { return [] }
    try refuse(new, unlessTitleOf: header.path)
    try refuse(new, unless: nil)
    let move = try move(ofFile: header.path, titled: old, to: new)
    let finder = NameInText(keys: Set([old, move?.stems.old ?? old].map { NameKey($0) }))
    var gathered = GatheredEdits()
    for (file, links) in linkedFiles {
      for entry in links.targets where leads(entry.target) {
        let bytes = try bytes(file.path)
        let node = file.document.nodes[Int(entry.node)]
        if node.kind == .wikilink {
          for found in finder.inWikilink(bytes, node.source.range).prefix(1) {
            gathered.add(found, new, to: file.path)
          }
        } else if let move {
          link(node.source.range, move, bytes, file.path, &gathered)
        }
      }
    }
    try finish(header, to: new, address: address, move, &gathered)
    return gathered.sorted
  }

  /// Every file of the site with its resolved links.
  var linkedFiles: [(header: FileHeader, links: DocumentLinks)] {
    var files = graph.reports.map { ($0.report.header, $0.links) }
    files += graph.authoredPages.map { ($0.page.header, $0.links) }
    for issue in graph.issues {
      if let file = issue.file { files.append((file.header, issue.links ?? .none)) }
    }
    for party in graph.parties {
      if let file = party.file { files.append((file.header, party.links ?? .none)) }
    }
    return files
  }

  /// Renames a heading, and every link to it. A heading without an identifier of its own gets another anchor.
  func heading(_ path: String, _ node: Int, to new: String) throws(Refusal) -> [FileEdits] {
    if new.isEmpty || new.contains(where: \.isNewline) {
      throw Refusal("a heading must be text on a single line")
    }
    if new.contains("](") || new.contains("[[") { throw Refusal("write the heading without links") }
    guard let (header, links) = linkedFiles.first(where: { $0.header.path == path }) else { return [] }
    let document = header.document
    let bytes = try bytes(path)
    guard let text = HeadingText.range(inHeading: document.nodes[node].source.range, bytes) else {
      throw Refusal("the heading is written in a way that cannot be changed safely")
    }
    let anchor = links.anchors.first { Int($0.node) == node }?.anchor
    var slugs = HeadingSlug(taken: Set(links.anchors.filter { Int($0.node) != node }.map(\.anchor)))
    let isFixed = document.identifiers.contains { Int($0.node) == node }
    let newAnchor = isFixed ? anchor : slugs.anchor(for: new)
    let change = HeadingChange(
      old: document.plainText(of: node), new: new, anchor: anchor ?? "", newAnchor: newAnchor ?? "")
    var gathered = GatheredEdits()
    gathered.add(text, new, to: path)
    for (file, links) in linkedFiles {
      for entry in links.targets where leads(entry.target, to: change.anchor, of: header, in: file) {
        let node = file.document.nodes[Int(entry.node)]
        let bytes = try self.bytes(file.path)
        let place =
          node.kind == .wikilink ? nil : destination(ofLink: node.source.range, bytes, file.path)
        if let edit = change.edit(bytes, place ?? node.source.range) {
          gathered.add(edit.range, edit.text, to: file.path)
        }
      }
    }
    return gathered.sorted
  }

  /// Whether a link in `file` leads to an anchor of the page of `header`.
  private func leads(
    _ target: LinkTarget, to anchor: String, of header: FileHeader, in file: FileHeader
  ) -> Bool {
    switch target {
    case .anchor(let other): file.path == header.path && other == anchor
    case .report(let id, let other):
      graph.reports[id.index].report.header.path == header.path && other == anchor
    case .page(let address, let other):
      other.map { $0 == anchor || $0 == DocumentLinks.textPrefix + anchor } == true
        && self.header(ofPage: address)?.path == header.path
    default: false
    }
  }

  private func header(ofPage address: String) -> FileHeader? {
    graph.authoredPages.first { $0.address == address }?.page.header
      ?? graph.issues.first { $0.address == address }?.file?.header
      ?? graph.parties.first { $0.address == address }?.file?.header
  }
}

/// How the links to a heading change.
private struct HeadingChange {
  let old: String
  let new: String
  let anchor: String
  let newAnchor: String

  /// The edit of a link: what follows its `#`.
  func edit(_ bytes: [UInt8], _ range: Range<Int>) -> FileEdits.Edit? {
    let range = range.clamped(to: 0..<bytes.count)
    guard let hash = bytes[range].lastIndex(of: UInt8(ascii: "#")) else { return nil }
    let ends = Array("]|)> \\\"".utf8)
    var end = hash + 1
    let isWikilink =
      bytes[range].contains(UInt8(ascii: "[")) && bytes[range].suffix(2).elementsEqual("]]".utf8)
    while end < range.upperBound, !(isWikilink ? Array("]|\\".utf8) : ends).contains(bytes[end]) { end += 1 }
    let written = String(decoding: bytes[hash + 1..<end], as: UTF8.self)
    if NameKey(written) == NameKey(old), isWikilink {
      return FileEdits.Edit(hash + 1..<end, HeadingSlug.inWikilink(new, anchor: newAnchor))
    }
    guard PercentEncoding.decoded(written) == anchor, newAnchor != anchor else { return nil }
    return FileEdits.Edit(hash + 1..<end, isWikilink ? newAnchor : PercentEncoding.encoded(newAnchor))
  }
}
