/// Reads dates and times from ASCII bytes.
struct DateScanner<Bytes: Collection<UInt8>> {
  private var rest: Bytes.SubSequence

  init(_ bytes: Bytes) { rest = bytes[...] }

  var isAtEnd: Bool { rest.isEmpty }
  var isAtSeparator: Bool { rest.first.map { "-_ .".utf8.contains($0) } ?? false }

  mutating func date() -> PartialDate? {
    guard let year = number(4), year >= 1000 else { return nil }
    guard let month = part() else { return PartialDate(year: year) }
    guard (1...12).contains(month) else { return nil }
    guard let day = part() else { return PartialDate(year: year, month: month) }
    guard (1...PartialDate.days(in: month, of: year)).contains(day) else { return nil }
    return PartialDate(year: year, month: month, day: day)
  }

  /// Reads `T10:00`, `T10:00:00` or `T10:00:00.5`, each with `Z`, `+01:00`, `+0100`, `+01` or no zone, up to
  /// the end.
  mutating func time() -> Bool {
    guard take("T") || take("t") || take(" ") else { return false }
    while take(" ") {}
    guard let hour = number(2), hour < 25, take(":"), let minute = number(2), minute < 60 else {
      return false
    }
    if take(":") {
      guard let second = number(2), second < 61 else { return false }
      if take(".") { while number(1) != nil {} }
    }
    while take(" ") {}
    if take("Z") || take("z") { return isAtEnd }
    guard take("+") || take("-") else { return isAtEnd }
    guard number(2) != nil else { return false }
    if take(":") || !isAtEnd { return number(2) != nil && isAtEnd }
    return true
  }

  /// Reads `-` and two digits that are not followed by another digit; otherwise reads nothing.
  private mutating func part() -> Int? {
    let before = rest
    guard take("-"), let value = number(2), !isAtDigit else {
      rest = before
      return nil
    }
    return value
  }

  private mutating func number(_ digits: Int) -> Int? {
    let head = rest.prefix(digits)
    guard head.count == digits, head.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    rest = rest.dropFirst(digits)
    return head.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let first = rest.first, UInt32(first) == character.value else { return false }
    rest = rest.dropFirst()
    return true
  }

  private var isAtDigit: Bool { rest.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false }
}
