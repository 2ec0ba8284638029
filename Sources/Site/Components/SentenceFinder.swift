import Markdown

/// Finds the sentence around a name in a report.
struct SentenceFinder {
  /// A sentence as plain text, with the range of the name.
  struct Sentence {
    let text: [UInt8]
    let name: Range<Int>
    /// Whether text was left out before or after.
    let isCutBefore: Bool
    let isCutAfter: Bool
  }

  /// The largest number of bytes on each side of the name.
  static let reach = 200
  /// The number of bytes on each side of the name that are looked at, because a paragraph can have thousands of names.
  private static let window = 2_000

  let document: Document

  /// The sentence around the name that starts in `node` and covers `name` in `Document.text`.
  func sentence(around node: Int, name: Range<Int>) -> Sentence {
    sentence(in: block(of: node), around: node) { index, range in
      guard index >= node, range.overlaps(name) else { return nil }
      return max(range.lowerBound, name.lowerBound)..<min(range.upperBound, name.upperBound)
    }
  }

  /// The sentence around the text of the link or wikilink at `link`.
  func sentence(aroundLink link: Int) -> Sentence {
    let nodes = link..<Int(document.nodes[link].end)
    return sentence(in: block(of: link), around: link) { nodes.contains($0) ? $1 : nil }
  }

  /// - Parameter named: the part of a node's text, given with its range in `Document.text`, that belongs to
  ///   the name.
  private func sentence(
    in block: Int, around node: Int, named: (Int, Range<Int>) -> Range<Int>?
  ) -> Sentence {
    var text: [UInt8] = []
    var place = 0..<0
    for index in firstNode(in: block, before: node)..<Int(document.nodes[block].end) {
      if !place.isEmpty, text.count > place.upperBound + Self.window { break }
      var range = shownText(of: index)
      let name = range.flatMap { named(index, $0) }
      if document.nodes[index].kind == .text, let whole = range {
        range = near(whole, name, isBefore: index < node)
      }
      if let range, let name {
        let start = shown(range.lowerBound..<name.lowerBound, of: index).count
        let end = shown(range.lowerBound..<name.upperBound, of: index).count
        place = (place.isEmpty ? text.count + start : place.lowerBound)..<(text.count + end)
      }
      if let range {
        text += shown(range, of: index)
      } else if document.nodes[index].kind == .softBreak || document.nodes[index].kind == .lineBreak {
        text.append(UInt8(ascii: " "))
      }
    }
    return cut(text, around: place)
  }

  /// The first node of a block whose text is near another one.
  private func firstNode(in block: Int, before node: Int) -> Int {
    var first = node
    var count = 0
    while first > block, count < Self.window {
      first -= 1
      count += shownText(of: first)?.count ?? 1
    }
    return first
  }

  /// The part of a text that is near the name: around it, or the end or the start of the text if it is before or after it.
  private func near(_ text: Range<Int>, _ name: Range<Int>?, isBefore: Bool) -> Range<Int> {
    let lower = name?.lowerBound ?? (isBefore ? text.upperBound : text.lowerBound)
    let upper = name?.upperBound ?? lower
    return max(text.lowerBound, lower - Self.window)..<min(text.upperBound, upper + Self.window)
  }

  /// The text that a node shows; nil for nodes without text of their own.
  private func shownText(of index: Int) -> Range<Int>? {
    let node = document.nodes[index]
    switch node.kind {
    case .text, .code: return node.text.range
    case .wikilink: return (node.extra.isEmpty ? node.text : node.extra).range
    default: return nil
    }
  }

  /// The text of a node as readers see it: `NATO expansion#Russia` as “NATO expansion: Russia”.
  private func shown(_ range: Range<Int>, of index: Int) -> [UInt8] {
    let text = document.text[range]
    let node = document.nodes[index]
    guard node.kind == .wikilink, node.extra.isEmpty, let hash = text.firstIndex(of: UInt8(ascii: "#")) else {
      return Array(text)
    }
    let parts = text[hash...].split(separator: UInt8(ascii: "#")).map { $0.drop { $0 == UInt8(ascii: "^") } }
    return Array((hash > text.startIndex ? [text[..<hash]] + parts : parts).joined(separator: ": ".utf8))
  }

  /// The innermost block around a node.
  private func block(of node: Int) -> Int {
    var current = 0
    while let child = document.children(of: current).first(where: {
      $0 <= node && node < document.nodes[$0].end
    }),
      Self.isBlock(document.nodes[child].kind)
    {
      current = child
    }
    return current
  }

  private static func isBlock(_ kind: NodeKind) -> Bool { kind < .text }

  private func cut(_ text: [UInt8], around name: Range<Int>) -> Sentence {
    let first = sentenceStart(text, before: name.lowerBound)
    let last = sentenceEnd(text, after: name.upperBound)
    let start = wordStart(
      text, from: max(first, name.lowerBound - Self.reach), notAfter: name.lowerBound, first)
    let end = wordEnd(text, from: min(last, name.upperBound + Self.reach), notBefore: name.upperBound, last)
    return Sentence(
      text: Array(text[start..<end]), name: name.lowerBound - start..<name.upperBound - start,
      isCutBefore: start > first, isCutAfter: end < last)
  }

  private func wordStart(_ text: [UInt8], from: Int, notAfter limit: Int, _ first: Int) -> Int {
    if from == first { return first }
    return text[from..<limit].firstIndex(of: UInt8(ascii: " ")).map { $0 + 1 } ?? limit
  }

  private func wordEnd(_ text: [UInt8], from: Int, notBefore limit: Int, _ last: Int) -> Int {
    if from == last { return last }
    return text[limit..<from].lastIndex(of: UInt8(ascii: " ")) ?? limit
  }

  private func sentenceStart(_ text: [UInt8], before index: Int) -> Int {
    var index = index
    while index > 0 {
      if index > 1, Self.isSpace(text[index - 1]), endsSentence(text, at: index - 1) { return index }
      index -= 1
    }
    return 0
  }

  private func sentenceEnd(_ text: [UInt8], after index: Int) -> Int {
    var index = index
    while index < text.count {
      if Self.isSpace(text[index]), endsSentence(text, at: index) { return index }
      index += 1
    }
    return text.count
  }

  /// Whether a sentence ends just before the white space at `space`: after closing punctuation, but not after
  /// a single letter as in “U.S.”, and not before a lower-case letter.
  private func endsSentence(_ text: [UInt8], at space: Int) -> Bool {
    var last = space - 1
    while last > 0, Self.closesQuote(text, last) { last -= 1 }
    guard last >= 0 else { return false }
    guard text[last] == UInt8(ascii: ".") else {
      return text[last] == UInt8(ascii: "!") || text[last] == UInt8(ascii: "?")
    }
    if let next = text[space...].first(where: { !Self.isSpace($0) }), Self.isSmall(next) { return false }
    let isLoneLetter =
      last >= 1 && Self.isLetter(text[last - 1]) && (last < 2 || !Self.isLetter(text[last - 2]))
    return !isLoneLetter
  }

  private static func closesQuote(_ text: [UInt8], _ index: Int) -> Bool {
    switch text[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), 0x80...0xFF: true
    default: false
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
  }
  private static func isSmall(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }
  private static func isLetter(_ byte: UInt8) -> Bool {
    isSmall(byte | 0x20) || byte >= 0x80
  }
}
