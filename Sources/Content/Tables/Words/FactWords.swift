import Text

/// Tells numbers, prices and dates, which are facts, from positions.
struct FactWords: Sendable {
  private let time: Set<String>
  private let units: Set<String>

  init(_ words: TableWords) {
    let time = Self.parts(words[.time])
    self.time = time
    units = time.union(Self.parts(words[.units])).union(Self.symbols)
  }

  private static func parts(_ words: [String]) -> Set<String> {
    Set(words.flatMap { NameKey($0).text.split(separator: " ").map(String.init) })
  }

  /// Currencies and units that are written alike in many languages.
  private static let symbols: Set<String> = [
    "usd", "eur", "gbp", "chf", "jpy", "cny", "rmb", "uah", "rub", "pln", "czk", "sek", "nok", "dkk", "cad",
    "aud", "inr",
    "brl", "try", "us", "m", "mn", "mio", "bn", "mrd", "tn", "k", "km", "km²", "m²", "kg", "g", "t", "ha",
    "w", "kw", "mw",
    "gw", "kwh", "mwh", "q", "twh", "pp", "st", "nd", "rd", "th", "am", "pm", "ad", "bc", "h", "min", "s",
    "x",
    "p", "pt", "pts",
  ]

  /// Words of times that are names as well, or that say nothing on their own.
  private static let names: Set<String> = [
    "may", "mai", "mars", "april", "avril", "june", "august", "mid", "early", "late", "by", "to", "until",
    "since", "before",
    "after", "from", "spring", "summer", "autumn", "fall", "winter", "st",
  ]

  /// Whether a header, as its name key, is a number or a date, a month or a year; a header without a letter and without a
  /// symbol such as a flag counts as well.
  func isPeriodOrNumber(_ key: String) -> Bool {
    if let first = Self.firstWord(ofPlain: key), !time.contains(first) { return false }
    let pieces = Self.pieces(of: key)
    if pieces.isEmpty { return !key.unicodeScalars.contains { $0.properties.isEmoji && $0.value > 0xFF } }
    guard pieces.allSatisfy({ $0.isNumber || time.contains($0.text) }) else { return false }
    if pieces.contains(where: \.isNumber) { return true }
    return pieces.count > 1 || !Self.names.contains(pieces[0].text)
  }

  /// The most bytes of a cell that may be a fact.
  static let longest = 60

  /// Whether the text of a cell is a number, a price, a share, a date or a period: it has a digit, and its words are all
  /// months, units and the like.
  func isFact(_ text: String) -> Bool {
    guard text.utf8.count <= Self.longest else { return false }
    var hasDigit = false
    for piece in Self.pieces(of: NameKey(text).text) {
      if piece.isNumber {
        hasDigit = true
      } else if !units.contains(piece.text) {
        return false
      }
    }
    return hasDigit
  }

  /// The first word of a key that has only ASCII letters and spaces and begins with a letter, as most headers do; nil for
  /// others.
  private static func firstWord(ofPlain key: String) -> String? {
    var end: Int?
    var count = 0
    for byte in key.utf8 {
      if byte == UInt8(ascii: " ") {
        end = end ?? count
      } else if !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) {
        return nil
      }
      count += 1
    }
    let length = end ?? count
    return length == 0 ? nil : String(key.utf8.prefix(length))
  }

  /// Whether the text of a cell is plainly no fact: ASCII without a digit, and too long for “n/a” or a dash.
  static func isPlainlyNone(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count > 12 && bytes.allSatisfy { $0 < 0x80 && !$0.isDigit }
      && bytes.contains { $0 > 0x40 }
  }

  private struct Piece {
    let text: String
    let isNumber: Bool
  }

  /// The runs of letters and of digits; other characters separate them.
  private static func pieces(of key: String) -> [Piece] {
    var pieces: [Piece] = []
    var current = ""
    var isNumber = false
    for character in key {
      let kind: Bool? = character.isNumber ? true : character.isLetter || character == "'" ? false : nil
      if let kind, kind == isNumber || current.isEmpty {
        isNumber = kind
        current.append(character)
        continue
      }
      if !current.isEmpty { pieces.append(Piece(text: current, isNumber: isNumber)) }
      current = ""
      if let kind {
        isNumber = kind
        current.append(character)
      }
    }
    if !current.isEmpty { pieces.append(Piece(text: current, isNumber: isNumber)) }
    return pieces
  }
}
