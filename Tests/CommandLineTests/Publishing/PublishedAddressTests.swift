import Foundation
import Testing

/// Addresses of positions that editions or `standpoint publish` made public.
@Suite("Published addresses") struct PublishedAddressTests {
  private static func report(_ rows: String..., matter: String = "", parties: String = "U.S. | China")
    -> String
  {
    """
    ---
    title: April
    date: 2025-04-10
    updated: 2025-12-31
    \(matter)---

    <!-- standpoint: positions -->
    | Issue | \(parties) |
    |---|---|---|
    \(rows.map { "| \($0) |" }.joined(separator: "\n"))
    """
  }

  private static let first = report("Fish | [+] wants it | [-] no", "Tariffs | [0] perhaps | [-] bad")
  private static let settings = "title: Test\nsearch: off\nbase-url: https://site.example/\n"

  /// A site with an edition of `first`.
  private func site() throws -> TestFolder {
    let folder = try TestFolder()
    try folder.write("site/Content/site.yml", Self.settings)
    try folder.write("site/Content/reports/april.md", Self.first)
    return folder
  }

  private func run(_ folder: TestFolder, _ arguments: String...) throws -> Tool.Run {
    try Tool(folder: folder).start(arguments).finish()
  }

  private func page(_ folder: TestFolder, _ path: String) throws -> String {
    try String(contentsOf: folder.url.appending(path: "site/Public/\(path)/index.html"), encoding: .utf8)
  }

  /// The anchors of cells in a page, in order.
  private func anchors(_ page: String) -> [String] {
    page.matches(of: /id="([a-z0-9-]+--[a-z0-9-]+)"/).map { String($0.1) }
  }

