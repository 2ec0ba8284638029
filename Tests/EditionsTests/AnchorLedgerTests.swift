import Content
import Editions
import Graph
import SampleArchives
import TestSupport
import Testing

/// What the anchors of cells lead to after editions have published them.
@Suite("Anchors that were published")
struct AnchorLedgerTests {
  private typealias States = RecordedStates
  private typealias Files = [(String, String)]

  /// Each anchor of the last state, with the words of its cell; `former` ones in brackets. Every state but the last becomes an
  /// edition.
  private static func anchors(_ states: Files...) -> [String] {
    let graph = graph(after: states)
    return graph.positions.flatMap { position -> [String] in
      let words = graph.text(of: position.id)
      return ["\(graph.anchor(of: position.id)): \(words)"]
        + graph.formerNames(of: position.id).map { "(\($0.anchor)): \(words)" }
    }.sorted()
  }

  private static func graph(after states: [Files]) -> IssueGraph {
    var published: [PublishedState] = []
    var graph = SampleSite([]).graph
    for (number, files) in states.enumerated() {
      var site = SampleSite(files)
      site.published = published
      graph = site.graph
      published.append(
        Edition(freezing: graph, name: "e\(number)", date: PartialDate(year: 2025 + number)).published)
    }
    return graph
  }

  private static func january(_ rows: String...) -> Files {
    [report("january", "2025-01-10", rows)]
  }

  private static func report(
    _ name: String, _ day: String, matter: String = "updated: 2026-01-01\n", _ rows: [String]
  ) -> (String, String) {
    let table = rows.map { "| \($0) |\n" }.joined()
    return (
      "reports/\(name).md",
      """
      ---
      title: \(name)
      date: \(day)
      \(matter)---

      <!-- standpoint: positions -->
      | Issue | North | South |
      |---|---|---|
      \(table)
      """
    )
  }

