import Content
import Editions
import Foundation
import Graph
import Testing

@testable import Site

@Suite("A party that has ended") struct EndedPartyTests {
  /// An administration until January 2025 and the one that follows it, which disagree on one issue, and a third party.
  private static let files = [
    "reports/may.md": """
    ---
    date: 2024-05-01
    ---

    | Issue | Old Cabinet | Rival |
    |---|---|---|
    | Tolls | [--] Never | [+] Yes |
    | Ports | [+] Open | [+] Open |
    """,
    "reports/march.md": """
    ---
    date: 2025-03-01
    affects: [Old Cabinet, Outsider]
    ---

    | Issue | New Cabinet | Rival |
    |---|---|---|
    | Tolls | [+] Yes, some | [+] Yes |

    | Issue | Rival | Old Cabinet |
    |---|---|---|
    """,
    "issues/tolls.md": "---\ntitle: Tolls\nproposition: Tolls stay.\n---\n",
    "issues/ports.md": "---\ntitle: Ports\nproposition: Ports are open.\n---\n",
    "parties/outsider.md": "---\ntitle: Outsider\n---\n",
    "parties/state.md": "---\ntitle: State\n---\n",
    "parties/old.md": "---\ntitle: Old Cabinet\nacts-for: State\nfrom: 2021\nto: 2025-01\n---\n",
    "parties/new.md": "---\ntitle: New Cabinet\nacts-for: State\nfrom: 2025-01-20\n---\n",
    "pages/view.md": """
    # View

    ```standpoint
    view: positions
    issues: [Tolls]
    ```

    ```standpoint
    view: positions
    issues: [Tolls]
    as-of: 2025-01
    ```
    """,
  ]

  private static func site(today: String, _ files: [String: String] = Self.files) -> WrittenSite {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.reviewAfter = ReviewPeriod("3 months")
    settings.pairs = [
      AuthoredPair(
        AuthoredName("Old Cabinet", range: 0..<0), AuthoredName("Rival", range: 0..<0), sourcePath: "site.yml"
      )
    ]
    return WrittenSite(files, settings: settings, today: PartialDate(today))
  }

  private static let after = site(today: "2025-06-01")
  private static let before = site(today: "2025-01-31")

  private static func count(_ part: String, in page: some StringProtocol) -> Int {
    page.components(separatedBy: part).count - 1
  }

  /// The part of a page between two texts.
  private static func part(_ page: String, from start: String, to end: String) -> String? {
    guard let head = page.range(of: start) else { return nil }
    let rest = page[head.upperBound...]
    return String(rest[..<(rest.range(of: end)?.lowerBound ?? rest.endIndex)])
  }

  private static let mark = "Held until <time datetime=\"2025-01\">January 2025</time>"

  @Test("is not current in the exported table, and is current to its last day") func status() {
    let status = { (site: WrittenSite) in
      String(decoding: ExportFormat.csv.file.bytes(RecordHistory(site.graph)), as: UTF8.self).split(
        separator: "\r\n"
      )
      .dropFirst()
      .filter { $0.contains("Old Cabinet") }
    }
    #expect(status(Self.after).count == 2)
    #expect(status(Self.after).allSatisfy { $0.contains(",held-until,") })
    #expect(status(Self.before).allSatisfy { $0.contains(",current,") })
  }

  @Test("is not due for review, and not a gap in later reports") func coverage() {
    let coverage = Self.after.page("coverage/index.html")
    #expect(!coverage.contains("<td><a href=\"../parties/old/\">Old Cabinet</a></td>"))
    #expect(coverage.contains("<td><a href=\"../parties/rival/\">Rival</a></td>"))
    #expect(!coverage.contains("No column for Old Cabinet") && coverage.contains("No column for Outsider"))
    #expect(!Self.after.page("parties/old/index.html").contains("badge-due"))
    #expect(Self.before.page("parties/old/index.html").contains("badge-due"))
  }

  @Test("stays in the matrix under its mark") func matrix() {
    let cell = "<td class=\"s-red-line ended\""
    let page = Self.after.page("matrix/index.html")
    #expect(page.contains(cell))
    #expect(page.contains("<i>held until January 2025</i>"))
    #expect(!Self.before.page("matrix/index.html").contains("held until"))
  }

