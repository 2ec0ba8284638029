import Foundation
import Testing
import Text

@Suite("The encoding of a text")
struct TextEncodingTests {
  private static func bytes(_ text: String, _ encoding: String.Encoding) -> [UInt8] {
    Array(text.data(using: encoding, allowLossyConversion: true) ?? Data())
  }

  @Test(
    "is told from its bytes, and the text is read in it",
    arguments: [
      ("Zölle und Wässer", String.Encoding.windowsCP1252, TextEncoding.windows1252),
      ("Les élèves français à Genève", .isoLatin1, .windows1252),
      ("„Öffnen“ – 5 €", .windowsCP1252, .windows1252),
      ("Питання про воду", .windowsCP1251, .windows1251),
      ("Źródła wody są płatne, więc śledź", .windowsCP1250, .windows1250),
      ("Wasser öffnen", .utf16LittleEndian, .utf16LittleEndian),
      ("Wasser öffnen", .utf16BigEndian, .utf16BigEndian),
      ("Wässer", .utf8, .utf8), ("plain", .ascii, .utf8),
    ])
  func encodings(text: String, encoding: String.Encoding, expected: TextEncoding) {
    let bytes = Self.bytes(text, encoding)
    #expect(TextEncoding(of: bytes) == expected)
    #expect(TextEncoding(of: bytes).decoded(bytes[...]) == text)
  }

  @Test("with a byte order mark is UTF-16, and the mark is no text")
  func byteOrderMark() {
    for (mark, encoding) in [
      ([0xFF, 0xFE], String.Encoding.utf16LittleEndian), ([0xFE, 0xFF], .utf16BigEndian),
    ] {
      let bytes = mark.map { UInt8($0) } + Self.bytes("Право", encoding)
      #expect(TextEncoding(of: bytes).name == "UTF-16")
      #expect(TextEncoding(of: bytes).decoded(bytes[...]) == "Право")
    }
  }

  @Test("has a command that converts it")
  func conversion() {
    #expect(
      TextEncoding.windows1251.conversion(of: "a.md")
        == "iconv -f WINDOWS-1251 -t UTF-8 a.md > a.md.utf8 && mv a.md.utf8 a.md")
  }

  @Test("the command names one file, whatever its name contains")
  func conversionOfAnyName() {
    let name = "it's; touch x #.md"
    let (file, copy) = (ShellWord.quoted(name), ShellWord.quoted(name + ".utf8"))
    #expect(
      TextEncoding.windows1252.conversion(of: name)
        == "iconv -f WINDOWS-1252 -t UTF-8 \(file) > \(copy) && mv \(copy) \(file)")
    #expect(file == #"'it'\''s; touch x #.md'"#)
  }

  @Test("Cyrillic and Greek of ISO 8859 are told from Windows-1251 and KOI8-U")
  func isoPages() {
    let ukrainian = "Тема;Росія;Україна\nМито;Проти підвищення;За зниження"
    let greek = "Θέμα;Ελλάδα;Τουρκία\nΝερό;Ναι λέει η κυβέρνηση;Όχι λέει"
    let cyrillic: [UInt8] = ukrainian.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x410...0x44F: UInt8(scalar.value - 0x410 + 0xB0)
      case 0x456: 0xF6
      case 0x457: 0xF7
      default: UInt8(scalar.value)
      }
    }
    let hellenic: [UInt8] = greek.unicodeScalars.map { scalar in
      scalar.value < 0x80 ? UInt8(scalar.value) : UInt8(scalar.value - 0x370 + 0xA0)
    }
    #expect(TextEncoding(of: cyrillic) == .cyrillic)
    #expect(TextEncoding.cyrillic.decoded(cyrillic[...]) == ukrainian)
    #expect(TextEncoding(of: hellenic) == .greek)
    #expect(TextEncoding.greek.decoded(hellenic[...]) == greek)
  }
}
