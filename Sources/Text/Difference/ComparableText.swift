/// Texts as they are compared where case, white space, quotation marks and punctuation do not matter.
package enum ComparableText {
  /// The text in lower case, without white space and without punctuation that is not part of a number.
  package static func of(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    let scalars = text.lowercased().unicodeScalars
    var place = scalars.startIndex
    while place < scalars.endIndex {
      let scalar = scalars[place]
      place = scalars.index(after: place)
      if isWhitespace(scalar) { continue }
      if isPunctuation(scalar), place == scalars.endIndex || !isNumeric(scalars[place]) { continue }
      result.append(scalar)
    }
    return String(result)
  }

  // Most characters are ASCII, and looking up their properties takes many times as long.

  private static func isWhitespace(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else { return scalar.properties.isWhitespace }
    return scalar == " " || (0x09...0x0D).contains(scalar.value)
  }

  private static func isNumeric(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? ("0"..."9").contains(scalar) : scalar.properties.numericType != nil
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return isASCIIPunctuation(scalar) }
    return switch scalar.properties.generalCategory {
    case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .dashPunctuation: true
    case .otherPunctuation: scalar != "‰" && scalar != "§"
    default: scalar == "´"
    }
  }

  /// What is neither a letter or a digit nor one of the signs that change the meaning.
  private static func isASCIIPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "!", "\"", "'", "(", ")", ",", "-", ".", ":", ";", "?", "[", "]", "`", "{", "}": true
    default: false
    }
  }
}
