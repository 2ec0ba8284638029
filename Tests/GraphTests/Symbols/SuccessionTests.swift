import Content
import Graph
import SampleArchives
import Testing

@Suite("Parties that follow each other") struct SuccessionTests {
  private static func party(_ name: String, _ keys: String...) -> (String, String) {
    ("parties/\(name.lowercased()).md", "---\ntitle: \(name)\n\(keys.map { $0 + "\n" }.joined())---\n")
  }

  private static func predecessors(_ graph: IssueGraph) -> [String] {
    graph.parties.compactMap { party in
      party.predecessor.map { "\(party.name) after \(graph.parties[$0.index].name)" }
    }
  }

  @Test("act for the same one") func related() {
    let site = SampleSite([
      Self.party("State"), Self.party("Old", "acts-for: State", "to: 2024"),
      Self.party("New", "acts-for: State", "succeeds: Old"),
    ])
    #expect(site.messages == "")
    #expect(Self.predecessors(site.graph) == ["New after Old"])
  }

  @Test("are reported if they do not, and if the name is unknown") func unrelated() {
    let site = SampleSite([
      Self.party("State"), Self.party("Realm"), Self.party("Old", "acts-for: State"),
      Self.party("New", "acts-for: Realm", "succeeds: Old"), Self.party("Lone", "succeeds: Old"),
      Self.party("Next", "acts-for: State", "succeeds: Realm"), Self.party("Last", "succeeds: Odl"),
    ])
    #expect(
      site.messages == """
        Content/parties/last.md:3:11: error: unknown party “Odl” [unknown-relation]
           3 | succeeds: Odl
             |           ^~~
             = help: did you mean “Old”?
        Content/parties/lone.md:3:11: warning: “Lone” succeeds “Old” but does not act for any party [unrelated-successor]
           3 | succeeds: Old
             |           ^~~
        Content/parties/old.md:2:8: note: the party that it succeeds
           2 | title: Old
             |        ^~~
             = help: add “acts-for: State”
        Content/parties/new.md:4:11: warning: “New” acts for “Realm”, but “Old”, which it succeeds, acts for “State” [unrelated-successor]
           4 | succeeds: Old
             |           ^~~
        Content/parties/old.md:2:8: note: the party that it succeeds
           2 | title: Old
             |        ^~~
             = help: set “acts-for:” in both files to the party they act for, or remove “succeeds:”
        Content/parties/next.md:4:11: warning: “Next” acts for “State”, but “Realm”, which it succeeds, does not act for any party [unrelated-successor]
           4 | succeeds: Realm
             |           ^~~~~
        Content/parties/realm.md:2:8: note: the party that it succeeds
           2 | title: Realm
             |        ^~~~~
             = help: add “acts-for: State” to the file of “Realm”

        """)
    #expect(Self.predecessors(site.graph) == [])
  }

  @Test("a chain of parties that act for each other is followed through eight levels") func longChain() {
    let chain = (0...9).map { number in
      Self.party("P\(number)", number == 0 ? "kind: state" : "acts-for: P\(number - 1)")
    }
    let site = SampleSite(chain)
    #expect(
      site.messages == """
        Content/parties/p9.md:2:8: warning: “P9” acts for “P0” through more than 7 others, so the page of “P0” does not show the positions of “P9” [long-acting-chain]
           2 | title: P9
             |        ^~
             = help: set “acts-for:” to the party at the end of the chain

        """)
    #expect(SampleSite(Array(chain.dropLast())).messages == "")
  }

  @Test("in a circle are an error that names the whole circle") func circle() {
    let names = (1...9).map { "Cabinet \($0)" }
    let site = SampleSite(
      [Self.party("State")]
        + names.indices.map { place in
          (
            "parties/c\(place + 1).md",
            "---\ntitle: \(names[place])\nacts-for: State\nsucceeds: \(names[(place + 8) % 9])\n---\n"
          )
        })
    let way = ([names[0]] + names[1...].reversed() + [names[0]]).map { "“\($0)”" }.joined(separator: " → ")
    #expect(
      site.messages == """
        Content/parties/c2.md:4:11: error: “Cabinet 1” succeeds itself: \(way) [relation-cycle]
           4 | succeeds: Cabinet 1
             |           ^~~~~~~~~

        """)
    #expect(Self.predecessors(site.graph).count == 8)
  }

  @Test("may be thousands") func chain() {
    let count = 5_000
    var files = [Self.party("State")]
    files += (1...count).map { number in
      (
        "parties/c\(number).md",
        "---\ntitle: Cabinet \(number)\nacts-for: State\n\(number > 1 ? "succeeds: Cabinet \(number - 1)\n" : "")---\n"
      )
    }
    let graph = SampleSite(files).graph
    #expect(Self.predecessors(graph).count == count - 1)
  }
}
