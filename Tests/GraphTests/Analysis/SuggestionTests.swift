import Content
import SampleArchives
import TestSupport
import Testing

@testable import Graph

@Suite("Suggestions about names")
struct SuggestionTests {
  /// Reports with one table each: columns, rows.
  private static func site(
    _ tables: [([String], [String])], files: [(String, String)] = [],
    settings: SiteSettings = SampleSite.settings
  ) -> IssueGraph {
    let reports = tables.enumerated().map { index, table in
      ("reports/r\(index).md", NameTests.table("Aspect", table.0, table.1))
    }
    return SampleSite(reports + files, settings: settings).graph
  }

  /// `kind: from → to`, the highest score first.
  private static func lines(_ graph: IssueGraph, minimum: Double = NameSuggestion.usualMinimum) -> [String] {
    graph.suggestions(minimum: minimum).map {
      "\($0.kind.rawValue): \($0.prose?.name ?? $0.from.map(graph.name(of:)) ?? "") → \(graph.name(of: $0.to))"
    }
  }

  @Test(
    "two names of one party are found",
    arguments: [
      ("Russian Federation", "Russia"), ("U.S.", "United States"), ("USA", "United States of America"),
      ("Russian Position", "Russia"), ("Moscow", "Russian Federation"), ("Islamic Republic of Iran", "Iran"),
      ("Labour Party", "Labour"), ("Fisheries Watch Network", "FWN"), ("Medellín Groupe", "Medellín Group"),
      ("Viet-Nam", "Vietnam"), ("Steel Makers", "Steelmakers"),
    ])
  func parties(one: String, other: String) {
    let graph = Self.site([([one, "Harbour Board"], ["Gas"]), ([other, "Harbour Board"], ["Gas", "Oil"])])
    let found = graph.suggestions().filter { $0.kind == .mergeParties }
    #expect(found.count == 1, "\(Self.lines(graph, minimum: 0))")
  }

  @Test(
    "two names of one issue are found",
    arguments: [
      ("Fisheries Quotas in the Arctic", "Arctic Fisheries Quotas"),
      ("The Question of Arctic Mining", "Arctic Mining"),
      ("Arctic Mining Dispute", "Arctic Mining"), ("Sanction", "Sanctions"),
      ("Ukraine’s sovereignty", "Sovereignty of Ukraine"),
      ("Ukrainian sovereignty", "Sovereignty of Ukraine"), ("Nucl. safeguards", "Nuclear safeguards"),
      ("Defence spending", "Defense spending"), ("Cross-border trade", "Crossborder trade"),
    ])
  func issues(one: String, other: String) {
    let graph = Self.site([(["A1", "B1"], [one]), (["A1", "B1"], [other])])
    #expect(graph.suggestions().map(\.kind) == [.mergeIssues], "\(Self.lines(graph, minimum: 0))")
  }

  @Test(
    "names that are only similar are not suggested",
    arguments: [
      (["Iran", "Iraq"], ["Gas"]), (["Niger", "Nigeria"], ["Gas"]),
      (["North Korea", "South Korea"], ["Gas"]),
      (["Observer Group 1", "Observer Group 2"], ["Gas"]),
      (["A1", "B1"], ["Import quotas", "Export quotas"]),
      (["A1", "B1"], ["Legal trade", "Illegal trade"]), (["A1", "B1"], ["Round 1", "Round 2"]),
      (["A1", "B1"], ["Exports from Iran to Iraq", "Exports from Iraq to Iran"]),
      (["A1", "B1"], ["Elections before the truce", "Elections after the truce"]),
    ])
  func lookalikes(columns: [String], rows: [String]) {
    // In separate tables, so that being side by side has no influence.
    let tables =
      columns[0] == "A1"
      ? rows.map { (columns, [$0]) } : columns.map { ([$0, "Harbour Board"], rows) }
    let graph = Self.site(tables)
    #expect(graph.suggestions().filter { $0.kind.isMerge }.isEmpty, "\(Self.lines(graph))")
  }

  @Test("a misspelt word appears nowhere else; two correct words are not merged")
  func spelling() throws {
    let prose = ("reports/prose.md", "Everything about quotas, inland and island.\n")
    let misspelt = Self.site(
      [(["A1", "B1"], ["Fisheries quotas"]), (["A1", "B1"], ["Fisheries qoutas"])], files: [prose])
    let found = try #require(misspelt.suggestions().first)
    #expect(found.evidence.contains(.nearSpelling("qoutas", "quotas", changes: 1)))
    #expect(found.evidence.contains(.strangeWord("qoutas")))
    let words = Self.site(
      [(["A1", "B1"], ["Inland waters"]), (["A1", "B1"], ["Island waters"])], files: [prose])
    #expect(words.suggestions().isEmpty)
    let unknown = Self.site([(["A1", "B1"], ["Inland waters"]), (["A1", "B1"], ["Island waters"])])
    #expect(unknown.suggestions().isEmpty)
  }

