import Foundation
import Text

/// The form in which names are compared: without case, style of quotation marks, full stops (except between
/// digits), repeated, leading and trailing white space, invisible characters, the vowel marks of Arabic and the accents of Greek, in
/// Unicode's composed form (NFC).
///
/// “U.S.” and “us” have the same key; “Sect. 2.5” keeps its inner full stop. A name with an empty key is
/// invalid.
package struct NameKey: Sendable, Hashable, Comparable {
  /// The folded name.
  package let text: String

  package init(_ name: String) {
    self.init(utf8: name.utf8)
  }

  /// The key of a name in UTF-8 bytes, such as a cell's text; invalid bytes count as U+FFFD.
  package init(utf8 name: some Collection<UInt8>) {
    text = Self.foldASCII(name) ?? Self.foldUnicode(String(decoding: name, as: UTF8.self))
  }

  /// Whether nothing is left of the name.
  package var isEmpty: Bool { text.isEmpty }

  package static func < (left: NameKey, right: NameKey) -> Bool { left.text < right.text }

  /// nil: the name has characters besides ASCII.
  private static func foldASCII(_ name: some Collection<UInt8>) -> String? {
    name.withContiguousStorageIfAvailable(fold(ascii:)) ?? Array(name).withUnsafeBufferPointer(fold(ascii:))
  }

  private static func fold(ascii name: UnsafeBufferPointer<UInt8>) -> String? {
    guard UnsafeRawBufferPointer(name).firstBesidesASCII(from: 0) == name.count else { return nil }
    return String(unsafeUninitializedCapacity: name.count) { bytes in
      var folder = NameFolder(bytes)
      for byte in name { folder.append(byte) }
      return folder.count
    }
  }

  private static func foldUnicode(_ name: String) -> String {
    let lower = name.uppercased().lowercased()
    let text = String(unsafeUninitializedCapacity: lower.utf8.count) { bytes in
      var folder = NameFolder(bytes)
      fold(lower, &folder)
      return folder.count
    }
    return text.precomposedStringWithCanonicalMapping
  }

  private static func fold(_ lower: String, _ folder: inout NameFolder) {
    for scalar in lower.unicodeScalars {
      switch scalar.value {
      case 0...0x7F: folder.append(UInt8(scalar.value))
      case 0x2018...0x201B, 0x2032, 0xB4, 0x2BC: folder.append(UInt8(ascii: "'"))
      case 0x201C...0x201F, 0x2033, 0xAB, 0xBB: folder.append(UInt8(ascii: "\""))
      case 0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF: break
      // The accents of Greek, which capitals do not have.
      case 0x3AC: folder.append("\u{3B1}")
      case 0x3AD: folder.append("\u{3B5}")
      case 0x3AE: folder.append("\u{3B7}")
      case 0x3AF: folder.append("\u{3B9}")
      case 0x3CC: folder.append("\u{3BF}")
      case 0x3CD: folder.append("\u{3C5}")
      case 0x3CE: folder.append("\u{3C9}")
      case 0x301 where folder.endsInGreekLetter: break
      // The dot that the capital İ of Turkish leaves on its small letter, and the vowel marks of Arabic.
      case 0x307 where folder.endsInDottedLetter: break
      case 0x640, 0x64B...0x652, 0x656...0x65F, 0x670: break
      default:
        if scalar.properties.isWhitespace { folder.append(0x20) } else { folder.append(scalar) }
      }
    }
  }
}

/// Collects the letters of a key, which is never longer than the name.
private struct NameFolder {
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0
  private var spacePending = false
  /// A full stop after a digit, kept only if a digit follows.
  private var stopPending = false

  /// - Parameter bytes: where the key is written; as many as the name has.
  init(_ bytes: UnsafeMutableBufferPointer<UInt8>) { self.bytes = bytes }

  /// Whether the last letter is “i”.
  var endsInDottedLetter: Bool { count > 0 && bytes[count - 1] == UInt8(ascii: "i") }

  /// Whether the last letter is a Greek one.
  var endsInGreekLetter: Bool { count > 1 && (bytes[count - 2] == 0xCE || bytes[count - 2] == 0xCF) }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    // Most bytes are letters of a word.
    if byte.isLetter, !spacePending, !stopPending { write(byte | 0x20) } else { appendSlowly(byte) }
  }

  private mutating func appendSlowly(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): put(byte | 0x20)
    case 9...13, 0x20:
      spacePending = count > 0
      stopPending = false
    case UInt8(ascii: "."):
      stopPending = !spacePending && count > 0 && bytes[count - 1].isDigit
    case UInt8(ascii: "`"): put(UInt8(ascii: "'"))
    case 0..<0x20, 0x7F: break
    default: put(byte)
    }
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    separate()
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { write(byte) }
  }

  private mutating func put(_ byte: UInt8) {
    if stopPending, byte.isDigit { write(UInt8(ascii: ".")) }
    separate()
    write(byte)
  }

  private mutating func write(_ byte: UInt8) {
    bytes[count] = byte
    count += 1
  }

  private mutating func separate() {
    if spacePending { write(0x20) }
    spacePending = false
    stopPending = false
  }
}

/// The name of a party, derived from a table header.
package struct PartyName: Sendable, Hashable {
  /// The header without a generic last word (“Russian Position” is “Russian”), for readers.
  package let shown: String
  /// The same, also without words such as “Government”; only for matching.
  package let key: NameKey

  package init(shown: String, key: NameKey) {
    self.shown = shown
    self.key = key
  }
}
