import Foundation

/// A text in which passages are looked for. Not compared are: upper and lower case, quotation marks and apostrophes, white
/// space, hyphens and dashes (so that hyphenation does not matter), and invisible characters.
struct PassageSearch: Sendable {
  private let text: FoldedText

  init(_ text: String) { self.text = FoldedText(text) }

  /// Whether a passage occurs in the text, as whole words.
  ///
  /// Of a passage with omissions, such as “[…]” or “…”, or with insertions in square brackets, the parts between them have to
  /// occur in this order. Punctuation at the ends of parts does not count.
  func contains(_ passage: String) -> Bool {
    let parts = Self.parts(of: passage).map { FoldedText($0).trimmed }.filter { !$0.isEmpty }
    var start = 0
    for part in parts {
      guard let end = text.end(of: part, from: start) else { return false }
      start = end
    }
    return !parts.isEmpty
  }

  /// The parts of a passage between its omissions and insertions. A single letter in brackets, as in “[W]e”, is part of its
  /// word.
  static func parts(of passage: String) -> [String] {
    var parts = [""]
    var rest = passage[...]
    while let character = rest.first {
      if let (content, length) = bracketed(rest), !content.isLetter || content.count > 1 {
        parts.append("")
        rest = rest.dropFirst(length)
      } else if character == "[", let (content, length) = bracketed(rest) {
        parts[parts.count - 1] += content
        rest = rest.dropFirst(length)
      } else if let length = omission(rest) {
        parts.append("")
        rest = rest.dropFirst(length)
      } else {
        parts[parts.count - 1].append(character)
        rest = rest.dropFirst()
      }
    }
    return parts
  }

  /// The content of square brackets that a text starts with, or of round ones that hold only dots, and their length.
  private static func bracketed(_ text: Substring) -> (content: String, length: Int)? {
    guard let first = text.first, first == "[" || first == "(" else { return nil }
    let content = String(text.dropFirst().prefix(200).prefix { $0 != (first == "[" ? "]" : ")") })
    guard text.dropFirst(content.count + 1).first == (first == "[" ? "]" : ")") else { return nil }
    let isOmission = content.allSatisfy { $0 == "." || $0 == "…" || $0.isWhitespace }
    return first == "[" || isOmission && !content.isEmpty ? (content, content.count + 2) : nil
  }

  /// The length of the omission mark that a text starts with: “…” or three dots or more, perhaps with spaces between them.
  private static func omission(_ text: Substring) -> Int? {
    if text.first == "…" { return 1 }
    let run = text.prefix { $0 == "." || $0 == " " || $0 == "\u{A0}" }
    return text.first == "." && run.count(where: { $0 == "." }) >= 3 ? run.count : nil
  }
}

extension String {
  fileprivate var isLetter: Bool { allSatisfy(\.isLetter) }
}

/// A text without what passages are not compared by.
private struct FoldedText: Sendable {
  /// UTF-8.
  private(set) var bytes: [UInt8] = []
  /// By byte, and for the end: whether a word can start or end before it.
  private var boundaries: [Bool] = []

  init(_ text: String) {
    var isBoundary = true
    var last: Unicode.Scalar = " "
    for scalar in text.precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
      switch Self.part(scalar) {
      case .ignored: continue
      case .separator: isBoundary = true
      case .letter, .mark:
        let joins = Self.joins(last) && Self.joins(scalar)
        let isContinued = scalar.properties.generalCategory == .nonspacingMark
        boundaries.append(!isContinued && (isBoundary || !joins))
        bytes += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        while boundaries.count < bytes.count { boundaries.append(false) }
        isBoundary = false
        last = scalar
      }
    }
    boundaries.append(true)
  }

  private enum Part { case letter, mark, separator, ignored }

  private static func part(_ scalar: Unicode.Scalar) -> Part {
    switch scalar {
    case "\"", "'", "`", "´", "′", "″", "‘"..."‟", "«", "»", "‹", "›", "「"..."』", "〝"..."〟", "ʼ", "ʹ", "ʺ":
      return .ignored
    case "\u{AD}", "\u{200B}"..."\u{200F}", "\u{202A}"..."\u{202E}", "\u{2060}"..."\u{2069}", "\u{FEFF}":
      return .ignored
    case "−", "\u{2022}": return .separator
    default: break
    }
    switch scalar.properties.generalCategory {
    case .dashPunctuation, .control, .spaceSeparator, .lineSeparator, .paragraphSeparator: return .separator
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .nonspacingMark, .spacingMark, .letterNumber, .otherNumber:
      return .letter
    default: return .mark
    }
  }

  /// Whether a character can be inside a word: a letter or digit of a script with spaces.
  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    part(scalar) == .letter && !isWithoutSpaces(scalar)
  }

  /// Whether it belongs to a script that does not separate words with spaces.
  private static func isWithoutSpaces(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xF900...0xFAFF, 0x20000...0x3134F:
      true
    default: false
    }
  }

  /// The bytes without punctuation at both ends.
  var trimmed: [UInt8] {
    let punctuation = Set(".,;:!?¡¿()[]*†‡".unicodeScalars).union(["。", "、", "،", "؛", "؟"])
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    let start = scalars.firstIndex { !punctuation.contains($0) } ?? scalars.endIndex
    let end = scalars.lastIndex { !punctuation.contains($0) }.map { $0 + 1 } ?? start
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<max(start, end)])
    return Array(String(view).utf8)
  }

  /// The end of the first occurrence of `part` as whole words at `start` or later; nil if there is none.
  func end(of part: [UInt8], from start: Int) -> Int? {
    guard let first = part.first, part.count <= bytes.count else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index + part.count <= bytes.count {
        if bytes[index] == first, boundaries[index], boundaries[index + part.count],
          (1..<part.count).allSatisfy({ bytes[index + $0] == part[$0] })
        {
          return index + part.count
        }
        index += 1
      }
      return nil
    }
  }
}
