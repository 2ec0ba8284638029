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
    var anchor = base
    var number = counts[base] ?? 0
    while !taken.insert(anchor).inserted {
      number += 1
      anchor = "\(base)-\(number)"
    }
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
