/// The files that a style sheet loads with `url(…)` (CSS Values, section 4.5).
enum StyleReferences {
  /// The places where `url(…)` names one of `files` other than a style sheet; each range excludes quotes,
  /// query and fragment.
  ///
  /// - Parameter sheet: the path of the style sheet, to which its addresses are relative.
  static func find(
    in bytes: [UInt8], of sheet: String, among files: [String: [UInt8]]
  ) -> [(range: Range<Int>, path: String)] {
    let opening = Array("url(".utf8)
    let folders = sheet.split(separator: "/").dropLast()
    var found: [(Range<Int>, String)] = []
    var index = 0
    while index + opening.count < bytes.count {
      guard bytes[index] == opening[0], bytes[index..<(index + opening.count)].elementsEqual(opening) else {
        index += 1
        continue
      }
      let start = bytes[(index + opening.count)...].firstIndex { !isQuoteOrSpace($0) } ?? bytes.count
      let end = bytes[start...].firstIndex { isQuoteOrSpace($0) || ")?#".utf8.contains($0) } ?? bytes.count
      let address = String(decoding: bytes[start..<end], as: UTF8.self)
      if let path = resolve(address, from: folders), files[path] != nil, !path.hasSuffix(".css") {
        found.append((start..<end, path))
      }
      index = end
    }
    return found
  }

  /// The style sheet with the files renamed.
  static func replaced(
    in bytes: [UInt8], of sheet: String, among files: [String: [UInt8]], names: [String: String]
  ) -> [UInt8] {
    var output: [UInt8] = []
    var start = 0
    for (range, path) in find(in: bytes, of: sheet, among: files) {
      guard let name = names[path]?.split(separator: "/").last else { continue }
      let folders = bytes[range].lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? range.lowerBound
      output += bytes[start..<folders]
      output += name.utf8
      start = range.upperBound
    }
    return output + bytes[start...]
  }

  private static func isQuoteOrSpace(_ byte: UInt8) -> Bool { " \t\n\r\"'".utf8.contains(byte) }

  private static func resolve(_ address: String, from folders: some Sequence<Substring>) -> String? {
    if address.hasPrefix("/") || address.contains(":") { return nil }
    var parts = Array(folders)
    for part in address.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.joined(separator: "/")
  }
}
