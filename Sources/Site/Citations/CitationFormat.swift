import Content
import Text

/// A format of citations for other programs. `cite.js` makes the same texts in a page; a test compares them.
package enum CitationFormat: String, Sendable, CaseIterable {
  case bibTeX = "bibtex"
  case ris
  case cslJSON = "csl-json"

  /// A description that follows the name in help texts.
  package var summary: String {
    switch self {
    case .bibTeX: "citations for LaTeX"
    case .ris: "citations for EndNote and similar programs"
    case .cslJSON: "citations for Zotero, pandoc and other programs that read CSL"
    }
  }

  /// A file of citations.
  package func bytes(_ citations: [CitationFacts]) -> [UInt8] {
    switch self {
    case .bibTeX: return Array(citations.map(\.bibTeX).joined(separator: "\n").text.utf8)
    case .ris:
      return Array(citations.map(\.ris.text).joined(separator: "\n").utf8)
    case .cslJSON:
      var writer = JSONWriter()
      writer.beginArray()
      for citation in citations {
        writer.lineBreak()
        citation.cslJSON(into: &writer)
      }
      writer.endArray()
      writer.finish()
      return writer.bytes
    }
  }
}

// MARK: - BibTeX

extension CitationFacts {
  /// What a position or report was published in, and by whom, as one sentence without its full stop.
  private var published: String {
    guard let first = container?.withoutFinalStop else { return publisher.withoutFinalStop }
    let isClosed = first.last.map { ".?!…".contains($0) } ?? false
    return first + (isClosed ? " " : ". ") + publisher.withoutFinalStop
  }

  /// An `@misc` entry of a BibTeX file.
  var bibTeX: BibTeX {
    var fields: [BibTeX] = ["@misc{\(BibTeX(key: key))"]
    func add(_ name: BibTeX, _ value: BibTeX?) {
      if let value { fields.append("  \(name) = {\(value)}") }
    }
    let names = authors.map { "{\($0)}" as BibTeX }
    add("author", names.isEmpty ? nil : names.joined(separator: " and "))
    add("title", "{\(title)}")
    add("howpublished", "\(published)")
    add("year", date.map { "\($0.year)" })
    add("month", date?.month.map { "\($0)" })
    add("day", date?.day.map { "\($0)" })
    add("note", note.map { "\($0)" })
    add("url", url.map(BibTeX.init(address:)))
    return "\(fields.joined(separator: ",\n"))\n}\n"
  }
}

// MARK: - RIS

extension CitationFacts {
  /// A record of an RIS file.
  var ris: RIS {
    var records = RIS()
    records.line("TY", kind == .report ? "RPRT" : kind == .dataset ? "DATA" : "ELEC")
    records.line("ID", key)
    for author in authors { records.line("AU", author) }
    records.line("TI", title)
    records.line("T2", container)
    records.line("PB", publisher)
    records.line("PY", date.map { String($0.year) })
    records.line("DA", date.map { $0.description.replacing("-", with: "/") })
    records.line("LA", language)
    records.line("N1", note)
    records.line("UR", url)
    records.line("ER", "")
    return records
  }
}

// MARK: - CSL-JSON

extension CitationFacts {
  /// Writes an item of a CSL-JSON file.
  fileprivate func cslJSON(into writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("id", key)
    writer.member("type", kind == .report || kind == .dataset ? kind.rawValue : "webpage")
    writer.member("title", title)
    if !authors.isEmpty {
      writer.key("author")
      writer.beginArray()
      for author in authors {
        writer.beginObject()
        writer.member("literal", author)
        writer.endObject()
      }
      writer.endArray()
    }
    if let container { writer.member("container-title", container) }
    writer.member("publisher", publisher)
    if let date {
      writer.key("issued")
      writer.beginObject()
      writer.key("date-parts")
      writer.beginArray()
      writer.beginArray()
      for number in [date.year, date.month, date.day].compactMap(\.self) { writer.number(number) }
      writer.endArray()
      writer.endArray()
      writer.endObject()
    }
    writer.member("language", language)
    if let note { writer.member("note", note) }
    if let url { writer.member("URL", url) }
    writer.endObject()
  }
}
