import Content
import Markdown
import Text

/// Escapes plain text for Markdown. Only characters that would be read as markup get a backslash.
///
/// This covers CommonMark 0.30, GitHub's extensions, and ours (wikilinks, footnotes, captions, attributes).
package struct MarkdownEscape {
  private let scalars: [Unicode.Scalar]
  /// The characters of paired marks that could form a pair.
  private let marks: [Unicode.Scalar]
  private let hasClosingBracket: Bool
  private var result = String.UnicodeScalarView()

  private init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    marks = PairedMark.all.filter { mark in
      text.unicodeScalars.count { $0 == mark.character } >= 2 * mark.lengths.lowerBound
    }
    .map(\.character)
    hasClosingBracket = scalars.contains("]")
  }

  /// Escapes text inside a line, such as the text of a link.
  static func inline(_ text: String) -> MarkdownLine {
    var escape = MarkdownEscape(text)
    escape.run()
    return MarkdownLine(trusted: String(escape.result))
  }

  /// Escapes the text of a paragraph or list item; see `lineStart`.
  static func paragraph(_ text: String) -> MarkdownLine { lineStart(inline(text)) }

  /// Escapes the text of a heading; see `headingEnd`.
  static func heading(_ text: String) -> MarkdownLine { headingEnd(inline(text)) }

  /// Escapes the text of a table cell. A stance mark at its start remains a mark; a `{…}` at its end becomes text.
  package static func cell(_ text: String) -> MarkdownLine {
    if let (mark, rest) = stanceMark(of: text) { return mark + attributeEnd(inline(rest)) }
    return attributeEnd(inline(text))
  }

  /// The stance mark at the start of a cell, such as `[+]`, and the text after it; nil if there is none.
  static func stanceMark(of cell: String) -> (mark: MarkdownLine, rest: String)? {
    guard cell.first == "[", let end = cell.firstIndex(of: "]") else { return nil }
    let after = cell[cell.index(after: end)...].first
    guard after == nil || after?.isWhitespace == true else { return nil }
    guard Stance(mark: cell[cell.index(after: cell.startIndex)..<end]) != nil else { return nil }
    return (MarkdownLine(trusted: String(cell[...end])), String(cell[cell.index(after: end)...]))
  }

  /// Escapes the start of an escaped line where it would start a block: `#`, `>`, a list marker, a rule, a fence or a
  /// caption.
  static func lineStart(_ line: MarkdownLine) -> MarkdownLine {
    let start = lineStart(line.text)
    return start == line.text ? line : MarkdownLine(trusted: start)
  }

  private static func lineStart(_ line: String) -> String {
    guard let first = line.unicodeScalars.first else { return line }
    switch first {
    case "#":
      let rest = line.drop { $0 == "#" }
      return rest.isEmpty || rest.first?.isWhitespace == true ? "\\" + line : line
    case ">", "=": return "\\" + line
    case ":": return line == ":" ? "\\:" : captionEscaped(line)
    case "T", "t": return line.dropFirst().hasPrefix("able: ") ? captionEscaped(line) : line
    case "-", "+", "*":
      let rest = line.dropFirst()
      return rest.isEmpty || rest.first?.isWhitespace == true || isRule(line) ? "\\" + line : line
    case "~": return line.hasPrefix("~~~") ? "\\" + line : line
    case "0"..."9": return numberEscaped(line)
    default: return line
    }
  }

  /// Escapes a closing run of `#`, which would be dropped.
  static func headingEnd(_ line: MarkdownLine) -> MarkdownLine {
    let end = headingEnd(line.text)
    return end == line.text ? line : MarkdownLine(trusted: end)
  }

  private static func headingEnd(_ text: String) -> String {
    guard text.last == "#" else { return text }
    let rest = text.reversed().drop { $0 == "#" }
    guard rest.isEmpty || rest.first?.isWhitespace == true else { return text }
    return String(rest.reversed()) + "\\" + String(repeating: "#", count: text.count - rest.count)
  }

  /// Escapes the opening brace of a `{key=value}` at the end.
  static func attributeEnd(_ line: MarkdownLine) -> MarkdownLine {
    let end = attributeEnd(line.text)
    return end == line.text ? line : MarkdownLine(trusted: end)
  }

  private static func attributeEnd(_ text: String) -> String {
    guard text.last == "}", let open = text.lastIndex(of: "{"), text[open...].contains("=") else {
      return text
    }
    return text[..<open] + "\\" + text[open...]
  }

  /// Escapes the colon of what would be read as a table caption.
  private static func captionEscaped(_ line: String) -> String {
    guard let colon = line.firstIndex(of: ":"), line[line.index(after: colon)...].first?.isWhitespace == true
    else {
      return line
    }
    return line[..<colon] + "\\" + line[colon...]
  }

  private static func isRule(_ line: String) -> Bool {
    let marks = line.filter { !$0.isWhitespace }
    return marks.count >= 3 && marks.allSatisfy { $0 == marks.first }
  }

  private static func numberEscaped(_ line: String) -> String {
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line[digits.endIndex...]
    guard digits.count <= 9, let delimiter = rest.first, delimiter == "." || delimiter == ")" else {
      return line
    }
    let after = rest.dropFirst().first
    return after == nil || after?.isWhitespace == true ? digits + "\\" + rest : line
  }
}