  @Test("is compared under its mark, and counts in no distance") func pair() {
    let page = Self.after.page("compare/old-cabinet--rival/index.html")
    let old = Self.before.page("compare/old-cabinet--rival/index.html")
    let path = page.isEmpty ? "compare/old--rival/index.html" : "compare/old-cabinet--rival/index.html"
    let (now, then) = (Self.after.page(path), old.isEmpty ? Self.before.page(path) : old)
    #expect(then.contains("3 steps apart") && then.contains("Same stance") && !then.contains("Held until"))
    #expect(!now.contains("steps apart") && !now.contains("Same stance"))
    #expect(Self.count(Self.mark, in: now) >= 2)
    #expect(now.contains("Not comparable: Old Cabinet has ended"))
  }

  @Test("says so on its own page and on the page of the issue") func subjects() {
    #expect(Self.after.page("parties/old/index.html").contains(Self.mark))
    #expect(Self.after.page("issues/tolls/index.html").contains(Self.mark))
    #expect(!Self.before.page("issues/tolls/index.html").contains("Held until"))
  }

  @Test("gives way to the party in office on the page of the one it acts for") func principal() throws {
    let after = Self.after.page("parties/state/index.html")
    let held = try #require(after.components(separatedBy: "<table class=\"standings\"").last)
    #expect(held.contains("New Cabinet") && held.contains("Yes, some"))
    #expect(!held.contains("Never") && !held.contains("Old Cabinet</a>, Acts for State"))
    let before = Self.before.page("parties/state/index.html")
    let then = try #require(before.components(separatedBy: "<table class=\"standings\"").last)
    #expect(
      then.contains("Never") && then.contains("Old Cabinet</a>, Acts for State")
        && !then.contains("New Cabinet</a>, Acts for State")
    )
  }

  @Test("is marked in a live block by the day of the block") func views() throws {
    let page = Self.after.page("view/index.html")
    let blocks = page.components(separatedBy: "<div class=\"view view-positions\">")
    try #require(blocks.count == 3)
    #expect(blocks[1].contains(Self.mark))
    #expect(!blocks[2].contains("Held until"))
  }
}

@Suite("A member of a bloc") struct MemberPageTests {
  private static func bloc(_ date: String, _ cell: String) -> String {
    "---\ndate: \(date)\n---\n\n| Issue | Union | Neighbour |\n|---|---|---|\n| Tolls | \(cell) | [0] As it is |\n"
  }

  private static func site(memberOf: String) -> WrittenSite {
    WrittenSite(
      [
        "reports/a.md": bloc("2003-01-01", "[-] No tolls"), "reports/b.md": bloc("2010-01-01", "[+] Tolls"),
        "reports/c.md": bloc("2024-01-01", "[++] More tolls"),
        "parties/union.md": "---\ntitle: Union\nkind: bloc\n---\n",
        "parties/land.md": "---\ntitle: Land\nmember-of:\(memberOf)\n---\n",
      ], today: PartialDate("2025-06-01"))
  }

  private static func section(_ site: WrittenSite) -> String {
    let page = site.page("parties/land/index.html")
    return page.components(separatedBy: "<section class=\"represented blocs\">").dropFirst().first?
      .components(separatedBy: "<div class=\"sides\">").first ?? ""
  }

  @Test("shows what the bloc holds, under the bloc's name") func plain() {
    let site = Self.site(memberOf: " [Union]")
    let section = Self.section(site)
    #expect(section.contains("<a href=\"../../parties/union/\">Union</a></h3>"))
    #expect(section.contains("More tolls") && !section.contains("No tolls"))
    #expect(site.page("parties/land/index.html").contains("No report compares this party’s positions yet."))
    #expect(!site.page("matrix/index.html").contains("Land"))
  }

  @Test("shows it for the time of its membership only") func dates() {
    let site = Self.site(memberOf: "\n  - party: Union\n    from: 2004-05\n    to: 2020-01\n")
    let section = Self.section(site)
    #expect(section.contains("Tolls</p>") && !section.contains("More tolls") && !section.contains("No tolls"))
    #expect(
      section.contains(
        "Member from <time datetime=\"2004-05\">May 2004</time> to <time datetime=\"2020-01\">January 2020</time>"
      ))
  }
}

