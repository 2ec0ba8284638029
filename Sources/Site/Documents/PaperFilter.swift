/// Makes a part of a document from a page: leaves out what works only on screens, and everything that could load a file.
struct PaperFilter {
  let format: PaperFormat
  /// Stands before all anchors of the page, so that they differ from those of other pages.
  let prefix: String
  /// How many levels its headings move down.
  let shift: Int
  /// Where a link leads in the document: an anchor of it (`#…`), a whole address, or nowhere (nil).
  let target: (_ address: String) -> String?
  /// The contents of a picture as a `data:` address; nil: the document shows its description alone.
  let picture: (_ address: String) -> String?

  func kept(_ nodes: [MarkupNode]) -> [MarkupNode] {
    nodes.flatMap { node in node.element.map(kept) ?? [node] }
  }

  private func kept(_ element: MarkupElement) -> [MarkupNode] {
    if Self.left.contains(element.name) || element["hidden"] != nil { return [] }
    if element.classes.contains(where: { Self.leftClasses.contains(String($0)) }) { return [] }
    switch element.name {
    case "a": return link(element)
    case "img": return [image(element)]
    case "input": return [checkbox(element)].compactMap(\.self)
    case "h1", "h2", "h3", "h4", "h5", "h6": return [heading(element)]
    case "sup" where format == .docx && element.classes.contains("footnote"): return reference(element)
    case "section" where format == .docx && element.classes.contains("footnotes"): return notes(element)
    case "table": return WideTable(cleaned(element), canTurn: format == .pdf).nodes
    case "td", "th": return [cell(element)]
    case "details": return [renamed(element, "div")]
    case "summary": return [renamed(element, "p", style: "summary")]
    // pandoc knows no groups in definition lists.
    case "dl" where format == .docx: return [list(element)]
    case "p" where element.classes.contains("byline"): return byline(element)
    case _ where Self.names.contains(element.name): return [.element(cleaned(element))]
    default: return kept(element.children)
    }
  }

  /// The element with the attributes that a document needs, and what is kept in it.
  ///
  /// - Parameter movesAnchor: whether its anchor may go inside it, where pandoc needs it.
  private func cleaned(_ element: MarkupElement, movesAnchor: Bool = true) -> MarkupElement {
    var copy = MarkupElement(name: element.name, children: kept(element.children))
    for attribute in element.attributes where Self.attributes.contains(attribute.name) {
      copy[attribute.name] = attribute.value
    }
    for name in ["colspan", "rowspan", "start"] {
      if let value = copy[name], Int(value).map({ (0...1_000).contains($0) }) != true { copy[name] = nil }
    }
    guard let id = copy["id"] else { return copy }
    copy["id"] = prefix + id
    guard format == .docx, movesAnchor, !Self.anchored.contains(element.name) else { return copy }
    copy["id"] = nil
    copy.insertAnchor(prefix + id)
    return copy
  }

  private func renamed(_ element: MarkupElement, _ name: String, style: String? = nil) -> MarkupNode {
    var copy = cleaned(element)
    copy.name = name
    if let style { copy["class"] = style }
    return .element(copy)
  }

  private func link(_ element: MarkupElement) -> [MarkupNode] {
    var copy = cleaned(element)
    guard let address = element["href"], let target = self.target(address) else {
      copy.name = "span"
      return copy.attributes.isEmpty ? copy.children : [.element(copy)]
    }
    copy["href"] = target
    // The style sheet shows other addresses, so that readers on paper know them.
    let isOutside = ["http://", "https://"].contains { address.lowercased().hasPrefix($0) }
    if isOutside { copy["class"] = [copy["class"], "outside"].compactMap(\.self).joined(separator: " ") }
    return [.element(copy)]
  }

  private func image(_ element: MarkupElement) -> MarkupNode {
    let description = element["alt"] ?? ""
    guard let source = element["src"], let data = picture(source) else {
      return .text(Array((description.isEmpty ? "" : "[\(description)]").utf8))
    }
    var copy = cleaned(element)
    copy["alt"] = description
    copy["src"] = data
    return .element(copy)
  }

  /// The date and the authors; nothing if the page has neither.
  private func byline(_ element: MarkupElement) -> [MarkupNode] {
    let copy = cleaned(element)
    return copy.elements.isEmpty ? [] : [.element(copy)]
  }

  /// A box of a task list.
  private func checkbox(_ element: MarkupElement) -> MarkupNode? {
    guard element["type"] == "checkbox" else { return nil }
    return .text(Array((element["checked"] == nil ? "☐" : "☑").utf8))
  }

