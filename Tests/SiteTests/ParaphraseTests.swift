import Content
import Editions
import Foundation
import Graph
import Testing

@testable import Site

@Suite("What a cell says is the report's wording") struct ParaphraseTests {
  @Test("no output of the sample puts quotation marks around it, and claims have the right authors")
  func sample() throws {
    let site = try BuiltSite(Package.root)
    let texts = Self.texts(of: site.files)
    #expect(Self.quoted(in: texts, of: [site.graph]) == [])
    Self.checkClaims(in: texts, of: site.graph)
  }

  @Test(
    "no output of a site of 200 reports puts quotation marks around it, and claims have the right authors")
  func manyReports() {
    let before = Self.archive(raising: 0)
    let edition = Edition(
      freezing: before.graph, name: "one", date: PartialDate(year: 2024, month: 1, day: 1),
      origin: Edition.Origin(made: PartialDate(year: 2024, month: 1, day: 1), includesDrafts: false))
    let site = Self.archive(raising: 5, editions: [edition])
    let outputs = site.plan.pages.map { site.plan.render($0) }
    var written = Dictionary(uniqueKeysWithValues: outputs.map { ($0.path, $0.bytes) })
    for path in [
      "positions.csv", "feed.xml", "graph.json", "changes/now/index.html",
      "editions/one/index.html", "reports/r1/index.html", "issues/tolls/index.json",
    ] { #expect(written[path] != nil, "\(path)") }
    written["edition.json"] = edition.json
    let citations = SiteCitations(site.graph).citations(of: SiteCitations.Choice())
    for format in CitationFormat.allCases {
      written["citations." + format.rawValue] = format.bytes(citations)
    }
    for party in site.graph.parties {
      written["party-\(party.slug).json"] = SubjectFile(RecordHistory(site.graph)).bytes(of: party.id)
    }
    let texts = Self.texts(of: written)
    #expect(Self.quoted(in: texts, of: [site.graph, before.graph]) == [])
    Self.checkClaims(in: texts, of: site.graph)
  }

  /// A site of 200 reports, in several languages, without and with authors.
  private static func archive(raising offset: Int, editions: [Edition] = []) -> WrittenSite {
    var files: [String: String] = [:]
    for number in 1...200 {
      let authors = number % 3 == 0 ? "" : "authors: [A. Writer]\n"
      let language = ["", "language: de\n", "language: fr\n"][number % 3]
      files["reports/r\(number).md"] = """
        ---
        title: Round \(number)
        date: 20\(10 + number / 20)-\(10 + number % 3)-\(10 + number % 18)
        summary: The \(number)th round.
        \(authors)\(language)---

        Prose on [[Tolls]]: ![[Tolls#Red]] and

        ![[Ferries#Blue]]

        | Issue | Red | Blue |
        |---|---|---|
        | Tolls | [+] Raises the toll to \(number + offset) | [-] Calls \(number) “far too much for us all” |
        | Ferries | Builds \(number) ferries.[^1] | [\(number % 2 == 0 ? "++" : "-")] Orders ferry \(number) {evidence=vote} |

        > [!tension] [[Tolls#Red]] [[Ferries#Blue]]

        [^1]: A letter, https://example.org/\(number % 40)
        """
    }
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.baseURL = try? BaseURL("https://example.org/briefs/")
    return WrittenSite(
      files, settings: settings, today: PartialDate(year: 2025, month: 1, day: 1), editions: editions)
  }

  @Test("quotation marks around a paraphrase are found in every kind of output") func finder() {
    let site = WrittenSite([
      "reports/r.md":
        "| Issue | Red | Blue |\n|---|---|---|\n| Tolls | Wants tolls | No |\n| Ferries | [+] Wants tolls | |\n"
    ])
    func found(_ path: String, _ text: String) -> Int {
      Self.quoted(in: Self.texts(of: [path: Array(text.utf8)]), of: [site.graph]).count
    }
    #expect(found("a.html", "<p title=\"x\">Red: Wants tolls</p>") == 0)
    #expect(found("a.html", "<p>Red: “Wants tolls”</p>") == 1)
    #expect(found("a.html", "<q>Wants tolls</q>") == 1)
    #expect(found("a.html", "<blockquote>\n<p>Wants tolls</p>\n</blockquote>") == 1)
    #expect(found("a.html", "<blockquote>\n<p><b>Supports</b> Wants\ntolls</p>\n</blockquote>") == 1)
    #expect(found("a.html", "<meta content=\"Wants tolls\">") == 0)
    #expect(found("a.html", "<meta content=\"Red: “Wants tolls”\">") == 1)
    #expect(found("a.html", "<p data-cite=\"{&quot;title&quot;:&quot;Wants tolls&quot;}\">") == 0)
    #expect(
      found("a.html", "<p data-cite='{\"title\":\"Red: \\\"Wants tolls\\\"\"}'>") == 1)
    #expect(
      found("a.html", "<p data-cite=\"{&quot;title&quot;:&quot;Red: \\&quot;Wants tolls\\&quot;&quot;}\">")
        == 1)
    #expect(found("a.html", "<script type=\"application/ld+json\">{\"text\":\"Wants tolls\"}</script>") == 0)
    #expect(
      found("a.html", "<script type=\"application/ld+json\">{\"text\":[\"„Wants tolls.“\"]}</script>") == 1)
    #expect(found("a.json", "{\"text\":\"Wants tolls\"}") == 0)
    #expect(found("a.json", "{\"text\":\"\\\"Wants tolls\\\"\"}") == 1)
    #expect(found("a.csv", "a,\"Wants tolls\"\r\n") == 0)
    #expect(found("a.csv", "a,\"\"\"Wants tolls\"\"\"\r\n") == 1)
    #expect(found("a.graphml", "<data>«Wants tolls»</data>") == 1)
    #expect(found("feed.xml", "<content>&lt;q&gt;Wants tolls&lt;/q&gt;</content>") == 1)
    #expect(found("a.bibtex", "title = {{Red: ‘Wants tolls’}}") == 1)
  }

  @Test("the party is the author of verbatim passages only") func authors() {
    let report = """
      ---
      authors: [A. Writer]
      ---

      | Issue | Red | Blue |
      |---|---|---|
      | Tolls | Says “no toll on our watch” | Wants tolls |
      """
    let site = WrittenSite(["reports/r.md": report])
    let page = site.page("reports/r/index.html")
    #expect(
      page.contains(
        ##""text":"Says “no toll on our watch”","author":["A. Writer"],"about":[{"@id":"../../issues/tolls/"},"##
          + ##"{"@id":"../../parties/red/"}],"hasPart":[\##n"##
          + ##"{"@type":"Quotation","text":"no toll on our watch","author":{"@id":"../../parties/red/"}}"##))
    #expect(page.contains(##"{"@type":"Organization","@id":"../../parties/red/","name":"Red"}"##))
    #expect(page.components(separatedBy: "\"Quotation\"").count == 2)
    let record = RecordHistory(site.graph)
    let csv = String(decoding: ExportFormat.csv.file.bytes(record), as: UTF8.self)
    #expect(csv.contains(",Says “no toll on our watch”,no toll on our watch,"))
    #expect(csv.contains(",Wants tolls,,"))
    let json = String(decoding: ExportFormat.jsonGraph.file.bytes(record), as: UTF8.self)
    #expect(json.contains(#""verbatim":["no toll on our watch"]"#))
    let graphML = String(decoding: ExportFormat.graphML.file.bytes(record), as: UTF8.self)
    #expect(graphML.contains(#"<data key="verbatim">no toll on our watch</data>"#))
  }
}

