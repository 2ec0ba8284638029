import Text

/// A construct that another program would replace by something else, and that is shown as text or code here.
struct ForeignTag {
  /// The program that the construct is meant for.
  enum Form: CaseIterable {
    case liquid, shortcode, templater, query, admonition, container, tab, attributes, reference

    /// What the construct is, and what happens to it.
    var meaning: String {
      switch self {
      case .liquid:
        "a tag from Liquid (Jekyll) or another template language; it is not run, and is shown as text"
      case .shortcode: "a Hugo shortcode, which is not run; it is shown as text"
      case .templater: "a Templater command, which is not run; it is shown as text"
      case .query: "a block for an Obsidian plugin, which is not run; it is shown as code"
      case .admonition: "an MkDocs admonition, which is shown as text"
      case .container: "a Pandoc or Docusaurus container, which is shown as text"
      case .tab: "the title of an MkDocs tab, which is shown as text"
      case .attributes: "a Pandoc or Quarto attribute list, which is shown as text"
      case .reference: "a Quarto cross-reference, which is shown as text"
      }
    }

    var fix: String {
      switch self {
      case .liquid, .shortcode, .templater: "replace it with its result; to show it, put it in backticks"
      case .query: "replace it with its result, or with a Standpoint live block"
      case .admonition, .container: "write it as a callout: > [!note] Title"
      case .tab: "write it as a heading, and its text below without the spaces at the start of each line"
      case .attributes: "remove it, or use Markdown that needs no classes, such as ==marked== or **bold**"
      case .reference: "write a link to a heading or a caption with an identifier: [the figure](#fig-one)"
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
    let mayHoldPandoc = mayHoldPandoc(text)
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
        } else if mayHoldPandoc {
          let isAfterInline = nodes[index - 1].kind != .paragraph
          if hasAttributes(bytes, isAfterInline: isAfterInline) {
            found.append(ForeignTag(form: .attributes, source: node.source))
          }
          if hasReference(bytes) { found.append(ForeignTag(form: .reference, source: node.source)) }
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

  /// Whether a text may have attribute lists or cross-references of Pandoc and Quarto.
  private static func mayHoldPandoc(_ text: [UInt8]) -> Bool {
    text.withUnsafeBytes { bytes in
      let search = ByteSearch(ASCII.openBrace, ASCII.at, ASCII.openBrace)
      var index = search.next(in: bytes, from: 0)
      while index + 1 < bytes.count {
        let next = bytes[index + 1]
        let isFound =
          bytes[index] == ASCII.openBrace
          ? next == UInt8(ascii: ".") || next == UInt8(ascii: "#") : Self.kinds.contains { next == $0.first }
        if isFound { return true }
        index = search.next(in: bytes, from: index + 1)
      }
      return false
    }
  }

  /// `{.class}` or `{#id}` after a bracket, or at the start of a text that follows a link or an image.
  private static func hasAttributes(_ bytes: ArraySlice<UInt8>, isAfterInline: Bool) -> Bool {
    guard let end = bytes.lastIndex(of: UInt8(ascii: "}")) else { return false }
    for index in bytes.indices.dropLast(2) where bytes[index] == ASCII.openBrace && index < end {
      let isMark = bytes[index + 1] == UInt8(ascii: ".") || bytes[index + 1] == UInt8(ascii: "#")
      let follows =
        index == bytes.startIndex ? isAfterInline : bytes[index - 1] == ASCII.closeBracket
      if isMark, follows, bytes[index + 2].isLetter { return true }
    }
    return false
  }

  /// The kinds of things that Quarto refers to.
  private static let kinds: [[UInt8]] = ["fig-", "tbl-", "sec-", "eq-", "lst-", "thm-"].map { Array($0.utf8) }

  /// `@fig-one` that is not part of a word or an address.
  private static func hasReference(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.indices.contains { index in
      guard bytes[index] == ASCII.at else { return false }
      if index > bytes.startIndex, bytes[index - 1].isLetter || bytes[index - 1].isDigit { return false }
      let rest = bytes[(index + 1)...]
      return kinds.contains { rest.starts(with: $0) && rest.dropFirst($0.count).first?.isLetter == true }
    }
  }

  private static func tag(_ bytes: ArraySlice<UInt8>) -> Form? {
    // The last ends say whether any opening has one behind it.
    let liquid = lastPlace(of: "%}", in: bytes)
    let templater = lastPlace(of: "%>", in: bytes)
    let braces = lastPlace(of: "}}", in: bytes)
    var index = bytes.startIndex
    while index + 3 < bytes.endIndex, index + 2 <= max(liquid, templater, braces) {
      switch (bytes[index], bytes[index + 1]) {
      case (ASCII.openBrace, UInt8(ascii: "%")) where index + 2 <= liquid: return .liquid
      case (ASCII.less, UInt8(ascii: "%")) where index + 2 <= templater: return .templater
      case (ASCII.openBrace, ASCII.openBrace) where index + 2 <= braces:
        let first = bytes[(index + 2)...].first { !$0.isSpace } ?? 0
        if first == ASCII.less || first == UInt8(ascii: "%") { return .shortcode }
        if first.isLetter { return .liquid }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The last place of a mark of two bytes; -1 if it is missing.
  private static func lastPlace(of end: StaticString, in bytes: ArraySlice<UInt8>) -> Int {
    let (first, second) = (end.utf8Start[0], end.utf8Start[1])
    return bytes.indices.dropLast().last { bytes[$0] == first && bytes[$0 + 1] == second } ?? -1
  }

  /// The form of a paragraph that starts with the mark of a container and its kind: `!!! note`, `::: warning`,
  /// `=== "Tab"`.
  private static func container(_ bytes: ArraySlice<UInt8>) -> Form? {
    switch bytes.first {
    case UInt8(ascii: "!"), UInt8(ascii: "?"), ASCII.colon, ASCII.equals: break
    default: return nil
    }
    let marks: [(StaticString, Form)] = [
      ("!!! ", .admonition), ("??? ", .admonition), ("???+ ", .admonition), (":::", .container),
    ]
    if bytes.starts(with: "=== \"".utf8) || bytes.starts(with: "===! \"".utf8)
      || bytes.starts(with: "===+ \"".utf8)
    {
      return .tab
    }
    for (mark, form) in marks {
      let start = UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount)
      guard bytes.starts(with: start) else { continue }
      let rest = bytes.dropFirst(start.count).drop { $0 == ASCII.space || $0 == ASCII.colon }
      if rest.first?.isLetter == true || rest.first == ASCII.openBrace { return form }
    }
    return nil
  }
}
