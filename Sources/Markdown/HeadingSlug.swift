/// Anchors of headings as GitHub makes them.
package struct HeadingSlug: Sendable {
  private var taken: Set<String>
  /// The number that the next heading of the same text tries first.
  private var counts: [String: Int] = [:]

  /// `taken`: the anchors that stand on the page already.
  package init(taken: Set<String> = []) { self.taken = taken }

  /// The anchor of a heading's plain text, unlike all given before: a later one of the same text gets `-1`, `-2` …
  ///
  /// A text without letters and digits gives `section`.
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

  /// Lower-case, white space as hyphens, without punctuation and signs; letters, marks and digits of every script, hyphens and
  /// underscores are kept.
  package static func slug(_ text: String) -> String {
    var slug = ""
    slug.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar == "\t" || scalar == "\n" {
        slug.append("-")
      } else if scalar == "-" || scalar == "_" || isWord(scalar) {
        if scalar.isASCII {
          slug.unicodeScalars.append(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value).lowered))
        } else {
          slug += scalar.properties.lowercaseMapping
        }
      }
    }
    return slug
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
