/// The encoding of a text, as far as its bytes tell.
package enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case windows1250 = "WINDOWS-1250"
  case windows1251 = "WINDOWS-1251"
  case windows1252 = "WINDOWS-1252"
  case latin2 = "ISO-8859-2"
  case koi8u = "KOI8-U"
  case cyrillic = "ISO-8859-5"
  case greek = "ISO-8859-7"

  /// The most bytes that are looked at.
  private static let sample = 200_000

  /// The likely encoding of `bytes`: UTF-8 if they are valid, UTF-16 if they have its byte order mark or a zero in most
  /// pairs, else the code page whose letters make the most words.
  package init(of bytes: [UInt8]) {
    let sample = bytes.prefix(Self.sample)
    if sample.starts(with: [0xFF, 0xFE]) {
      self = .utf16LittleEndian
    } else if sample.starts(with: [0xFE, 0xFF]) {
      self = .utf16BigEndian
    } else if let zeros = Self.zeros(sample) {
      self = zeros
    } else if String(validating: bytes, as: UTF8.self) != nil {
      self = .utf8
    } else {
      self = Self.codePage(sample)
    }
  }

  /// UTF-16 without a byte order mark, which has a zero in most pairs of Latin text; nil for others.
  private static func zeros(_ bytes: ArraySlice<UInt8>) -> TextEncoding? {
    guard bytes.count >= 4, bytes.contains(0) else { return nil }
    var counts = [0, 0]
    for (index, byte) in bytes.enumerated() where byte == 0 { counts[index % 2] += 1 }
    let pairs = bytes.count / 2
    if counts[1] * 2 > pairs, counts[0] * 10 < counts[1] { return .utf16LittleEndian }
    if counts[0] * 2 > pairs, counts[1] * 10 < counts[0] { return .utf16BigEndian }
    return nil
  }

  /// The code page in which the bytes above 0x7F look most like letters in words.
  private static func codePage(_ bytes: ArraySlice<UInt8>) -> TextEncoding {
    let high = bytes.count { $0 >= 0x80 }
    let letters = bytes.count { $0 >= 0xC0 }
    let latin = bytes.count { (0x41...0x5A).contains($0 & 0xDF) }
    // Cyrillic text is made of letters above 0xC0; Latin text has few of them.
    if letters * 10 > high * 7, letters > latin {
      return isCyrillic(bytes, letters) ? .cyrillic : isGreek(bytes) ? .greek : koiOrWindows(bytes)
    }
    let polishOrCzech = bytes.count {
      [0xB9, 0x9C, 0x9F, 0xBF, 0xB3, 0xE6, 0xEA, 0xF8, 0x9A, 0x9E, 0xEC].contains($0)
    }
    let western = bytes.count {
      [0xE4, 0xF6, 0xFC, 0xDF, 0xE9, 0xE8, 0xE0, 0xE7, 0xF1, 0xF4, 0xC4, 0xD6, 0xDC].contains($0)
    }
    if polishOrCzech > western {
      let onlyLatin2 = bytes.count { [0xB1, 0xB6, 0xBC, 0xA6, 0xA1].contains($0) }
      let onlyWindows = bytes.count { [0xB9, 0x9C, 0x9F, 0x9A, 0x9E, 0x8C].contains($0) }
      return onlyLatin2 > onlyWindows ? .latin2 : .windows1250
    }
    return .windows1252
  }

  /// Whether accented vowels of Greek, which are capitals in Windows-1251, appear among small letters.
  private static func isGreek(_ bytes: ArraySlice<UInt8>) -> Bool {
    var (inside, words, previous) = (0, 0, UInt8(0))
    for byte in bytes {
      if (0xDC...0xDF).contains(byte), previous >= 0xE1 { inside += 1 }
      if byte >= 0xC0, previous < 0xC0 { words += 1 }
      previous = byte
    }
    // The byte of «я» in Windows-1251 is no letter of Greek.
    return inside * 4 >= words && inside > 0 && !bytes.contains(0xFF)
  }

  /// Whether the bytes that are the frequent small letters «рсту» in Windows-1251 are missing, and those of ISO-8859-5 are there.
  private static func isCyrillic(_ bytes: ArraySlice<UInt8>, _ letters: Int) -> Bool {
    let last = bytes.count { (0xF0...0xFF).contains($0) && ![0xF1, 0xF4, 0xF6, 0xF7].contains($0) }
    let middle = bytes.count { (0xE0...0xEF).contains($0) }
    return last * 20 < letters && middle * 7 > letters
  }

  /// In Windows-1251 small letters come after capitals; in KOI8 before them.
  private static func koiOrWindows(_ bytes: ArraySlice<UInt8>) -> TextEncoding {
    let small = bytes.count { (0xE0...0xFF).contains($0) }
    let large = bytes.count { (0xC0...0xDF).contains($0) }
    return small >= large ? .windows1251 : .koi8u
  }

  /// The name as people write it.
  package var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    case .windows1250: "Windows-1250"
    case .windows1251: "Windows-1251"
    case .windows1252: "Windows-1252"
    case .latin2: "ISO-8859-2"
    case .koi8u: "KOI8-U"
    case .cyrillic: "ISO-8859-5"
    case .greek: "ISO-8859-7"
    }
  }

  /// The command that converts a file to UTF-8, for a POSIX shell.
  package func conversion(of path: String) -> String {
    let encoding = self == .utf16LittleEndian || self == .utf16BigEndian ? "UTF-16" : rawValue
    let (file, copy) = (ShellWord.quoted(path), ShellWord.quoted(path + ".utf8"))
    return "iconv -f \(encoding) -t UTF-8 \(file) > \(copy) && mv \(copy) \(file)"
  }

  /// The text of bytes in this encoding, without a byte order mark; what cannot be decoded becomes U+FFFD.
  package func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    switch self {
    case .utf8:
      return String(
        decoding: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes, as: UTF8.self)
    case .utf16LittleEndian, .utf16BigEndian:
      let isBig = self == .utf16BigEndian
      var units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        return isBig ? first << 8 | second : second << 8 | first
      }
      if units.first == 0xFEFF { units.removeFirst() }
      return String(decoding: units, as: UTF16.self)
    default:
      let table = upper
      var result = String.UnicodeScalarView()
      for byte in bytes {
        if byte < 0x80 { result.append(Unicode.Scalar(byte)) } else { result.append(table[Int(byte) - 0x80]) }
      }
      return String(result)
    }
  }

  /// The letters of the bytes from 0x80.
  private var upper: [Unicode.Scalar] {
    let text =
      switch self {
      case .windows1250: Self.page1250
      case .windows1251: Self.page1251
      case .latin2: Self.controls + Self.pageLatin2
      case .koi8u: Self.pageKOI8U
      case .cyrillic: Self.controls + Self.pageCyrillic
      case .greek: Self.controls + Self.pageGreek
      default: Self.page1252
      }
    let scalars = Array(text.unicodeScalars)
    return scalars + [Unicode.Scalar](repeating: "\u{FFFD}", count: max(0, 128 - scalars.count))
  }

  private static let controls = String(repeating: "\u{FFFD}", count: 32)
  private static let page1250 =
    "€\u{FFFD}‚\u{FFFD}„…†‡\u{FFFD}‰Š‹ŚŤŽŹ\u{FFFD}‘’“”•–—\u{FFFD}™š›śťžź"
    + "\u{A0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{AD}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż"
    + "ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß"
    + "ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙"
  private static let page1251 =
    "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{FFFD}™љ›њќћџ"
    + "\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї"
    + "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
    + "абвгдежзийклмнопрстуфхцчшщъыьэюя"
  private static let page1252 =
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ"
    + "\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿"
    + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
    + "àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ"
  private static let pageLatin2 =
    "\u{A0}Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u{AD}ŽŻ°ą˛ł´ľśˇ¸šşťź˝žż"
    + "ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß"
    + "ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙"
  private static let pageCyrillic =
    "\u{A0}ЁЂЃЄЅІЇЈЉЊЋЌ\u{AD}ЎЏ" + "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
    + "абвгдежзийклмнопрстуфхцчшщъыьэюя" + "№ёђѓєѕіїјљњћќ§ўџ"
  private static let pageGreek =
    "\u{A0}‘’£€₯¦§¨©ͺ«¬\u{AD}\u{FFFD}―°±²³΄΅Ά·ΈΉΊ»Ό½ΎΏ"
    + "ΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ\u{FFFD}ΣΤΥΦΧΨΩΪΫάέήίΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ"
  private static let pageKOI8U =
    "\u{2500}\u{2502}\u{250C}\u{2510}\u{2514}\u{2518}\u{251C}\u{2524}\u{252C}\u{2534}\u{253C}\u{2580}\u{2584}\u{2588}\u{258C}\u{2590}\u{2591}\u{2592}\u{2593}⌠\u{25A0}∙√≈≤≥\u{A0}⌡°²·÷"
    + "\u{2550}\u{2551}\u{2552}ёє\u{2554}ії\u{2557}\u{2558}\u{2559}\u{255A}\u{255B}ґ\u{255D}\u{255E}\u{255F}\u{2560}\u{2561}ЁЄ\u{2563}ІЇ\u{2566}\u{2567}\u{2568}\u{2569}\u{256A}Ґ\u{256C}©"
    + "юабцдефгхийклмнопярстужвьызшэщчъ"
    + "ЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ"
}