  @Test("rows of one table are hardly ever the same issue, and columns hardly ever the same party")
  func sideBySide() throws {
    let graph = Self.site([(["Russia", "Russian Federation"], ["Arctic Mining", "Mining in the Arctic"])])
    #expect(graph.suggestions().isEmpty)
    let all = graph.suggestions(minimum: 0)
    #expect(all.count == 2)
    for suggestion in all { #expect(suggestion.evidence.contains(.sideBySide(tables: 1))) }
  }

  @Test("never being side by side counts in favour if shared tables would be expected by chance")
  func neverTogether() throws {
    let few = Self.site([(["Moscow", "China"], ["Gas"]), (["Russia", "China"], ["Gas"])])
    let many = Self.site(
      (0..<20).map { index in ([index < 8 ? "Moscow" : "Russia", "China"], ["Gas \(index)"]) })
    let one = try #require(few.suggestions().first { $0.kind == .mergeParties })
    let other = try #require(many.suggestions().first { $0.kind == .mergeParties })
    #expect(other.percent > one.percent)
    #expect(other.evidence.contains(.neverTogether(expected: 5)))
  }

  @Test("a government acts for its state, whether or not they are side by side")
  func actsFor() {
    let graph = Self.site([
      (["Russian Government", "Russia", "U.S."], ["Gas"]), (["American Delegation", "China"], ["Gas"]),
    ])
    #expect(Self.lines(graph).contains("acts-for: American Delegation → U.S."))
    let russian = Self.site([(["Russian Ministry of Energy", "Russia"], ["Gas"])])
    #expect(Self.lines(russian) == ["acts-for: Russian Ministry of Energy → Russia"])
  }

  @Test("declared relations are not suggested")
  func declared() {
    let tables = [(["Kremlin Administration", "Russia"], ["Arctic Fisheries", "Arctic Fisheries Quotas"])]
    #expect(
      Self.lines(Self.site(tables)) == [
        "acts-for: Kremlin Administration → Russia", "related: Arctic Fisheries Quotas → Arctic Fisheries",
      ])
    let files = [
      ("parties/k.md", "---\ntitle: Kremlin Administration\nacts-for: Russia\n---\n"),
      ("issues/q.md", "---\ntitle: Arctic Fisheries Quotas\nbroader: Arctic Fisheries\n---\n"),
    ]
    #expect(Self.lines(Self.site(tables, files: files)).isEmpty)
    #expect(Self.lines(SampleSite.readyMade).isEmpty)
  }

