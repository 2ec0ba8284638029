import Content
import Diagnostics
import Markdown
import Text

/// The bytes of a file that say its title.
struct TitlePlace {
  let range: Range<Int>
  /// How a text is written as YAML there; nil: as it is, in a heading.
  let style: YAMLScalar.Style?

  /// What is written at the place for a title.
  func text(_ title: String) -> String {
    style.map { YAMLScalar.text(title, style: $0, isInList: false) } ?? title
  }

  /// The value of `title:`, or the text of the first heading; nil: the file is called by its name.
  ///
  /// - Parameter header: as read from `bytes`.
  static func range(in bytes: [UInt8], _ header: FileHeader) throws(Renaming.Refusal) -> TitlePlace? {
    let source = SourceText(path: header.path, bytes: bytes)
    if let yaml = FrontMatterBlock.find(in: source).block.yaml,
      let title = YAMLText.read(source, yaml).entries.first(where: { $0.key == "title" }),
      case .text(let text) = title.value.content
    {
      return scalar(title.value.range, saying: text, bytes, yaml)
    }
    guard let node = header.titleNode else { return nil }
    let heading = header.document.nodes[node].source.range
    guard let range = HeadingText.range(inHeading: heading, bytes) else {
      throw Renaming.Refusal(
        "“\(header.sourcePath)”: the title is written in a way that cannot be changed safely")
    }
    return TitlePlace(range: range, style: nil)
  }

  /// A scalar of YAML: on one line, or up to the next line that is not indented.
  private static func scalar(
    _ range: Range<Int>, saying text: String, _ bytes: [UInt8], _ yaml: Range<Int>
  ) -> TitlePlace {
    let whole = NameInText.scalar(bytes, range)
    let style = YAMLScalar.Style(startingWith: bytes[whole.lowerBound])
    let line = LineIndex(bytes).line(at: range.lowerBound)
    if range.upperBound <= line.upperBound, !isContinued(after: line.upperBound, bytes, yaml) {
      return TitlePlace(range: whole, style: style)
    }
    var end = line.upperBound
    while isContinued(after: end, bytes, yaml) {
      let start = lineStart(after: end, bytes)
      end = bytes[start...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.count
    }
    return TitlePlace(range: whole.lowerBound..<max(end, whole.upperBound), style: style)
  }

  /// Whether the line after a line end belongs to the value before it.
  private static func isContinued(after end: Int, _ bytes: [UInt8], _ yaml: Range<Int>) -> Bool {
    var start = lineStart(after: end, bytes)
    while start < yaml.upperBound {
      let end = bytes[start...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.count
      let indented = bytes[start..<end].drop { $0 == 0x20 || $0 == 0x09 }
      if !indented.isEmpty { return indented.startIndex > start && indented.first != UInt8(ascii: "#") }
      start = lineStart(after: end, bytes)
    }
    return false
  }

  private static func lineStart(after end: Int, _ bytes: [UInt8]) -> Int {
    guard end < bytes.count else { return bytes.count }
    return bytes[end] == 13 && end + 1 < bytes.count && bytes[end + 1] == 10 ? end + 2 : end + 1
  }
}

/// The text of a heading in its bytes.
enum HeadingText {
  /// The bytes of the text, without marks, attributes and the line below it; nil: it cannot be replaced.
  static func range(inHeading heading: Range<Int>, _ bytes: [UInt8]) -> Range<Int>? {
    let heading = heading.clamped(to: 0..<bytes.count)
    return bytes[heading].first == UInt8(ascii: "#") ? marked(heading, bytes) : underlined(heading, bytes)
  }

  /// `## Text ##`
  private static func marked(_ line: Range<Int>, _ bytes: [UInt8]) -> Range<Int>? {
    var start = line.lowerBound
    var end = bytes[line].firstIndex { $0 == 10 || $0 == 13 } ?? line.upperBound
    while start < end, bytes[start] == UInt8(ascii: "#") { start += 1 }
    end = withoutAttributes(start..<end, bytes)
    let text = NameInText.trimmed(bytes, start..<end)
    var last = text.upperBound
    while last > text.lowerBound, bytes[last - 1] == UInt8(ascii: "#") { last -= 1 }
    if last < text.upperBound, last > text.lowerBound, bytes[last - 1] == 0x20 {
      return NameInText.trimmed(bytes, text.lowerBound..<last)
    }
    return text.isEmpty ? nil : text
  }

  /// Text above a line of `=` or `-`.
  private static func underlined(_ heading: Range<Int>, _ bytes: [UInt8]) -> Range<Int>? {
    var end = heading.upperBound
    while end > heading.lowerBound, [10, 13, 0x20].contains(bytes[end - 1]) { end -= 1 }
    let mark = bytes[..<end].last
    guard mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return nil }
    while end > heading.lowerBound, bytes[end - 1] == mark { end -= 1 }
    while end > heading.lowerBound, bytes[end - 1] == 0x20 { end -= 1 }
    guard end > heading.lowerBound, bytes[end - 1] == 10 || bytes[end - 1] == 13 else { return nil }
    while end > heading.lowerBound, bytes[end - 1] == 10 || bytes[end - 1] == 13 { end -= 1 }
    let text = NameInText.trimmed(
      bytes, heading.lowerBound..<withoutAttributes(heading.lowerBound..<end, bytes))
    return text.isEmpty ? nil : text
  }

  private static func withoutAttributes(_ text: Range<Int>, _ bytes: [UInt8]) -> Int {
    guard bytes[text].last == UInt8(ascii: "}"), let brace = bytes[text].lastIndex(of: UInt8(ascii: "{"))
    else {
      return text.upperBound
    }
    return brace
  }
}
