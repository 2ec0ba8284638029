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
    case .bibTeX: return Array(citations.map(\.bibTeX).joined(separator: "\n").utf8)
    case .ris: return Array(citations.map(\.ris).joined(separator: "\n").utf8)
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
  /// An `@misc` entry of a BibTeX file.
  var bibTeX: String {
    var lines = ["@misc{" + key]
    func add(_ name: String, _ value: String?) {
      if let value { lines.append("  \(name) = {\(value)}") }
    }
    add("author", authors.isEmpty ? nil : authors.map { "{\($0.bibTeX)}" }.joined(separator: " and "))
    add("title", "{\(title.bibTeX)}")
    add("howpublished", [container, publisher].compactMap(\.self).joined(separator: ". ").bibTeX)
    add("year", date.map { String($0.year) })
    add("month", date?.month.map(String.init))
    add("day", date?.day.map(String.init))
    add("note", note?.bibTeX)
    add("url", url)
    return lines.joined(separator: ",\n") + "\n}\n"
  }
}

extension String {
  /// Escaped for BibTeX: special characters of TeX become commands.
  fileprivate var bibTeX: String {
    var result = ""
    for character in self {
      switch character {
      case "&", "%", "$", "#", "_", "{", "}": result += "\\\(character)"
      case "\\": result += "\\textbackslash{}"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      default: result.append(character)
      }
    }
    return result
  }
}

// MARK: - RIS

extension CitationFacts {
  /// A record of an RIS file.
  var ris: String {
    var lines: [String] = []
    func add(_ tag: String, _ value: String?) {
      guard let value else { return }
      lines.append("\(tag)  - \(value.split(whereSeparator: \.isNewline).joined(separator: " "))")
    }
    add("TY", kind == .report ? "RPRT" : kind == .dataset ? "DATA" : "ELEC")
    add("ID", key)
    for author in authors { add("AU", author) }
    add("TI", title)
    add("T2", container)
    add("PB", publisher)
    add("PY", date.map { String($0.year) })
    add("DA", date.map { $0.description.replacing("-", with: "/") })
    add("LA", language)
    add("N1", note)
    add("UR", url)
    return lines.joined(separator: "\n") + "\nER  - \n"
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
