import Text

/// A construct that another program would replace by something else, and that is shown as text or code here.
struct ForeignTag {
  /// The program that the construct is meant for.
  enum Form: CaseIterable {
    case liquid, shortcode, templater, query, admonition, container

    /// What the construct is, and what happens to it.
    var meaning: String {
      switch self {
      case .liquid:
        "a tag of Liquid (Jekyll) or of another template language, which is not run; it is shown as text"
      case .shortcode: "a shortcode of Hugo, which is not run; it is shown as text"
      case .templater: "a command of Templater, which is not run; it is shown as text"
      case .query: "a block for a plugin of Obsidian, which is not run; it is shown as code"
      case .admonition: "an admonition of MkDocs, which is shown as text"
      case .container: "a container of Pandoc or Docusaurus, which is shown as text"
      }
    }

    var fix: String {
      switch self {
      case .liquid, .shortcode, .templater: "replace it by its result; to show it, put it in backticks"
      case .query: "replace it by its result, or by a live block of Standpoint"
      case .admonition, .container: "write it as a callout: > [!note] Title"
      }
    }
  }

  let form: Form
  /// The construct in the file; at least the block that holds it.
  let source: ByteRange

  /// The languages of code blocks that plugins of Obsidian replace.
  private static let queries: Set<String> = [
    "base", "button", "dataview", "dataviewjs", "meta-bind", "query", "tasks", "templater", "tracker",
  ]

  /// All of them in a document's nodes, in order.
  static func find(in nodes: [Node], _ text: [UInt8]) -> [ForeignTag] {
    let mayHoldTags = mayHoldTags(text)
    var found: [ForeignTag] = []
    for (index, node) in nodes.enumerated() {
      switch node.kind {
      case .codeBlock where !node.extra.isEmpty:
        let word = text[node.extra.range].prefix { !$0.isSpace }
        if queries.contains(String(decoding: word, as: UTF8.self).lowercased()) {
          found.append(ForeignTag(form: .query, source: node.source))
        }
      case .text:
        let bytes = text[node.text.range]
        if nodes[index - 1].kind == .paragraph, let form = container(bytes) {
          found.append(ForeignTag(form: form, source: nodes[index - 1].source))
        } else if mayHoldTags, let form = tag(bytes) {
          found.append(ForeignTag(form: form, source: node.source))
        }
      default: break
      }
    }
    return found
  }

  private static func mayHoldTags(_ text: [UInt8]) -> Bool {
    text.withUnsafeBytes { bytes in
      let search = ByteSearch(ASCII.openBrace, ASCII.less, ASCII.openBrace)
      var index = search.next(in: bytes, from: 0)
      while index + 1 < bytes.count {
        let next = bytes[index + 1]
        if next == UInt8(ascii: "%") || next == ASCII.openBrace && bytes[index] == ASCII.openBrace {
          return true
        }
        index = search.next(in: bytes, from: index + 1)
      }
      return false
    }
  }

  private static func tag(_ bytes: ArraySlice<UInt8>) -> Form? {
    var index = bytes.startIndex
    while index + 3 < bytes.endIndex {
      let rest = bytes[(index + 2)...]
      switch (bytes[index], bytes[index + 1]) {
      case (ASCII.openBrace, UInt8(ascii: "%")) where contains(rest, "%}"): return .liquid
      case (ASCII.less, UInt8(ascii: "%")) where contains(rest, "%>"): return .templater
      case (ASCII.openBrace, ASCII.openBrace) where contains(rest, "}}"):
        let first = rest.first { !$0.isSpace } ?? 0
        if first == ASCII.less || first == UInt8(ascii: "%") { return .shortcode }
        if first.isLetter { return .liquid }
      default: break
      }
      index += 1
    }
    return nil
  }

  private static func contains(_ bytes: ArraySlice<UInt8>, _ end: StaticString) -> Bool {
    let (first, second) = (end.utf8Start[0], end.utf8Start[1])
    return bytes.indices.dropLast().contains { bytes[$0] == first && bytes[$0 + 1] == second }
  }

  /// The form of a paragraph that starts with the mark of a container and its kind: `!!! note`, `::: warning`.
  private static func container(_ bytes: ArraySlice<UInt8>) -> Form? {
    let marks: [(StaticString, Form)] = [
      ("!!! ", .admonition), ("??? ", .admonition), ("???+ ", .admonition), (":::", .container),
    ]
    for (mark, form) in marks {
      let start = UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount)
      guard bytes.starts(with: start) else { continue }
      let rest = bytes.dropFirst(start.count).drop { $0 == ASCII.space || $0 == ASCII.colon }
      if rest.first?.isLetter == true || rest.first == ASCII.openBrace { return form }
    }
    return nil
  }
}
