extension StringProtocol {
  /// The words with single spaces between them, without white space at the ends.
  package var singleSpaced: String {
    let text = String(self)
    return text.isPlainlySpaced ? text : text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// With its first character in upper case.
  package var capitalizingFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension String {
  /// Whether all white space is single spaces between words, as far as bytes tell.
  fileprivate var isPlainlySpaced: Bool {
    var isAfterSpace = true
    for byte in utf8 {
      switch byte {
      case 0x20:
        if isAfterSpace { return false }
        isAfterSpace = true
      case 0x21...0x7E, 0x80...0xBF, 0xC3...0xE0, 0xE4...0xEF: isAfterSpace = false
      // Other characters of white space begin with such a byte.
      default: return false
      }
    }
    return !isAfterSpace
  }
}

extension [String] {
  /// The first ones with commas between them, and how many more there are: `a, b and 3 more`.
  package func listed(most: Int) -> String {
    let more = count - most
    return prefix(most).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  /// All of them: `a`, `a and b` or `a, b and c`; empty if there are none.
  package func listed(before last: String = "and") -> String {
    guard let end = self.last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " \(last) " + end
  }
}

extension Int {
  /// The number with its noun, such as `1 page` or `3 pages`.
  ///
  /// - Parameter plural: the plural of `noun`; nil: with an `s`.
  package func counted(_ noun: String, _ plural: String? = nil) -> String {
    "\(self) \(self == 1 ? noun : plural ?? noun + "s")"
  }
}
