import Testing

@testable import Text

@Suite("Directions of letters") struct LetterDirectionTests {
  @Test(
    "the first letter of a text has a direction",
    arguments: [
      ("Yes", .leftToRight), ("10% نعم NATO", .rightToLeft), ("«שלום»", .rightToLeft),
      ("(5) Їжа", .leftToRight),
      ("٣٪", nil), ("10%!", nil), ("", nil), ("،؟", nil), ("中文", .leftToRight), ("\u{200F}10", .rightToLeft),
      ("🇺🇦 𞤀", .rightToLeft),
    ] as [(String, LetterDirection?)])
  func first(_ text: String, _ direction: LetterDirection?) {
    #expect(LetterDirection.first(in: text.utf8) == direction)
  }

  @Test(
    "letters of a direction are found",
    arguments: [
      ("Yes", true, false), ("Yes نعم", true, true), ("نعم", false, true), ("10%", false, false),
      ("中 – “é”", true, false), ("٣٪", false, false),
      ("A long text without any such – and then: ن", true, true),
      ("0123456789 – 0123456789 𞤀", false, true), ("١٢٣ – “”", false, false),
    ])
  func occurs(_ text: String, left: Bool, right: Bool) {
    #expect(LetterDirection.leftToRight.occurs(in: text.utf8) == left)
    #expect(LetterDirection.rightToLeft.occurs(in: text.utf8) == right)
  }
}
