import Content
import Text

/// Interface texts that a language lacks are borrowed from English. Pages tell browsers and screen readers so:
/// `<span lang="en" dir="ltr">Reports</span>`.
///
/// Where a text ends up in a page (in an element, an attribute or a script) is known only when the page is complete. So the
/// catalog puts marks around borrowed texts, and `SitePlan` replaces the marks in each file that it renders. The marks are
/// noncharacters, which texts cannot contain.
struct BorrowedText: Sendable {
  private enum Mark: UInt8 {
    case open = 0x90
    case close, openValue, closeValue

    /// U+FDD0 to U+FDD3.
    var text: String { String(decoding: [0xEF, 0xB7, rawValue], as: UTF8.self) }
  }

  private let openValue: HTML

  /// - Parameter language: the site's language.
  init(language: String) {
    var open = HTML()
    open.openLanguage(language)
    openValue = open
  }

  /// A text with marks around it, and around the values in it, which are not in English.
  static func marked(_ translation: Translation) -> Translation {
    switch translation {
    case .text(let forms, let rule): .text(forms.mapValues(marked), rule)
    case .list(let texts): .list(texts.map { Mark.open.text + $0 + Mark.close.text })
    }
  }

  private static func marked(_ pattern: StringPattern) -> StringPattern {
    var pieces: [StringPattern.Piece] = [.literal(Mark.open.text)]
    for piece in pattern.pieces {
      if case .placeholder(let name) = piece, !numbers.contains(name) {
        pieces += [.literal(Mark.openValue.text), piece, .literal(Mark.closeValue.text)]
      } else {
        pieces.append(piece)
      }
    }
    return StringPattern(pieces: pieces + [.literal(Mark.close.text)])
  }

  /// Placeholders whose values are numbers, or parts of a date.
  private static let numbers: Set = [
    Translation.countPlaceholder, "all", "column", "day", "least", "line", "minutes", "month", "number",
    "row",
    "some", "year",
  ]

  /// A file without marks; in HTML, with elements in their place where there can be some.
  func resolved(_ bytes: [UInt8], isHTML: Bool) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var scan = Scan()
    var index = 0
    while index < bytes.count {
      if let mark = Self.mark(at: index, in: bytes) {
        if isHTML, scan.isText { output += element(mark).bytes }
        index += 3
      } else {
        if isHTML { scan.take(index, in: bytes) }
        output.append(bytes[index])
        index += 1
      }
    }
    return output
  }

  private static func mark(at index: Int, in bytes: [UInt8]) -> Mark? {
    guard bytes[index] == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xB7 else { return nil }
    return Mark(rawValue: bytes[index + 2])
  }

  private func element(_ mark: Mark) -> HTML {
    switch mark {
    case .open: "<span lang=\"en\" dir=\"ltr\">"
    case .openValue: openValue
    case .close, .closeValue: "</span>"
    }
  }

  /// The place in a page: within a tag, in text, or in an element that holds no other elements.
  private struct Scan {
    private var isInTag = false
    private var quote: UInt8?
    /// The element whose content is text alone; nil: none is open.
    private var plain: String?

    var isText: Bool { !isInTag && plain == nil }

    /// Elements that must not contain a `span`.
    private static let plainElements: Set = ["option", "script", "style", "svg", "textarea", "title"]

    mutating func take(_ index: Int, in bytes: [UInt8]) {
      let byte = bytes[index]
      if isInTag {
        if let open = quote {
          if byte == open { quote = nil }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
        } else if byte == UInt8(ascii: ">") {
          isInTag = false
        }
      } else if byte == UInt8(ascii: "<") {
        openTag(index + 1, in: bytes)
      }
    }

    private mutating func openTag(_ start: Int, in bytes: [UInt8]) {
      let closes = start < bytes.count && bytes[start] == UInt8(ascii: "/")
      let rest = bytes[min(bytes.count, closes ? start + 1 : start)...]
      let letters = rest.prefix {
        $0.isLetter || $0.isDigit
      }
      let name = String(decoding: letters, as: UTF8.self).lowercased()
      if let plain {
        guard closes, name == plain else { return }
        self.plain = nil
      } else if !closes, Self.plainElements.contains(name) {
        plain = name
      }
      isInTag = closes || !name.isEmpty
    }
  }
}
