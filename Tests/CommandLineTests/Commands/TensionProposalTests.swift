import Foundation
import Testing

/// `check --tensions`.
@Suite("Proposed tensions") struct TensionProposalTests {
  private static func folder() throws -> TestFolder {
    let folder = try TestFolder()
    let head = "| Aspect | United States | Russia |\n|---|---|---|\n"
    try folder.write("Content/reports/2025-01-10-a.md", head + "| Sanctions | [+] For them | [-] Against |\n")
    try folder.write(
      "Content/reports/2025-03-11-b.md", "Text.\n\n" + head + "| Sanctions | [-] Lifts them | [--] No |\n")
    return folder
  }

  @Test("are printed with both places, both texts and the callout that marks them")
  func text() throws {
    let run = try Tool(folder: Self.folder()).run("check", "--tensions")
    #expect(run.exitCode == 0)
    #expect(
      run.output == """
        1 possible tension within 365 days:

        United States on Sanctions, 60 days apart
          Content/reports/2025-01-10-a.md:3: 2025-01-10, Supports: For them
          Content/reports/2025-03-11-b.md:5: 2025-03-11, Opposes: Lifts them
          to mark it: > [!tension] [[report:2025-03-11-b#sanctions--united-states]] [[report:2025-01-10-a#sanctions--united-states]]

        """)
    let none = try Tool(folder: Self.folder()).run("check", "--tensions", "--window", "59d")
    #expect(none.output == "No unmarked opposite stances within 59 days\n")
  }

  @Test("are not made again after the author has marked them")
  func marked() throws {
    let folder = try Self.folder()
    let line = try #require(
      try Tool(folder: folder).run("check", "--tensions").output.split(separator: "\n")
        .first { $0.contains("to mark it: ") }?.split(separator: ": ", maxSplits: 1).last)
    try folder.write("Content/reports/2025-04-01-c.md", "\(line)\n> Both were said.\n")
    let run = try Tool(folder: folder).run("check", "--tensions")
    #expect(run.exitCode == 0 && run.output.hasPrefix("No unmarked opposite stances"), "\(run.errors)")
  }

  @Test("are one JSON document with --format json")
  func json() throws {
    let run = try Tool(folder: Self.folder()).run("check", "--tensions", "--format", "json", "--window", "60")
    #expect(
      run.output == """
        {"version":1,"window":60,"candidates":[
        {"issue":"sanctions","party":"united-states","days":60,\
        "first":{"address":"reports/2025-01-10-a/#sanctions--united-states","file":"reports/2025-01-10-a.md","line":3,\
        "date":"2025-01-10","stance":"+","text":"For them"},\
        "second":{"address":"reports/2025-03-11-b/#sanctions--united-states","file":"reports/2025-03-11-b.md","line":5,\
        "date":"2025-03-11","stance":"-","text":"Lifts them"},\
        "marker":"> [!tension] [[report:2025-03-11-b#sanctions--united-states]] [[report:2025-01-10-a#sanctions--united-states]]"}
        ]}

        """)
  }

  @Test("require a number of days", arguments: ["soon", "-1d", "d"])
  func window(_ text: String) throws {
    let run = try Tool().run("check", "--tensions", "--window=\(text)")
    #expect(run.exitCode == 64 && run.errors.contains("is not a number of days; use a value such as 365d."))
  }
}
