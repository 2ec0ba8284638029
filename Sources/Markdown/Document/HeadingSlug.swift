import Text

/// Generates the anchors of a page's headings, as GitHub does.
package struct HeadingSlug: Sendable {
  private var taken: Set<String>
  /// The number that the next heading with the same text tries first.
  private var counts: [String: Int] = [:]

  /// - Parameter taken: the anchors that the page already has.
  package init(taken: Set<String> = []) { self.taken = taken }

  /// A new anchor for the plain text of a heading. Later headings with the same text get `-1`, `-2` …
  ///
  /// A text without letters and digits becomes `section`.
  package mutating func anchor(for text: String) -> String {
    let slug = Self.slug(text)
    let base = slug.isEmpty ? "section" : slug
    if taken.insert(base).inserted { return base }
    var number = counts[base] ?? 0
    var anchor: String
    repeat {
      number += 1
      anchor = "\(base)-\(number)"
    } while !taken.insert(anchor).inserted
    counts[base] = number
    return anchor
  }

  /// What comes after `#` in a wikilink to a heading: its text, or its anchor if the text has characters that end the link
  /// or are markup.
  package static func inWikilink(_ text: String, anchor: String) -> String {
    text.contains { "[]|#^\\`*_<>".contains($0) } ? anchor : text
  }

  /// The text in lower case, with white space as hyphens and without punctuation and symbols. Letters, marks and digits
  /// of every script, hyphens and underscores are kept.
  static func slug(_ text: String) -> String {
    if !text.hasByte(where: { $0 >= 0x80 }) { return plainSlug(Array(text.utf8)) }
    var slug: [UInt8] = []
    slug.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar == "\t" || scalar == "\n" {
        slug.append(UInt8(ascii: "-"))
      } else if scalar == "-" || scalar == "_" || isWord(scalar) {
        if scalar.isASCII {
          slug.append(UInt8(truncatingIfNeeded: scalar.value).lowered)
        } else {
          slug += scalar.properties.lowercaseMapping.utf8
        }
      }
    }
    return String(decoding: slug, as: UTF8.self)
  }

  /// The same of ASCII.
  private static func plainSlug(_ text: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: text.count) { slug in
      var count = 0
      for byte in text {
        switch byte {
        case ASCII.space, ASCII.tab, ASCII.newline: slug[count] = ASCII.hyphen
        case ASCII.hyphen, ASCII.underscore: slug[count] = byte
        default:
          guard byte.isAlphanumeric else { continue }
          slug[count] = byte.lowered
        }
        count += 1
      }
      return count
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return UInt8(truncatingIfNeeded: scalar.value).isAlphanumeric }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation:
      return true
    default: return false
    }
  }
}
