import Testing

@testable import Content

struct FoldingTests {
  @Test(arguments: [
    ("İstanbul", "istanbul"), ("ΟΔΌΣ", "Οδός"), ("STRASSE", "Straße"), ("ΟΔΟΣ", "Οδός"),
    ("ΟΔΟΣ", "Οδο\u{301}ς"), ("ISTANBUL", "İstanbul"),
    ("ﬁnance", "FINANCE"), ("مُحَمَّد", "محمد"),
    ("Süd", "Su\u{308}d"),
  ])
  func `names that differ in case, vowel marks or normal form only are one`(left: String, right: String) {
    #expect(NameKey(left) == NameKey(right))
  }

  @Test(arguments: [("أحمد", "احمد"), ("Süd", "Sud")])
  func `letters with other marks are other letters`(left: String, right: String) {
    #expect(NameKey(left) != NameKey(right))
  }

  @Test(arguments: [
    ("🇺🇸", "us"), ("🇷🇺🇨🇳", "ru-cn"), ("🍎", "red-apple"), ("✊🏽", "raised-fist-emoji-modifier-fitzpatrick-type-4"),
  ])
  func `names of symbols have an address`(name: String, slug: String) {
    #expect(Slug.of(name) == slug)
  }

  @Test(
    arguments: [
      ("2025-03-12-talks", "2025-03-12"), ("20250312 talks", "2025-03-12"), ("talks_2025_03", "2025-03"),
      ("Treffen 12.03.2025", "2025-03-12"), ("Talks 12 March 2025", "2025-03-12"), ("plan-42", nil),
    ] as [(String, String?)])
  func `dates are read in the names of files`(name: String, date: String?) {
    #expect(WrittenDate.inFileName(name)?.description == date)
  }
}
