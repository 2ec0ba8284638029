import Text

/// Rewrites constructs of other programs that need no nodes of their own, before libcmark reads the text: identifiers of
/// headings and blocks, attribute lists, inline notes, and bars of wikilinks in rows of tables.
///
/// It only looks at lines, code fences and code spans. What it takes out is recorded with its place in the file.
struct ForeignMarkup {
  /// An identifier that an author gave to a block.
  struct Identifier {
    /// Where it was in the file.
    let offset: Int
    let name: [UInt8]
    let owner: Owner
  }

  /// The block that an identifier belongs to.
  enum Owner {
    /// The heading or paragraph that it is in.
    case textBlock
    /// The block at the top level before it, or after it.
    case previous, next
  }

  private struct Edit {
    let range: Range<Int>
    let bytes: [UInt8]
  }

  private(set) var identifiers: [Identifier] = []
  /// The attribute lists that are left out, in the file.
  private(set) var attributes: [ByteRange] = []
  /// The marks for a table of contents, in the file.
  private(set) var contents: [ByteRange] = []

  private var text: MarkdownText
  private let bytes: [UInt8]
  private var edits: [Edit] = []
  /// The texts of the inline notes, line by line.
  private var notes: [[Range<Int>]] = []
  /// The offsets of the brackets that close inline notes, by that of the caret; the text before `end` has been searched.
  private var closings: (places: [Int: Int], end: Int) = ([:], 0)
  private var codeEnd = 0
  private var isInTable = false

  init(_ text: MarkdownText) {
    self.text = text
    bytes = text.bytes
  }