extension MarkdownEscape {
  private mutating func run() {
    var index = 0
    while index < scalars.count {
      if let end = urlEnd(from: index) {
        append(url: scalars[index..<end])
        index = end
      } else {
        if needsBackslash(at: index) { result.append("\\") }
        result.append(scalars[index])
        index += 1
      }
    }
  }

  private func needsBackslash(at index: Int) -> Bool {
    let before = index > 0 ? scalars[index - 1] : " "
    let after = index + 1 < scalars.count ? scalars[index + 1] : " "
    switch scalars[index] {
    case "\\": return index + 1 == scalars.count || Self.isPunctuation(after) || after == "\n"
    case "`": return true
    case "*": return !(before.properties.isWhitespace && after.properties.isWhitespace)
    case "_": return !(Self.isWord(before) && Self.isWord(after))
    case "[": return hasClosingBracket || after == "["
    case "<": return after.properties.isAlphabetic || "/!?".unicodeScalars.contains(after)
    case "&": return isEntity(at: index)
    case "%": return after == "%"
    case "^": return after == "["
    default: return marks.contains(scalars[index])
    }
  }

  private func isEntity(at index: Int) -> Bool {
    let rest = scalars[(index + 1)...].prefix(40)
    guard let end = rest.firstIndex(of: ";"), end > index + 1 else { return false }
    return scalars[(index + 1)..<end].allSatisfy { $0 == "#" || ($0.isASCII && Self.isWord($0)) }
  }

  // MARK: Web addresses

  /// The end of the web address at `index`, without closing punctuation; nil if there is none.
  private func urlEnd(from index: Int) -> Int? {
    guard index == 0 || !Self.isWord(scalars[index - 1]) else { return nil }
    guard let scheme = ["https://", "http://"].first(where: { starts(with: $0, at: index) }) else {
      return nil
    }
    var end = index
    while end < scalars.count, !scalars[end].properties.isWhitespace, scalars[end] != "<", scalars[end] != ">"
    {
      end += 1
    }
    while end > index, closesText(at: end - 1, from: index) { end -= 1 }
    return end > index + scheme.utf8.count ? end : nil
  }

  /// Whether the character ends the sentence rather than the address, as closing punctuation does. A closing
  /// parenthesis that is opened in the address belongs to the address.
  private func closesText(at index: Int, from start: Int) -> Bool {
    if scalars[index] == ")" { return !scalars[start..<index].contains("(") }
    return ".,;:!?'\"]}*_~`”’»|".unicodeScalars.contains(scalars[index])
  }

  private func starts(with text: String, at index: Int) -> Bool {
    index + text.utf8.count <= scalars.count
      && text.unicodeScalars.elementsEqual(scalars[index..<(index + text.utf8.count)])
  }

  /// Appends an address: unchanged if it would be recognised, otherwise in angle brackets, where nothing is markup.
  private mutating func append(url: ArraySlice<Unicode.Scalar>) {
    let isPlain = !url.contains { "*_[]~`\\&()|{}".unicodeScalars.contains($0) }
    if isPlain {
      result.append(contentsOf: url)
    } else {
      result.append("<")
      result.append(contentsOf: url)
      result.append(">")
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
