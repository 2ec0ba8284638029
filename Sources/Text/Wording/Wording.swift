extension StringProtocol {
  /// The words with single spaces between them, without white space at the ends.
  package var singleSpaced: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// With its first character in upper case.
  package var capitalizingFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Int {
  /// The number with its noun, such as `1 page` or `3 pages`.
  ///
  /// - Parameter plural: the plural of `noun`; nil: with an `s`.
  package func counted(_ noun: String, _ plural: String? = nil) -> String {
    "\(self) \(self == 1 ? noun : plural ?? noun + "s")"
  }
}