// MARK: - Quotation marks

extension ParaphraseTests {
  private static let marks = CharacterSet(charactersIn: "“”„«»‹›‘’‚「」『』\"＂")

  /// Where a whole paraphrase stands between quotation marks: the path and the text. Names and titles may, and what its author
  /// quoted.
  private static func quoted(in files: [String: OutputTexts], of graphs: [IssueGraph]) -> [String] {
    let paraphrases = graphs.reduce(into: Set<String>()) { $0.formUnion(Self.paraphrases(of: $1)) }
    return files.keys.sorted().flatMap { path in
      (files[path]?.texts ?? []).flatMap { text in
        text.components(separatedBy: marks).dropFirst().dropLast().filter { $0.utf8.count < 200 }
          .map(plain).filter(paraphrases.contains).map { path + ": " + $0 }
      }
    }
  }

  private static func paraphrases(of graph: IssueGraph) -> Set<String> {
    let names =
      graph.issues.map(\.name) + graph.parties.map(\.name) + graph.reports.map(\.report.header.title)
      + Stance.allCases.map(\.word)
    let positions = graph.positions.filter { position in
      graph.text(of: position.id).unicodeScalars.first.map { !marks.contains($0) } ?? false
    }
    let texts = positions.map { graph.text(of: $0.id) }
    let rated = positions.compactMap { position in
      position.stance.map { $0.word + " " + graph.text(of: position.id) }
    }
    return Set((texts + rated).map(plain)).subtracting(names)
  }

