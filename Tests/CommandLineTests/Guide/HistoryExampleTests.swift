import Foundation
import TestSupport
import Testing

/// The worked examples of the guide about moves, corrections and what editions remember: what the commands say and what pages show.
@Suite("Worked examples of the guide") struct HistoryExampleTests {
  private static func chapter(_ name: String) throws -> String {
    try String(contentsOf: packageRoot.appending(path: "Guide/\(name).md"), encoding: .utf8)
  }

  private static func report(_ title: String, _ matter: String, _ rows: String...) -> String {
    let table = (rows[..<1] + ["|---|---|---|"] + rows[1...]).joined(separator: "\n")
    return "---\ntitle: \(title)\n\(matter)\n---\n\n<!-- standpoint: positions -->\n\(table)\n"
  }

  /// The text of a built page, without tags.
  private static func text(_ folder: TestFolder, _ path: String, in output: String = "Public") throws
    -> String
  {
    try folder.text("\(output)/\(path)/index.html").replacing(/<[^>]*>/, with: " ")
      .replacing(/\s+/, with: " ")
  }

  @Test("the move and the correction in “Comparing editions”") func difference() throws {
    let folder = try TestFolder()
    let tool = Tool(folder: folder)
    let header = "| Issue | Russia | United States |"
    try folder.write(
      "Content/reports/reply.md",
      Self.report(
        "Moscow's reply", "date: 2025-03-10", header,
        "| Sanctions | [-] calls them unfair and destabilising | |",
        "| Fees | | [--] would never accept them |"))
    #expect(try tool.run("edition", "2025-march", "--now", "2025-03-31").exitCode == 0)
    try folder.write(
      "Content/reports/reply.md",
      Self.report(
        "Moscow's reply", "date: 2025-03-10", header, "| Sanctions | [-] calls them unfair | |",
        "| Fees | | [--] would never accept them |"))
    try folder.write(
      "Content/reports/may.md",
      Self.report("The May round", "date: 2025-05-02", header, "| Fees | | [+] accepts them |"))
    let shown = try tool.run("diff", "2025-march", "now").output
    #expect(
      try Self.chapter("editions").contains("$ standpoint diff 2025-march now\n\(shown)```"), "\(shown)")
  }

  @Test("the move in “Moves”") func move() throws {
    let folder = try TestFolder()
    try folder.write(
      "Content/reports/january.md",
      Self.report("January", "date: 2025-01-10", "| Issue | North | South |", "| Water | [--] never | |"))
    try folder.write(
      "Content/reports/may.md",
      Self.report("May", "date: 2025-05-02", "| Issue | North | South |", "| Water | [+] yes | |"))
    #expect(try Tool(folder: folder).run("build").exitCode == 0)
    let moves = try Self.text(folder, "moves")
    #expect(moves.contains("North on Water reversed Red line → Supports yes"), "\(moves)")
    #expect(try Self.chapter("history").contains("says “North on Water, reversed:\nRed line → Supports”"))
  }

  @Test("the cell in “The record on a day”") func recordOfDay() throws {
    for hasEdition in [true, false] {
      let folder = try TestFolder()
      let tool = Tool(folder: folder)
      let header = "| Issue | North | South |"
      try folder.write(
        "Content/reports/ban.md",
        Self.report("The ban", "date: 2025-01-10", header, "| Fishing ban | [+] supports it | [-] no |"))
      if hasEdition { #expect(try tool.run("edition", "february", "--now", "2025-02-28").exitCode == 0) }
      try folder.write(
        "Content/reports/ban.md",
        Self.report(
          "The ban", "date: 2025-01-10\nupdated: 2025-05-20", header,
          "| Fishing ban | [-] opposes it {as-of=2025-05-20} | [-] no |"))
      #expect(try tool.run("build", "--as-of", "2025-03", "--output", "march").exitCode == 0)
      let page = try Self.text(folder, "reports/ban", in: "march")
      #expect(page.contains(hasEdition ? "Supports supports it" : "Not covered"), "\(page)")
      #expect(!page.contains("opposes it"))
    }
    #expect(try Self.chapter("history").contains("the cell says “Not covered”"))
  }

  @Test("the cell in “Addresses that keep their meaning”") func address() throws {
    let folder = try TestFolder()
    let tool = Tool(folder: folder)
    let header = "| Issue | China | U.S. |"
    try folder.write(
      "Content/reports/tariffs.md",
      Self.report("Tariffs", "date: 2025-03-05", header, "| Steel | [-] bad | [+] needed |"))
    #expect(try tool.run("edition", "march", "--now", "2025-03-31").exitCode == 0)
    try folder.write(
      "Content/reports/tariffs.md",
      Self.report(
        "Tariffs", "date: 2025-03-05\nupdated: 2025-09-01", header,
        "| Steel | [+] good {as-of=2025-09-01} | [+] needed |"))
    #expect(try tool.run("build").exitCode == 0)
    let page = try folder.text("Public/reports/tariffs/index.html")
    let earlier = try #require(page.range(of: "id=\"steel--china\""))
    let now = try #require(page.range(of: "id=\"steel--china--2\""))
    #expect(page[now.upperBound..<earlier.lowerBound].contains("good"))
    let text = page[earlier.upperBound...].replacing(/<[^>]*>/, with: " ").replacing(/\s+/, with: " ")
    #expect(
      text.contains("Opposes bad Tariffs , 5 March 2025 , from the edition march"), "\(text.prefix(200))")
    // The data of the site and of the command are the same, and give each position its address.
    let table = try folder.text("Public/positions.csv")
    #expect(try tool.run("export").output == table)
    #expect(table.contains("reports/tariffs/#steel--china--2,Steel,") && table.contains(",remembered,"))
    #expect(table.contains("\r\nreports/tariffs/#steel--china,Steel,"))
  }
}
