import Editions
import Graph
import Markdown

/// Links, wikilinks, images and names in prose.
extension DocumentWriter {
  /// Writes a text, with links around the names that are shown as links.
  func writeText(_ renderer: inout HTMLRenderer, _ index: Int) -> HTMLRenderer.Answer {
    guard !isInsideLink, mentions.touches(index) else { return .standard }
    var start = Int(document.nodes[index].text.start)
    let end = Int(document.nodes[index].text.end)
    if let open = mentions.open {
      guard open.endNode == index else { return .standard }
      start = closeMention(open, from: start, before: end, &renderer)
    }
    while let name = mentions.start(in: index) {
      renderer.output.escaped(document.text[start..<max(start, Int(name.start))])
      renderer.output.raw("<a class=\"mention\" href=\"")
      switch name.subject {
      case .issue(let id): page.issue(id, into: &renderer.output)
      case .party(let id): page.party(id, into: &renderer.output)
      }
      renderer.output.raw("\">")
      start = max(start, Int(name.start))
      guard name.endNode == index else { break }
      start = closeMention(name, from: start, before: end, &renderer)
    }
    renderer.output.escaped(document.text[min(start, end)..<end])
    return .done
  }

  /// Writes the rest of a name and closes its link; returns the end of the name.
  private func closeMention(
    _ name: DocumentLinks.Name, from start: Int, before end: Int, _ renderer: inout HTMLRenderer
  ) -> Int {
    let stop = min(end, max(start, Int(name.end)))
    renderer.output.escaped(document.text[start..<stop])
    renderer.output.raw("</a>")
    mentions.close()
    return stop
  }

  /// Opens a link that leads into the site; others are written as usual.
  func openLink(_ renderer: inout HTMLRenderer, _ index: Int) -> HTMLRenderer.Answer {
    if isInsideLink { return .opened(closing: HTML()) }
    guard let target = target(of: index) else { return openOutsideLink(&renderer, index) }
    guard openAnchor(target, &renderer) else { return .opened(closing: HTML()) }
    let title = document.nodes[index].extra
    if !title.isEmpty {
      renderer.output.raw(" title=\"")
      renderer.output.escaped(document.text[title.range])
      renderer.output.raw("\"")
    }
    renderer.output.raw(">")
    return .opened(closing: "</a>")
  }

  /// A link that is not in the graph: on another page, a fragment needs the address of the page that it
  /// belongs to.
  private func openOutsideLink(_ renderer: inout HTMLRenderer, _ index: Int) -> HTMLRenderer.Answer {
    if isBareAddress(index) {
      renderer.output.raw("<a class=\"url\" href=\"")
      renderer.writeAddress(document.nodes[index].text)
      renderer.output.raw("\">")
      return .opened(closing: "</a>")
    }
    guard case .elsewhere(let address, _) = use else { return .standard }
    let destination = document.text[document.nodes[index].text.range]
    guard destination.first == UInt8(ascii: "#") else { return .standard }
    renderer.output.raw("<a href=\"")
    page.page(address, into: &renderer.output)
    renderer.output.escaped(destination)
    renderer.output.raw("\">")
    return .opened(closing: "</a>")
  }

  /// Whether the link shows its own address, with or without its scheme, so that print need not repeat it.
  private func isBareAddress(_ index: Int) -> Bool {
    let node = document.nodes[index]
    let address = document.text[node.text.range]
    guard address.starts(with: "http".utf8), node.extra.isEmpty, Int(node.end) == index + 2,
      document.nodes[index + 1].kind == .text
    else { return false }
    let shown = document.text[document.nodes[index + 1].text.range]
    return ["", "http://", "https://"].contains { scheme in
      address.starts(with: scheme.utf8) && address.dropFirst(scheme.utf8.count).elementsEqual(shown)
    }
  }

  /// Writes `<a href="…"` without its end; false if the target has no address.
  private func openAnchor(_ target: LinkTarget, _ renderer: inout HTMLRenderer) -> Bool {
    if case .withheld = target { return false }
    renderer.output.raw("<a href=\"")
    writeAddress(target, &renderer)
    renderer.output.raw("\"")
    return true
  }

  func writeAddress(_ target: LinkTarget, _ renderer: inout HTMLRenderer) {
    switch target {
    case .issue(let id): page.issue(id, into: &renderer.output)
    case .party(let id): page.party(id, into: &renderer.output)
    case .position(let id): page.position(id, into: &renderer.output)
    case .positions(let ids): writeAddress(of: ids, &renderer)
    case .report(let id, let anchor):
      page.place(page.site.graph.reports[id.index].address, anchor: anchor, into: &renderer.output)
    case .page(let address, let anchor): page.place(address, anchor: anchor, into: &renderer.output)
    case .asset(let path, let suffix):
      page.root(into: &renderer.output)
      renderer.output.percentEncoded(path)
      renderer.output.addressSuffix(suffix)
    case .anchor(let anchor):
      if case .elsewhere(let address, _) = use { page.page(address, into: &renderer.output) }
      renderer.output.raw("#")
      ownAnchor(anchor, into: &renderer.output)
    case .withheld: break
    }
  }

  /// Positions that stand side by side: the first on this page, else what the issue's page says of the party.
  private func writeAddress(of ids: [ID<Position>], _ renderer: inout HTMLRenderer) {
    guard let first = ids.first else { return }
    let position = page.site.graph.positions[first.index]
    if page.isReport(position.report) { return page.position(first, into: &renderer.output) }
    standingAddress(of: position.party, on: position.issue, into: &renderer.output)
  }

