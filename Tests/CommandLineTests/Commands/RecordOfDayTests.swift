import Foundation
import Testing

@Suite("The record as of a day")
struct RecordOfDayTests {
  private static let january = """
    ---
    date: 2025-01-10
    updated: 2025-06-01
    ---
    # January

    More in [June](june.md).

    | Issue | North | South |
    |---|---|---|
    | Fish | [+] wants more fish | [-] wants less fish {as-of=2025-05} |
    | Gas | not discussed {as-of=2025-05} | [+] likes gas |

    """

  private static let june = """
    ---
    date: 2025-06
    ---
    # June

    | Issue | North | South |
    |---|---|---|
    | Fish | [--] wants no fish | [-] wants few fish |

    """

  private static func site() throws -> TestFolder {
    let folder = try TestFolder()
    try folder.write("Content/reports/january.md", january)
    try folder.write("Content/reports/june.md", june)
    try folder.write(
      "Content/reports/undated.md", "# Undated\n\n| Issue | North |\n|---|---|\n| Oil | [+] likes oil |\n")
    return folder
  }

  @Test(
    "an export has the positions whose days and whose reports begin by then; what has no date is named once")
  func export() throws {
    let tool = Tool(folder: try Self.site())
    let run = try tool.run("export", "--as-of", "2025-03")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("wants more fish") && run.output.contains("likes gas"))
    #expect(!run.output.contains("less fish") && !run.output.contains("no fish"))
    #expect(!run.output.contains("likes oil"))
    #expect(
      run.errors.contains(
        "note: 1 report has no date, so the record of 2025-03 leaves it out: “Content/reports/undated.md” [undated-report]"
      ))
    let year = try tool.run("export", "--as-of", "2025").output
    #expect(year.contains("no fish") && year.contains("less fish"))
  }

  @Test("a built record names its day on every page, is not for search engines, and has no later text")
  func build() throws {
    let site = try Self.site()
    let tool = Tool(folder: site)
    try site.write("Content/site.yml", "base-url: https://example.org/\n")
    let run = try tool.run("build", "--as-of", "2025-03-01")
    #expect(run.exitCode == 0, "\(run.errors)")
    let page = try site.text("Public/reports/january/index.html")
    #expect(page.contains(#"<p class="record-day">The record as of 1 March 2025</p>"#))
    #expect(page.contains(#"<meta name="robots" content="noindex">"#))
    #expect(!page.contains("less fish") && !page.contains("not discussed"))
    #expect(page.contains("More in June."))
    #expect(!site.exists("Public/reports/june/index.html") && !site.exists("Public/sitemap.xml"))
    #expect(!run.errors.contains("warning"))
    #expect(try tool.run("build").exitCode == 0)
    #expect(try !site.text("Public/reports/january/index.html").contains("record-day"))
  }

  @Test("a cell that was edited later has the position that editions remember")
  func memory() throws {
    let site = try Self.site()
    let tool = Tool(folder: site)
    #expect(try tool.run("edition", "march", "--now", "2025-03-31").exitCode == 0)
    let later = Self.january.replacingOccurrences(
      of: "[+] wants more fish", with: "[--] wants none {as-of=2025-05-20}")
    try site.write("Content/reports/january.md", later)
    let run = try tool.run("export", "--as-of", "2025-03-31")
    #expect(run.output.contains("wants more fish") && !run.output.contains("wants none"))
    let change = try tool.run("diff", "march", "now", "--as-of", "2025-03-31").output
    #expect(!change.contains("North"), "\(change)")
    #expect(try tool.run("diff", "march", "march", "--as-of", "2025").exitCode == 64)
    #expect(try tool.run("build", "--as-of", "soon").exitCode == 64)
  }

  @Test("a restored position has the bars and marks that its words had, and the cells beside it stay")
  func bars() throws {
    let site = try Self.site()
    let tool = Tool(folder: site)
    try site.write(
      "Content/reports/january.md",
      Self.january.replacingOccurrences(of: "wants more fish", with: "wants \\| more \\*fish"))
    #expect(try tool.run("edition", "march", "--now", "2025-03-31").exitCode == 0)
    try site.write(
      "Content/reports/january.md",
      Self.january.replacingOccurrences(of: "wants more fish", with: "wants none {as-of=2025-05-20}"))
    let run = try tool.run("export", "--as-of", "2025-03-31")
    #expect(run.output.contains("wants | more *fish") && run.output.contains("likes gas"), "\(run.output)")
    #expect(!run.errors.contains("ragged"), "\(run.errors)")
  }

  @Test("a restored position keeps its sources, as footnotes; check looks at the record of a day, too")
  func sources() throws {
    let site = try Self.site()
    let tool = Tool(folder: site)
    try site.write(
      "Content/reports/january.md",
      Self.january.replacingOccurrences(of: "wants more fish", with: "wants more fish[^1]")
        + "\n[^1]: https://example.org/fish\n")
    #expect(try tool.run("edition", "march", "--now", "2025-03-31").exitCode == 0)
    try site.write(
      "Content/reports/january.md",
      Self.january.replacingOccurrences(
        of: "[+] wants more fish", with: "[--] wants none {as-of=2025-05-20}"))
    let run = try tool.run("export", "--as-of", "2025-03-31")
    #expect(run.output.contains("wants more fish") && run.output.contains("https://example.org/fish"))
    let check = try tool.run("check", "--as-of", "2025-03-31")
    #expect(check.exitCode == 0 && check.output.contains("Checked 1 report,"), "\(check.output)")
  }

  @Test("a cell that said nothing on the day says so, as on the ordinary page") func silence() throws {
    let site = try TestFolder()
    let tool = Tool(folder: site)
    func write(_ fish: String, _ gas: String, directive: String = "") throws {
      try site.write(
        "Content/reports/january.md",
        """
        ---
        date: 2025-01-10
        updated: 2025-06-01
        ---
        # January

        <!-- standpoint: positions \(directive) -->
        | Issue | North | South |
        |---|---|---|
        | Fish | \(fish) | [-] wants less fish |
        | Gas | \(gas) | [+] likes gas |

        """)
    }
    try write("n/a", "[+] likes gas")
    #expect(try tool.run("edition", "january", "--now", "2025-01-31").exitCode == 0)
    try write("n/a", "not discussed {as-of=2025-03-01}")
    #expect(try tool.run("edition", "march", "--now", "2025-03-31").exitCode == 0)
    let ordinary = try cells(tool, site)
    #expect(ordinary == ["Silent", "not discussed"], "\(ordinary)")
    #expect(
      try site.text("Public/reports/january/index.html")
        .contains(
          "not discussed <span class=\"as-of\">As of <time datetime=\"2025-03-01\">1 March 2025</time></span>"
        ))
    // Both cells were edited later: that of fish now has a position, and so has that of gas.
    try write("[+] wants fish {as-of=2025-05-20}", "[--] no gas {as-of=2025-05-20}")
    #expect(try cells(tool, site, "--as-of", "2025-03-31") == ["Silent", "Silent"])
    let page = try site.text("Public/reports/january/index.html")
    #expect(page.contains("from the edition january") && !page.contains("no gas"))
    let issue = try site.text("Public/issues/gas/index.html")
    #expect(issue.contains("likes gas") && issue.contains("from the edition january"))
    // Before the silence of March, the position of January is in the cell.
    #expect(try cells(tool, site, "--as-of", "2025-02") == ["Silent"])
    #expect(try site.text("Public/reports/january/index.html").contains("likes gas"))
    // A date of the whole table does not reach into the past.
    try write("[+] wants fish", "[--] no gas", directive: "as-of=2025-05-20")
    #expect(try cells(tool, site, "--as-of", "2025-03-31") == ["Silent", "Silent"])
    let rows = try tool.run("export", "--as-of", "2025-03-31").output.split(separator: "\r\n")
    #expect(rows.contains { $0.contains("likes gas") && $0.contains(",remembered,,2025-01-10,") })
    // Editions of later days tell nothing, whatever day the ages are counted from.
    let past = try tool.run("export", "--as-of", "2025-02", "--now", "2025-06-30").output
    #expect(past.contains("likes gas") && !past.contains("remembered"), "\(past)")
  }

  /// The texts of the cells of a built page that have no position.
  private func cells(_ tool: Tool, _ site: TestFolder, _ arguments: String...) throws -> [String] {
    let run = try tool.start(["build"] + arguments).finish()
    #expect(run.exitCode == 0, "\(run.errors)")
    return try site.text("Public/reports/january/index.html")
      .matches(of: /<span class="no-position">([^<]*)</)
      .map { $0.1.trimmingCharacters(in: .whitespaces) }
  }
}
