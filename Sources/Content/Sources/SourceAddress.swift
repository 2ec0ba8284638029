import Foundation
import Text

/// How addresses of sources are compared.
package enum SourceAddress {
  /// The part of an address that tells sources apart. Not compared are: the scheme (`http` or `https`), the case of the host and
  /// whether it is written in Punycode, the default port of the scheme, a trailing slash, the fragment, whether letters are
  /// percent-encoded, and parameters that only track visitors. Everything else is, `www.` included.
  package static func compared(_ address: String) -> String {
    var address = address
    return address.withUTF8 { String(decoding: compared($0[...], isDecoded: true), as: UTF8.self) }
  }

  /// Whether an author may give an address as that of a source: one in the web, or the path of a file of the site, such as
  /// `/files/law.pdf`.
  static func isUsable(_ address: String) -> Bool {
    let lower = address.lowercased()
    return lower.hasPrefix("http://") || lower.hasPrefix("https://")
      || lower.hasPrefix("/") && !lower.hasPrefix("//")
  }

  /// The whole address where a part such as `www.example.org/speech`, `//example.org` or `doi:10.1000/1` was written; nil for
  /// anything else.
  static func completed(_ address: String) -> String? {
    let text = address.trimmingWhitespace
    if text.contains(where: \.isWhitespace) { return nil }
    if text.lowercased().hasPrefix("doi:") { return "https://doi.org/" + text.dropFirst(4) }
    if text.hasPrefix("10."), text.contains("/") { return "https://doi.org/" + text }
    if text.hasPrefix("//") { return "https:" + text }
    let host = text.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    let isHost =
      parts.count > 1 && !host.contains(":") && !parts.contains("")
      && (parts.last?.count ?? 0) > 1 && parts.last?.allSatisfy(\.isLetter) == true
    return isHost ? "https://" + text : nil
  }

  /// The same with percent-encoded letters and Punycode as they are written; nil: the address has neither. The keys of pages were
  /// once made from this form.
  package static func encoded(_ address: String) -> String? {
    guard address.utf8.contains(UInt8(ascii: "%")) || address.lowercased().contains("xn--") else {
      return nil
    }
    var address = address
    return address.withUTF8 { String(decoding: compared($0[...], isDecoded: false), as: UTF8.self) }
  }

  /// - Parameter isDecoded: whether percent-encoded letters and Punycode become the letters that they mean.
  private static func compared(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, isDecoded: Bool) -> [UInt8] {
    var rest = bytes
    var defaultPort: StaticString?
    for (scheme, port) in schemes where rest.startsLike(scheme) {
      rest = rest.dropFirst(scheme.utf8CodeUnitCount)
      defaultPort = port
      break
    }
    rest = rest.prefix { $0 != UInt8(ascii: "#") }
    let query = rest.drop { $0 != UInt8(ascii: "?") }.dropFirst()
    rest = rest.prefix { $0 != UInt8(ascii: "?") }
    var host = rest.prefix { $0 != UInt8(ascii: "/") }
    var path = rest[host.endIndex...]
    if let port = defaultPort, host.suffix(port.utf8CodeUnitCount).startsLike(port) {
      host = host.dropLast(port.utf8CodeUnitCount)
    }
    if defaultPort != nil, host.last == UInt8(ascii: ":") { host.removeLast() }
    while path.last == UInt8(ascii: "/") { path.removeLast() }
    var compared: [UInt8] = []
    compared.reserveCapacity(bytes.count)
    if isDecoded {
      appendHost(host, to: &compared)
      appendDecoded(path, to: &compared)
    } else {
      for byte in host { compared.append(byte.lowered) }
      compared += path
    }
    var sign = UInt8(ascii: "?")
    for parameter in query.split(separator: UInt8(ascii: "&")) where !isTracking(parameter) {
      compared.append(sign)
      if isDecoded { appendDecoded(parameter, to: &compared) } else { compared += parameter }
      sign = UInt8(ascii: "&")
    }
    return compared
  }

  private static let schemes: [(name: StaticString, port: StaticString)] = [
    ("https://", ":443"), ("http://", ":80"),
  ]

  private static let punycode = Array("xn--".utf8)

  /// Appends a host in lower case, and in Unicode rather than in Punycode.
  private static func appendHost(
    _ host: Slice<UnsafeBufferPointer<UInt8>>, to output: inout [UInt8]
  ) {
    let start = output.count
    for byte in host { output.append(byte.lowered) }
    let isPlain =
      host.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "%") }
      && (!host.contains(UInt8(ascii: "-")) || output[start...].firstRange(of: punycode) == nil)
    if isPlain { return }
    let text = String(decoding: host, as: UTF8.self)
    // Encoding a name first maps its letters to those that domains may have.
    let encoded = URLComponents(string: "https://" + text)?.encodedHost ?? text
    let name = URLComponents(string: "https://" + encoded)?.host ?? text
    let port = text.lastIndex(of: ":").map { text[$0...].dropFirst() } ?? ""
    let isPort = !port.isEmpty && port.allSatisfy(\.isNumber)
    output.removeSubrange(start...)
    output += name.lowercased().utf8
    if isPort, !name.hasSuffix(":" + port) { output += ":\(port)".utf8 }
  }

  /// Appends a path or a parameter with percent-encoded letters, digits and `-._~` as the characters they stand for, and other
  /// percent-encoded bytes with capital digits.
  private static func appendDecoded(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, to output: inout [UInt8]
  ) {
    guard text.contains(UInt8(ascii: "%")) else { return output.append(contentsOf: text) }
    var index = text.startIndex
    while index < text.endIndex {
      guard let byte = encodedByte(text, at: index) else {
        output.append(text[index])
        index += 1
        continue
      }
      var bytes = [byte]
      while byte >= 0x80, let next = encodedByte(text, at: index + bytes.count * 3), next & 0xC0 == 0x80 {
        bytes.append(next)
      }
      index += bytes.count * 3
      let letters = String(validating: bytes, as: UTF8.self)
      if let letters, letters.unicodeScalars.allSatisfy(isPlain) {
        output += bytes
      } else {
        for byte in bytes {
          let digits = String(byte, radix: 16, uppercase: true)
          output += ((digits.count == 1 ? "%0" : "%") + digits).utf8
        }
      }
    }
  }

  /// Whether a percent-encoded character means the same as the character itself, and can be seen.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar.properties.isAlphabetic || "0123456789-._~".unicodeScalars.contains(scalar)
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .unassigned, .privateUse:
      return false
    default: return true
    }
  }

  /// The byte of `%` and two hexadecimal digits; nil if they are not at `index`.
  private static func encodedByte(_ text: Slice<UnsafeBufferPointer<UInt8>>, at index: Int) -> UInt8? {
    guard index + 2 < text.endIndex, text[index] == UInt8(ascii: "%"),
      let high = Character(Unicode.Scalar(text[index + 1])).hexDigitValue,
      let low = Character(Unicode.Scalar(text[index + 2])).hexDigitValue
    else { return nil }
    return UInt8(high * 16 + low)
  }

  /// Whether a parameter tells where a visitor came from, and not what the page shows.
  private static func isTracking(_ parameter: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let name = String(decoding: parameter.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self).lowercased()
    return ["utm_", "mtm_", "pk_"].contains(where: name.hasPrefix) || trackingNames.contains(name)
  }

  private static let trackingNames: Set<String> = [
    "_ga", "_gl", "_hsenc", "_hsmi", "dclid", "fbclid", "gbraid", "gclid", "gclsrc", "igsh", "igshid",
    "li_fat_id", "mc_cid", "mc_eid", "mibextid", "mkt_tok", "msclkid", "ref_src", "srsltid", "ttclid",
    "twclid",
    "wbraid", "yclid",
  ]
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// Whether it starts with `text`, which is in lower case, in any case.
  fileprivate func startsLike(_ text: StaticString) -> Bool {
    let text = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    return count >= text.count && zip(self, text).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
  }
}
