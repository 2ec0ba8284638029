import Testing
import Text

@Suite("Texts without case, white space and punctuation") struct ComparableTextTests {
  /// The rule, by the properties of each character.
  private static func expected(_ text: String) -> String {
    let scalars = Array(text.lowercased().unicodeScalars)
    var result = String.UnicodeScalarView()
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

  @Test("keeps letters, digits and signs that change the meaning, alone, in words and before digits")
  func all() {
    let scalars = (UInt32(0)..<0x3100).compactMap(Unicode.Scalar.init)
    for scalar in scalars {
      for text in ["\(scalar)", "a\(scalar)b", "1\(scalar)5"] {
        #expect(ComparableText.of(text) == Self.expected(text), "U+\(String(scalar.value, radix: 16))")
      }
    }
  }

  @Test("makes texts equal that differ in quotation marks, case and space only") func equal() {
    #expect(
      ComparableText.of("“Never”,  said\nthe Minister: −5 %.")
        == ComparableText.of("'never' said the minister −5%"))
    #expect(ComparableText.of("1.5 %") != ComparableText.of("15 %"))
  }
}
