import Diagnostics
import Foundation
import Text

/// Reads the descriptions of sources: `sources/<key>.md` and `sources.json`.
package enum SourceReader {
  /// The source that a file below `sources/` describes; its name without `.md` is the key.
  ///
  /// Diagnostics: `invalid-utf8`, and as for other front matter.
  package static func entry(_ source: SourceText, path: String) -> (
    entry: SourceEntry, diagnostics: [Diagnostic]
  ) {
    var (block, diagnostics) = FrontMatterBlock.find(in: source)
    let key =
      path.split(separator: "/").last.map { $0.hasSuffix(".md") ? String($0.dropLast(3)) : String($0) }
      ?? path
    var entry = SourceEntry(key: key, place: Place(path: source.path))
    var fields = FieldReader(path: source.path)
    if let yaml = block.yaml {
      let (entries, problems) = YAMLText.read(source, yaml)
      diagnostics += problems
      for field in entries { read(field, &fields, into: &entry) }
    }
    entry.notes = String(String(decoding: source.bytes[block.body...], as: UTF8.self).trimmingWhitespace)
    if let problem = UTF8Check.diagnostic(ofWhole: source) { diagnostics.append(problem) }
    return (entry, diagnostics + fields.diagnostics)
  }

  /// The keys, each with its form and its meaning in Markdown.
  static let keys: [(name: String, form: KeyForm, meaning: String)] = [
    ("title", .text, "its title"),
    ("author", .texts, "who wrote or said it"),
    ("authors", .texts, "another name for `author`"),
    ("publisher", .text, "who published it"),
    ("date", .date, "the day, month or year of its publication"),
    ("url", .place, "its address; links to it count as the same source"),
    ("archive", .place, "the address of a copy"),
    ("accessed", .date, "the day on which you read it"),
    (
      "evidence", .choice(Evidence.allCases.map(\.rawValue) + ["own statement"]),
      "the kind of evidence that it provides, unless a position’s cell says otherwise"
    ),
    ("language", .text, "its language, as a BCP 47 tag"),
    ("licence", .text, "the licence under which it is published"),
    ("redirects", .texts, "old addresses of its page, such as `/sources/old-key/`"),
  ]

  private static func read(_ field: YAMLEntry, _ fields: inout FieldReader, into entry: inout SourceEntry) {
    switch field.key {
    case "title": entry.title = fields.text(field)
    case "author", "authors": entry.authors = fields.names(field).map(\.text)
    case "publisher": entry.publisher = fields.text(field)
    case "date": entry.date = fields.date(field)
    case "url":
      entry.url = address(field, &fields)
      entry.urlPlace = Place(path: entry.place.path, range: field.value.range)
    case "archive": entry.archive = address(field, &fields)
    case "accessed": entry.accessed = fields.date(field)
    case "evidence": entry.evidence = evidence(field, &fields)
    case "language": entry.language = fields.text(field)
    case "licence": entry.licence = fields.text(field)
    case "redirects": entry.redirects = fields.valid(fields.names(field)).map(\.text)
    default: fields.unknown(field, among: keys.map(\.name))
    }
  }

  /// An address in the web, or of a file of the site.
  private static func address(_ field: YAMLEntry, _ fields: inout FieldReader) -> String? {
    guard let name = fields.name(field) else { return nil }
    if SourceAddress.isUsable(name.text) { return name.text }
    let guess = SourceAddress.completed(name.text)
    fields.report(
      .invalidValue, name.range, "“\(name.text)” is not an address",
      suggestion: guess.map { Suggestion("did you mean “\($0)”?", replacement: $0) }
        ?? Suggestion(
          "write the whole address, such as https://example.org/speech, or /files/speech.pdf for a file on the site"
        ))
    return nil
  }

  private static func evidence(_ field: YAMLEntry, _ fields: inout FieldReader) -> Evidence? {
    guard let name = fields.name(field) else { return nil }
    if let evidence = Evidence(written: name.text) { return evidence }
    let kinds = Evidence.allCases.map(\.rawValue)
    let near = NearestName.match(name.text, among: kinds)
    fields.report(
      .invalidValue, name.range, "“\(name.text)” is not a kind of evidence",
      suggestion: near.map { Suggestion("did you mean “\($0)”?", replacement: $0) }
        ?? Suggestion("the kinds are \(kinds.joined(separator: ", "))"))
    return nil
  }

  /// The sources of a CSL-JSON file, as Zotero and pandoc write it.
  ///
  /// Diagnostics: `invalid-utf8`, or `invalid-sources` if it is not such a file, and for each item without a key.
  package static func entries(_ source: SourceText) -> (entries: [SourceEntry], diagnostics: [Diagnostic]) {
    if let problem = UTF8Check.diagnostic(ofWhole: source) { return ([], [problem]) }
    let file = Place(path: source.path)
    guard let items = try? JSONDecoder().decode([CSLItem].self, from: Data(source.bytes)) else {
      let diagnostic = Diagnostic(
        .invalidSources, at: file, "this file is not a list of sources in CSL-JSON",
        suggestion: Suggestion("export it again as “CSL JSON”, for example from Zotero"))
      return ([], [diagnostic])
    }
    let places = places(of: items.compactMap(\.id), in: source.bytes)
    var entries: [SourceEntry] = []
    var tally = DiagnosticTally()
    for (index, item) in items.enumerated() {
      guard let id = item.id, let key = item.key else {
        tally.add(
          Diagnostic(
            .invalidSources, at: file, "item \(index + 1) of this file has no key",
            suggestion: Suggestion("give it an “id”")))
        continue
      }
      var entry = item.entry(key, at: Place(path: source.path, range: places[quoted(id)]))
      if let url = entry.url, !SourceAddress.isUsable(url) {
        entry.url = SourceAddress.completed(url)
        if entry.url == nil {
          tally.add(
            Diagnostic(
              .invalidSources, at: entry.place, "“\(url)” is not an address; it is left out",
              suggestion: Suggestion("write the whole address, such as https://example.org/speech, as “URL”"))
          )
        }
      }
      entries.append(entry)
    }
    return (entries, tally.diagnostics)
  }
}

extension SourceReader {
  private static func quoted(_ key: String) -> ArraySlice<UInt8> { Array(JSONWriter.quoted(key).utf8)[...] }

  /// Where a CSL-JSON file first has the keys of sources, by the keys in quotation marks.
  private static func places(of keys: [String], in bytes: [UInt8]) -> [ArraySlice<UInt8>: Range<Int>] {
    let quote = UInt8(ascii: "\"")
    let wanted = Set(keys.map(quoted))
    var places: [ArraySlice<UInt8>: Range<Int>] = [:]
    var index = 0
    while let start = bytes[index...].firstIndex(of: quote) {
      var end = start + 1
      while end < bytes.count, bytes[end] != quote {
        end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
      }
      index = min(end + 1, bytes.count)
      let text = bytes[start..<index]
      if wanted.contains(text), places[text] == nil { places[text] = start..<index }
    }
    return places
  }
}