  private static func texts(of files: [String: [UInt8]]) -> [String: OutputTexts] {
    var texts: [String: OutputTexts] = [:]
    for (path, bytes) in files {
      if let text = String(bytes: bytes, encoding: .utf8) { texts[path] = OutputTexts(path, text) }
    }
    return texts
  }

  private static func plain(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .trimmingCharacters(in: .whitespacesAndNewlines.union(.punctuationCharacters))
  }
}

/// The texts of an output that people or programs read, without the quotation marks that are syntax.
private struct OutputTexts {
  private(set) var texts: [String] = []
  /// The JSON in it.
  private(set) var json: [Any] = []

  init(_ path: String, _ text: String) {
    switch path.split(separator: ".").last {
    case "js", "css": break
    case "html", "xml", "graphml", "svg": addMarkup(text)
    case "json", "csl-json", "jsonl": addJSON(text)
    case "csv": addTable(text)
    case "dot", "gv": texts = [text.replacing("\"", with: "")]
    default: texts = [text]
    }
  }

  /// The text between tags, with `<q>` and `<blockquote>` as quotation marks; the values of attributes; the JSON in scripts.
  private mutating func addMarkup(_ markup: String) {
    var shown = ""
    var script: String?
    for (index, part) in markup.components(separatedBy: "<").enumerated() {
      guard index > 0, let end = part.firstIndex(of: ">") else {
        shown += index > 0 && script != nil ? "<" + part : part
        continue
      }
      let tag = String(part[..<end])
      let rest = String(part[part.index(after: end)...])
      if tag.hasPrefix("script") {
        script = tag
        if tag.contains("type=\"application/") { addJSON(rest) }
      } else if tag == "/script" {
        script = nil
        shown += rest
      } else if script == nil {
        let name = tag.prefix { $0 != " " }
        shown += ["q", "blockquote"].contains(name) ? "“" : ["/q", "/blockquote"].contains(name) ? "”" : ""
        shown += rest
        addAttributes(tag)
      }
    }
    let plain = Self.unescaped(shown)
    texts.append(plain)
    // Feeds hold HTML as text.
    if plain.contains("<q") || plain.contains("<p") { addMarkup(plain) }
  }

