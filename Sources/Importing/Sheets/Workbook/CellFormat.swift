import Content
import Foundation

/// How a sheet shows a number.
enum CellFormat: Hashable {
  case general
  /// The number of digits after the point; `isGrouped`: with commas between thousands.
  case decimal(digits: Int, isGrouped: Bool)
  case percent(digits: Int)
  /// A date with the parts that the sheet shows.
  case date(hasMonth: Bool, hasDay: Bool, hasTime: Bool)
  case time

  /// The format of each style of cells, in their order.
  static func formats(styles part: [UInt8]) -> [CellFormat] {
    var own: [Int: String] = [:]
    var formats: [CellFormat] = []
    var isInCells = false
    var scanner = XMLScanner(part)
    while let token = scanner.next() {
      switch token {
      case .open(let tag):
        if tag.localName == "cellXfs" { isInCells = true }
        if tag.localName == "numFmt", let id = tag["numFmtId"].flatMap({ Int($0) }) {
          own[id] = tag["formatCode"] ?? ""
        }
        if tag.localName == "xf", isInCells {
          let id = tag["numFmtId"].flatMap { Int($0) } ?? 0
          formats.append(own[id].map { CellFormat(code: $0) } ?? CellFormat(builtIn: id))
        }
      case .close(let name, _): if name.split(separator: ":").last == "cellXfs" { isInCells = false }
      case .text: break
      }
    }
    return formats
  }

  private init(builtIn id: Int) {
    switch id {
    case 1: self = .decimal(digits: 0, isGrouped: false)
    case 2: self = .decimal(digits: 2, isGrouped: false)
    case 3, 37, 38: self = .decimal(digits: 0, isGrouped: true)
    case 4, 39, 40: self = .decimal(digits: 2, isGrouped: true)
    case 9: self = .percent(digits: 0)
    case 10: self = .percent(digits: 2)
    case 14, 15, 16, 27...31, 36, 50...58: self = .date(hasMonth: true, hasDay: true, hasTime: false)
    case 17: self = .date(hasMonth: true, hasDay: false, hasTime: false)
    case 22: self = .date(hasMonth: true, hasDay: true, hasTime: true)
    case 18...21, 32...35, 45...47: self = .time
    default: self = .general
    }
  }

  /// The format of a code such as `dd.mm.yyyy` or `0.0%`. Only its first section counts.
  init(code: String) {
    let plain = Self.withoutTexts(code.prefix { $0 != ";" }).lowercased()
    let hasTime = plain.contains("h") || plain.contains("s")
    let digits = plain.drop { $0 != "." }.dropFirst().prefix { $0 == "0" || $0 == "#" || $0 == "?" }.count
    if plain.contains("y") || plain.contains("d") || (plain.contains("m") && !hasTime) {
      self = .date(hasMonth: plain.contains("m"), hasDay: plain.contains("d"), hasTime: hasTime)
    } else if hasTime {
      self = .time
    } else if plain.contains("%") {
      self = .percent(digits: digits)
    } else if plain.contains("0") || plain.contains("#") {
      self = .decimal(digits: digits, isGrouped: plain.contains(","))
    } else {
      self = .general
    }
  }

  /// The code without quoted texts, escaped characters and what is in brackets.
  private static func withoutTexts(_ code: Substring) -> String {
    var result = ""
    var closing: Character?
    var isEscaped = false
    for character in code {
      if isEscaped {
        isEscaped = false
      } else if let end = closing {
        if character == end { closing = nil }
      } else if character == "\\" || character == "_" || character == "*" {
        isEscaped = true
      } else if character == "\"" || character == "[" {
        closing = character == "[" ? "]" : "\""
      } else {
        result.append(character)
      }
    }
    return result
  }

  /// The text for a value; a value that is not a number stays as it is.
  func shown(_ value: String, countsFrom1904: Bool) -> String {
    guard let number = Double(value), number.isFinite else { return value }
    switch self {
    case .general: return Self.general(number)
    case .decimal(let digits, let isGrouped):
      let text = Self.fixed(number, digits)
      return isGrouped ? Self.grouped(text) : text
    case .percent(let digits): return Self.fixed(number * 100, digits) + "%"
    case .time: return Self.time(number)
    case .date(let hasMonth, let hasDay, let hasTime):
      guard let date = Self.date(number + (countsFrom1904 ? 1_462 : 0)) else { return Self.general(number) }
      let shown =
        hasDay
        ? date : PartialDate(year: date.year, month: hasMonth ? date.month : nil)
      return shown.description + (hasTime && number != number.rounded(.down) ? " " + Self.time(number) : "")
    }
  }

  private static func general(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
    return String(format: "%.10g", number)
  }

  private static func fixed(_ number: Double, _ digits: Int) -> String {
    String(format: "%.\(min(15, digits))f", number)
  }

  private static func grouped(_ text: String) -> String {
    let whole = text.prefix { $0 != "." && $0 != "-" || $0 == "-" }.filter(\.isNumber)
    var result = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { result.append(",") }
      result.append(digit)
    }
    return (text.hasPrefix("-") ? "-" : "") + result + text.drop { $0 != "." }
  }

  private static func time(_ number: Double) -> String {
    let minutes = Int(((number - number.rounded(.down)) * 1_440).rounded())
    return String(format: "%02d:%02d", minutes / 60 % 24, minutes % 60)
  }

  /// The day with a serial number: 1 is 1 January 1900, and 60 is 29 February 1900, which did not exist.
  private static func date(_ serial: Double) -> PartialDate? {
    guard (1..<2_958_466).contains(serial) else { return nil }
    let days = Int(serial) - (serial < 60 ? 0 : 1)
    // Days since 1 March of year 0, in the calendar that repeats after 400 years.
    let shifted = days + 693_900
    let era = shifted / 146_097
    let ofEra = shifted % 146_097
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * part + 2) / 5 + 1
    let month = part < 10 ? part + 3 : part - 9
    return PartialDate(year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: day)
  }
}
