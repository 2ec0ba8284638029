import Diagnostics

extension MarkdownDiagnostics {
  /// The most further places that one diagnostic lists.
  private static let mostPlaces = 8

  /// Reports what is left out, once for each form.
  mutating func addLeftOut(attributes: [ByteRange], contents: [ByteRange], _ bytes: [UInt8]) {
    add(
      attributes, bytes,
      "a kramdown or Pandoc attribute list, which is left out; only identifiers are read",
      "remove it, or use Markdown that needs no classes")
    add(
      contents, bytes, "kramdown’s mark for a table of contents, which is left out",
      "remove it; Standpoint itself adds a table of contents to long texts")
  }

  /// Reports tags of programs that fill in texts, which are shown as they are.
  mutating func addTags(_ tags: [ForeignTag], _ bytes: [UInt8]) {
    for form in ForeignTag.Form.allCases {
      let places = tags.filter { $0.form == form }.map(\.source)
      add(places, bytes, form.meaning, form.fix)
    }
  }

  private mutating func add(_ places: [ByteRange], _ bytes: [UInt8], _ meaning: String, _ fix: String) {
    guard let first = places.first else { return }
    let range = first.range.clamped(to: 0..<bytes.count)
    let line = bytes[range].prefix { $0 != ASCII.newline && $0 != ASCII.carriageReturn }
    let words = String(decoding: line, as: UTF8.self)
    let shown = words.count > 40 ? words.prefix(39) + "…" : words
    let others = places.dropFirst()
    let more = others.isEmpty ? "" : "; the file has \(others.count) more"
    add(
      .foreignMarkup, range, "“\(shown)” is \(meaning)\(more)",
      notes: others.prefix(Self.mostPlaces).map { note("another one", $0.range) },
      suggestion: Suggestion(fix))
  }
}
