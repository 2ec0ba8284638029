import Graph
import SampleArchives
import Testing

@Suite("Issues of options")
struct OptionIssueTests {
  /// The options of each issue that has some: `issue: options`.
  private static func options(_ rows: String, directive: String = "", core: String = "Gas") -> [String] {
    let graph = SampleSite([
      (
        "reports/a.md",
        "---\ncore-issues: [\(core)]\n---\n\n"
          + NameTests.table("Aspect", ["X1", "Y1"], ["Gas", "Water rights"])
          + "\n\(directive)\n\n| Strategy | Purpose |\n|--|--|\n\(rows)\n"
      ),
      ("issues/water.md", "---\ntitle: Water rights\naliases: [river use]\n---\n"),
      ("issues/oil.md", "---\ntitle: Oil\n---\n"),
    ]).graph
    return graph.issues.compactMap { issue in
      let names = graph.optionsOfIssue[issue.id].map { graph.options[$0.index].name }
      return names.isEmpty ? nil : "\(issue.name): \(names.joined(separator: ", "))"
    }
  }

  @Test("an option of very many issues is reported, and belongs to the first ones")
  func tooMany() {
    let issues = (0..<120).map { "Issue \($0)" }
    let site = SampleSite([
      (
        "reports/a.md",
        NameTests.table("Aspect", ["X1", "Y1"], issues)
          + "\n<!-- standpoint: options issues=\"\(issues.joined(separator: ", "))\" -->\n"
          + "| Strategy | Purpose |\n|--|--|\n| Talk on Issue 119 | Calm |\n"
      )
    ])
    #expect(
      site.build().diagnostics.map(\.message) == [
        "this option belongs to more than 100 issues; it is shown only with the first 100"
      ])
    #expect(site.messages.contains("error: this option") && site.messages.contains("[too-many-issues]"))
    #expect(
      site.graph.options.map { $0.issues.map { site.graph.issues[$0.index].name } } == [
        ["Issue 119"] + issues.prefix(99)
      ])
  }

  @Test("an option that names no issue belongs to its report only")
  func none() {
    #expect(Self.options("| Talk | Calm |") == [])
  }

  @Test("an option belongs to the issues that its row names, in any cell, by name or alias")
  func names() {
    #expect(
      Self.options("| Talk | Settle the river use |\n| Trade gas | Calm |\n| Wait | Time |") == [
        "Gas: Trade gas", "Water rights: Talk",
      ])
  }

  @Test("wikilinks and links of the row name issues, also with other words and for a position")
  func wikilinks() {
    #expect(
      Self.options(
        "| Talk | About [[Oil\\|fuel]] |\n| Wait | For [[Water rights#X1]] |\n| Go | [there](../issues/oil.md) |"
      )
        == ["Oil: Talk, Go", "Water rights: Wait"])
  }

  @Test("the directive of the table names issues for all its rows")
  func directive() {
    let directive = "<!-- standpoint: options issues=\"Oil, river use\" -->"
    #expect(
      Self.options("| Talk | Calm |\n| Wait | For gas |", directive: directive) == [
        "Gas: Wait", "Oil: Talk, Wait", "Water rights: Talk, Wait",
      ])
  }

  @Test("an unknown issue in the directive, and a directive for another table, are reported")
  func problems() {
    let messages = { (directive: String, table: String) in
      SampleSite([
        ("reports/a.md", "\(directive)\n\n\(table)"), ("issues/oil.md", "---\ntitle: Oil\n---\n"),
      ]).messages
    }
    let unknown = messages("<!-- standpoint: issues=Oli -->", "| Strategy | Purpose |\n|--|--|\n| A | B |\n")
    #expect(
      unknown == """
        Content/reports/a.md:1:18: error: unknown issue “Oli” [unknown-name]
           1 | <!-- standpoint: issues=Oli -->
             |                  ^~~~~~~~~~
             = help: did you mean “Oil”?

        """)
    let other = messages("<!-- standpoint: issues=Oil -->", NameTests.table("Aspect", ["X1", "Y1"], ["Oil"]))
    #expect(other.contains("“issues=” has no effect on this table [invalid-directive]"))
  }
}
