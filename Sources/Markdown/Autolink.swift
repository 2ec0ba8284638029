/// Finds bare addresses in text, as the GFM specification, section 6.9, and cmark-gfm 0.29.0.gfm.6 do.
struct Autolink {
  /// What is put before the text of the link to make its destination.
  enum Scheme {
    case none, http, mailto
  }

  let range: Range<Int>
  let scheme: Scheme

  /// A host's name has no more bytes (RFC 1035); so many near misses stay cheap, too.
  private static let longestHost = 253

  /// The address whose first sign is at `index` of `bytes`: `www.`, the colon of `://`, or `@`.
  ///
  /// `range` is the text; `start` the end of the last link in it; `isFree` whether what stands before the text allows
  /// an address to start there.
  static func find(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, at index: Int, after start: Int, isFree: Bool
  ) -> Autolink? {
    switch bytes[index] {
    case ASCII.colon: url(bytes, range, index, start)
    case ASCII.at: email(bytes, range, index, start)
    default: web(bytes, range, index, isFree)
    }
  }

  private static func web(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ index: Int, _ isFree: Bool
  ) -> Autolink? {
    guard index + 4 < range.upperBound, bytes[index] == UInt8(ascii: "w"),
      bytes[index + 1] == UInt8(ascii: "w"),
      bytes[index + 2] == UInt8(ascii: "w"), bytes[index + 3] == ASCII.dot
    else { return nil }
    if index == range.lowerBound {
      guard isFree else { return nil }
    } else {
      let before = bytes[index - 1]
      guard before.isSpace || "*_~(".utf8.contains(before) else { return nil }
    }
    guard let host = hostEnd(bytes, index..<range.upperBound, needsDot: true) else { return nil }
    let end = trimmedEnd(bytes, index..<addressEnd(bytes, host..<range.upperBound))
    return end > index ? Autolink(range: index..<end, scheme: .http) : nil
  }

  private static func url(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ colon: Int, _ start: Int
  ) -> Autolink? {
    guard colon + 3 < range.upperBound, bytes[colon + 1] == UInt8(ascii: "/"),
      bytes[colon + 2] == UInt8(ascii: "/"),
      bytes[colon + 3].isAlphanumeric
    else { return nil }
    var first = colon
    while first > start, first > colon - 6, bytes[first - 1].isLetter { first -= 1 }
    if first > start, bytes[first - 1].isLetter { return nil }
    let scheme = bytes[first..<colon].map(\.lowered)
    guard ["http", "https", "ftp"].contains(where: { scheme.elementsEqual($0.utf8) }) else { return nil }
    guard let host = hostEnd(bytes, colon + 3..<range.upperBound, needsDot: false) else { return nil }
    let end = trimmedEnd(bytes, first..<addressEnd(bytes, host..<range.upperBound))
    return end > colon + 3 ? Autolink(range: first..<end, scheme: .none) : nil
  }

  private static func email(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ at: Int, _ start: Int
  ) -> Autolink? {
    var first = at
    while first > start, bytes[first - 1].isAlphanumeric || ".+-_".utf8.contains(bytes[first - 1]) {
      first -= 1
    }
    guard first < at else { return nil }
    var end = at + 1
    var dots = 0
    while end < range.upperBound {
      let byte = bytes[end]
      if byte == ASCII.at { return nil }
      if byte == ASCII.dot {
        guard end + 1 < range.upperBound, bytes[end + 1].isAlphanumeric else { break }
        dots += 1
      } else if !byte.isAlphanumeric, byte != ASCII.hyphen, byte != ASCII.underscore {
        break
      }
      end += 1
    }
    guard dots > 0, bytes[end - 1].isLetter || bytes[end - 1].isDigit else { return nil }
    return bytes[end - 1].isLetter ? Autolink(range: first..<end, scheme: .mailto) : nil
  }

  /// Where the host's name ends that starts at `range`; nil when it is none.
  private static func hostEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, needsDot: Bool
  ) -> Int? {
    var dots = 0
    var underscores = (beforeLast: 0, last: 0)
    var index = range.lowerBound
    let limit = min(range.upperBound, range.lowerBound + longestHost)
    while index < limit {
      let byte = bytes[index]
      if byte == ASCII.underscore {
        underscores.last += 1
      } else if byte == ASCII.dot {
        underscores = (underscores.last, 0)
        dots += 1
      } else if byte < 0x80, !byte.isAlphanumeric, byte != ASCII.hyphen {
        break
      }
      index += 1
    }
    if underscores.beforeLast + underscores.last > 0, dots <= 10 { return nil }
    return needsDot && dots == 0 ? nil : index
  }

  private static func addressEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound, !bytes[index].isSpace, bytes[index] != ASCII.less, !isMark(bytes, index) {
      index += 1
    }
    return index
  }

  /// A placeholder starts at `index`.
  private static func isMark(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    bytes[index] == 0xEF && index + 2 < bytes.count && bytes[index + 1] == 0xB7 && bytes[index + 2] == 0x90
  }

  /// The end of an address without the punctuation that is not meant as a part of it.
  private static func trimmedEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var opening = 0
    var closing = 0
    for byte in bytes[range] {
      if byte == ASCII.openParenthesis { opening += 1 }
      if byte == ASCII.closeParenthesis { closing += 1 }
    }
    var end = range.upperBound
    while end > range.lowerBound {
      switch bytes[end - 1] {
      case ASCII.closeParenthesis:
        guard closing > opening else { return end }
        closing -= 1
        end -= 1
      case let byte where "?!.,:*_~'\"".utf8.contains(byte): end -= 1
      case ASCII.semicolon: end = entityStart(bytes, range.lowerBound..<end) ?? end - 1
      default: return end
      }
    }
    return end
  }

  /// Where an entity starts that `range` ends with.
  private static func entityStart(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var start = range.upperBound - 1
    while start > range.lowerBound, bytes[start - 1].isLetter { start -= 1 }
    guard start < range.upperBound - 1, start > range.lowerBound, bytes[start - 1] == ASCII.ampersand else {
      return nil
    }
    return start - 1
  }
}