  private func heading(_ element: MarkupElement) -> MarkupNode {
    let level = Int(element.name.dropFirst()) ?? 1
    return renamed(element, "h\(min(6, level + shift))")
  }

  /// A cell; in a matrix, the first words of each position get a line of their own.
  private func cell(_ element: MarkupElement) -> MarkupNode {
    var copy = cleaned(element)
    copy.children = Self.withLines(copy.children)
    return .element(copy)
  }

  private static func withLines(_ nodes: [MarkupNode]) -> [MarkupNode] {
    nodes.enumerated().flatMap { place, node -> [MarkupNode] in
      guard var part = node.element, part.name == "a" || part.name == "span" else { return [node] }
      let lineBreak = MarkupNode.element(MarkupElement(name: "br"))
      if part.name == "span", part.attributes.isEmpty { return [lineBreak, node, lineBreak] }
      part.children = withLines(part.children)
      // Several positions in a cell follow each other without a space.
      let follows = place > 0 && nodes[place - 1].element.map { $0.name == part.name } ?? false
      return follows ? [lineBreak, .element(part)] : [.element(part)]
    }
  }

  /// The number of a footnote, in the form that pandoc makes a footnote of.
  private func reference(_ element: MarkupElement) -> [MarkupNode] {
    element.elements.filter { $0.name == "a" }.compactMap { link in
      guard let address = link["href"], address.hasPrefix("#") else { return nil }
      return .element(
        MarkupElement(
          name: "a",
          attributes: [
            .init(name: "href", value: "#" + prefix + address.dropFirst()),
            .init(name: "epub:type", value: "noteref"),
          ], children: link.children))
    }
  }

  private func notes(_ section: MarkupElement) -> [MarkupNode] {
    section.elements.filter { $0.name == "ol" }.flatMap(\.elements).filter { $0.name == "li" }.map { note in
      var copy = cleaned(note, movesAnchor: false)
      copy.name = "aside"
      copy["class"] = nil
      copy["epub:type"] = "footnote"
      return .element(copy)
    }
  }

  private func list(_ element: MarkupElement) -> MarkupNode {
    var copy = cleaned(element)
    copy.children = copy.children.flatMap { node in
      node.element.map { $0.name == "div" ? $0.children : [node] } ?? [node]
    }
    return .element(copy)
  }

  /// Elements that a document leaves out with what is in them.
  private static let left: Set<String> = [
    "audio", "base", "button", "canvas", "embed", "form", "link", "math", "meta", "nav", "object",
    "picture", "select", "source", "svg", "template", "track", "video",
  ]

  /// What works only on screens, and what is said of the site in place of its subject.
  private static let leftClasses: Set<String> = [
    "back", "badges", "breadcrumbs", "citations", "cite", "history", "legend", "linked-from", "more",
    "neighbours", "permalink", "reading-time", "table-end", "tags", "report-error",
  ]

  private static let names: Set<String> = [
    "abbr", "article", "aside", "b", "bdi", "bdo", "blockquote", "br", "caption", "code", "col", "colgroup",
    "dd", "del", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "footer", "header", "hr", "i", "ins",
    "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "samp", "section", "small", "span", "strong", "sub",
    "sup", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
  ]

  /// The elements whose anchors pandoc keeps.
  private static let anchored: Set<String> = ["div", "h1", "h2", "h3", "h4", "h5", "h6", "span"]

  private static let attributes: Set<String> = [
    "class", "colspan", "datetime", "dir", "id", "lang", "reversed", "rowspan", "scope", "start",
  ]
}

extension MarkupElement {
  /// Puts an anchor before the first words in it.
  fileprivate mutating func insertAnchor(_ id: String) {
    let place = children.firstIndex { !$0.isBlank } ?? children.startIndex
    if children.indices.contains(place), var inner = children[place].element, Self.blocks.contains(inner.name)
    {
      inner.insertAnchor(id)
      children[place] = .element(inner)
    } else {
      let anchor = MarkupElement(name: "span", attributes: [.init(name: "id", value: id)])
      children.insert(.element(anchor), at: place)
    }
  }

  private static let blocks: Set<String> = [
    "article", "blockquote", "caption", "dd", "div", "dl", "dt", "li", "ol", "p", "section", "table", "tbody",
    "td",
    "th", "thead", "tr", "ul",
  ]
}