  @Test("issues whose cells share rare words are related, regardless of their names")
  func rareWords() throws {
    let cells = "The kaliningrad corridor needs ferries and transshipment"
    let table = { (row: String) in "| Aspect | A1 | B1 |\n|--|--|--|\n| \(row) | \(cells) | No |\n" }
    let graph = SampleSite([
      ("reports/a.md", table("Baltic transit")), ("reports/b.md", table("Exclaves")),
      ("reports/c.md", NameTests.table("Aspect", ["A1", "B1"], ["Gas", "Oil", "Coal", "Wind"])),
    ]).graph
    let found = try #require(graph.suggestions().first)
    #expect(found.kind == .related)
    #expect(
      found.evidence == [
        .sharedWords(["corridor", "ferries", "kaliningrad", "needs", "transshipment"], count: 5)
      ])
  }

  @Test("several names are merged into the best one, which has a file or the most positions")
  func oneTarget() {
    let tables = [
      (["US", "China"], ["Gas", "Oil"]), (["USA", "China"], ["Gas"]), (["Washington", "China"], ["Gas"]),
    ]
    #expect(
      Self.lines(Self.site(tables)) == ["merge-parties: USA → US", "merge-parties: Washington → US"])
    let file = ("parties/usa.md", "---\ntitle: Washington\n---\n")
    #expect(
      Set(Self.lines(Self.site(tables, files: [file]))) == [
        "merge-parties: US → Washington", "merge-parties: USA → Washington",
      ])
  }

  @Test("a name that could mean either of two others is left to the author")
  func rivals() {
    let graph = Self.site([
      (["African Unity Movement Base", "Arab Union Monetary Board", "China"], ["Gas"]),
      (["AUMB", "China"], ["Gas"]),
    ])
    let all = graph.suggestions(minimum: 0).filter { $0.kind == .mergeParties }
    #expect(all.count == 2)
    #expect(all.allSatisfy { $0.score < NameSuggestion.usualMinimum })
  }

  @Test("the order of files does not matter")
  func order() {
    let tables = (0..<12).map { index in
      (
        [["Russia", "Moscow", "Russian Federation"][index % 3], ["U.S.", "United States"][index % 2]],
        [["Arctic Mining", "Mining in the Arctic", "Arctic mining dispute", "Arctic minning"][index % 4]]
      )
    }
    let reports = tables.enumerated().map { index, table in
      ("reports/r\(index).md", NameTests.table("Aspect", table.0, table.1))
    }
    var random = SeededGenerator(seed: 5)
    let site = SampleSite(reports)
    let shuffled = site.with { $0.shuffle(using: &random) }
    #expect(site.graph.suggestions(minimum: 0) == shuffled.graph.suggestions(minimum: 0))
    #expect(!site.graph.suggestions().isEmpty)
  }

  @Test("the text lists the evidence and the places of the names")
  func text() {
    let graph = Self.site([
      (["Russian Federation", "China"], ["Gas"]), (["Russia", "China"], ["Gas", "Oil"]),
    ])
    let report = SuggestionReport(graph.suggestions(), of: graph) {
      "\($0.path):\($0.range?.lowerBound ?? 0)"
    }
    #expect(
      report.text == """
        0.96  “Russian Federation” is another name for “Russia” (parties)
              + both are names for Russia
              “Russian Federation”: 1 position in 1 table: Content/reports/r0.md:11
              “Russia”: 2 positions in 1 table: Content/reports/r1.md:11

        """)
    #expect(
      report.json == """
        {"version":1,"suggestions":[
        {"kind":"merge-parties","score":0.96,"from":{"name":"Russian Federation","slug":"russian-federation","file":null,\
        "positions":1,"tables":1,"places":["Content/reports/r0.md:11"]},"to":{"name":"Russia","slug":"russia","file":null,\
        "positions":2,"tables":1,"places":["Content/reports/r1.md:11"]},\
        "evidence":[{"rule":"same-state","against":false,"text":"both are names for Russia"}]}
        ]}

        """)
  }

  @Test("accepted suggestions become aliases and relations in the right files, at the existing addresses")
  func edits() {
    let graph = Self.site(
      [
        (["Russian Federation", "U.S."], ["Arctic Mining", "Mining in the Arctic"].dropLast()),
        (["Moscow", "American Delegation"], ["Mining in the Arctic"]),
        (["Russia", "China"], ["Arctic Mining", "Gas"]),
      ].map { ($0.0, Array($0.1)) }, files: [("parties/ru.md", "---\ntitle: Russia\n---\n")])
    let edits = SuggestionEdits(graph.suggestions(), in: graph)
    #expect(edits.refusals == [])
    #expect(
      edits.edits.map { "\($0.path)\($0.isNew ? " (new)" : ""): \($0.title)" } == [
        "issues/arctic-mining.md (new): Arctic Mining",
        "parties/american-delegation.md (new): American Delegation",
        "parties/ru.md: Russia",
      ])
    #expect(edits.edits[0].changes == [.add(["Mining in the Arctic"], to: "aliases")])
    #expect(edits.edits[1].changes == [.set("acts-for", to: "U.S.")])
    #expect(edits.edits[2].changes == [.add(["Russian Federation", "Moscow"], to: "aliases")])
  }

  @Test("two files are never merged")
  func twoFiles() {
    let graph = Self.site(
      [(["Russia", "China"], ["Gas"])],
      files: [
        ("parties/a.md", "---\ntitle: Russia\n---\n"),
        ("parties/b.md", "---\ntitle: Russian Federation\n---\n"),
      ])
    #expect(graph.suggestions().isEmpty)
    let edits = SuggestionEdits(graph.suggestions(minimum: 0), in: graph)
    #expect(edits.edits.isEmpty)
    #expect(
      edits.refusals == [
        "“Russian Federation” has its own file; move its content to the file of “Russia” by hand"
      ])
  }
}

extension SampleSite {
  /// A site without further suggestions.
  fileprivate static var readyMade: IssueGraph {
    SampleSite([
      ("reports/a.md", NameTests.table("Aspect", ["Russia", "China"], ["Gas"])),
      ("reports/b.md", NameTests.table("Aspect", ["Moscow", "China"], ["Gas"])),
      ("parties/russia.md", "---\ntitle: Russia\naliases: [Moscow]\n---\n"),
    ]).graph
  }
}