  @Test("a cell keeps its anchor when another one of the pair is inserted above it")
  func insertedAbove() {
    #expect(
      Self.anchors(
        Self.january("Fish | [+] yes | —"), Self.january("Fish | [--] never at all | —", "Fish | [+] yes | —")
      )
        == ["fish--north--2: never at all", "fish--north: yes"])
  }

  @Test(
    "a renamed report keeps the anchors that contain its name, also if nobody recorded what was published")
  func renamedWithoutLedger() {
    let old = Self.report("april", "2025-04-10", ["Fish | [+] yes | —"])
    let matter = "redirects: [/reports/april/]\n"
    let new = Self.report(
      "spring", "2025-04-10", matter: matter, ["Fish | [+] yes | —", "Fish | [-] no | —"])
    func names(_ graph: IssueGraph) -> [[String]] {
      graph.positions.map { graph.formerNames(of: $0.id).map(\.anchorOnIssuePage) }
    }
    #expect(names(Self.graph(after: [[new]])) == [["north--april"], ["north--april--2"]])
    // What was published tells more: there was no second one.
    #expect(names(Self.graph(after: [[old], [new]])) == [["north--april"], []])
    // Another report has the address now.
    #expect(names(Self.graph(after: [[old, new]])) == [[], [], []])
  }

  @Test("a corrected cell keeps its anchor")
  func corrected() {
    #expect(
      Self.anchors(Self.january("Fish | [+] yes | —"), Self.january("Fish | [--] never | —"))
        == ["fish--north: never"])
  }

  @Test("a newer position in the same cell gets the next anchor, and a corrected one keeps that")
  func newer() {
    let old = Self.january("Fish | [+] yes | —")
    let new = Self.january("Fish | [-] no {as-of=2025-05} | —")
    let corrected = Self.january("Fish | [--] never {as-of=2025-05} | —")
    #expect(Self.anchors(old, new) == ["fish--north--2: no"])
    #expect(Self.anchors(old, new, corrected) == ["fish--north--2: never"])
    #expect(
      Self.anchors(old, new, Self.january("Fish | [+] again {as-of=2025-09} | —")) == [
        "fish--north--3: again"
      ])
  }

  @Test("the anchor of a removed cell is not given to another one, but to the same one when it comes back")
  func removed() {
    let both = Self.january("Fish | [+] yes | —", "Fish | [-] no | —")
    let one = Self.january("Fish | [-] no | —")
    #expect(Self.anchors(both, one) == ["fish--north--2: no"])
    #expect(
      Self.anchors(both, one, Self.january("Fish | [-] no | —", "Fish | [~] perhaps | —"))
        == ["fish--north--2: no", "fish--north--3: perhaps"])
    #expect(Self.anchors(both, one, both) == ["fish--north--2: no", "fish--north: yes"])
  }

  @Test("merged names keep their anchors, and none leads to the other’s cell")
  func merged() {
    let before = [
      Self.report(
        "april", "2025-04-10", ["Allowances | [-] against | —", "Free allowances | [+] for them | —"])
    ]
    let alias = ("issues/free-allowances.md", "---\naliases: [Allowances]\n---\n")
    #expect(
      Self.anchors(before, before + [alias]) == [
        "(allowances--north): against", "free-allowances--north--2: against",
        "free-allowances--north: for them",
      ])
    // It stays so when the merged state has been published, too.
    #expect(
      Self.anchors(before, before + [alias], before + [alias])
        == Self.anchors(before, before + [alias]))
  }

  @Test("a renamed party keeps its old anchors and slugs")
  func renamed() {
    let before = Self.january("Fish | [+] yes | —")
    let file = ("parties/northern-league.md", "---\ntitle: Northern League\naliases: [North]\n---\n")
    #expect(
      Self.anchors(before, before + [file]) == ["(fish--north): yes", "fish--northern-league: yes"])
    let graph = Self.graph(after: [before, before + [file]])
    let index = graph.parties.firstIndex { $0.slug == "northern-league" }
    #expect(graph.formerSlugs.parties == [index ?? -1: ["north"]])
  }

  @Test("a renamed report keeps the anchors of its cells")
  func renamedReport() {
    let before = Self.january("Fish | [+] yes | —", "Fish | [-] no | —")
    let after = [
      Self.report(
        "winter", "2025-01-10", matter: "redirects: [/reports/january/]\n",
        ["Fish | [-] no | —", "Fish | [+] yes | —"])
    ]
    #expect(
      Self.anchors(before, after).filter { !$0.hasPrefix("(") } == ["fish--north--2: no", "fish--north: yes"])
  }

  @Test("a cell that a correction made silent still has its anchor")
  func silenced() {
    let graph = Self.graph(after: [
      Self.january("Fish | [+] yes | —"), Self.january("Fish | not discussed | —"),
    ])
    #expect(graph.silentCells.flatMap { graph.formerNames(of: $0.id) }.map(\.anchor) == ["fish--north"])
  }

  @Test(
    "in random histories an anchor leads to one cell only, and unedited cells keep theirs", arguments: 1...40)
  func random(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var rows = ["Fish | [+] cell 0 | —"]
    var published: [PublishedState] = []
    var words: [String: String] = [:]
    for step in 1...8 {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: rows.insert("Fish | [-] cell \(step) | —", at: Int.random(in: 0...rows.count, using: &random))
      case 1 where rows.count > 1: rows.remove(at: Int.random(in: 0..<rows.count, using: &random))
      case 2: rows.shuffle(using: &random)
      default:
        let place = Int.random(in: 0..<rows.count, using: &random)
        rows[place] = "Fish | [~] cell \(step) {as-of=2025-0\(step + 1)} | —"
      }
      var site = SampleSite([Self.report("january", "2025-01-10", rows)])
      site.published = published
      let graph = site.graph
      for position in graph.positions {
        let anchor = graph.anchor(of: position.id)
        let text = graph.text(of: position.id)
        #expect(words[anchor, default: text] == text, "step \(step)")
        words[anchor] = text
      }
      published.append(
        Edition(freezing: graph, name: "e\(step)", date: PartialDate(year: 2024 + step)).published)
    }
  }
}
