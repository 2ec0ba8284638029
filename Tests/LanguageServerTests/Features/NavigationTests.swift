import Testing

@testable import LanguageServer

@Suite("Hover and navigation", .timeLimit(.minutes(60))) struct NavigationTests {
  private let march = "Content/reports/march.md"
  private let april = "Content/reports/april.md"

  private func hover(_ mark: String, in path: String, _ text: String) async throws -> String {
    let client = try await EditorClient(SampleBriefing.files)
    return try await client.at(mark, in: path, text, "textDocument/hover")["contents"]?["value"]?.text ?? ""
  }

  @Test("an issue shows its proposition and who stands where, with dates")
  func issue() async throws {
    let text = try await hover("[[Tol", in: march, SampleBriefing.march)
    #expect(text.contains("**Blue** on **Tolls**"), "a wikilink to a position shows that position")
    let row = try await hover("| Tol", in: march, SampleBriefing.march)
    #expect(row.contains("Drivers should pay for roads."))
    #expect(row.contains("- **Red** (Mixed, 2025-04-05): Perhaps"))
    #expect(row.contains("- **Blue** (Red line, 2025-04-05): Never ever"))
  }

  /// An edition in which Blue supported the ports.
  private static let winter = """
    {"standpoint":"edition","version":2,"name":"winter","date":"2025-02-20","made":"2025-02-20","drafts":false,
    "reports":[{"slug":"ports","path":"reports/ports.md","title":"The ports","date":"2025-02-03"}],
    "withheld":[],
    "issues":[{"slug":"ports","name":"Ports","aliases":[],"proposition":null}],
    "parties":[{"slug":"blue","name":"Blue","aliases":[],"acts-for":null}],
    "tables":[],"texts":[],
    "positions":[{"issue":"ports","party":"blue","report":"ports","stance":"+","date":"2025-02-03","origin":"front-matter","text":"More ports","sources":[]}],
    "silent":[],"corrections":[]}
    """

  @Test("an issue, a party and a link show what only an edition remembers, and positions of one day together")
  func remembered() async throws {
    let text =
      "---\ndate: 2025-05-02\n---\n\nSee [[Ports#Blue]].\n\n| Issue | Red |\n|---|---|\n| Ports | [+] Yes |\n| Ports | [--] No |\n"
    let client = try await EditorClient([
      "Content/reports/may.md": text,
      "Content/reports/ports.md":
        "---\ntitle: The ports\ndate: 2025-02-03\nupdated: 2025-04-01\n---\n\n| Issue | Red | Blue |\n|---|---|---|\n| Ports | | n/a {as-of=2025-04-01} |\n",
      "Content/editions/winter.json": Self.winter,
    ])
    func hover(_ mark: String) async throws -> String {
      try await client.at(mark, in: "Content/reports/may.md", text, "textDocument/hover")["contents"]?[
        "value"]?
        .text ?? ""
    }
    let issue = try await hover("| Por")
    #expect(issue.contains("- **Blue** (Supports, 2025-02-03, from the edition winter): More ports"))
    #expect(issue.contains("(Supports, 2025-05-02): Yes") && issue.contains("(Red line, 2025-05-02): No"))
    #expect(
      try await hover("[[Ports#B").contains("**The ports** (Supports, 2025-02-03, from the edition winter)"))
    #expect(await client.messages("Content/reports/may.md").filter { $0.contains("holds no position") } == [])
  }

  @Test("a party shows what it holds, a report its summary")
  func partyAndReport() async throws {
    let party = try await hover("| Aspect | R", in: march, SampleBriefing.march)
    #expect(party.hasPrefix("**Red** (party)") && party.contains("- **Tolls** (Mixed, 2025-04-05): Perhaps"))
    let report = try await hover("[[The March plan]", in: april, SampleBriefing.april)
    #expect(report.contains("What was proposed in March."))
  }

  @Test("a stance mark shows its meaning, a cell the history of its position")
  func cells() async throws {
    #expect(try await hover("| [~", in: april, SampleBriefing.april).contains("**Mixed**"))
    let history = try await hover("Perhap", in: april, SampleBriefing.april)
    #expect(history.contains("The April reply") && history.contains("The March plan"))
  }

  @Test("a footnote and a source show their texts, a key its meaning")
  func notes() async throws {
    #expect(try await hover("[^no", in: march, SampleBriefing.march).contains("A note about costs."))
    #expect(try await hover("[@ta", in: march, SampleBriefing.march).contains("Talks in February"))
    #expect(try await hover("core-", in: march, SampleBriefing.march).hasPrefix("`core-issues`: "))
    #expect(try await hover("The costs are h", in: march, SampleBriefing.march) == "")
  }

  private func definition(_ mark: String, in path: String, _ text: String) async throws -> [String] {
    let client = try await EditorClient(SampleBriefing.files)
    let places = try await client.at(mark, in: path, text, "textDocument/definition").list
    return places.compactMap { place in
      guard let uri = place["uri"]?.text, let line = place["range"]?["start"]?["line"]?.number else {
        return nil
      }
      return "\(uri.dropFirst(client.uri("Content/").utf8.count)):\(line + 1)"
    }
  }

  @Test("names lead to what they name")
  func definitions() async throws {
    #expect(try await definition("See [[Tol", in: march, SampleBriefing.march) == ["reports/march.md:15"])
    #expect(try await definition("[the iss", in: march, SampleBriefing.march) == ["issues/tolls.md:2"])
    #expect(
      try await definition("core-issues: [Tol", in: march, SampleBriefing.march) == ["issues/tolls.md:2"])
    #expect(
      try await definition("[[The March plan#", in: april, SampleBriefing.april) == ["reports/march.md:18"])
    #expect(try await definition("[ab", in: april, SampleBriefing.april) == ["pages/about.md:5"])
    #expect(try await definition("[^no", in: march, SampleBriefing.march) == ["reports/march.md:22"])
    #expect(try await definition("[@ta", in: march, SampleBriefing.march) == ["sources/talks.md:1"])
  }

  @Test("references are all places that name something")
  func references() async throws {
    let client = try await EditorClient(SampleBriefing.files)
    let tolls = try await client.at(
      "title: Tol", in: "Content/issues/tolls.md", SampleBriefing.tolls, "textDocument/references",
      #", "context": {"includeDeclaration": true}"#)
    let files = Set(tolls.texts("uri").map { String($0.dropFirst(client.uri("Content/").utf8.count)) })
    #expect(
      files == [
        "issues/tolls.md", "reports/march.md", "reports/april.md", "parties/red.md", "pages/about.md",
        "site.yml",
      ])
    let heading = try await client.at(
      "## Cos", in: march, SampleBriefing.march, "textDocument/references",
      #", "context": {"includeDeclaration": false}"#)
    #expect(heading.texts("uri") == [client.uri(april)])
    let source = try await client.at(
      "[@tal", in: march, SampleBriefing.march, "textDocument/references",
      #", "context": {"includeDeclaration": false}"#)
    #expect(source.texts("uri") == [client.uri(march)])
  }

  @Test("the outline of a document, the names of the site, and the links of a document")
  func symbols() async throws {
    let client = try await EditorClient(SampleBriefing.files)
    let document = #"{"textDocument": {"uri": "\#(client.uri(march))"}}"#
    let outline = await client.request("textDocument/documentSymbol", document)
    #expect(outline.texts("name") == ["Table 1", "Costs"])
    #expect(outline[0]?["detail"]?.text == "positions")
    let found = await client.request("workspace/symbol", #"{"query": "road"}"#)
    #expect(found.texts("name") == ["Tolls"] && found.texts("containerName") == ["issue"])
    let links = await client.request("textDocument/documentLink", document)
    #expect(links.texts("target").contains(client.uri("Content/issues/tolls.md") + "#L2"))
  }
}
