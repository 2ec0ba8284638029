import Foundation
import Testing

/// `standpoint query`: what it prints in each format.
@Suite struct QueryTests {
  private static let january = """
    ---
    title: January
    date: 2025-01-10
    core-issues: [Fish, Water, Dams]
    affects: [North, South, East]
    ---

    | Issue | North | South |
    |---|---|---|
    | Fish | [+] Yes, “all of it” | [-] No |
    | Water | [+] Yes | |
    | Tolls | [+] Yes | [~] Perhaps |
    """

  private static let may = """
    ---
    title: May
    date: 2025-05-02
    ---

    | Issue | North | South | U.S. |
    |---|---|---|---|
    | Fish | [--] Never, =1+1 | [-] Still no | [+] Yes |
    | Tolls | [+] Yes | [++] Yes | [--] No |
    """

  private static func site(_ settings: String = "review-after: 1 month\n") throws -> TestFolder {
    let folder = try TestFolder()
    try folder.write("Content/site.yml", "base-url: https://example.org/\n" + settings)
    try folder.write("Content/reports/january.md", january)
    try folder.write("Content/reports/may.md", may)
    try folder.write("Content/issues/dams.md", "---\ntitle: Dams\n---\n")
    try folder.write("Content/parties/north.md", "---\ntitle: North\naliases: [The north]\n---\n")
    try folder.write("Content/parties/east.md", "---\ntitle: East\n---\n")
    return folder
  }

  private static func ask(_ folder: TestFolder, _ arguments: String...) throws -> Tool.Run {
    try Tool(folder: folder).start(["query"] + arguments + ["--now", "2025-05-20"]).finish()
  }

  private static func json(_ run: Tool.Run) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  @Test("what editions remember counts as long as its cell is silent, and what it supersedes does not")
  func remembered()
    throws
  {
    func table(_ cell: String, updated: String) -> String {
      "---\ntitle: Table\ndate: 2025-01-10\nupdated: \(updated)\n---\n\n| Issue | North | South |\n|---|---|---|\n"
        + "| Fish | \(cell) | [-] No |\n"
    }
    let folder = try TestFolder()
    try folder.write("Content/site.yml", "review-after: 1 month\n")
    try folder.write(
      "Content/reports/old.md",
      "---\ndate: 2024-01-10\n---\n\n| Issue | North | South |\n|---|---|---|\n| Fish | [+] Yes | [-] No |\n")
    try folder.write(
      "Content/reports/table.md", table("[--] Never [a](https://example.org/a)", updated: "2025-01-10"))
    let edition = try Tool(folder: folder).start(["edition", "winter", "--now", "2025-02-01"]).finish()
    #expect(edition.exitCode == 0)
    try folder.write(
      "Content/reports/table.md", table("n/a {as-of=2025-03-01}", updated: "2025-03-02"))
    let agree = try Self.ask(folder, "agree", "North", "South").output
    #expect(agree.contains("North and South agree on 1 of 1 issue"))
    #expect(agree.contains("North  Red line  2025-01-10  edition winter"))
    let answer = try Self.json(try Self.ask(folder, "agree", "North", "South", "--format", "json"))
    let issue = try #require((answer["issues"] as? [[String: Any]])?.first)
    let north = try #require((issue["parties"] as? [[String: Any]])?.first)
    let position = try #require((north["positions"] as? [[String: Any]])?.first)
    #expect(position["edition"] as? String == "winter" && position["text"] as? String == "Never a")
    #expect(try Self.ask(folder, "coverage").output.contains("Fish  only opposing  North, South"))
    #expect(!(try Self.ask(folder, "stale").output.contains("North")))
    #expect(!(try Self.ask(folder, "unsourced").output.contains("North")))
    #expect(try Self.ask(folder, "source", "https://example.org/a").output.contains("edition winter"))
  }

  @Test(
    "the help of every query has a description, examples, the usage and a text for each option",
    arguments: [
      "moves", "stale", "agree", "coverage", "unsourced", "single-source", "source", "evidence",
    ])
  func help(_ query: String) throws {
    let run = try Tool().run("query", query, "--help")
    #expect(run.exitCode == 0 && run.errors == "")
    for word in ["OVERVIEW: ", "Examples:", "USAGE: standpoint query \(query)", "ARGUMENTS:", "OPTIONS:"] {
      #expect(run.output.contains(word), "\(word) is missing")
    }
  }