  /// What a link to a party on an issue leads to, if editions remember a part of it; nil: the reports of the site have all of it,
  /// or it is another link.
  func rememberedStanding(at node: Int) -> [RecordedPosition]? {
    guard let link = links.standing(at: node), page.site.record.remembers(link.party, on: link.issue) else {
      return nil
    }
    let standing = page.site.record.standing(linkedBy: link, in: links.report)
    let isRemembered = standing.contains { if case .remembered = $0 { true } else { false } }
    return isRemembered ? standing : nil
  }

  /// Writes `<a href="…"` to a standing of which editions remember a part, without its end: to the position if it is the only
  /// one, otherwise to what the issue's page says of the party; false if the node is another link.
  private func openStanding(at node: Int, _ renderer: inout HTMLRenderer) -> Bool {
    guard let standing = rememberedStanding(at: node), let link = links.standing(at: node) else {
      return false
    }
    renderer.output.raw("<a href=\"")
    if standing.count == 1, case .remembered(let position)? = standing.first {
      page.remembered(position, on: link.issue, into: &renderer.output)
    } else {
      standingAddress(of: link.party, on: link.issue, into: &renderer.output)
    }
    renderer.output.raw("\"")
    return true
  }

  private func standingAddress(of party: ID<Party>, on issue: ID<Issue>, into output: inout HTML) {
    page.issue(issue, into: &output)
    output.raw("#")
    output.append(page.site.partySlugs, party.index)
  }

  /// Writes a wikilink as a link, or as its text if it leads nowhere.
  func writeWikilink(_ renderer: inout HTMLRenderer, _ index: Int) -> HTMLRenderer.Answer {
    let target = isInsideLink ? nil : target(of: index)
    let isLink =
      !isInsideLink && openStanding(at: index, &renderer) || target.map { openAnchor($0, &renderer) } ?? false
    if isLink { renderer.output.raw(">") }
    let shown = document.nodes[index].extra
    if shown.isEmpty, case .position(let id)? = target, isExact(document.nodes[index].text, id) {
      let position = page.site.graph.positions[id.index]
      renderer.output.append(page.site.issueNames, position.issue.index)
      renderer.output.raw(": ")
      renderer.output.append(page.site.partyNames, position.party.index)
    } else if shown.isEmpty {
      writeWikilinkTarget(document.text[document.nodes[index].text.range], into: &renderer.output)
    } else {
      renderer.output.escaped(document.text[shown.range])
    }
    if isLink { renderer.output.raw("</a>") }
    return .done
  }

  /// Whether the target names a cell by its anchor, which is not meant for readers.
  private func isExact(_ target: ByteRange, _ id: ID<Position>) -> Bool {
    let bytes = document.text[target.range]
    guard let hash = bytes.firstIndex(of: UInt8(ascii: "#")) else { return false }
    return bytes[(hash + 1)...].elementsEqual(page.site.graph.anchor(of: id).utf8)
  }

  /// Writes a wikilink's target in readable form: `issue:Sanctions#Moscow` as “Sanctions: Moscow”.
  private func writeWikilinkTarget(_ target: ArraySlice<UInt8>, into output: inout HTML) {
    var rest = target
    for prefix in ["issue:", "party:", "report:", "page:"] where rest.starts(with: prefix.utf8) {
      rest = rest.dropFirst(prefix.utf8.count).drop { $0 == UInt8(ascii: " ") }
      break
    }
    guard let hash = rest.firstIndex(of: UInt8(ascii: "#")) else { return output.escaped(rest) }
    output.escaped(rest[..<hash])
    if hash > rest.startIndex { output.raw(": ") }
    let places = rest[(hash + 1)...].drop { $0 == UInt8(ascii: "^") }.split(separator: UInt8(ascii: "#"))
    for (number, place) in places.enumerated() {
      if number > 0 { output.raw(": ") }
      output.escaped(place)
    }
  }

  /// Writes an image: files of the site with a relative path, others with their address.
  func writeImage(_ renderer: inout HTMLRenderer, _ index: Int) -> HTMLRenderer.Answer {
    renderer.output.raw("<img src=\"")
    if let target = target(of: index) {
      writeAddress(target, &renderer)
    } else {
      renderer.writeAddress(document.nodes[index].text)
    }
    renderer.output.raw("\" alt=\"")
    let start = renderer.output.count
    renderer.writeDescription(of: index)
    let (end, size) = Self.size(renderer.output, from: start)
    renderer.output.cut(to: end)
    renderer.output.raw("\"")
    size?.write(into: &renderer.output)
    let title = document.nodes[index].extra
    // The title of a figure is its caption.
    if !title.isEmpty, document.nodes[index - 1].kind != .figure {
      renderer.output.raw(" title=\"")
      renderer.output.escaped(document.text[title.range])
      renderer.output.raw("\"")
    }
    renderer.output.raw(" loading=\"lazy\">")
    writeReferences(in: index, &renderer)
    return .done
  }

  /// The size at the end of a description, and where the description itself ends.
  ///
  /// A function of its own, because a slice that is still alive would make the next change copy the whole output.
  private static func size(_ output: HTML, from start: Int) -> (end: Int, ImageSize?) {
    let (description, size) = ImageSize.split(output[start..<output.count].bytes, needsBar: true)
    return (description.endIndex, size)
  }
}
