/// Texts as they are compared where case, white space, quotation marks and punctuation mean nothing.
package enum ComparableText {
  /// The text in lower case, without white space and without punctuation that is not part of a number.
  package static func of(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    let scalars = Array(text.lowercased().unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if scalar.properties.isWhitespace { continue }
      let isInNumber = index + 1 < scalars.count && scalars[index + 1].properties.numericType != nil
      if !isInNumber, isPunctuation(scalar) { continue }
      result.append(scalar)
    }
    return String(result)
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .dashPunctuation: true
    case .otherPunctuation: !"%‰§&#@*/\\".unicodeScalars.contains(scalar)
    default: scalar == "`" || scalar == "´"
    }
  }
}
