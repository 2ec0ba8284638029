import Text

/// A bare address in a text, found by the rules of the GFM specification, section 6.9, and cmark-gfm 0.29.0.gfm.6.
struct Autolink {
  /// The scheme that the destination of the link has in front of the link's text.
  enum Scheme {
    case none, http, mailto

    var prefix: [UInt8] {
      switch self {
      case .none: []
      case .http: Array("http://".utf8)
      case .mailto: Array("mailto:".utf8)
      }
    }
  }

  let range: Range<Int>
  let scheme: Scheme

  /// The maximum length of a host name in bytes (RFC 1035). It also keeps many near misses cheap.
  private static let maximumHostLength = 253

  /// The address around the offset `index` of `bytes`, which holds the `w` of `www.`, the colon of `://` or an `@`.
  ///
  /// - Parameters:
  ///   - range: the text.
  ///   - start: the end of the last link in the text.
  ///   - mayStart: whether what precedes the text allows an address at its start.
  static func find(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, at index: Int, after start: Int, mayStart: Bool
  ) -> Autolink? {
    switch bytes[index] {
    case ASCII.colon: url(bytes, range, index, start)
    case ASCII.at: email(bytes, range, index, start)
    default: web(bytes, range, index, mayStart)
    }
  }

  private static func web(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ index: Int, _ mayStart: Bool
  ) -> Autolink? {
    guard index + 4 < range.upperBound, bytes[index] == UInt8(ascii: "w"),
      bytes[index + 1] == UInt8(ascii: "w"),
      bytes[index + 2] == UInt8(ascii: "w"), bytes[index + 3] == ASCII.dot
    else { return nil }
    if index == range.lowerBound {
      guard mayStart else { return nil }
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

  /// The end of the host name at the start of `range`; nil if it is not a host name.
  private static func hostEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, needsDot: Bool
  ) -> Int? {
    var dots = 0
    var underscores = (beforeLast: 0, last: 0)
    var index = range.lowerBound
    let limit = min(range.upperBound, range.lowerBound + maximumHostLength)
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
    while index < range.upperBound, !bytes[index].isSpace, bytes[index] != ASCII.less,
      !Placeholders.starts(bytes, at: index)
    {
      index += 1
    }
    return index
  }

  /// The end of an address without trailing punctuation that belongs to the sentence.
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

  /// The start of the entity at the end of `range`; nil if there is none.
  private static func entityStart(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var start = range.upperBound - 1
    while start > range.lowerBound, bytes[start - 1].isLetter { start -= 1 }
    guard start < range.upperBound - 1, start > range.lowerBound, bytes[start - 1] == ASCII.ampersand else {
      return nil
    }
    return start - 1
  }
}
