import Content
import Diagnostics
import Graph
import SampleArchives
import TestSupport
import Testing

@Suite("Each table has one decision, with its reason")
struct TableDecisionTests {
  private static func site(_ text: String, language: String = "en", issues: [String] = []) -> SampleSite {
    var settings = SampleSite.settings
    settings.language = language
    settings.words = TableWords(language: language)
    let files = issues.enumerated().map { ("issues/i\($0).md", "---\ntitle: \($1)\n---\n") }
    return SampleSite([("reports/a.md", text)] + files, settings: settings)
  }

  private static func table(_ header: String, _ rows: String...) -> String {
    let count = header.split(separator: "|").count
    let rule = String(repeating: "|---", count: count) + "|"
    return (["| \(header) |", rule] + rows.map { "| \($0) |" }).joined(separator: "\n") + "\n"
  }

  private static func rule(_ text: String, language: String = "en", issues: [String] = []) -> TableDecision
    .Rule?
  {
    TableReport(site(text, language: language, issues: issues).graph).entries.first?.decision.rule
  }

  @Test(
    "facts are no positions",
    arguments: [
      "Country | Capital | Population | Joined", "country | year | value (approx) | source",
      "Candidate | Raised | Cash on hand", "Candidate | %", "Party | Seats | Change",
      "Problem | Cause | Solution",
      "Issue | Status | Owner", "Topic | Before | After", "Question | 2020 | 2024",
      "Aspect | January | February 2025",
      "Policy | Advantages | Disadvantages", "Fruit | Colour | Taste",
    ])
  func facts(header: String) {
    let columns = header.split(separator: "|").count
    let row = (["X"] + (1..<columns).map { "words \($0) of some length" }).joined(separator: " | ")
    let graph = Self.site(Self.table(header, row, row)).graph
    #expect(graph.positions.isEmpty && graph.parties.isEmpty && graph.issues.isEmpty)
  }

  @Test(
    "corners as people write them",
    arguments: [
      ("en", "The issue"), ("en", "Key issues"), ("en", "Sticking points"), ("en", "Agenda item"),
      ("en", "Demand"),
      ("en", "Criterion"), ("en", "A proposal"), ("en", "Issue / Party"), ("de", "Streitpunkte"),
      ("de", "Die Frage"),
      ("fr", "L’enjeu"), ("fr", "Les points de désaccord"), ("uk", "Питання"), ("es", "Cuestiones clave"),
      ("it", "La questione"), ("pl", "Kwestie sporne"), ("ar", "القضية"), ("zh", "争议点"), ("zh", "Issue"),
    ])
  func corners(language: String, corner: String) {
    let text = Self.table("\(corner) | Ash | Birch", "One | opens the dam | keeps it closed")
    #expect(Self.site(text, language: language).graph.positions.count == 2)
    #expect(Self.rule(text, language: language) == .axisWord)
  }

