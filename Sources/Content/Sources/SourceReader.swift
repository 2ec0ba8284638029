import Diagnostics
import Foundation
import Text

/// Reads the descriptions of sources: `sources/<key>.md` and `sources.json`.
package enum SourceReader {
  /// The source that a file below `sources/` describes; its name without `.md` is the key.
  ///
  /// Diagnostics: as for other front matter.
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
    return (entry, diagnostics + fields.diagnostics)
  }

  /// The keys, each with its form and its meaning in Markdown.
  static let keys: [(name: String, form: KeyForm, meaning: String)] = [
    ("title", .text, "its title"),
    ("author", .texts, "who wrote or said it"),
    ("authors", .texts, "another name of `author`"),
    ("publisher", .text, "who published it"),
    ("date", .date, "the day, month or year of its publication"),
    ("url", .text, "its address; links to it count as the same source"),
    ("archive", .text, "the address of a copy"),
    ("accessed", .date, "the day on which you read it"),
    (
      "evidence", .choice(Evidence.allCases.map(\.rawValue) + ["own statement"]),
      "the kind of evidence that positions have in it, unless their cells say otherwise"
    ),
    ("language", .text, "its language, as a BCP 47 tag"),
    ("licence", .text, "the licence under which it is published"),
  ]

  private static func read(_ field: YAMLEntry, _ fields: inout FieldReader, into entry: inout SourceEntry) {
    switch field.key {
    case "title": entry.title = fields.text(field)
    case "author", "authors": entry.authors = fields.names(field).map(\.text)
    case "publisher": entry.publisher = fields.text(field)
    case "date": entry.date = fields.date(field)
    case "url":
      entry.url = fields.text(field)
      entry.urlPlace = Place(path: entry.place.path, range: field.value.range)
    case "archive": entry.archive = fields.text(field)
    case "accessed": entry.accessed = fields.date(field)
    case "evidence": entry.evidence = evidence(field, &fields)
    case "language": entry.language = fields.text(field)
    case "licence": entry.licence = fields.text(field)
    default: fields.unknown(field, among: keys.map(\.name))
    }
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
  /// Diagnostics: `invalid-sources` if it is not such a file.
  package static func entries(_ source: SourceText) -> (entries: [SourceEntry], diagnostics: [Diagnostic]) {
    do {
      let items = try JSONDecoder().decode([CSLItem].self, from: Data(source.bytes))
      let places = places(of: items.map(\.id.text), in: source.bytes)
      return (
        items.map { $0.entry(at: Place(path: source.path, range: places[quoted($0.id.text)])) }, []
      )
    } catch {
      return (
        [],
        [
          Diagnostic(
            .invalidSources, at: Place(path: source.path), "this file is not a list of sources in CSL-JSON",
            suggestion: Suggestion("export it again as “CSL JSON”, for example from Zotero"))
        ]
      )
    }
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

/// An item of a CSL-JSON file.
private struct CSLItem: Decodable {
  struct Name: Decodable {
    let family: String?
    let given: String?
    let literal: String?

    var text: String { literal ?? [given, family].compactMap(\.self).joined(separator: " ") }
  }

  struct Day: Decodable {
    let parts: [[Number]]?
    let raw: String?

    private enum CodingKeys: String, CodingKey {
      case parts = "date-parts"
      case raw
    }

    var date: PartialDate? {
      guard let numbers = parts?.first?.map(\.value), let year = numbers.first else {
        return raw.flatMap { PartialDate($0) }
      }
      let text = ([year] + numbers.dropFirst().prefix(2)).enumerated().map { place, number in
        String(repeating: "0", count: max(0, (place == 0 ? 4 : 2) - String(number).count)) + String(number)
      }
      return PartialDate(text.joined(separator: "-"))
    }
  }

  /// A key, which can also be a number.
  struct Key: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        text = String(number)
      } else {
        text = try container.decode(String.self)
      }
    }
  }

  /// A number, also as text.
  struct Number: Decodable {
    let value: Int

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        value = number
      } else {
        value = Int(try container.decode(String.self)) ?? 0
      }
    }
  }

  let id: Key
  let title: String?
  let author: [Name]?
  let publisher: String?
  let container: String?
  let issued: Day?
  let accessed: Day?
  let url: String?
  let doi: String?
  let archive: String?
  let language: String?
  let evidence: String?
  let licence: String?

  private enum CodingKeys: String, CodingKey {
    case id, title, author, publisher, issued, accessed, archive, language, evidence
    case container = "container-title"
    case url = "URL"
    case doi = "DOI"
    case licence = "license"
  }

  func entry(at place: Place) -> SourceEntry {
    var entry = SourceEntry(key: id.text, place: place)
    entry.title = title
    entry.authors = (author ?? []).map(\.text).filter { !$0.isEmpty }
    entry.publisher = container ?? publisher
    entry.date = issued?.date
    entry.url = url ?? doi.map { $0.hasPrefix("http") ? $0 : "https://doi.org/" + $0 }
    // Other programs keep the name of an archive in this field.
    entry.archive = archive.flatMap { $0.hasPrefix("http") ? $0 : nil }
    entry.accessed = accessed?.date
    entry.evidence = evidence.flatMap { Evidence(written: $0) }
    entry.language = language
    entry.licence = licence
    return entry
  }
}
