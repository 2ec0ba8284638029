import Content
import Diagnostics
import Graph
import Markdown
import Text

extension Renaming {
  /// Gives a footnote another label.
  func footnote(_ path: String, _ label: String, to new: String) throws(Refusal) -> [FileEdits] {
    guard !new.isEmpty, !new.contains(where: { $0.isWhitespace || "[]^".contains($0) }) else {
      throw Refusal("a footnote label cannot contain spaces or brackets")
    }
    guard let (header, _) = linkedFiles.first(where: { $0.header.path == path }) else { return [] }
    let bytes = try bytes(path)
    var gathered = GatheredEdits()
    let all = Self.occurrences(of: "[^", in: bytes, header.document).compactMap { mark in
      bytes[mark.upperBound...].firstIndex { $0 == UInt8(ascii: "]") || $0 == 10 }
        .map { mark.upperBound..<$0 }
    }
    func marks(of label: String) -> [Range<Int>] {
      // Case does not tell labels apart.
      all.filter { String(decoding: bytes[$0], as: UTF8.self).lowercased() == label.lowercased() }
    }
    if new.lowercased() != label.lowercased(), !marks(of: new).isEmpty {
      throw Refusal("a footnote “\(new)” already exists")
    }
    for range in marks(of: label) { gathered.add(range, new, to: path) }
    return gathered.sorted
  }

  /// Gives a source another key, in its description and wherever it is cited.
  func source(_ key: String, to new: String) throws(Refusal) -> [FileEdits] {
    guard let first = new.first, first.isLetter || first.isNumber,
      new.allSatisfy({ $0.isLetter || $0.isNumber || "-_:.".contains($0) })
    else { throw Refusal("a source key can contain only letters, digits, “-”, “_”, “:” and “.”") }
    let entries = graph.settings.sources.entries
    if entries.contains(where: { $0.key == new }) { throw Refusal("a source “\(new)” already exists") }
    guard let entry = entries.first(where: { $0.key == key }) else {
      throw Refusal("no source has the key “\(key)”")
    }
    var gathered = GatheredEdits()
    for (header, _) in linkedFiles where Self.cites(key, header.document) {
      let bytes = try bytes(header.path)
      for range in Self.occurrences(of: "@" + key, in: bytes, header.document)
      where Self.isCitation(range, bytes) {
        gathered.add(range.lowerBound + 1..<range.upperBound, new, to: header.path)
      }
      for range in Self.occurrences(of: "@{\(key)}", in: bytes, header.document) {
        gathered.add(range.lowerBound + 1..<range.upperBound, new, to: header.path)
      }
    }
    let path = path(entry.place.path) ?? entry.place.path
    if path.hasSuffix(".json") {
      for range in Self.occurrences(of: "\"\(key)\"", in: try bytes(path), nil)
      where Self.isIdentifier(range, try bytes(path)) {
        gathered.add(range.lowerBound + 1..<range.upperBound - 1, new, to: path)
      }
    } else {
      guard movesFiles else { throw Refusal("the editor cannot rename files, so the source keeps its key") }
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
      var edits = FileEdits(path)
      if Slug.of(key) != Slug.of(new) {
        let before = try bytes(path)
        let address = shown("sources/" + Slug.of(key))
        let after = try applying(.add([address], to: "redirects"), to: before, path)
        if let edit = FileEdits.difference(from: before, to: after) { edits.add(edit) }
      }
      edits.newPath = folder + new + ".md"
      gathered[path] = edits
    }
    return gathered.sorted
  }

  private static func cites(_ key: String, _ document: Document) -> Bool {
    document.nodes.contains { node in
      guard node.kind == .footnoteDefinition else { return false }
      let label = document.string(node.text)
      return label == "@" + key || label.hasPrefix("@\(key),")
    }
  }

  /// Whether `@key` is in brackets, and is not the start of a longer key.
  private static func isCitation(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    if range.upperBound < bytes.count {
      let next = bytes[range.upperBound]
      if UInt8(ascii: "a")...UInt8(ascii: "z") ~= next | 0x20 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= next
        || next >= 0x80 || next == UInt8(ascii: "-") || next == UInt8(ascii: "_")
      {
        return false
      }
    }
    let before = bytes[..<range.lowerBound].reversed().prefix { $0 != 10 && $0 != UInt8(ascii: "]") }
    return before.contains(UInt8(ascii: "["))
  }

  /// Whether a string of JSON is the value of `id`.
  private static func isIdentifier(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let before = bytes[..<range.lowerBound].reversed().drop {
      $0 == 0x20 || $0 == 10 || $0 == UInt8(ascii: ":")
    }
    return before.starts(with: Array("\"id\"".utf8).reversed())
  }

  /// The places of a text outside code.
  private static func occurrences(of text: String, in bytes: [UInt8], _ document: Document?) -> [Range<Int>] {
    let wanted = Array(text.utf8)
    let code = document?.nodes.filter { $0.kind == .codeBlock }.map(\.source.range) ?? []
    var found: [Range<Int>] = []
    var index = 0
    while index + wanted.count <= bytes.count {
      if bytes[index] == wanted[0], bytes[index...].starts(with: wanted) {
        let ticks = bytes[..<index].reversed().prefix { $0 != 10 }.count { $0 == UInt8(ascii: "`") }
        if ticks % 2 == 0, !code.contains(where: { $0.contains(index) }) {
          found.append(index..<index + wanted.count)
        }
        index += wanted.count
      } else {
        index += 1
      }
    }
    return found
  }
}
