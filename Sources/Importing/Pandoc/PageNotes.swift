/// Finds the footnotes and comments of a web page: a link to a text that begins with a link back.
///
/// Word processors, wikis and other generators write them in this way, each with other names.
struct PageNotes {
  /// The page with each reference in a note of its own, and without the texts below it.
  private(set) var blocks: [PandocBlock]
  /// The texts of comments, which are left out.
  private(set) var comments: [String] = []

  /// The texts of notes by the name that references link to.
  private var notes: [String: [PandocBlock]] = [:]
  /// The names of the references by those of the notes.
  private var references: [String: String] = [:]
  private let plain: ([PandocInline]) -> String

  /// - Parameter plain: returns the plain text of inlines.
  init(_ blocks: [PandocBlock], plain: @escaping ([PandocInline]) -> String) {
    self.blocks = blocks
    self.plain = plain
    collectReferences(blocks)
    guard !references.isEmpty else { return }
    let rest = withoutNotes(blocks, id: "")
    guard !notes.isEmpty else { return }
    self.blocks = rest.map { mapped($0) }
  }

  private static func isComment(_ id: String) -> Bool { id.hasPrefix("cmnt") || id.hasPrefix("_msocom") }

  // MARK: References

  private mutating func collectReferences(_ blocks: [PandocBlock]) {
    for block in blocks {
      for inlines in block.inlineLists { collectReferences(inlines, id: "") }
      for inner in block.blockLists { collectReferences(inner) }
    }
  }

  private mutating func collectReferences(_ inlines: [PandocInline], id outer: String) {
    for inline in inlines {
      if case .link(_, let target, let id) = inline, target.hasPrefix("#") {
        let name = id.isEmpty ? outer : id
        let note = String(target.dropFirst())
        // The link back comes later, so the first one is the reference.
        if !name.isEmpty, references[note] == nil, references[name] != note { references[note] = name }
      }
      if case .span(let attributes, let inner) = inline {
        collectReferences(inner, id: attributes.id.isEmpty ? outer : attributes.id)
      } else {
        collectReferences(inline.inner, id: outer)
      }
    }
  }

  // MARK: Notes

  private mutating func withoutNotes(_ blocks: [PandocBlock], id: String) -> [PandocBlock] {
    var result: [PandocBlock] = []
    for block in blocks {
      switch block {
      case .group(let inner, let own):
        let rest = withoutNotes(inner, id: own.isEmpty ? id : own)
        if rest.isEmpty, !inner.isEmpty { continue }
        result.append(.group(rest, id: own))
      case .orderedList(let start, let entries):
        let rest = entries.map { withoutNotes($0, id: "") }
        if rest.allSatisfy(\.isEmpty), entries.contains(where: { !$0.isEmpty }) { continue }
        result.append(.orderedList(start: start, rest))
      case .paragraph(let inlines):
        if !take(inlines, id: id) { result.append(block) }
      default: result.append(block)
      }
    }
    return result
  }

  /// Takes a paragraph as the text of a note, if it links back to its reference.
  private mutating func take(_ inlines: [PandocInline], id: String) -> Bool {
    guard let name = noteName(inlines, id: id) else { return false }
    let text = without(inlines, linksTo: references[name] ?? "")
    if Self.isComment(name) {
      comments.append(plain(text))
      notes[name] = []
    } else {
      notes[name, default: []].append(.paragraph(text))
    }
    return true
  }

  private func noteName(_ inlines: [PandocInline], id: String) -> String? {
    for inline in inlines {
      if case .link(_, let target, let own) = inline, target.hasPrefix("#") {
        let name = references[own] != nil ? own : id
        if references[name] == String(target.dropFirst()) { return name }
      }
      let outer =
        if case .span(let attributes, _) = inline, !attributes.id.isEmpty { attributes.id } else { id }
      if let name = noteName(inline.inner, id: outer) { return name }
    }
    return nil
  }

