import Foundation
import Text

/// The last part of an address, derived from a name or a file name.
///
/// Lower-case letters, marks and digits of any script in Unicode's composed form (NFC). Apostrophes are
/// dropped, and every other run of characters becomes one hyphen, except at the start and end. At most 100
/// bytes: longer slugs are cut at a letter and end in eight hexadecimal digits of a hash of the whole, so
/// that different names stay different.
package enum Slug {
  private static let limit = 100

  /// The slug of a name. A name of flags and other symbols alone has their letters and names, such as `us` or
  /// `red-apple`; `page` if there are none.
  package static func of(_ name: String) -> String {
    var slug = isPlain(name) ? plain(name) : unicode(name)
    if slug.isEmpty { slug = symbolic(name) }
    if slug.isEmpty { return "page" }
    return slug.utf8.count > limit ? shortened(slug) : slug
  }

  /// Whether a slug that an author wrote is valid.
  package static func isValid(_ slug: String) -> Bool {
    !slug.isEmpty && slug.utf8.elementsEqual(of(slug).utf8)
  }

  private static func isPlain(_ name: String) -> Bool { name.utf8.allSatisfy { $0 < 0x80 } }

  private static func plain(_ name: String) -> String {
    let name = Array(name.utf8)
    return String(unsafeUninitializedCapacity: name.count) { bytes in
      var count = 0
      var hyphenPending = false
      for byte in name where byte != UInt8(ascii: "'") {
        let stays = byte.isLetter || byte.isDigit
        if stays {
          if hyphenPending, count > 0 {
            bytes[count] = UInt8(ascii: "-")
            count += 1
          }
          bytes[count] = byte.lowered
          count += 1
        }
        hyphenPending = !stays
      }
      return count
    }
  }

  private static func unicode(_ name: String) -> String {
    var slug = String.UnicodeScalarView()
    var hyphenPending = false
    for scalar in name.lowercased().precomposedStringWithCanonicalMapping.unicodeScalars
    where scalar != "'" && scalar != "’" && scalar != "\u{AD}" {
      let stays = keeps(scalar)
      if stays {
        if hyphenPending, !slug.isEmpty { slug.append("-") }
        slug.append(scalar)
      }
      hyphenPending = !stays
    }
    return String(slug)
  }

  /// The letters of flags and the Unicode names of other symbols.
  private static func symbolic(_ name: String) -> String {
    var parts: [String] = []
    for character in name {
      let scalars = character.unicodeScalars
      let letters = scalars.compactMap { scalar -> Character? in
        guard (0x1F1E6...0x1F1FF).contains(scalar.value) else { return nil }
        return UnicodeScalar(scalar.value - 0x1F1E6 + 0x61).map(Character.init)
      }
      if !letters.isEmpty {
        parts.append(String(letters))
      } else {
        parts += scalars.filter { $0.value > 0xFF && !$0.properties.isDefaultIgnorableCodePoint }
          .compactMap { $0.properties.name.map(plain) }
      }
    }
    return parts.joined(separator: "-")
  }

  private static func keeps(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .otherLetter, .modifierLetter, .titlecaseLetter, .uppercaseLetter, .nonspacingMark,
      .spacingMark, .decimalNumber, .letterNumber:
      true
    default: false
    }
  }

  private static func shortened(_ slug: String) -> String {
    var hash: UInt32 = 2_166_136_261
    for byte in slug.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let digits = String(hash, radix: 16)
    var head = String.UnicodeScalarView()
    var count = 0
    for scalar in slug.unicodeScalars {
      count += UTF8.width(scalar)
      if count > limit - 9 { break }
      head.append(scalar)
    }
    while head.last == "-" { head.removeLast() }
    return String(head) + "-" + String(repeating: "0", count: 8 - digits.count) + digits
  }
}
