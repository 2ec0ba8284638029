import Content
import Markdown
import Text

extension Renaming {
  /// Puts the new name of a file, or its new address, into the destination of a link.
  func link(
    _ range: Range<Int>, _ move: Move, _ bytes: [UInt8], _ path: String, _ gathered: inout GatheredEdits
  ) {
    guard let destination = destination(ofLink: range, bytes, path) else { return }
    let ends = Array("./#)> \t\r\n".utf8)
    for isEncoded in [true, false] {
      func form(_ name: String) -> String { isEncoded ? PercentEncoding.encoded(name) : name }
      let old = Array(form(move.stems.old).utf8)
      for index in destination.dropLast(old.count - 1) where bytes[index...].starts(with: old) {
        let end = index + old.count
        let isWhole = end == bytes.count || ends.contains(bytes[end])
        if isWhole, Array("(/<: \t\r\n".utf8).contains(bytes[index - 1]) {
          return gathered.add(index..<end, form(move.stems.new), to: path)
        }
      }
    }
  }

  /// The bytes that say where a link leads: in the link, or in the definition that it refers to; nil: neither does.
  func destination(ofLink range: Range<Int>, _ bytes: [UInt8], _ path: String) -> Range<Int>? {
    let link = bytes[range.clamped(to: 0..<bytes.count)]
    guard link.last == UInt8(ascii: "]"), link.first != UInt8(ascii: "<") else {
      // The destination follows the text.
      let start = link.lastIndex(of: UInt8(ascii: "(")) ?? link.firstIndex(of: UInt8(ascii: "<"))
      return start.map { $0..<link.endIndex }
    }
    let file = linkedFiles.first { $0.header.path == path }
    let code = file?.header.document.nodes.filter { $0.kind == .codeBlock }.map(\.source.range) ?? []
    return LinkDefinition.destination(ofReference: link, in: bytes, outside: code)
  }
}

/// Definitions of links, such as `[plan]: march.md`.
enum LinkDefinition {
  /// The destination of the first definition with the label of a reference; nil: there is none.
  ///
  /// - Parameters:
  ///   - reference: such as `[text][plan]`, `[plan][]` or `[plan]`.
  ///   - code: ranges in which nothing is defined.
  static func destination(
    ofReference reference: ArraySlice<UInt8>, in bytes: [UInt8], outside code: [Range<Int>]
  ) -> Range<Int>? {
    var reference = reference
    if reference.suffix(2).elementsEqual("[]".utf8) { reference = reference.dropLast(2) }
    guard let open = reference.lastIndex(of: UInt8(ascii: "[")) else { return nil }
    let wanted = label(reference[(open + 1)...].dropLast())
    var line = 0
    while line < bytes.count {
      let end = bytes[line...].firstIndex(of: 10) ?? bytes.count
      if let found = definition(bytes, line, label: wanted), !code.contains(where: { $0.contains(line) }) {
        return found
      }
      line = end + 1
    }
    return nil
  }

  private static func definition(_ bytes: [UInt8], _ line: Int, label wanted: String) -> Range<Int>? {
    let marks = Array(" >\t".utf8)
    guard let open = bytes[line...].firstIndex(where: { !marks.contains($0) }),
      bytes[open] == UInt8(ascii: "["),
      let close = bytes[open...].firstIndex(where: { $0 == UInt8(ascii: "]") || $0 == 10 }),
      bytes[close...].starts(with: "]:".utf8), label(bytes[(open + 1)..<close]) == wanted
    else { return nil }
    let space = Array(" \t\r\n".utf8)
    guard let start = bytes[(close + 2)...].firstIndex(where: { !space.contains($0) }) else { return nil }
    let end = bytes[start...].firstIndex(where: space.contains) ?? bytes.count
    return start..<end
  }

  /// As labels are compared: without regard to case and white space.
  private static func label(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).lowercased().split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}