  private func without(_ inlines: [PandocInline], linksTo reference: String) -> [PandocInline] {
    inlines.compactMap { inline in
      if case .link(_, let target, _) = inline, target == "#" + reference { return nil }
      let inner = inline.inner
      return inner.isEmpty ? inline : inline.replacingInner(without(inner, linksTo: reference))
    }
  }

  // MARK: Mapping

  private func mapped(_ block: PandocBlock) -> PandocBlock {
    block.mapping(blocks: { $0.map(mapped) }, inlines: mapped)
  }

  private func mapped(_ inlines: [PandocInline]) -> [PandocInline] {
    inlines.compactMap { inline -> PandocInline? in
      if case .link(_, let target, _) = inline, target.hasPrefix("#"),
        let note = notes[String(target.dropFirst())]
      {
        return note.isEmpty ? nil : .note(note)
      }
      let inner = inline.inner
      guard !inner.isEmpty else { return inline }
      let rest = mapped(inner)
      // A note needs no raised type.
      if case .superscript = inline, rest.allSatisfy({ if case .note = $0 { true } else { false } }) {
        return .plain(rest)
      }
      return inline.replacingInner(rest)
    }
  }
}

extension PandocInline {
  /// The inlines inside; empty: none, or it is a note.
  var inner: [PandocInline] {
    switch self {
    case .emphasis(let inner), .strong(let inner), .strikeout(let inner), .superscript(let inner),
      .subscript(let inner), .plain(let inner), .span(_, let inner), .quoted(_, let inner),
      .link(let inner, _, _),
      .image(let inner, _):
      inner
    case .text, .space, .lineBreak, .code, .math, .raw, .note: []
    }
  }

  func replacingInner(_ inner: [PandocInline]) -> PandocInline {
    switch self {
    case .emphasis: .emphasis(inner)
    case .strong: .strong(inner)
    case .strikeout: .strikeout(inner)
    case .superscript: .superscript(inner)
    case .subscript: .subscript(inner)
    case .plain: .plain(inner)
    case .span(let attributes, _): .span(attributes, inner)
    case .quoted(let isDouble, _): .quoted(isDouble: isDouble, inner)
    case .link(_, let target, let id): .link(inner, target: target, id: id)
    case .image(_, let target): .image(inner, target: target)
    case .text, .space, .lineBreak, .code, .math, .raw, .note: self
    }
  }
}

extension PandocBlock {
  /// The inlines that belong to the block itself.
  var inlineLists: [[PandocInline]] {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines): [inlines]
    case .lines(let lines): lines
    case .definitions(let definitions): definitions.map(\.term)
    default: []
    }
  }

  /// The blocks inside.
  var blockLists: [[PandocBlock]] {
    switch self {
    case .bulletList(let entries), .orderedList(_, let entries): entries
    case .definitions(let definitions): definitions.flatMap(\.meanings)
    case .quote(let blocks), .group(let blocks, _): [blocks]
    case .table(let table): (table.head + table.body).flatMap { $0.map(\.blocks) }
    default: []
    }
  }

  func mapping(
    blocks: ([PandocBlock]) -> [PandocBlock], inlines: ([PandocInline]) -> [PandocInline]
  ) -> PandocBlock {
    switch self {
    case .paragraph(let text): .paragraph(inlines(text))
    case .heading(let level, let text): .heading(level: level, inlines(text))
    case .lines(let lines): .lines(lines.map(inlines))
    case .bulletList(let entries): .bulletList(entries.map(blocks))
    case .orderedList(let start, let entries): .orderedList(start: start, entries.map(blocks))
    case .definitions(let list): .definitions(list.map { $0.mapping(blocks: blocks, inlines: inlines) })
    case .quote(let inner): .quote(blocks(inner))
    case .group(let inner, let id): .group(blocks(inner), id: id)
    case .table(let table): .table(table.mapping(blocks))
    case .code, .raw, .rule: self
    }
  }
}
