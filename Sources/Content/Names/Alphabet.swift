import Foundation

/// The letters of a language in alphabetical order, as numbers to compare.
struct Alphabet: Sendable {
  /// Letters with their own place in the alphabet, and pairs of letters that count as one.
  private var letters: [Substring: UInt32] = [:]
  private var hasPairs = false
  /// Whether Latin letters come after all others.
  private let putsLatinLast: Bool

  /// Whether names in ASCII are sorted by their bytes.
  private(set) var isPlainForASCII = true

  init(language: String) {
    let parts = language.lowercased().split(separator: "-")
    let primary = parts.first.map(String.init) ?? ""
    let isLatin = parts.contains("latn") || !Self.otherScripts.contains(primary)
    putsLatinLast = !isLatin
    if isLatin && Self.otherScripts.contains(primary) && primary != "sr" { return }
    for chain in (Self.rules[isLatin && primary == "sr" ? "hr" : primary] ?? "").split(separator: " ") {
      let chain = chain.split(separator: "<")
      guard let base = chain.first?.unicodeScalars.first else { continue }
      for (place, letter) in chain.enumerated().dropFirst() {
        letters[letter] = base.value << 8 | UInt32(place)
        if letter.unicodeScalars.count > 1 { hasPairs = true }
        if letter.utf8.allSatisfy({ $0 < 0x80 }) { isPlainForASCII = false }
      }
    }
  }

  /// The letters that follow another letter, by language; each letter after `<` has its own place there.
  private static let rules: [String: String] = [
    "az": "c<ç g<ğ h<x k<q o<ö s<ş u<ü", "be": "з<і<й у<ў", "bg": "и<й", "bs": "c<č<ć d<đ s<š z<ž",
    "cs": "c<č h<ch r<ř s<š z<ž", "cy": "c<ch d<dd f<ff g<ng l<ll p<ph r<rh t<th", "da": "z<æ<ø<å",
    "eo": "c<ĉ g<ĝ h<ĥ j<ĵ s<ŝ u<ŭ", "es": "n<ñ", "et": "s<š<z<ž w<õ<ä<ö<ü", "eu": "n<ñ", "fi": "z<å<ä<ö",
    "fo": "d<ð z<æ<ø",
    "gl": "n<ñ", "hr": "c<č<ć d<đ s<š z<ž", "hu": "o<ö u<ü", "is": "d<ð z<þ<æ<ö",
    "kk": "а<ә г<ғ и<й к<қ н<ң о<ө у<ұ<ү х<һ ы<і",
    "lt": "c<č s<š z<ž", "lv": "c<č g<ģ k<ķ l<ļ n<ņ s<š z<ž", "mk": "г<ѓ з<ѕ и<ј к<ќ л<љ н<њ ч<џ",
    "nb": "z<æ<ø<å",
    "nn": "z<æ<ø<å", "no": "z<æ<ø<å", "pl": "a<ą c<ć e<ę l<ł n<ń o<ó s<ś z<ź<ż", "ro": "a<ă<â i<î s<ș t<ț",
    "ru": "и<й",
    "sk": "a<ä c<č h<ch o<ô s<š z<ž", "sl": "c<č<ć d<đ s<š z<ž", "sq": "c<ç e<ë",
    "sr": "д<ђ и<ј л<љ н<њ т<ћ ч<џ",
    "sv": "z<å<ä<ö", "tr": "c<ç g<ğ o<ö s<ş u<ü", "uk": "г<ґ е<є и<і<ї<й", "vi": "a<ă<â d<đ e<ê o<ô<ơ u<ư",
  ]

  /// Languages that are not written in Latin letters, unless their tag says so.
  private static let otherScripts: Set<String> = [
    "am", "ar", "be", "bg", "bn", "ckb", "el", "fa", "gu", "he", "hi", "hy", "ja", "ka", "kk", "km", "kn",
    "ko", "ky", "lo", "mk", "ml",
    "mn", "mr", "my", "ne", "pa", "ps", "ru", "sd", "si", "sr", "ta", "te", "tg", "th", "tt", "ug", "uk",
    "ur", "yi", "zh",
  ]

  /// The sort key of a folded name: a number for each letter.
  func weights(of name: String) -> [UInt32] {
    var weights: [UInt32] = []
    weights.reserveCapacity(name.utf8.count)
    var rest = name[...]
    while let letter = rest.first {
      let next = rest.index(after: rest.startIndex)
      if hasPairs, next < rest.endIndex, let weight = letters[rest[...next]] {
        weights.append(weight)
        rest = rest[rest.index(after: next)...]
        continue
      }
      if let weight = letters[rest[..<next]] {
        weights.append(placed(weight))
      } else {
        for scalar in String(letter).decomposedStringWithCanonicalMapping.unicodeScalars {
          append(scalar, to: &weights)
        }
      }
      rest = rest[next...]
    }
    return weights
  }

  /// Combining marks have no number. Letters outside the alphabet that cannot be decomposed are sorted by
  /// their sound.
  private func append(_ scalar: Unicode.Scalar, to weights: inout [UInt32]) {
    if let letters = Self.plain[scalar] {
      for letter in letters.unicodeScalars { weights.append(placed(letter.value << 8)) }
    } else {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: break
      default: weights.append(placed(scalar.value << 8))
      }
    }
  }

  private static let plain: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i", "ə": "e",
    "ħ": "h", "ŋ": "n", "ґ": "г",
    "ѐ": "е", "ѝ": "и",
  ]

  /// The number of a letter, moved to the place of its script.
  private func placed(_ weight: UInt32) -> UInt32 {
    let isLatin = (0x61...0x7A).contains(weight >> 8) || (0xE0...0x24F).contains(weight >> 8)
    return putsLatinLast && isLatin ? weight | 1 << 31 : weight
  }
}
