import Content
import Editions
import Foundation
import Graph
import Testing

@testable import Site

@Suite("What a cell says is the report's wording") struct ParaphraseTests {
  @Test("no output of the sample puts quotation marks around it") func sample() throws {
    let site = try BuiltSite(
      URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent())
    #expect(Self.quoted(in: site.files, of: site.graph) == [])
  }

  @Test("no output of a site of 200 reports puts quotation marks around it") func manyReports() {
    var files: [String: String] = [:]
    for number in 1...200 {
      files["reports/r\(number).md"] = """
        ---
        title: Round \(number)
        date: 20\(10 + number / 20)-\(10 + number % 3)-\(10 + number % 18)
        authors: [A. Writer]
        ---

        Prose on [[Tolls]]: ![[Tolls#Red]] and

        ![[Ferries#Blue]]

        | Issue | Red | Blue |
        |---|---|---|
        | Tolls | [+] Raises the toll to \(number) | [-] Calls \(number) “far too much for us all” |
        | Ferries | Builds \(number) ferries.[^1] | [\(number % 2 == 0 ? "++" : "-")] Orders ferry \(number) |

        > [!tension] [[Tolls#Red]] [[Ferries#Blue]]

        [^1]: A letter, https://example.org/\(number)
        """
    }
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.baseURL = try? BaseURL("https://example.org/briefs/")
    let site = WrittenSite(files, settings: settings)
    let outputs = site.plan.pages.map { site.plan.render($0) }
    let written = Dictionary(uniqueKeysWithValues: outputs.map { ($0.path, $0.bytes) })
    #expect(written.keys.contains("positions.csv") && written.keys.contains("feed.xml"))
    #expect(Self.quoted(in: written, of: site.graph) == [])
    let edition = Edition(freezing: site.graph, name: "one", date: PartialDate(year: 2030, month: 1, day: 1))
    #expect(Self.quoted(in: ["edition.json": edition.json], of: site.graph) == [])
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
          + ##"{"@type":"Organization","@id":"../../parties/red/","name":"Red"}],"hasPart":[\##n"##
          + ##"{"@type":"Quotation","text":"no toll on our watch","author":{"@id":"../../parties/red/"}}"##))
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

  /// Where a whole paraphrase stands between quotation marks: the path and the text. Names and titles may.
  private static func quoted(in files: [String: [UInt8]], of graph: IssueGraph) -> [String] {
    let names = Set(
      graph.issues.map(\.name) + graph.parties.map(\.name) + graph.reports.map(\.report.header.title)
        + Stance.allCases.map(\.word))
    let texts = Set(
      graph.positions.map { graph.text(of: $0.id).trimmingCharacters(in: .punctuationCharacters) }
    )
    .subtracting(names)
    return files.keys.sorted().flatMap { path -> [String] in
      let bytes = files[path] ?? []
      guard !path.hasSuffix(".js"), !path.hasSuffix(".css"), let text = String(bytes: bytes, encoding: .utf8)
      else { return [] }
      let isMarkup = path.hasSuffix(".html") || path.hasSuffix(".xml")
      let shown = isMarkup ? self.shown(text) : text
      let marks = CharacterSet(charactersIn: isMarkup ? "“”„«»‹›‘’\"" : "“”„«»‹›‘’")
      return shown.components(separatedBy: marks).dropFirst().dropLast()
        .map { $0.trimmingCharacters(in: .whitespaces.union(.punctuationCharacters)) }
        .filter(texts.contains).map { path + ": " + $0 }
    }
  }

  /// The text of markup, with `<q>` as quotation marks and other tags left out; of feeds, also that of the HTML in them.
  private static func shown(_ markup: String) -> String {
    var text = ""
    for (index, part) in markup.components(separatedBy: "<").enumerated() {
      guard index > 0, let end = part.firstIndex(of: ">") else {
        text += part
        continue
      }
      let tag = part[..<end]
      text +=
        tag.hasPrefix("q>") || tag == "q"
        ? "“" : tag == "/q" ? "”" : tag.hasPrefix("script") ? "\u{1}" : tag == "/script" ? "\u{2}" : ""
      text += part[part.index(after: end)...]
    }
    // Structured data is JSON, whose quotation marks are syntax.
    let parts = text.components(separatedBy: "\u{1}")
    text = parts[0] + parts.dropFirst().map { $0.drop { $0 != "\u{2}" } }.joined()
    for (entity, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      text = text.replacingOccurrences(of: entity, with: character)
    }
    return text
  }
}