  private mutating func addAttributes(_ tag: String) {
    guard tag.utf8.contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "{") })
    else { return }
    for match in tag.matches(of: /=(?:"([^"]*)"|'([^']*)')/) {
      let value = Self.unescaped(String(match.1 ?? match.2 ?? ""))
      if value.first == "{" { addJSON(value) } else { texts.append(value) }
    }
  }

  private mutating func addJSON(_ text: String) {
    guard let value = try? JSONSerialization.jsonObject(with: Data(text.utf8)) else {
      Testing.Issue.record("no JSON: \(text.prefix(200))")
      return
    }
    json.append(value)
    addStrings(of: value)
  }

  private mutating func addStrings(of value: Any) {
    if let text = value as? String { texts.append(text) }
    if let list = value as? [Any] { for element in list { addStrings(of: element) } }
    if let object = value as? [String: Any] { for element in object.values { addStrings(of: element) } }
  }

  private mutating func addTable(_ text: String) {
    var cell = ""
    var isQuoted = false
    var rest = Array(text)[...]
    while let character = rest.popFirst() {
      switch character {
      case "\"" where isQuoted && rest.first == "\"":
        cell.append("\"")
        rest.removeFirst()
      case "\"": isQuoted.toggle()
      case ",", "\r\n", "\n":
        if isQuoted {
          cell.append(character)
        } else {
          texts.append(cell)
          cell = ""
        }
      default: cell.append(character)
      }
    }
    texts.append(cell)
  }

  private static func unescaped(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#34;", "\""), ("&amp;", "&")]
      .reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
  }
}

// MARK: - Authors

extension ParaphraseTests {
  /// The reports’ authors made the claims, which are about the issue and the party; the party is the author of verbatim passages
  /// only.
  private static func checkClaims(in files: [String: OutputTexts], of graph: IssueGraph) {
    let verbatim = Set(graph.positions.flatMap { graph.verbatim(of: $0.id) })
    let known = Set(graph.reports.map(\.report.authors))
    var claims = 0
    for path in files.keys.sorted() where path.hasSuffix(".html") {
      let report = graph.reports.first { path == $0.address + "/index.html" }
      let json = files[path]?.json ?? []
      let pages = { identifier in expanded(identifier, json) }
      let organizations = Set(
        json.flatMap(objects).filter { $0["@type"] as? String == "Organization" }
          .compactMap { $0["@id"] as? String })
      for object in json.flatMap(objects) {
        guard let type = object["@type"] as? String else { continue }
        if type == "Claim" {
          claims += 1
          #expect(object["author"] as? [String] ?? [] == report?.report.authors ?? [], "\(path)")
          let about =
            object["about"] as? [String]
            ?? (object["about"] as? [[String: Any]] ?? []).compactMap { $0["@id"] as? String }
          #expect(about.count == 2 && pages(about[0]).contains("issues/"), "\(path)")
          #expect(about.count == 2 && pages(about[1]).contains("parties/"), "\(path)")
          #expect(about.count == 2 && organizations.contains(about[1]), "\(path)")
        } else if type == "Quotation" {
          let party = (object["author"] as? [String: Any])?["@id"] as? String ?? ""
          #expect(
            pages(party).contains("parties/") && verbatim.contains(object["text"] as? String ?? ""), "\(path)"
          )
        } else if let given = object["author"] {
          #expect(known.contains(given as? [String] ?? []), "\(path): \(given)")
        }
      }
    }
    #expect(claims == graph.positions.count)
  }

  /// The address that an identifier stands for, with the prefixes of the data’s context.
  private static func expanded(_ identifier: String, _ json: [Any]) -> String {
    for object in json.flatMap(objects) {
      for context in object["@context"] as? [Any] ?? [] {
        for (prefix, value) in context as? [String: Any] ?? [:] where identifier.hasPrefix(prefix + ":") {
          guard let address = value as? String else { continue }
          return address + identifier.dropFirst(prefix.count + 1)
        }
      }
    }
    return identifier
  }

  private static func objects(_ value: Any) -> [[String: Any]] {
    if let list = value as? [Any] { return list.flatMap(objects) }
    guard let object = value as? [String: Any] else { return [] }
    return [object] + object.values.flatMap(objects)
  }
}
