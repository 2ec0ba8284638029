import Content
import SampleArchives
import Testing

@testable import Graph

@Suite("Places of names")
struct NameOccurrenceTests {
  private static let site = SampleSite([
    (
      "reports/plan.md",
      """
      ---
      core-issues: [Gas, Natural gas]
      affects: [Kyiv]
      ---

      Gas, [[Natural gas|it]] and Ukraine. [A link](../issues/gas.md). See ![[Gas#Kyiv]].

      | Issue | Ukraine | Russia |
      |---|---|---|
      | Gas | [+] buys it | sells it |
      | [[Grain]] | sells it | buys it |

      > [!tension] [[Gas#Ukraine]] [[Grain#Ukraine]]
      > They conflict.

      ```standpoint
      view: matrix
      issues: [gas]
      ```
      """
    ),
    ("issues/gas.md", "---\ntitle: Gas\naliases: [Natural gas]\nrelated: [Grain]\n---\n"),
    ("issues/oil.md", "---\nrelated: [Gas]\nbroader: [Natural gas]\n---\n\n[Gas](/issues/gas/#ukraine)\n"),
    ("parties/ukraine.md", "---\ntitle: Ukraine\naliases: [Kyiv]\nmember-of: [Russia]\n---\n"),
    ("pages/about.md", "See [[issue:Gas]].\n"),
  ])

  private static func text(_ occurrence: NameOccurrence) -> String {
    guard let file = site.files.first(where: { $0.source.path == occurrence.place.path }),
      let range = occurrence.place.range
    else { return "?" }
    return "\(file.path) \(occurrence.role): \(String(decoding: file.source.bytes[range], as: UTF8.self))"
  }

  @Test("an issue’s names are found in headings, links, prose, front matter and blocks")
  func issue() throws {
    let graph = Self.site.graph
    let gas = try #require(graph.issues.first { $0.name == "Gas" })
    #expect(
      graph.occurrences(of: .issue(gas.id)).map(Self.text) == [
        "issues/gas.md title: Gas",
        "issues/gas.md alias: Natural gas",
        "issues/oil.md reference(Graph.NameReference.Key.related): Gas",
        "issues/oil.md reference(Graph.NameReference.Key.broader): Natural gas",
        "issues/oil.md link: [Gas](/issues/gas/#ukraine)",
        "pages/about.md wikilink: [[issue:Gas]]",
        "reports/plan.md reference(Graph.NameReference.Key.coreIssues): Gas",
        "reports/plan.md reference(Graph.NameReference.Key.coreIssues): Natural gas",
        "reports/plan.md prose: Gas",
        "reports/plan.md wikilink: [[Natural gas|it]]",
        "reports/plan.md link: [A link](../issues/gas.md)",
        "reports/plan.md wikilink: ![[Gas#Kyiv]]",
        "reports/plan.md rowHeading: Gas",
        "reports/plan.md wikilink: [[Gas#Ukraine]]",
        "reports/plan.md reference(Graph.NameReference.Key.view): gas",
      ])
    #expect(graph.declaration(of: .issue(gas.id))?.path == "Content/issues/gas.md")
  }

  @Test("a name without a file is declared by the first heading that has it")
  func declaredByHeading() throws {
    let graph = Self.site.graph
    let grain = try #require(graph.issues.first { $0.name == "Grain" })
    let first = try #require(graph.declaration(of: .issue(grain.id)))
    #expect(Self.text(NameOccurrence(place: first, role: .rowHeading)).hasSuffix("[[Grain]]"))
    let russia = try #require(graph.parties.first { $0.name == "Russia" })
    #expect(
      graph.occurrences(of: .party(russia.id)).map(Self.text) == [
        "parties/ukraine.md reference(Graph.NameReference.Key.memberOf): Russia",
        "reports/plan.md columnHeading: Russia",
      ])
  }

  @Test("positions in links name a party, too")
  func party() throws {
    let graph = Self.site.graph
    let ukraine = try #require(graph.parties.first { $0.name == "Ukraine" })
    #expect(
      graph.occurrences(of: .party(ukraine.id)).map(Self.text) == [
        "parties/ukraine.md title: Ukraine", "parties/ukraine.md alias: Kyiv",
        "reports/plan.md reference(Graph.NameReference.Key.affects): Kyiv", "reports/plan.md prose: Ukraine",
        "reports/plan.md wikilink: ![[Gas#Kyiv]]", "reports/plan.md columnHeading: Ukraine",
        "reports/plan.md wikilink: [[Gas#Ukraine]]", "reports/plan.md wikilink: [[Grain#Ukraine]]",
      ])
  }
}