  /// Whether the text may hold something to rewrite.
  static func mayApply(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      let search = ByteSearch(ASCII.caret, ASCII.openBrace, ASCII.openBracket)
      var index = search.next(in: bytes, from: 0)
      while index + 1 < bytes.count {
        let next = bytes[index + 1]
        switch bytes[index] {
        case ASCII.caret:
          let before = index == 0 ? ASCII.space : bytes[index - 1]
          if next == ASCII.openBracket || before.isSpace && next.isAlphanumeric { return true }
        case ASCII.openBrace:
          if next == ASCII.colon || next == ASCII.hash || next == ASCII.dot || next.isSpace { return true }
          if index > 0, bytes[index - 1] == ASCII.closeParenthesis { return true }
        default:
          if next == ASCII.openBracket, hasBar(wikilink: index + 2, bytes) { return true }
        }
        index = search.next(in: bytes, from: index + 1)
      }
      return false
    }
  }

  /// Whether a bar follows `[[` before the end of the wikilink and of the line.
  private static func hasBar(wikilink start: Int, _ bytes: UnsafeRawBufferPointer) -> Bool {
    for byte in bytes[start...] {
      switch byte {
      case ASCII.pipe: return true
      case ASCII.newline, ASCII.openBracket, ASCII.closeBracket: return false
      default: break
      }
    }
    return false
  }

  // MARK: Lines

  mutating func run() -> MarkdownText {
    var fence = FenceTracker()
    for number in text.lines.indices {
      let line = text.line(number)
      guard !fence.covers(bytes, line) else {
        isInTable = false
        continue
      }
      read(number, line)
    }
    return edited()
  }

  private mutating func read(_ number: Int, _ line: Range<Int>) {
    let content = content(of: line)
    guard !content.isEmpty else {
      isInTable = false
      return
    }
    if !isInTable { isInTable = startsTable(number) }
    if readAttributeLine(number, line, content) { return }
    var end = content.upperBound
    if isHeading(number, content), let start = readHeading(content) { end = start }
    if let start = readIdentifier(number, line, content.lowerBound..<end) { end = start }
    readInlines(content.lowerBound..<max(content.lowerBound, end), line: number)
  }

  /// The text of a line without block quote markers and the white space around it.
  private func content(of line: Range<Int>) -> Range<Int> {
    var cursor = LineCursor(bytes, line: line)
    while cursor.skipQuoteMarker() {}
    let start = cursor.content.offset
    var end = line.upperBound
    while end > start, bytes[end - 1].isSpace { end -= 1 }
    return start..<end
  }

  private func content(ofLine number: Int) -> Range<Int> {
    number < text.lines.count ? content(of: text.line(number)) : bytes.count..<bytes.count
  }

  private func startsTable(_ number: Int) -> Bool {
    guard number + 1 < text.lines.count, bytes[text.line(number)].contains(ASCII.pipe) else { return false }
    return bytes.withUnsafeBufferPointer { TableRow.looksLikeDelimiter($0, text.line(number + 1)) }
  }

  // MARK: Attribute lists

  /// Takes out a line that holds nothing but an attribute list of kramdown.
  private mutating func readAttributeLine(_ number: Int, _ line: Range<Int>, _ content: Range<Int>) -> Bool {
    guard bytes[content].starts(with: "{:".utf8), bytes[content.upperBound - 1] == ASCII.closeBrace,
      !bytes[content.dropLast()].contains(ASCII.closeBrace), let list = AttributeList(bytes[content])
    else { return false }
    let isAfter = number > 0 && !self.content(ofLine: number - 1).isEmpty
    var removed = text.wholeLine(number)
    if list.isContents {
      contents.append(text.fileRange(content))
      if isAfter, isContentsItem(self.content(ofLine: number - 1)) {
        removed = text.wholeLine(number - 1).lowerBound..<removed.upperBound
        edits.removeAll { $0.range.lowerBound >= removed.lowerBound }
      }
    } else if list.hasOthers {
      attributes.append(text.fileRange(content))
    }
    if let id = list.id { add(id, at: line.lowerBound, isAfter || isInTable ? .previous : .next) }
    edits.append(Edit(range: removed, bytes: []))
    return true
  }

  /// Whether a line is a list item with one word, which a mark for a table of contents replaces.
  private func isContentsItem(_ content: Range<Int>) -> Bool {
    let words = bytes[content].split(whereSeparator: \.isSpace)
    guard words.count == 2, let marker = words.first else { return false }
    return marker.count == 1 && "*+-".utf8.contains(marker[marker.startIndex])
      || marker.last == ASCII.dot && marker.dropLast().allSatisfy(\.isDigit)
  }

  private func isHeading(_ number: Int, _ content: Range<Int>) -> Bool {
    guard bytes[content.upperBound - 1] == ASCII.closeBrace else { return false }
    let marks = bytes[content].prefix { $0 == ASCII.hash }.count
    if (1...6).contains(marks) { return marks < content.count && bytes[content.lowerBound + marks].isSpace }
    let below = bytes[self.content(ofLine: number + 1)]
    return below.first.map { mark in
      (mark == ASCII.equals || mark == ASCII.hyphen) && below.allSatisfy { $0 == mark }
    } ?? false
  }

  /// Takes out the attribute list at the end of a heading; returns where the heading's text ends then.
  private mutating func readHeading(_ content: Range<Int>) -> Int? {
    guard let open = bytes[content].lastIndex(of: ASCII.openBrace), open > content.lowerBound,
      bytes[open - 1].isSpace, let list = AttributeList(bytes[open..<content.upperBound])
    else { return nil }
    var start = open
    while start > content.lowerBound, bytes[start - 1].isSpace { start -= 1 }
    if let id = list.id { add(id, at: open, .textBlock) }
    if list.hasOthers { attributes.append(text.fileRange(open..<content.upperBound)) }
    edits.append(Edit(range: start..<content.upperBound, bytes: []))
    return start
  }

  /// Takes out an attribute list directly after a link, an image, code or emphasis; returns where it ends.
  private mutating func readSpanList(at open: Int, _ content: Range<Int>) -> Int? {
    guard open > content.lowerBound, ")]*_`>~".utf8.contains(bytes[open - 1]),
      let close = bytes[open..<content.upperBound].firstIndex(of: ASCII.closeBrace)
    else { return nil }
    let isKramdown = bytes[open...].starts(with: "{:".utf8)
    // Tables have captions with identifiers and classes, and cells have attributes, of their own.
    guard isKramdown || !isInTable && bytes[open - 1] == ASCII.closeParenthesis,
      AttributeList(bytes[open...close]) != nil
    else { return nil }
    attributes.append(text.fileRange(open..<close + 1))
    edits.append(Edit(range: open..<close + 1, bytes: []))
    return close + 1
  }

  // MARK: Identifiers of blocks

  /// Takes out `^identifier` at the end of a block; returns where the line's text ends then.
  private mutating func readIdentifier(_ number: Int, _ line: Range<Int>, _ content: Range<Int>) -> Int? {
    let space = bytes[content].lastIndex(where: \.isSpace)
    let start = space.map { $0 + 1 } ?? content.lowerBound
    let word = bytes[start..<max(start, content.upperBound)]
    guard word.count > 1, word.first == ASCII.caret,
      word.dropFirst().allSatisfy({ $0.isAlphanumeric || $0 == ASCII.hyphen }),
      word.dropFirst().contains(where: \.isLetter) || word.count > 4
    else { return nil }
    let isAlone = start == content.lowerBound
    guard isAlone || !isInTable && endsBlock(number) else { return nil }
    add(word.dropFirst(), at: start, isAlone ? .previous : .textBlock)
    if isAlone {
      edits.append(Edit(range: text.wholeLine(number), bytes: []))
      return content.lowerBound
    }
    var end = start
    while end > content.lowerBound, bytes[end - 1].isSpace { end -= 1 }
    edits.append(Edit(range: end..<content.upperBound, bytes: []))
    return end
  }

  private func endsBlock(_ number: Int) -> Bool {
    guard number + 1 < text.lines.count else { return true }
    let next = content(ofLine: number + 1)
    return next.isEmpty || BlockStart.begins(bytes, next, indent: 0)
      || bytes[next].starts(with: "{:".utf8)
  }

  private mutating func add(_ name: ArraySlice<UInt8>, at offset: Int, _ owner: Owner) {
    identifiers.append(Identifier(offset: text.fileOffset(offset), name: Array(name), owner: owner))
  }

  // MARK: Inlines

  private mutating func readInlines(_ range: Range<Int>, line: Int) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      if offset < codeEnd {
        offset = min(codeEnd, range.upperBound)
        continue
      }
      switch bytes[offset] {
      case ASCII.backslash: offset += 2
      case ASCII.backtick:
        codeEnd = CodeSpan.end(in: text, at: offset)
        offset = codeEnd
      case ASCII.caret where offset + 1 < range.upperBound && bytes[offset + 1] == ASCII.openBracket:
        offset = readNote(at: offset, range, line: line) ?? offset + 1
      case ASCII.openBrace: offset = readSpanList(at: offset, range) ?? offset + 1
      case ASCII.openBracket where isInTable: offset = readWikilink(at: offset, range) ?? offset + 1
      default: offset += 1
      }
    }
  }

  /// Replaces `^[text]` by a reference; the note is added at the end of the text. It may go over several lines of a paragraph.
  private mutating func readNote(at caret: Int, _ range: Range<Int>, line: Int) -> Int? {
    if caret > range.lowerBound, bytes[caret - 1] == ASCII.openBracket { return nil }
    if caret >= closings.end { findClosings(from: caret, range, line: line) }
    guard let close = closings.places[caret] else { return nil }
    let pieces = lines(of: caret + 2..<close, range, line: line)
    guard pieces.contains(where: { !bytes[$0].trimmingSpace.isEmpty }) else { return nil }
    notes.append(pieces)
    edits.append(Edit(range: caret..<close + 1, bytes: Array("[^inline-note-\(notes.count)]".utf8)))
    codeEnd = max(codeEnd, close + 1)
    return close + 1
  }

  /// The parts of a text that lie on each line, without the markers and spaces at the starts of lines.
  private func lines(of text: Range<Int>, _ range: Range<Int>, line: Int) -> [Range<Int>] {
    var pieces = [text.lowerBound..<min(text.upperBound, max(text.lowerBound, range.upperBound))]
    var number = line
    while pieces[pieces.count - 1].upperBound < text.upperBound {
      number += 1
      let next = content(ofLine: number)
      if next.lowerBound >= text.upperBound { break }
      pieces.append(next.lowerBound..<min(next.upperBound, text.upperBound))
    }
    return pieces
  }

  /// Finds where the brackets of inline notes close, from `caret` to the end of its paragraph; each text is searched once.
  private mutating func findClosings(from caret: Int, _ range: Range<Int>, line: Int) {
    closings = ([:], range.upperBound)
    var open: [Int] = []
    closeBrackets(caret..<range.upperBound, &open)
    if isInTable || bytes[range.lowerBound] == ASCII.hash { return }
    var number = line + 1
    while true {
      let next = content(ofLine: number)
      if next.isEmpty || BlockStart.begins(bytes, next, indent: 0) { return }
      closeBrackets(next, &open)
      closings.end = next.upperBound
      number += 1
    }
  }

  /// - Parameter open: the brackets that are open before the range, and after it.
  private mutating func closeBrackets(_ range: Range<Int>, _ open: inout [Int]) {
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case ASCII.backslash: index += 1
      case ASCII.backtick: index = max(index, min(CodeSpan.end(in: text, at: index), range.upperBound) - 1)
      case ASCII.pipe where isInTable: open = []
      case ASCII.openBracket: open.append(index)
      case ASCII.closeBracket:
        if let start = open.popLast(), start > 0, bytes[start - 1] == ASCII.caret {
          closings.places[start - 1] = index
        }
      default: break
      }
      index += 1
    }
  }

  /// Puts a backslash before each bar of a wikilink in a row of a table, so that it does not end the cell.
  private mutating func readWikilink(at open: Int, _ range: Range<Int>) -> Int? {
    guard open + 1 < range.upperBound, bytes[open + 1] == ASCII.openBracket else { return nil }
    var bars: [Int] = []
    var index = open + 2
    while index + 1 < range.upperBound {
      switch bytes[index] {
      case ASCII.closeBracket:
        guard bytes[index + 1] == ASCII.closeBracket else { return nil }
        for bar in bars { edits.append(Edit(range: bar..<bar, bytes: [ASCII.backslash])) }
        return index + 2
      case ASCII.openBracket, ASCII.backtick: return nil
      case ASCII.pipe:
        // A target has text on both sides of its bar, and a cell a space before it.
        if bytes[index - 1] != ASCII.backslash { bars.append(index) }
      default: break
      }
      index += 1
    }
    return nil
  }

  // MARK: The new text

  private func edited() -> MarkdownText {
    if edits.isEmpty { return text }
    var result = RewrittenText(capacity: bytes.count + 64)
    var copied = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where edit.range.lowerBound >= copied {
      result.copy(copied..<edit.range.lowerBound, of: bytes)
      result.put(edit.bytes, at: edit.range.lowerBound)
      copied = edit.range.upperBound
    }
    result.copy(copied..<bytes.count, of: bytes)
    for (number, note) in notes.enumerated() {
      result.put("\n\n[^inline-note-\(number + 1)]: ".utf8, at: note[0].lowerBound)
      for (place, piece) in note.enumerated() {
        if place > 0 { result.put([ASCII.space], at: piece.lowerBound) }
        result.copy(piece, of: bytes)
      }
    }
    if !notes.isEmpty { result.put([ASCII.newline], at: bytes.count) }
    var text = text
    text.replace(by: result)
    return text
  }
}

extension DocumentParse {
  /// The text without constructs of other programs that need no nodes of their own.
  mutating func rewriteForeignMarkup(in text: MarkdownText) -> MarkdownText {
    guard ForeignMarkup.mayApply(text.bytes) else { return text }
    var markup = ForeignMarkup(text)
    let result = markup.run()
    identifiers = markup.identifiers
    diagnostics.addLeftOut(attributes: markup.attributes, contents: markup.contents, source.bytes)
    return result
  }
}