  @Test("the position that a newer one replaced stays beneath the table, under its anchor")
  func replaced() throws {
    let folder = try site()
    #expect(try run(folder, "edition", "one", "site").exitCode == 0)
    try folder.write(
      "site/Content/reports/april.md",
      Self.report("Fish | [+] wants it | [-] no", "Tariffs | [0] perhaps | [+] good {as-of=2025-09}"))
    let built = try run(folder, "build", "site")
    #expect(built.exitCode == 0 && built.errors.isEmpty, "\(built.errors)")
    let report = try page(folder, "reports/april")
    #expect(
      anchors(report) == [
        "fish--us", "fish--china", "tariffs--us", "tariffs--china--2", "tariffs--china",
      ])
    let earlier = try #require(report.range(of: "id=\"tariffs--china\""))
    #expect(report[earlier.upperBound...].contains("bad"))
    let issue = try page(folder, "issues/tariffs")
    #expect(issue.contains("id=\"china--april--2\"") && issue.contains("id=\"china--april\""))
    // Other reports can link to it.
    try folder.write("site/Content/reports/may.md", "# May\n\n[Then](/reports/april/#tariffs--china)\n")
    let linking = try run(folder, "check", "site")
    #expect(linking.exitCode == 0, "\(linking.errors)")
  }

  /// Publishes the site after each of the states of its report.
  private func publish(_ folder: TestFolder, _ states: String...) throws {
    for state in states {
      try folder.write("site/Content/reports/april.md", state)
      #expect(try run(folder, "build", "site").exitCode == 0)
      let published = try run(folder, "publish", "site", "--folder", "srv")
      #expect(published.exitCode == 0, "\(published.errors)")
    }
  }

  @Test("a cell that was published silent gives no address to a newer position, without any edition")
  func published() throws {
    let folder = try site()
    try publish(
      folder, Self.report("Fish | [+] wants it | [-] no"),
      Self.report("Fish | n/a {as-of=2025-05-03} | [-] no"),
      Self.report("Fish | [--] never {as-of=2025-06} | [-] no"))
    let report = try page(folder, "reports/april")
    #expect(anchors(report) == ["fish--us--2", "fish--china", "fish--us"])
    #expect(
      try #require(report.range(of: "id=\"fish--us\"")).upperBound
        < #require(report.range(of: "wants it")).lowerBound)
    #expect(try page(folder, "issues/fish").contains("id=\"us--april\""))
    #expect(try run(folder, "build", "site").exitCode == 0)
    #expect(try anchors(page(folder, "reports/april")) == anchors(report))
  }

  @Test("the address of what was corrected into silence leads to the newer position that followed")
  func silencedByCorrection() throws {
    let folder = try site()
    try publish(
      folder, Self.report("Fish | [+] wants it | [-] no"), Self.report("Fish | n/a | [-] no"),
      Self.report("Fish | [--] never {as-of=2025-06} | [-] no"))
    let report = try page(folder, "reports/april")
    #expect(anchors(report) == ["fish--us--2", "fish--china", "fish--us"])
    #expect(report.contains("href=\"../../reports/april/#fish--us--2\""))
    #expect(!report.contains("wants it"))
  }

  @Test("a withdrawn cell of a report with one position keeps its address")
  func withdrawnAlone() throws {
    let folder = try site()
    try folder.write(
      "site/Content/site.yml",
      Self.settings
        + "withdrawn:\n  - {address: /reports/april/#fish--us, date: 2025-06-01, reason: Forged}\n")
    try publish(
      folder, Self.report("Fish | [+] wants it |  "), Self.report("Fish |  |  "),
      Self.report("Fish | [--] never at all |  "))
    let report = try page(folder, "reports/april")
    #expect(anchors(report) == ["fish--us--2", "fish--us"])
    #expect(report.contains("Forged"))
  }

  @Test("a renamed party keeps its anchors, its page and the pages of its pairs")
  func renamed() throws {
    let folder = try site()
    #expect(try run(folder, "edition", "one", "site").exitCode == 0)
    try folder.write("site/Content/parties/united-states.md", "---\naliases: [U.S.]\n---\n")
    let built = try run(folder, "build", "site")
    #expect(built.exitCode == 0 && built.errors.isEmpty, "\(built.errors)")
    let report = try page(folder, "reports/april")
    #expect(anchors(report).contains("fish--united-states") && anchors(report).contains("fish--us"))
    #expect(try page(folder, "parties/us").contains("../../parties/united-states/"))
    #expect(try page(folder, "compare/china--us").contains("compare/china--united-states/"))
    #expect(try page(folder, "issues/fish").contains("id=\"us--april\""))
  }

  @Test("a renamed report leads on from its old address, also where its cards had a page")
  func renamedReport() throws {
    let folder = try site()
    #expect(try run(folder, "edition", "one", "site").exitCode == 0)
    try FileManager.default.removeItem(at: folder.url.appending(path: "site/Content/reports/april.md"))
    try folder.write(
      "site/Content/reports/spring.md",
      Self.report(
        "Fish | [+] wants it | [-] no", "Tariffs | [0] perhaps | [-] bad",
        matter: "redirects: [/reports/april/]\n"))
    let built = try run(folder, "build", "site")
    #expect(built.exitCode == 0 && built.errors.isEmpty, "\(built.errors)")
    #expect(try page(folder, "reports/april").contains("reports/spring/"))
    #expect(try folder.text("site/Public/404.html").contains("assets/lead-on."))
    #expect(try page(folder, "issues/fish").contains("id=\"us--april\""))
  }

  @Test("a removed cell is reported until “withdrawn:” or “redirects:” answers for it")
  func answers() throws {
    let folder = try site()
    #expect(try run(folder, "edition", "one", "site").exitCode == 0)
    try folder.write("site/Content/reports/april.md", Self.report("Tariffs | [0] perhaps | [-] bad"))
    let checked = try run(folder, "check", "site")
    #expect(
      checked.exitCode == 0 && checked.errors.contains("“/reports/april/#fish--us” led to “[+] wants it”"))
    #expect(checked.errors.contains("“/reports/april/#fish--china”"))
    let withdrawn =
      "withdrawn:\n  - {address: /reports/april/#fish--us, date: 2025-06-01, reason: The letter was forged}\n"
    try folder.write("site/Content/site.yml", Self.settings + withdrawn)
    try folder.write(
      "site/Content/reports/may.md",
      "---\ndate: 2025-05-01\nredirects:\n  - /reports/april/#fish--china: fish--china\n  - /old/#a--b: fish--china\n---\n\n"
        + "<!-- standpoint: positions -->\n| Issue | China |\n|---|---|\n| Fish | [-] still no |\n")
    let built = try run(folder, "build", "site")
    #expect(built.exitCode == 0 && built.errors.isEmpty, "\(built.errors)")
    let report = try page(folder, "reports/april")
    #expect(report.contains("id=\"fish--us\"") && report.contains("The letter was forged"))
    #expect(report.contains("id=\"fish--china\"") && report.contains("may/#fish--china\">"))
    #expect(anchors(try page(folder, "reports/may")) == ["fish--china", "a--b"])
    #expect(
      try page(folder, "old").contains(
        "data-cells=\"{&quot;a--b&quot;:&quot;../reports/may/#fish--china&quot;}\""))
  }

  @Test("a withdrawn report leaves a page that says so")
  func withdrawnReport() throws {
    let folder = try site()
    try folder.write("site/Content/reports/may.md", "# May\n\nText.\n")
    try folder.write(
      "site/Content/site.yml",
      Self.settings + "withdrawn:\n  - {address: /reports/march/, date: 2025-06-01, reason: A hoax}\n")
    let built = try run(folder, "build", "site")
    #expect(built.exitCode == 0 && built.errors.isEmpty, "\(built.errors)")
    let gone = try page(folder, "reports/march")
    #expect(gone.contains("A hoax") && gone.contains("datetime=\"2025-06-01\""))
  }

  @Test("an entry of “redirects:” whose cell does not exist is an error")
  func unknownCell() throws {
    let folder = try site()
    try folder.write(
      "site/Content/reports/april.md",
      Self.report("Fish | [+] wants it | [-] no", matter: "redirects:\n  - /old/#a--b: fish--chine\n"))
    let built = try run(folder, "build", "site")
    #expect(built.exitCode == 1 && built.errors.contains("did you mean “fish--china”?"), "\(built.errors)")
  }

  @Test("check --against compares with the site in a folder; what citations would lose is an error")
  func against() throws {
    let folder = try site()
    #expect(try run(folder, "build", "site").exitCode == 0)
    try FileManager.default.copyItem(
      at: folder.url.appending(path: "site/Public"), to: folder.url.appending(path: "live"))
    let same = try run(folder, "check", "site", "--against", "live")
    #expect(
      same.exitCode == 0 && same.output.contains("Compared with 4 published positions"), "\(same.errors)")
    // Corrected cells keep their addresses. Nothing tells the build that the U.S. were published under another name.
    try folder.write(
      "site/Content/reports/april.md",
      Self.report(
        "Fish | [--] never | [-] no", "Tariffs | [0] perhaps | [-] bad", parties: "United States | China"))
    try folder.write("site/Content/parties/united-states.md", "---\naliases: [U.S.]\n---\n")
    let renamed = try run(folder, "check", "site", "--against", "live")
    #expect(renamed.exitCode == 1)
    #expect(
      renamed.errors.contains("the cell is now at “/reports/april/#fish--united-states”"), "\(renamed.errors)"
    )
    try FileManager.default.removeItem(
      at: folder.url.appending(path: "site/Content/parties/united-states.md"))
    try folder.write(
      "site/Content/reports/april.md",
      Self.report("Fish | [--] never | [-] no", "Tariffs | [0] perhaps | [-] bad"))
    let corrected = try run(folder, "check", "site", "--against", "live")
    #expect(corrected.exitCode == 0, "\(corrected.errors)")
    try folder.write(
      "site/Content/reports/april.md",
      Self.report("Fish | — | [~] it depends | ", "Fish | [+] wants it | [-] no"))
    let changed = try run(folder, "check", "site", "--against", "live")
    #expect(
      changed.exitCode == 1
        && changed.errors.contains(
          "error: “/reports/april/#fish--china” led to “[-] no” on the published site"),
      "\(changed.errors)")
    // A folder without a site is no fault.
    try folder.write("empty/a.txt", "")
    let empty = try run(folder, "check", "site", "--against", "empty", "--quiet")
    #expect(!empty.errors.contains("on the published site"))
  }

  @Test(
    "publish changes nothing if a citation would come to mean something else, and remembers what it published"
  )
  func publish() throws {
    let folder = try site()
    #expect(try run(folder, "build", "site").exitCode == 0)
    #expect(try run(folder, "publish", "site", "--folder", "live").exitCode == 0)
    try FileManager.default.removeItem(at: folder.url.appending(path: "site/Content/reports/april.md"))
    try folder.write(
      "site/Content/reports/may.md",
      "# May\n\n<!-- standpoint: positions -->\n| Issue | China |\n|---|---|\n| Fish | [-] no |\n")
    #expect(try run(folder, "build", "site").exitCode == 0)
    let before = try folder.tree("live")
    let refused = try run(folder, "publish", "site", "--folder", "live")
    #expect(refused.exitCode == 1 && refused.errors.contains("Nothing was published"), "\(refused.errors)")
    #expect(try folder.tree("live") == before)
    // What was published keeps its anchors, without any edition.
    try FileManager.default.removeItem(at: folder.url.appending(path: "site/Content/reports/may.md"))
    try folder.write(
      "site/Content/reports/april.md",
      Self.report(
        "Fish | [++] all of it {as-of=2025-11} | —", "Fish | [+] wants it | [-] no",
        "Tariffs | [0] perhaps | [-] bad"))
    #expect(try run(folder, "build", "site").exitCode == 0)
    #expect(
      anchors(try page(folder, "reports/april")).prefix(3) == ["fish--us--2", "fish--us", "fish--china"])
    let published = try run(folder, "publish", "site", "--folder", "live")
    #expect(published.exitCode == 0, "\(published.errors)")
  }

  @Test("what was published is kept when the columns of the table change")
  func otherColumns() throws {
    let folder = try site()
    #expect(try run(folder, "build", "site").exitCode == 0)
    try folder.write(
      "site/.standpoint/published-positions.csv",
      "position,issue,issue_slug,party,party_slug,report,report_slug,date,date_origin,stance,extra,quote\r\n"
        + "reports/april/#fish--us,Fish,fish,U.S.,us,April,april,2025-04-10,front-matter,Supports,x,an older wish\r\n"
    )
    #expect(try run(folder, "publish", "site", "--folder", "live").exitCode == 0)
    try folder.write(
      "site/.standpoint/published-positions.csv",
      "position,issue,issue_slug,party,party_slug,report,report_slug,date,date_origin,stance,quote\r\n"
        + "reports/april/#fish--us,Fish,fish,U.S.,us,April,april,2025-04-10,front-matter,Supports,wants it\r\n"
        + "reports/april/#fish--us--4,Fish,fish,U.S.,us,April,april,2025-04-10,front-matter,Supports,a lost wish\r\n"
    )
    #expect(try run(folder, "publish", "site", "--folder", "live").exitCode == 0)
    let earlier = try String(
      contentsOf: folder.url.appending(path: "site/.standpoint/published-earlier.csv"), encoding: .utf8)
    #expect(earlier.contains("#fish--us--4") && earlier.contains("a lost wish"))
  }

  @Test("a page that is gone is never redirected to another subject, and generated pages ask for nothing")
  func gonePages() throws {
    let folder = try site()
    try folder.write(
      "site/.standpoint/published",
      """
      standpoint-manifest 1
      changes/now/index.html
      compare/chile--us/index.html
      issues/tarifs/index.html
      moves/index.html
      moves/2024/index.html
      parties/chile/index.html
      reports/2024/index.html
      reports/aprill/index.html
      tensions/index.html

      """)
    let checked = try run(folder, "check", "site")
    let asked = checked.errors.matches(of: /the page “([^”]+)” was published before/).map { String($0.1) }
    #expect(asked == ["/issues/tarifs/", "/parties/chile/", "/reports/aprill/"], "\(checked.errors)")
    #expect(
      !checked.errors.contains("to “/parties/china/”") && !checked.errors.contains("to “/issues/tariffs/”"))
    #expect(checked.errors.contains("add “redirects: [/reports/aprill/]” to “/reports/april/”"))
    try folder.write(
      "site/.standpoint/published",
      "standpoint-manifest 1\nreports/april/index.html\nreports/aprill/index.html\n")
    let both = try run(folder, "check", "site")
    #expect(
      both.errors.contains("add “redirects: [/reports/aprill/]” to the page that replaced it"),
      "\(both.errors)")
  }

  @Test("the page of a published source stays when no cell cites it any more")
  func source() throws {
    let folder = try site()
    let link = "[law](https://law.example/a_(1)?utm_source=x)"
    let note = "[^1]"
    let report = Self.report(
      "Fish | yes \(link) | no \(link)", "Tariffs | maybe \(link)\(note) | no \(note)",
      "Coal | no \(note) | yes")
    try folder.write(
      "site/Content/reports/may.md", report + "\n\n[^1]: The speech, see https://speech.example/2025.\n")
    #expect(try run(folder, "build", "site").exitCode == 0)
    #expect(try run(folder, "publish", "site", "--folder", "live").exitCode == 0)
    #expect(
      try folder.text("site/.standpoint/published-sources")
        == "https://law.example/a_(1)?utm_source=x\nhttps://speech.example/2025\n")
    // Corrected: the cells no longer name their sources.
    try folder.write(
      "site/Content/reports/may.md",
      Self.report("Fish | yes | no", "Tariffs | maybe | no", "Coal | no | yes"))
    #expect(try run(folder, "build", "site").exitCode == 0)
    for (slug, address) in [
      ("law-example-a-1", "https://law.example/a_(1)?utm_source=x"),
      ("speech-example-2025", "https://speech.example/2025"),
    ] {
      let page = try page(folder, "sources/\(slug)")
      #expect(page.contains("No report cites this source any more.") && page.contains("href=\"\(address)\""))
    }
    // Published again, both stay on record.
    #expect(try run(folder, "publish", "site", "--folder", "live").exitCode == 0)
    #expect(try folder.text("site/.standpoint/published-sources").contains("speech.example"))
  }
}