  @Test("moves are grouped by issue, and can be narrowed to a date, a party and an issue")
  func moves() throws {
    let folder = try Self.site()
    let run = try Self.ask(folder, "moves")
    #expect(run.exitCode == 0 && run.errors == "", "\(run.errors)")
    #expect(
      run.output == """
        2 moves

        Fish
          2025-05-02  North  reversed  Supports → Red line  Content/reports/may.md:8

        Tolls
          2025-05-02  South  changed   Mixed → Champions    Content/reports/may.md:9

        """)
    #expect(try Self.ask(folder, "moves", "--since", "2025-06").output == "No moves since 2025-06\n")
    let fish = try Self.ask(folder, "moves", "--party", "the North", "--issue", "fish", "--since", "2025")
    #expect(fish.output.hasPrefix("1 move since 2025\n\nFish\n"))
    #expect(try Self.ask(folder, "moves", "--party", "South", "--issue", "Fish").output == "No moves\n")
  }

  @Test("stale positions are counted out of all current ones; nothing is assured without a review period")
  func stale() throws {
    let run = try Self.ask(try Self.site(), "stale")
    #expect(
      run.output == """
        1 of 7 current positions is due for review on 2025-05-20

        Water
          North  Supports  as of 2025-01-10  due since 2025-02-10  Content/reports/january.md:11

        """)
    let none = try Self.ask(try Self.site(""), "stale")
    #expect(
      none.output
        == "No current position has both a date and a review period, so none can become due; to set a period, add “review-after:” to site.yml\n"
    )
  }

  @Test("positions are listed by their sources and their evidence")
  func evidence() throws {
    let folder = try Self.site()
    try folder.write(
      "Content/reports/may.md",
      Self.may + "\n| Ferries | More [law](https://example.org/law/) {evidence=vote} | Fewer[^a] | |\n\n"
        + "[^a]: The law, <http://example.org/law>\n")
    let unsourced = try Self.ask(folder, "unsourced")
    #expect(unsourced.output.hasPrefix("7 current positions without a source\n\nFish\n  North  Red line"))
    #expect(unsourced.exitCode == 0 && unsourced.errors == "", "\(unsourced.errors)")
    let single = try Self.ask(folder, "single-source")
    #expect(
      single.output == """
        2 current positions with a single source

        Ferries
          North  Unrated  2025-05-02  Content/reports/may.md:10
          South  Unrated  2025-05-02  Content/reports/may.md:10

        """)
    let source = try Self.json(Self.ask(folder, "source", "example.org/law", "--format", "json"))
    #expect(source["query"] as? String == "source")
    let positions = try #require(source["positions"] as? [[String: Any]])
    #expect(
      positions.map { $0["sources"] as? [String] } == [
        ["https://example.org/law/"], ["The law, http://example.org/law"],
      ])
    let csv = try Self.ask(folder, "evidence", "vote", "own-statement", "--format", "csv").output
    #expect(
      csv.hasPrefix(
        "issue,issue_slug,party,party_slug,stance,date,evidence,sources,text,position\r\nFerries,"))
    #expect(csv.contains(",vote,https://example.org/law/,More law,reports/may/#ferries--north\r\n"))
    #expect(try Self.ask(folder, "evidence", "act").output == "No current positions on act\n")
    let unknown = try Self.ask(folder, "source", "https://example.org/lau")
    #expect(unknown.exitCode == 64 && unknown.errors.contains("did you mean “example.org/law”?"))
    #expect(try Self.ask(folder, "evidence", "votes").errors.contains("“votes” is not a kind of evidence"))
  }

  @Test("positions that rest on some kinds of evidence alone are listed", arguments: ["text", "json", "csv"])
  func alone(format: String) throws {
    let folder = try TestFolder()
    try folder.write(
      "Content/reports/a.md",
      """
      ---
      date: 2025-05-02
      ---

      | Issue | North | South |
      |---|---|---|
      | Fish | Yes[@speech] | No[@speech; @law] |
      | Water | Yes {evidence=vote} | No[@speech][^a] |
      | Tolls | Yes {evidence=vote,own-statement} | No |

      [^a]: A letter.
      """)
    try folder.write("Content/sources/speech.md", "---\nevidence: own statement\n---\n")
    try folder.write("Content/sources/law.md", "---\nevidence: document\n---\n")
    let run = try Self.ask(
      folder, "evidence", "vote", "own-statement", "--alone", "--format", format)
    #expect(run.exitCode == 0 && run.errors == "", "\(run.errors)")
    switch format {
    case "text":
      #expect(
        run.output == """
          3 current positions on own-statement, vote alone

          Fish
            North  Unrated  2025-05-02  Content/reports/a.md:7

          Tolls
            North  Unrated  2025-05-02  Content/reports/a.md:9

          Water
            North  Unrated  2025-05-02  Content/reports/a.md:8

          """)
    case "json":
      let positions = try #require(try Self.json(run)["positions"] as? [[String: Any]])
      #expect(positions.map { $0["issue"] as? String } == ["Fish", "Tolls", "Water"])
    default:
      let rows = run.output.split(separator: "\r\n").dropFirst()
      #expect(rows.map { $0.prefix { $0 != "," } } == ["Fish", "Tolls", "Water"])
    }
    #expect(
      try Self.ask(folder, "evidence", "act", "--alone").output == "No current positions on act alone\n")
    #expect(try Self.ask(folder, "evidence", "vote", "own-statement").output.hasPrefix("5 current positions"))
  }

  @Test("agreement is told by issue, and what does not tell is not counted")
  func agree() throws {
    let folder = try Self.site()
    let run = try Self.ask(folder, "agree", "north", "SOUTH")
    #expect(
      run.output == """
        North and South agree on 2 of 3 issues, differ on 0; 1 unclear

        Fish: agree (no statement)
          North  Red line     2025-05-02  Content/reports/may.md:8
          South  Opposes      2025-05-02  Content/reports/may.md:8

        Tolls: agree (no statement)
          North  Supports     2025-05-02  Content/reports/may.md:9
          South  Champions    2025-05-02  Content/reports/may.md:9

        Water: unclear (no statement)
          North  Supports     2025-01-10  Content/reports/january.md:11
          South  no position

        """)
    let against = try Self.ask(folder, "agree", "North", "South", "--against", "US")
    #expect(
      against.output.hasPrefix(
        "North and South stand together against U.S. on 2 of 3 issues\n\nFish (no statement)\n"))
    #expect(!against.output.contains("Water"))
  }

  @Test("a report that declares nothing is listed as such, and never as complete")
  func coverage() throws {
    let run = try Self.ask(try Self.site(), "coverage")
    #expect(
      run.output == """
        2 reports: 0 with an entry for everything declared, 1 with something missing, 1 declaring nothing
        3 issues with a stance that takes a side: 1 with only one side recorded

        January (Content/reports/january.md)
          no row     Dams            no other report has one either
          no column  East            no other report has one either
          no entry   South on Water

        Reports that declare nothing
          Content/reports/may.md  May

        Issues with only one side recorded
          Water  only supporting  North

        """)
  }

  @Test("JSON is one document with a version, and CSV has a header row")
  func formats() throws {
    let folder = try Self.site()
    let moves = try Self.json(try Self.ask(folder, "moves", "--format", "json"))
    #expect(moves["version"] as? Int == 1 && moves["query"] as? String == "moves")
    let first = try #require((moves["moves"] as? [[String: Any]])?.first)
    #expect(first["kind"] as? String == "reversed" && first["party_slug"] as? String == "north")
    #expect((first["after"] as? [[String: Any]])?.first?["address"] as? String == "reports/may/#fish--north")
    let stale = try Self.json(try Self.ask(folder, "stale", "--format", "json"))
    #expect(stale["current"] as? Int == 7 && stale["never_due"] as? Int == 0)
    let agree = try Self.json(try Self.ask(folder, "agree", "North", "South", "--format", "json"))
    let issues = try #require(agree["issues"] as? [[String: Any]])
    #expect(issues.map { $0["outcome"] as? String } == ["agree", "agree", "unclear"])
    let sides = try #require(issues.last?["parties"] as? [[String: Any]])
    #expect(sides.last?["unclear_because"] as? String == "missing" && sides.last?["side"] is NSNull)
    let coverage = try Self.json(try Self.ask(folder, "coverage", "--format", "json"))
    #expect((coverage["undeclared"] as? [[String: Any]])?.first?["file"] as? String == "reports/may.md")
    for (query, header) in [
      (["moves"], "issue,issue_slug,party,party_slug,kind,date,"),
      (["stale"], "issue,issue_slug,party,party_slug,stance,since,due,"),
      (["agree", "North", "South"], "issue,issue_slug,statement,outcome,party,"),
      (["coverage"], "kind,report,report_slug,issue,issue_slug,party,"),
    ] {
      let run = try Tool(folder: folder).start(["query"] + query + ["--format", "csv"]).finish()
      #expect(run.output.hasPrefix(header), "\(query): \(run.output)")
      let lines = run.output.components(separatedBy: "\r\n")
      #expect(lines.count > 2 && lines.last == "" && !run.output.replacing("\r\n", with: "").contains("\n"))
    }
  }

  @Test(
    "an unknown name ends with 64 and a suggestion",
    arguments: [
      (["agree", "Nort", "South"], "unknown party “Nort”; did you mean “North”?"),
      (
        ["agree", "North", "The north"],
        "“North” and “The north” are the same party, “North”; name different ones."
      ),
      (["agree", "North", "South", "--against", "Mars"], "unknown party “Mars”."),
      (["agree", "North"], "Name at least two parties."),
      (["moves", "--issue", "Fsh"], "unknown issue “Fsh”; did you mean “Fish”?"),
      (
        ["moves", "--since", "March"], "“March” is not a date; use a year, a month or a day, such as 2025-01."
      ),
      (["stale", "--format", "xml"], "xml"),
    ])
  func usage(_ arguments: [String], _ message: String) throws {
    let folder = try Self.site()
    let run = try Tool(folder: folder).start(["query"] + arguments).finish()
    #expect(run.exitCode == 64 && run.output == "")
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test("text from the content cannot control the terminal")
  func controlCharacters() throws {
    let folder = try TestFolder()
    try folder.write(
      "reports/a.md",
      "---\ndate: 2025-01-01\n---\n\n| Issue | A\u{1B}[31m | B |\n|---|---|---|\n| Fi\u{202E}sh | [+] Yes | [-] No |\n"
    )
    for query in [["agree", "A\u{1B}[31m", "B"], ["coverage"], ["moves"], ["stale"]] {
      let run = try Tool(folder: folder).start(["query"] + query).finish()
      #expect(run.exitCode == 0, "\(run.errors)")
      #expect(!run.output.contains("\u{1B}") && !run.output.contains("\u{202E}"))
    }
  }
}
