/// Entries for BibTeX, in UTF-8: literals as they are, and text whose special characters became commands of TeX. What is
/// added can end neither its braces nor its entry.
package struct BibTeX: Sendable, Hashable {
  /// What has been written so far.
  package private(set) var text = ""

  package init() {}

  /// The key of an entry: characters other than ASCII letters, digits and hyphens are left out.
  package init(key: String) {
    text = String(key.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
  }

  /// An address as it is, because `url` is read verbatim, but with what would end the field percent-encoded.
  package init(address: String) {
    for character in address {
      switch character {
      case "{": text += "%7B"
      case "}": text += "%7D"
      case "\\": text += "%5C"
      default: text += character.isWhitespace ? "%20" : String(character)
      }
    }
  }

  package mutating func append(_ other: BibTeX) { text += other.text }

  /// Appends text, with special characters of TeX as commands.
  fileprivate mutating func escaped(_ value: String) {
    for character in value {
      switch character {
      case "&", "%", "$", "#", "_", "{", "}": text += "\\\(character)"
      case "\\": text += "\\textbackslash{}"
      case "~": text += "\\textasciitilde{}"
      case "^": text += "\\textasciicircum{}"
      default: text.append(character)
      }
    }
  }
}

extension BibTeX: ExpressibleByStringInterpolation {
  package init(stringLiteral literal: StaticString) { text = literal.description }

  package init(stringInterpolation parts: Interpolation) { self = parts.result }

  /// Literals as they are, texts escaped.
  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var result = BibTeX()

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: StaticString) { result.text += literal.description }
    package mutating func appendInterpolation(_ text: String) { result.escaped(text) }
    package mutating func appendInterpolation(_ number: Int) { result.text += String(number) }
    package mutating func appendInterpolation(_ other: BibTeX) { result.append(other) }
  }
}

extension Sequence<BibTeX> {
  package func joined(separator: BibTeX) -> BibTeX {
    var result = BibTeX()
    for (index, part) in enumerated() {
      if index > 0 { result.append(separator) }
      result.append(part)
    }
    return result
  }
}