  @Test(
    "a row for each party below a heading",
    arguments: [
      ("en", "Party | Position | Stance | Date | Source", "supports"),
      ("de", "Partei | Standpunkt | Haltung | Datum | Quelle", "dafür"),
      ("fr", "Parti | Position | Soutien | Date | Source", "favorable"),
      ("uk", "Партія | Позиція | Ставлення | Дата | Джерело", "підтримує"),
      ("es", "Partido | Postura | Actitud | Fecha | Fuente", "a favor"),
      ("it", "Partito | Posizione | Sostegno | Data | Fonte", "a favore"),
      ("pl", "Partia | Stanowisko | Postawa | Data | Źródło", "popiera"),
      ("ar", "الحزب | الموقف | التأييد | التاريخ | المصدر", "يؤيد"),
      ("zh", "政党 | 立场 | 倾向 | 日期 | 来源", "支持"),
    ])
  func partyAndPosition(language: String, header: String, stance: String) throws {
    let text =
      "---\ndate: 2025-03-01\n---\n## Water\n\n### Background\n\n"
      + Self.table(
        header, "Ash | Open the dam | \(stance) | 2025-02-12 | https://example.org/a",
        "Birch | Closed | [--] | — | —")
    let graph = Self.site(text, language: language).graph
    #expect(graph.issues.map(\.name) == [language == "en" ? "Water" : graph.issues[0].name])
    #expect(graph.parties.map(\.name) == ["Ash", "Birch"])
    #expect(graph.positions.map(\.stance) == [.supports, .redLine])
    #expect(graph.positions[0].date?.description == "2025-02-12")
    var sources = PositionSources()
    #expect(sources.sources(of: graph.positions[0], in: graph) == ["https://example.org/a"])
    #expect(
      sources.sources(of: graph.positions[1], in: graph) == ["—"]
        || sources.sources(of: graph.positions[1], in: graph).isEmpty)
  }

  @Test("without a heading that names an issue, the table stays plain; a known issue comes first")
  func headings() {
    let table = Self.table(
      "Party | Position", "Ash | Open the dam for good", "Birch | Keep it closed for ever")
    #expect(Self.rule("# Title\n\n" + table) == .noIssueHeading)
    #expect(Self.rule("## Overview\n\n" + table) == .noIssueHeading)
    let known = Self.site("## Fish\n\n### The quotas of 2025\n\n" + table, issues: ["Fish"]).graph
    #expect(known.positions.map { known.issues[$0.issue.index].name } == ["Fish", "Fish"])
  }

  @Test("rows are parties where the columns are known issues, the cells have marks, or the directive says so")
  func partyCorner() {
    let plain = Self.table("Country | Water | Fish", "Ash | open it now | more quotas")
    #expect(Self.rule(plain) == .partyCornerWithoutIssues)
    #expect(Self.rule(plain, issues: ["Water", "Fish"]) == .knownIssues)
    #expect(Self.rule(plain, issues: ["Water"]) == .partyCornerWithoutIssues)
    let marked = Self.table("Country | Water | Fish", "Ash | [+] open it | [-] quotas")
    #expect(Self.site(marked).graph.parties.map(\.name) == ["Ash"])
    #expect(Self.site("<!-- standpoint: positions transposed -->\n" + plain).graph.positions.count == 2)
  }

  @Test("at least two marks make the columns parties")
  func marks() {
    #expect(Self.rule(Self.table("River | Ash | Birch", "Mur | [+] yes | [-] never")) == .stanceMarks)
    #expect(Self.rule(Self.table("River | Ash | Birch", "Mur | [+] yes | never")) == .otherCorner)
  }

  @Test(
    "numbers, prices and dates stay plain below any corner",
    arguments: [
      "12", "1,200.50 €", "$5 bn", "12 %", "2025-03-01", "12 March 2025", "USD 3 million", "~11", "3–4 km²",
      "Q3 2024",
    ])
  func numbers(cell: String) {
    let text = Self.table("Issue | Ash | Birch", "One | \(cell) | 3", "Two | — | \(cell)")
    #expect(Self.rule(text) == .facts)
    #expect(Self.site(text).messages.contains("[plain-table]"))
    #expect(Self.rule(Self.table("Issue | Ash | Birch", "One | \(cell) | against \(cell)")) == .axisWord)
  }

  @Test("random tables of facts give no positions, and random tables of prose give all")
  func random() {
    for seed in 0..<60 {
      var random = SeededGenerator(seed: UInt64(seed))
      let facts = ["12", "1998", "Vienna", "yes", "no", "$3.50", "2025-03-01", "—", "31 %", "n/a"]
      let heads = [
        "Capital", "Population", "Seats", "Raised", "Colour", "Height", "Country", "Candidate", "Team",
        "GDP ($bn)",
      ]
      let prose = [
        "Opens the dam", "Wants talks first.", "Says 3 of 4 farms may stay", "", "—", "Rejects it",
      ]
      let columns = Int.random(in: 2...5, using: &random)
      let rows = Int.random(in: 1...5, using: &random)
      func table(_ header: [String], _ cell: () -> String) -> (String, [String]) {
        let cells = (0..<rows).map { row in (1..<header.count).map { _ in cell() } }
        let lines = cells.enumerated().map { (["Row \($0)"] + $1).joined(separator: " | ") }
        let text =
          ([header.joined(separator: " | "), header.map { _ in "---" }.joined(separator: " | ")] + lines)
          .map { "| \($0) |" }.joined(separator: "\n")
        return (text, cells.flatMap(\.self))
      }
      let header = (0..<columns).map { _ in heads.randomElement(using: &random) ?? "" }
      let (factual, _) = table(header) { facts.randomElement(using: &random) ?? "" }
      #expect(Self.site(factual).graph.positions.isEmpty, "\(factual)")
      let corner = ["Issue", "The topic", "Demands", "Policy area"].randomElement(using: &random) ?? ""
      let parties = (0..<max(2, columns)).map {
        "Party of \(["Ash", "Birch", "Cedar", "Dogwood", "Elm"][$0])"
      }
      let (text, cells) = table([corner] + parties) { prose.randomElement(using: &random) ?? "" }
      #expect(Self.site(text).graph.positions.count == cells.count { $0.count > 1 }, "\(text)")
    }
  }

  @Test("one note names all tables of a file that stay plain, and a site without a position is warned of")
  func notes() {
    let text =
      "## Facts\n\n"
      + Self.table("Country | Capital | Joined", "Ash | A-town | 1999", "Birch | B-town | 2004")
    let site = Self.site(text + "\n" + Self.table("River | Length | Mouth", "Mur | long | Drava"))
    #expect(
      site.messages == """
        Content/reports/a.md:3:3: note: the tables on lines 3 and 8 stay plain; this one: “Country” stands for parties, but its columns are not known issues [plain-table]
           3 | | Country | Capital | Joined |
             |   ^~~~~~~
        Content/reports/a.md:8:3: note: this table: “River” does not stand for issues, and fewer than two columns are known parties
           8 | | River | Length | Mouth |
             |   ^~~~~
             = help: write <!-- standpoint: positions transposed --> above a table that compares positions, and <!-- standpoint: plain --> above one that does not

        """)
    let warning = TableReport.noPositions(in: site.graph)
    #expect(warning?.id == .noPositions)
    #expect(
      warning.map { "\($0.message) [\($0.id.rawValue)]" }
        == "the site has tables but no positions; this one stays plain: “Country” stands for parties, but its columns are not known issues [no-positions]"
    )
    #expect(Self.site("<!-- standpoint: plain -->\n" + Self.table("A | B | C", "a | b | c")).messages == "")
    #expect(
      TableReport.noPositions(
        in: Self.site("<!-- standpoint: plain -->\n" + Self.table("A | B | C", "a | b | c")).graph) == nil)
  }

  @Test("a column of dates or stances with something else is warned of")
  func columns() {
    let text =
      "## Water\n\n" + Self.table("Party | Position | Stance | Date", "Ash | Open it | perhaps | last spring")
    let messages = Self.site(text).messages
    #expect(
      messages == """
        Content/reports/a.md:5:19: warning: “perhaps” is not a stance, so this position is unrated [unknown-stance]
           5 | | Ash | Open it | perhaps | last spring |
             |                   ^~~~~~~
             = help: the marks are [++], [+], [~], [0], [-] and [--]
        Content/reports/a.md:5:29: warning: “last spring” is not a date, so this position has the date of its table [unread-date]
           5 | | Ash | Open it | perhaps | last spring |
             |                             ^~~~~~~~~~~
             = help: write a day, a month or a year, such as 2025-02-12

        """)
  }

  @Test(
    "what was probably meant as a mark is warned of",
    arguments: [
      ("[x] yes", "[+]"), ("(+) yes", "[+]"), ("[ + ] yes", "[+]"), ("[supports] yes", "[+]"),
      ("**[+]** yes", "[+]"),
      ("**(--)** never", "[--]"), ("[+/-] it depends", "[~]"), ("(opposes) it", "[-]"),
      ("[Red line] never", "[--]"),
    ])
  func nearMarks(cell: String, mark: String) {
    let site = Self.site(Self.table("Issue | Ash | Birch", "One | \(cell) | no"))
    #expect(site.graph.positions.count == 2)
    #expect(site.messages.contains("did you mean \(mark)?"))
  }

  @Test(
    "brackets of other kinds are no marks",
    arguments: ["(for now) yes", "[a link](x.md)", "(2025) no", "[^1] yes", "(see below)"])
  func otherBrackets(cell: String) {
    #expect(
      !Self.site(Self.table("Issue | Ash | Birch", "One | \(cell) | no")).messages.contains("stance mark"))
  }

  @Test("more than three diagnostics of one kind in a table are one")
  func folding() {
    let site = Self.site(Self.table("Issue | Ash | Birch", "One | [x] a | [x] b", "Two | [x] c | [x] d"))
    let found = site.build().diagnostics.filter { $0.id == .unknownStance }
    #expect(found.count == 1 && found[0].notes.count == 3)
    #expect(found[0].message.hasSuffix("(and 3 more like it in this table)"))
  }

  @Test("rows of dashes, equals or plus signs are rules")
  func rules() {
    let text =
      "| Issue | Ash | Birch |\n|:---|:---:|---:|\n| Water | a | b |\n|-----+----+----|\n| Fish | c | d |\n|=====|====|====|\n| Sum | 1 | 2 |\n"
    let site = Self.site(text)
    #expect(site.graph.issues.map(\.name) == ["Fish", "Sum", "Water"])
    #expect(site.graph.positions.count == 6)
    #expect(site.messages == "")
  }

  @Test("a suffix counts without a space where the script has none")
  func suffixes() {
    let graph = Self.site(Self.table("议题 | 中国立场 | 美国的立场", "水 | 支持谈判 | 反对谈判"), language: "zh").graph
    #expect(graph.parties.map(\.name).sorted() == ["中国", "美国"])
  }
}
