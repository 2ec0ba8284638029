import Diagnostics
import Text

/// Front matter in a form that Standpoint does not read: TOML between `+++`, or a JSON object.
package struct ForeignFrontMatter: Sendable, Hashable {
  package enum Form: String, Sendable, Hashable {
    case toml = "TOML"
    case json = "JSON"
  }

  package let form: Form
  /// The text in that form; of JSON with its braces.
  package let content: Range<Int>
  /// The start of the Markdown after it.
  package let body: Int

  /// The front matter at the start of a file, after a byte order mark; nil: there is none in such a form.
  package static func find(in bytes: [UInt8]) -> ForeignFrontMatter? {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard start < bytes.count else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "+"): return fenced(bytes, from: start, "+++", .toml)
    case UInt8(ascii: "{"): return object(bytes, from: start)
    case UInt8(ascii: "-"):
      return fenced(bytes, from: start, "---toml", .toml) ?? fenced(bytes, from: start, "---json", .json)
    default: return nil
    }
  }

  private static func fenced(
    _ bytes: [UInt8], from start: Int, _ opening: String, _ form: Form
  ) -> ForeignFrontMatter? {
    let first = line(bytes, at: start)
    guard text(bytes, first.range) == opening else { return nil }
    var next = first.next
    while next < bytes.count {
      let line = line(bytes, at: next)
      if text(bytes, line.range) == opening.prefix(3) {
        return ForeignFrontMatter(form: form, content: first.next..<next, body: line.next)
      }
      next = line.next
    }
    // Without an end, all of the file is front matter: none of it is meant to be read as text.
    return opening == "+++" && hasAssignment(bytes, first.next)
      ? ForeignFrontMatter(form: form, content: first.next..<bytes.count, body: bytes.count) : nil
  }

  private static func hasAssignment(_ bytes: [UInt8], _ start: Int) -> Bool {
    start < bytes.count && bytes[line(bytes, at: start).range].contains(UInt8(ascii: "="))
  }

  /// An object whose first key is in quotation marks; a line that starts with a brace for another reason is text.
  private static func object(_ bytes: [UInt8], from start: Int) -> ForeignFrontMatter? {
    guard let first = bytes[(start + 1)...].firstIndex(where: { $0 > 0x20 }),
      bytes[first] == UInt8(ascii: "\"")
    else {
      return nil
    }
    var depth = 0
    var isQuoted = false
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\") where isQuoted: index += 1
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "{") where !isQuoted: depth += 1
      case UInt8(ascii: "}") where !isQuoted: depth -= 1
      default: break
      }
      index += 1
      if depth == 0 { break }
    }
    let end = min(index, bytes.count)
    guard bytes[first..<end].contains(UInt8(ascii: ":")) else { return nil }
    let rest = line(bytes, at: end)
    let isAlone = bytes[rest.range].allSatisfy { $0 <= 0x20 }
    return ForeignFrontMatter(form: .json, content: start..<end, body: isAlone ? rest.next : end)
  }

  private static func line(_ bytes: [UInt8], at start: Int) -> (range: Range<Int>, next: Int) {
    let end = bytes[min(start, bytes.count)...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.count
    let isPair = end + 1 < bytes.count && bytes[end] == 13 && bytes[end + 1] == 10
    return (start..<end, min(bytes.count, end + (isPair ? 2 : 1)))
  }

  private static func text(_ bytes: [UInt8], _ line: Range<Int>) -> String {
    var end = line.upperBound
    while end > line.lowerBound, bytes[end - 1] <= 0x20 { end -= 1 }
    return String(decoding: bytes[line.lowerBound..<end], as: UTF8.self).lowercased()
  }
}

extension ForeignFrontMatter {
  /// The error for a file of the site that begins so.
  func diagnostic(in source: SourceText) -> Diagnostic {
    let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let end = source.bytes[start...].firstIndex { $0 == 10 || $0 == 13 } ?? source.bytes.count
    let path = ShellWord.quoted(source.path)
    return Diagnostic(
      .foreignFrontMatter, at: Place(path: source.path, range: start..<max(start + 1, end)),
      "the front matter is \(form.rawValue); Standpoint reads YAML between lines of “---”",
      suggestion: Suggestion("convert it: standpoint import \(path) --output \(path) --force"))
  }
}