@Suite("A change of government on pages") struct GovernmentChangePageTests {
  private static func report(_ date: String, _ party: String, _ tolls: String, _ ports: String) -> String {
    """
    ---
    date: \(date)
    ---

    | Issue | \(party) | Rival |
    |---|---|---|
    | Tolls | \(tolls) | [+] Yes |
    | Ports | \(ports) | [+] Yes |
    """
  }

  private static let site = WrittenSite(
    [
      "reports/may.md": report("2024-05-01", "Old Cabinet", "[--] Never", "[+] Open"),
      "reports/march.md": report("2025-03-01", "New Cabinet", "[+] Some", "[+] Open wide"),
      "parties/state.md": "---\ntitle: State\n---\n",
      "parties/old.md": "---\ntitle: Old Cabinet\nacts-for: State\nto: 2025-01\n---\n",
      "parties/new.md":
        "---\ntitle: New Cabinet\nacts-for: State\nsucceeds: Old Cabinet\nfrom: 2025-02\n---\n",
    ], today: PartialDate("2025-06-01"))

  private static let mark = "<span class=\"change change-government\">Change of government</span>"

  @Test("names what the predecessor held, and no move of either") func issue() throws {
    let page = Self.site.page("issues/tolls/index.html")
    #expect(
      page.contains("\(Self.mark); previously, <a href=\"#old\">Old Cabinet</a>: Red line</p>"))
    for word in ["Reversed", "Softened", "Hardened"] { #expect(!page.contains(word)) }
    #expect(page.contains("<line class=\"handover\""))
    #expect(page.contains("A dashed vertical line is a change of government."))
    let same = Self.site.page("issues/ports/index.html")
    #expect(same.contains("\(Self.mark), same stance as <a href="))
  }

  @Test("is on the page of the party for which both act, where the stances differ") func principal() throws {
    let page = Self.site.page("parties/state/index.html")
    let list = try #require(page.components(separatedBy: "<h2>Changes of government</h2>").dropFirst().first)
    #expect(list.contains("New Cabinet</a> follows <a href="))
    let section = list.components(separatedBy: "</section>").first ?? ""
    #expect(section.contains("Never") && section.contains("Some") && !section.contains("Open"))
    #expect(page.contains("<dt>Formerly represented by</dt>"))
    let new = Self.site.page("parties/new/index.html")
    #expect(new.contains("<dt>Successor of</dt>") && !new.contains("Changes of government"))
    #expect(Self.site.page("parties/old/index.html").contains("<dt>Succeeded by</dt>"))
  }

  @Test("is listed beside the moves, under its own word, where the stance is another one") func moves() {
    let page = Self.site.page("moves/index.html")
    #expect(
      page.contains(
        "data-direction=\"government\" data-year=\"2025\" data-party=\"new\" data-issue=\"tolls\""))
    #expect(page.contains(Self.mark))
    #expect(page.contains("Red line</span> → <a href=\"../parties/new/\">New Cabinet</a>: "))
    #expect(!page.contains("data-issue=\"ports\""))
    #expect(!page.contains("Reversed"))
  }

  /// The identifier of the node with an address in graph.json.
  private static func node(_ address: String, in json: String) -> String {
    let line = json.split(separator: "\n").first { $0.contains("\"address\":\"\(address)\"") } ?? ""
    return String(line.dropFirst().prefix { $0 != "\"" })
  }

  @Test("is exported as a relation with the dates of the parties") func exports() {
    let text = String(
      decoding: ExportFormat.jsonGraph.file.bytes(RecordHistory(Self.site.graph)), as: UTF8.self)
    #expect(
      text.contains(
        #""source":"\#(Self.node("parties/new/", in: text))","target":"\#(Self.node("parties/old/", in: text))","relation":"succeeds""#
      ))
    #expect(text.contains(#""kind":"party","address":"parties/old/","to":"2025-01""#))
    #expect(text.contains(#""status":"held-until","held-until":"2025-01""#))
  }
}
