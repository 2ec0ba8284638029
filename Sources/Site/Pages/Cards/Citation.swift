import Content
import Editions
import Graph

/// The citation of a position as a link, as plain text and as a BibTeX entry.
struct Citation {
  /// The permanent address of the cell; relative to the site's root if there is no base URL.
  let link: String
  let text: String
  let bibTeX: String

  init(_ position: Position, in graph: IssueGraph, words: LocalizedStrings) {
    let settings = graph.settings
    let report = graph.reports[position.report.index]
    let address = graph.cellAddress(of: position.id)
    link = (settings.baseURL?.text ?? "/") + address
    let subject = words.text(
      .partyOnIssue, graph.parties[position.party.index].name, graph.issues[position.issue.index].name)
    let paraphrase = graph.text(of: position.id)
    let said = paraphrase.isEmpty ? subject : words.text(.labelled, subject, paraphrase)
    let table =
      graph.caption(of: position).map { words.text(.citedTable, $0) }
      ?? words.text(.citedTableNumber, String(graph.tableNumber(of: position)))
    let place = words.text(
      .citedPlace, table, String(position.row), String(graph.line(of: position.id)))
    let stance = position.stance.map { " (\(words.stances.name($0)))" } ?? ""
    let date = position.date.map { words.dates.text($0) } ?? words.text(.undated)
    let authors = report.report.authors
    let title = words.text(.quotedTitle, report.report.header.title)
    let titled =
      authors.isEmpty
      ? title : words.text(.titleByAuthors, title, authors.joined(separator: words.text(.comma)))
    // A full stop within a sentence would end it.
    let isSentence = stance.isEmpty && said.hasSuffix(".")
    text = words.text(
      .citation, (isSentence ? String(said.dropLast()) : said) + stance, titled, place, date, settings.title,
      link)

    var entry = BibTeXEntry(key: report.slug + "--" + graph.anchor(of: position.id))
    entry.add("author", authors.isEmpty ? nil : authors.map { "{\($0.bibTeX)}" }.joined(separator: " and "))
    entry.add("title", "{\(said.bibTeX)}")
    entry.add("howpublished", "\(report.report.header.title). \(settings.title)".bibTeX)
    entry.add("year", position.date.map { String($0.year) })
    entry.add("month", position.date?.month.map(String.init))
    entry.add("day", position.date?.day.map(String.init))
    entry.add("note", (place + stance).bibTeX)
    entry.add("url", settings.baseURL == nil ? nil : link)
    bibTeX = entry.text
  }
}

extension Citation {
  /// The citation of a whole edition.
  init(_ edition: Edition, address: String, settings: SiteSettings, words: LocalizedStrings) {
    link = settings.fullAddress(ofPage: address) ?? "/" + settings.addresses.way(to: address)
    let title = words.text(.editionNamed, edition.name)
    text = words.text(.citedEdition, settings.title, title, words.dates.text(edition.date), link)
    var entry = BibTeXEntry(key: "edition--" + edition.name)
    entry.add("title", "{\(settings.title.bibTeX)}")
    entry.add("howpublished", title.bibTeX)
    entry.add("year", String(edition.date.year))
    entry.add("month", edition.date.month.map(String.init))
    entry.add("day", edition.date.day.map(String.init))
    entry.add("url", settings.baseURL == nil ? nil : link)
    bibTeX = entry.text
  }
}

/// One `@misc` entry of a BibTeX file.
private struct BibTeXEntry {
  private var lines: [String]

  /// Characters of `key` other than letters, ASCII digits and hyphens are written as their scalar number.
  init(key: String) {
    let plain = key.unicodeScalars.map { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-")
        ? String(scalar) : "u" + String(scalar.value, radix: 16)
    }
    lines = ["@misc{" + plain.joined()]
  }

  /// Adds a field; nil: adds nothing.
  mutating func add(_ name: String, _ value: String?) {
    if let value { lines.append("  \(name) = {\(value)}") }
  }

  var text: String { lines.joined(separator: ",\n") + "\n}\n" }
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
