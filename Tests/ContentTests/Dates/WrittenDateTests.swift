import Testing

@testable import Content

struct WrittenDateTests {
  @Test(
    "a date is read in the languages of the interface",
    arguments: [
      // English
      ("5 March 2025", "2025-03-05"), ("March 5th, 2025", "2025-03-05"), ("5th of March 2025", "2025-03-05"),
      ("Saturday 16 May 2026", "2026-05-16"), ("Wed., 12 Mar. 2025", "2025-03-12"),
      ("12-Mar-2025", "2025-03-12"), ("2025.03.12", "2025-03-12"),
      // German
      ("12. März 2025", "2025-03-12"), ("12.02.2025", "2025-02-12"), ("1. 2. 2025", "2025-02-01"),
      ("Mittwoch, den 12. März 2025", "2025-03-12"), ("3. Jänner 2025", "2025-01-03"),
      ("März 2025", "2025-03"), ("12. Dez. 2025", "2025-12-12"),
      // French
      ("le 12 mars 2025", "2025-03-12"), ("1er août 2025", "2025-08-01"),
      ("mercredi 12 mars 2025", "2025-03-12"),
      ("12 févr. 2025", "2025-02-12"), ("12 AOÛT 2025", "2025-08-12"),
      // Ukrainian
      ("12 березня 2025", "2025-03-12"), ("12 березня 2025 року", "2025-03-12"),
      ("12.03.2025 р.", "2025-03-12"),
      ("середа, 12 березня 2025 р.", "2025-03-12"), ("лютий 2025", "2025-02"),
      // Spanish
      ("12 de marzo de 2025", "2025-03-12"), ("miércoles, 12 de marzo de 2025", "2025-03-12"),
      ("1.º de octubre de 2025", "2025-10-01"), ("3 de octubre del 2025", "2025-10-03"),
      ("4 de noviembre de 2025", "2025-11-04"), ("5 de diciembre de 2025", "2025-12-05"),
      ("6 de setiembre de 2025", "2025-09-06"),
      // Italian
      ("12 marzo 2025", "2025-03-12"), ("1° ottobre 2025", "2025-10-01"),
      ("lunedì 12 maggio 2025", "2025-05-12"),
      // Polish
      ("12 marca 2025 r.", "2025-03-12"), ("dnia 12 października 2025 roku", "2025-10-12"),
      ("środa, 12 marca 2025", "2025-03-12"), ("marzec 2025", "2025-03"),
      // Arabic
      ("12 مارس 2025", "2025-03-12"), ("١٢ مارس ٢٠٢٥", "2025-03-12"), ("12 آذار/مارس 2025", "2025-03-12"),
      ("3 كانون الثاني 2025", "2025-01-03"), ("12 مارس 2025 م", "2025-03-12"), ("12 آذار 2025", "2025-03-12"),
      // Chinese, Japanese and Korean
      ("2025年3月12日", "2025-03-12"), ("2025 年 3 月 12 日", "2025-03-12"), ("2025年3月", "2025-03"),
      ("二〇二五年三月十二日", "2025-03-12"), ("２０２５年３月１２日", "2025-03-12"), ("2025년 3월 12일", "2025-03-12"),
      // None
      ("02/03/2025", nil), ("31 de febrero de 2025", nil), ("12 mars", nil), ("Mars 12 rovers", nil),
      ("2025年13月1日", nil),
    ] as [(String, String?)])
  func languages(text: String, expected: String?) {
    #expect(WrittenDate.read(text)?.description == expected)
  }

  @Test(
    "a date is found in a line",
    arguments: [
      ("Geneva, Saturday 16 May 2026 –", "2026-05-16"), ("Published 3 March 2025", "2025-03-03"),
      ("Kyiv, le 12 mars 2025", "2025-03-12"), ("Berlin, den 12. März 2025", "2025-03-12"),
      ("Stand: 12.03.2025", "2025-03-12"), ("Київ, 12 березня 2025 року", "2025-03-12"),
      ("Publicado el 12 de marzo de 2025 a las 10:00", "2025-03-12"), ("Roma, 1º ottobre 2025", "2025-10-01"),
      ("Warszawa, 12 marca 2025 r.", "2025-03-12"), ("القاهرة، ١٢ مارس ٢٠٢٥", "2025-03-12"),
      ("北京，2025年3月12日", "2025-03-12"), ("发布时间：2025年3月12日 10:00", "2025-03-12"),
      ("Published: 2025/03/12", "2025-03-12"), ("Updated 2025-03-12T10:00:00Z", "2025-03-12"),
      ("As of 2025.03.12", "2025-03-12"), ("A plan of 12 points in 2025", nil), ("Version 1.2.2025b", nil),
    ] as [(String, String?)])
  func line(text: String, expected: String?) {
    #expect(WrittenDate.first(in: text)?.description == expected)
  }

  @Test(
    "a date is read in the name of a file",
    arguments: [
      ("Réunion du 12 mars 2025", "2025-03-12"), ("le-12-mars-2025", "2025-03-12"),
      ("Treffen_12._März_2025", "2025-03-12"), ("Зустріч 12 березня 2025", "2025-03-12"),
      ("2025年3月12日会谈", "2025-03-12"), ("acta 12 de marzo de 2025", "2025-03-12"),
      ("spotkanie-12-marca-2025", "2025-03-12"), ("2025.03.12 Talks", "2025-03-12"),
      ("اجتماع 12 مارس 2025", "2025-03-12"), ("12-03-2025 talks", nil),
    ] as [(String, String?)])
  func fileName(name: String, expected: String?) {
    #expect(WrittenDate.inFileName(name)?.description == expected)
  }
}
