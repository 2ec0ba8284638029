import Diagnostics
import Text

/// An item of a CSL-JSON file. Whatever other programs write differently from the schema is left out, so that one odd field does
/// not make the file useless.
struct CSLItem: Decodable {
  /// Its key as the file writes it; nil: it has none.
  let id: String?
  /// The key that some programs give besides an identifier of their own; nil without one.
  private let citationKey: String?
  private let title: String?
  private let authors: [CSLName]
  private let publisher: String?
  private let container: String?
  private let issued: CSLDate?
  private let accessed: CSLDate?
  private let url: String?
  private let doi: String?
  private let archive: String?
  private let language: String?
  private let evidence: String?
  private let licence: String?

  private enum CodingKeys: String, CodingKey {
    case id, title, author, publisher, issued, accessed, archive, language, evidence
    case citationKey = "citation-key"
    case container = "container-title"
    case url = "URL"
    case doi = "DOI"
    case licence = "license"
  }

  init(from decoder: any Decoder) throws {
    guard let fields = try? decoder.container(keyedBy: CodingKeys.self) else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "not an item"))
    }
    func text(_ key: CodingKeys) -> String? {
      let text = (try? fields.decodeIfPresent(CSLText.self, forKey: key)).flatMap(\.self)?.text
      return text?.isEmpty == true ? nil : text
    }
    func date(_ key: CodingKeys) -> CSLDate? {
      (try? fields.decodeIfPresent(CSLDate.self, forKey: key)).flatMap(\.self)
    }
    id = text(.id)
    citationKey = text(.citationKey)
    title = text(.title)
    authors = (try? fields.decodeIfPresent([CSLName].self, forKey: .author)).flatMap(\.self) ?? []
    publisher = text(.publisher)
    container = text(.container)
    issued = date(.issued)
    accessed = date(.accessed)
    url = text(.url)
    doi = text(.doi)
    archive = text(.archive)
    language = text(.language)
    evidence = text(.evidence)
    licence = text(.licence)
  }

  /// The key by which texts cite it: `id`. Zotero’s own identifiers, which are addresses, give way to its citation keys.
  var key: String? {
    guard let id, id.contains("://") else { return id }
    return citationKey ?? id.split(separator: "/").last.map(String.init)
  }

  func entry(_ key: String, at place: Place) -> SourceEntry {
    var entry = SourceEntry(key: key, place: place)
    entry.title = title.map(CSLText.withoutMarkup)
    entry.authors = authors.map(\.text).filter { !$0.isEmpty }
    entry.publisher = (container ?? publisher).map(CSLText.withoutMarkup)
    entry.date = issued?.date
    entry.url = url ?? doi.map { $0.hasPrefix("http") ? $0 : "https://doi.org/" + $0 }
    // An address in “howpublished” of BibTeX becomes the publisher.
    if entry.url == nil, let address = entry.publisher, address.hasPrefix("http"), address.contains("://") {
      (entry.url, entry.publisher) = (address, nil)
    }
    // Other programs keep the name of an archive in this field.
    entry.archive = archive.flatMap { $0.hasPrefix("http") ? $0 : nil }
    entry.accessed = accessed?.date
    entry.evidence = evidence.flatMap { Evidence(written: $0) }
    entry.language = language
    entry.licence = licence
    return entry
  }
}

/// A text, which can also be a number or a list of texts, of which the first counts.
private struct CSLText: Decodable {
  let text: String

  init(from decoder: any Decoder) throws {
    if let list = try? [CSLText](from: decoder) {
      text = list.first?.text ?? ""
      return
    }
    let value = try decoder.singleValueContainer()
    if let number = try? value.decode(Int.self) {
      text = String(number)
    } else {
      text = String(try value.decode(String.self).trimmingWhitespace)
    }
  }

  /// A title without the few tags that CSL allows in one, such as `<i>`.
  static func withoutMarkup(_ text: String) -> String {
    guard text.contains("<") else { return text }
    return text.replacing(#/<\/?(?:i|b|em|strong|sub|sup|sc|span)(?: [^<>]*)?>/#, with: "")
  }
}

/// Who wrote something: a person or an organisation.
private struct CSLName: Decodable {
  let text: String

  private enum CodingKeys: String, CodingKey {
    case family, given, literal, name, suffix
    case particle = "non-dropping-particle"
    case dropped = "dropping-particle"
  }

  init(from decoder: any Decoder) throws {
    guard let fields = try? decoder.container(keyedBy: CodingKeys.self) else {
      text = (try? CSLText(from: decoder))?.text ?? ""
      return
    }
    func part(_ key: CodingKeys) -> String? {
      let part = (try? fields.decodeIfPresent(CSLText.self, forKey: key)).flatMap(\.self)?.text
      return part?.isEmpty == true ? nil : part
    }
    let parts = [part(.given), part(.dropped), part(.particle), part(.family), part(.suffix)]
    text = part(.literal) ?? part(.name) ?? parts.compactMap(\.self).joined(separator: " ")
  }
}

/// A date: numbers, or a text. Of a range of days, the first one counts; seasons are left out.
private struct CSLDate: Decodable {
  /// nil: it does not name a year.
  let date: PartialDate?

  private enum CodingKeys: String, CodingKey {
    case parts = "date-parts"
    case raw, literal
  }

  init(from decoder: any Decoder) throws {
    guard let fields = try? decoder.container(keyedBy: CodingKeys.self) else {
      date = (try? CSLText(from: decoder)).flatMap { Self.date(in: $0.text) }
      return
    }
    let days = (try? fields.decodeIfPresent([[CSLText?]].self, forKey: .parts)).flatMap(\.self)
    if let found = days?.first.flatMap({ Self.date($0.map { $0?.text }) }) {
      date = found
      return
    }
    let texts = [CodingKeys.raw, .literal].compactMap { key in
      (try? fields.decodeIfPresent(CSLText.self, forKey: key)).flatMap(\.self)?.text
    }
    date = texts.compactMap(Self.date(in:)).first
  }

  /// The date of numbers; of parts that cannot be, such as the month 21 for a season, nothing is taken.
  private static func date(_ parts: [String?]) -> PartialDate? {
    let numbers = parts.prefix(3).map { $0.flatMap { Int($0) } }.prefix { $0 != nil }.compactMap(\.self)
    for count in stride(from: numbers.count, to: 0, by: -1) {
      let text = numbers.prefix(count).enumerated().map { place, number in
        String(repeating: "0", count: max(0, (place == 0 ? 4 : 2) - String(number).count)) + String(number)
      }
      if let date = PartialDate(text.joined(separator: "-")) { return date }
    }
    return nil
  }

  /// The date in a text such as `2025-03-02`, `2025-03-02/2025-03-05`, `2025-03-02T10:00:00Z`, `2 March 2025` or `spring 2025`.
  private static func date(in text: String) -> PartialDate? {
    if let date = WrittenDate.read(text) { return date }
    let first = text.prefix { $0 != "/" && $0 != "T" && $0 != "~" && $0 != "?" }
    let parts = first.split(separator: "-").map { String($0) as String? }
    return date(parts) ?? WrittenDate.first(in: text) ?? year(in: text)
  }

  /// The only number of four digits in a text.
  private static func year(in text: String) -> PartialDate? {
    let years = text.split { !$0.isNumber }.filter { $0.count == 4 }
    return years.count == 1 ? PartialDate(String(years[0])) : nil
  }
}
