import Foundation
import Testing

/// What becomes of published addresses when the record is edited, merged, moved and shown as of a day.
@Suite("Kept addresses") struct KeptAddressTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.write("site/Content/site.yml", "title: Test\nsearch: off\nbase-url: https://site.example/\n")
    try write("Fish | [+] yes please | [-] no thanks", "Water | [--] never | [0] neutral")
  }

  private func write(_ rows: String..., matter: String = "", parties: String = "North | South") throws {
    try write("plan", rows, matter: matter, parties: parties)
  }

  private func write(
    _ name: String, _ rows: [String], matter: String = "", parties: String = "North | South"
  ) throws {
    let lines = rows.map { "| \($0) |" }.joined(separator: "\n")
    try folder.write(
      "site/Content/reports/\(name).md",
      """
      ---
      date: 2025-01-10
      \(matter)---

      # The \(name)

      <!-- standpoint: positions -->
      | Issue | \(parties) |
      |---|---|---|
      \(lines)
      """)
  }

  /// A newer position of North on Fish, in the cell of the old one.
  private func move(_ cell: String = "[-] no more {as-of=2025-02-10}") throws {
    try write(
      "Fish | \(cell) | [-] no thanks", "Water | [--] never | [0] neutral", matter: "updated: 2025-03-11\n")
  }

  @discardableResult
  private func run(_ arguments: String..., exitCode: Int32 = 0) throws -> Tool.Run {
    let run = try Tool(folder: folder).start(arguments).finish()
    #expect(run.exitCode == exitCode, "\(arguments): \(run.errors)")
    return run
  }

  private func page(_ path: String) throws -> String { try folder.text("site/Public/\(path)/index.html") }

  /// The ids of cells in a page, in order.
  private func ids(_ path: String) throws -> [String] {
    try page(path).matches(of: /id="([a-z0-9-]+--[a-z0-9-]+)"/).map { String($0.1) }
  }

  @Test("what only publish made public stays on every later build, over several moves")
  func publishedOnly() throws {
    for step in 0..<3 {
      if step == 1 { try move() }
      if step == 2 { try move("[+] yes again {as-of=2025-03-10}") }
      try run("build", "site")
      try run("publish", "site", "--folder", "live")
    }
    try run("build", "site")
    let report = try ids("reports/plan")
    #expect(report.contains("fish--north") && report.contains("fish--north--2"), "\(report)")
    #expect(report.contains("fish--north--3"))
    let issue = try ids("issues/fish")
    #expect(issue.contains("north--plan") && issue.contains("north--plan--2"), "\(issue)")
  }

  @Test(
    "the page of a source that was published stays when fewer positions rest on it",
    arguments: ["pretty", "plain"])
  func publishedSource(style: String) throws {
    try folder.write(
      "site/Content/site.yml",
      "title: Test\nsearch: off\nbase-url: https://site.example/\naddresses: \(style)\n")
    let law = "[law](https://a.example/Law_1/?utm_source=mail)"
    try write("Fish | [+] yes \(law) | [-] no \(law)", "Water | [--] never \(law) | [0] neutral")
    let page = "site/Public/sources/a-example-law-1" + (style == "pretty" ? "/index.html" : ".html")
    try run("build", "site")
    #expect(try folder.text(page).contains("3 positions"))
    try run("publish", "site", "--folder", "live")
    try write("Fish | [+] yes | [-] no [law](http://A.example/Law_1#p3)", "Water | [--] never | [0] neutral")
    try run("build", "site")
    #expect(try folder.text(page).contains("1 position"))
    try run("publish", "site", "--folder", "live")
    #expect(try run("check", "site").errors.contains("published-page-gone") == false)
    // Without a position, it stays while a report links to it.
    try write("Fish | [+] yes | [-] no", "Water | [--] never | [0] neutral", matter: "summary: S\n")
    try folder.write("site/Content/reports/prose.md", "# Prose\n\nSee \(law).\n")
    try run("build", "site")
    #expect(try folder.text(page).contains("Prose"))
    // Nothing was published from this folder before, so one position gives no page.
    try FileManager.default.removeItem(at: folder.url.appending(path: "site/.standpoint"))
    try run("build", "site")
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: page).path))
  }

  @Test(
    "the page of a source stays reachable when its file or its key gets another name",
    arguments: ["pretty", "plain"])
  func renamedSource(style: String) throws {
    try folder.write(
      "site/Content/site.yml",
      "title: Test\nsearch: off\nbase-url: https://site.example/\naddresses: \(style)\n")
    try folder.write("site/Content/sources/speech.md", "---\ntitle: Speech\nurl: https://a.example/s\n---\n")
    try folder.write(
      "site/Content/sources.json",
      #"[{"id": "law", "type": "book", "title": "Law", "URL": "https://a.example/law/"}]"#)
    try write("Fish | [+] yes[@speech] | [-] no[@law]", "Water | [--] never | [0] neutral")
    try run("build", "site")
    try run("publish", "site", "--folder", "live")
    let ledger = try folder.text("site/.standpoint/published-sources")
    #expect(ledger == "https://a.example/law/\tlaw\nhttps://a.example/s\tspeech\n")
    try FileManager.default.moveItem(
      at: folder.url.appending(path: "site/Content/sources/speech.md"),
      to: folder.url.appending(path: "site/Content/sources/address.md"))
    try folder.write(
      "site/Content/sources.json",
      #"[{"id": "statute", "type": "book", "title": "Law", "URL": "http://A.example/law"}]"#)
    try write("Fish | [+] yes[@address] | [-] no[@statute]", "Water | [--] never | [0] neutral")
    let end = style == "pretty" ? "/index.html" : ".html"
    for _ in 0..<2 {
      try run("build", "site")
      for (old, new) in [("speech", "address"), ("law", "statute")] {
        let page = try folder.text("site/Public/sources/\(old)\(end)")
        #expect(page.contains("sources/\(new)") && page.contains("data-to="), "\(page)")
      }
      #expect(try run("check", "site").errors.contains("published-page-gone") == false)
      try run("publish", "site", "--folder", "live")
    }
    #expect(try folder.text("site/.standpoint/published-sources").split(separator: "\n").count == 4)
  }

  @Test("an alias that no edition knows of is an error for what is published, with the redirect to add")
  func aliasWithoutLedger() throws {
    try run("build", "site")
    try FileManager.default.moveItem(
      at: folder.url.appending(path: "site/Public"), to: folder.url.appending(path: "live"))
    try write("Fishing | [+] yes please | [-] no thanks", "Water | [--] never | [0] neutral")
    try folder.write("site/Content/issues/fishing.md", "---\naliases: [Fish]\n---\n")
    let checked = try run("check", "site", "--against", "live", exitCode: 1)
    #expect(
      checked.errors.contains(
        "no longer leads anywhere; the cell is now at “/reports/plan/#fishing--north”"), "\(checked.errors)")
    #expect(checked.errors.contains("add - /reports/plan/#fish--north: fishing--north to “redirects:”"))
    try write(
      "Fishing | [+] yes please | [-] no thanks", "Water | [--] never | [0] neutral",
      matter:
        "redirects:\n  - /reports/plan/#fish--north: fishing--north\n  - /reports/plan/#fish--south: fishing--south\n"
    )
    // The cells are answered, but the page of the issue is still gone.
    let page = try run("check", "site", "--against", "live", exitCode: 1)
    #expect(page.errors.contains("add “redirects: [/issues/fish/]” to Content/issues/fishing.md"))
    try folder.write(
      "site/Content/issues/fishing.md", "---\naliases: [Fish]\nredirects: [/issues/fish/]\n---\n")
    try run("check", "site", "--against", "live")
  }

  @Test("names that are merged never share an anchor, and their old pages lead to their own positions")
  func merged() throws {
    try write("Fish | [+] yes please | [-] no thanks", parties: "U.S. | South")
    try folder.write(
      "site/Content/reports/plan.md",
      try folder.text("site/Content/reports/plan.md")
        + "\n\n<!-- standpoint: positions -->\n| Issue | Washington |\n|---|---|\n| Fish | [--] absolutely never |\n"
    )
    try run("edition", "one", "site")
    try folder.write("site/Content/parties/united-states.md", "---\naliases: [U.S., Washington]\n---\n")
    try run("build", "site")
    for path in ["parties/united-states", "issues/fish", "reports/plan"] {
      let ids = try ids(path)
      #expect(Set(ids).count == ids.count, "\(path): \(ids)")
    }
    let redirect = try page("parties/washington")
    #expect(redirect.contains("<a href=\"../../parties/united-states/#fish--plan--2\">"), "\(redirect)")
    #expect(redirect.contains("<p id=\"fish--plan\">"))
  }

  @Test("a cell that is relocated takes its address along")
  func relocated() throws {
    try run("edition", "one", "site")
    try run("build", "site")
    try FileManager.default.moveItem(
      at: folder.url.appending(path: "site/Public"), to: folder.url.appending(path: "live"))
    // The row has another name, and nobody says that it is the same.
    try write("Fishing quotas | [+] yes please | [-] no thanks", "Water | [--] never | [0] neutral")
    let renamed = try run("build", "site")
    #expect(!renamed.errors.contains("led to"), "\(renamed.errors)")
    #expect(renamed.errors.contains("if that is another name for the issue, add it to “aliases:”"))
    #expect(try ids("reports/plan").contains("fish--north"))
    // The report has another name, too.
    try write("Fish | [+] yes please | [-] no thanks", "Water | [--] never | [0] neutral")
    try FileManager.default.moveItem(
      at: folder.url.appending(path: "site/Content/reports/plan.md"),
      to: folder.url.appending(path: "site/Content/reports/scheme.md"))
    let moved = try run("build", "site")
    #expect(!moved.errors.contains("led to"), "\(moved.errors)")
    let compared = try run("check", "site", "--against", "live", exitCode: 1)
    #expect(
      compared.errors.contains("the cell is now at “/reports/scheme/#fish--north”"), "\(compared.errors)")
    #expect(compared.errors.contains("add “redirects: [/reports/plan/]” to Content/reports/scheme.md"))
    // A row is in another report now.
    try write("plan", ["Water | [--] never | [0] neutral"])
    try write("scheme", ["Fish | [+] yes please | [-] no thanks"])
    let split = try run("build", "site")
    #expect(!split.errors.contains("led to"), "\(split.errors)")
    #expect(try page("reports/plan").contains("id=\"fish--north\""))
    #expect(try page("reports/plan").contains("../../reports/scheme/#fish--north"))
  }

  @Test("the record of a day has the anchors and the words of that day")
  func recordOfADay() throws {
    try run("edition", "one", "site", "--now", "2025-01-15")
    try move()
    try run("edition", "two", "site", "--now", "2025-02-15")
    try move("[+] yes again {as-of=2025-03-10}")
    try run("edition", "three", "site", "--now", "2025-03-15")
    try run("build", "site")
    #expect(try ids("reports/plan").contains("fish--north--3"))
    try run("build", "site", "--as-of", "2025-02-15")
    let february = try page("reports/plan")
    #expect(february.contains("id=\"fish--north--2\">") && february.contains("no more"))
    #expect(!february.contains("fish--north--3") && !february.contains("yes again"))
    #expect(!folder.exists("site/Public/editions/three"))
    try run("build", "site", "--as-of", "2025-01-20")
    let january = try page("reports/plan")
    #expect(january.contains("id=\"fish--north\"") && !january.contains("class=\"as-of\""))
    let difference = try run("diff", "one", "now", "site")
    #expect(difference.output.contains("North returned"), "\(difference.output)")
  }

  @Test("a correction keeps the address: one that takes a later date back, and one that empties the cell")
  func corrected() throws {
    try run("edition", "one", "site")
    try move()
    try run("build", "site")
    try run("publish", "site", "--folder", "live")
    try move("[-] no more")
    let back = try run("build", "site")
    #expect(!back.errors.contains("led to"), "\(back.errors)")
    let report = try ids("reports/plan")
    #expect(report.contains("fish--north") && report.contains("fish--north--2"), "\(report)")
    try write(
      "Fish | [-] no more | ", "Water | [--] never | [0] neutral",
      matter:
        "updated: 2025-03-11\ncorrections:\n  - {date: 2025-03-05, position: \"[[Fish#South]]\", note: Never said}\n"
    )
    let emptied = try run("build", "site")
    #expect(!emptied.errors.contains("fish--south"), "\(emptied.errors)")
    #expect(try ids("reports/plan").contains("fish--south"))
  }

  @Test("an entry of “withdrawn:” whose cell is still there is reported")
  func stillThere() throws {
    try folder.write(
      "site/Content/site.yml",
      "title: Test\nsearch: off\nwithdrawn:\n  - {address: /reports/plan/#fish--north, date: 2025-06-01, reason: Forged}\n"
    )
    let built = try run("build", "site")
    #expect(
      built.errors.contains(
        "“/reports/plan/#fish--north” is not withdrawn: the cell is still in Content/reports/plan.md"),
      "\(built.errors)")
  }

  @Test("the entries of the feed of moves keep their addresses when the cell moves again")
  func feed() throws {
    func addresses() throws -> [String] {
      try folder.text("site/Public/moves/feed.xml").matches(of: /<id>([^<]+)<\/id>/).map { String($0.1) }
    }
    try run("edition", "one", "site", "--now", "2025-01-15")
    try move()
    try run("edition", "two", "site", "--now", "2025-02-15")
    try run("build", "site")
    let first = try addresses()
    try move("[+] yes again {as-of=2025-03-10}")
    try run("build", "site")
    let second = try addresses()
    #expect(first.count == 2 && Set(second).isSuperset(of: first), "\(first) \(second)")
  }

  private func parties(_ first: String, _ second: String) throws {
    try folder.write("site/Content/parties/a.md", "---\ntitle: \(first)\n---\n")
    try folder.write("site/Content/parties/b.md", "---\ntitle: \(second)\n---\n")
  }

  @Test(
    "names that are swapped between two files keep the addresses of an edition; without one it is an error")
  func swappedNames() throws {
    try parties("North", "South")
    try run("build", "site")
    try FileManager.default.moveItem(
      at: folder.url.appending(path: "site/Public"), to: folder.url.appending(path: "live"))
    try parties("South", "North")
    let checked = try run("check", "site", "--against", "live", exitCode: 1)
    #expect(
      checked.errors.contains(
        "“/reports/plan/#fish--a” led to “[+] yes please” on the published site but now leads to “[-] no thanks”"
      ), "\(checked.errors)")
    #expect(
      checked.errors.contains(
        "“/parties/a/” was the page of “North” on the published site but is now the page of “South”"),
      "\(checked.errors)")
    try parties("North", "South")
    try run("edition", "one", "site")
    try parties("South", "North")
    let built = try run("build", "site")
    #expect(!built.errors.contains("[changed-since-edition]"), "\(built.errors)")
    #expect(built.errors.contains("“/parties/a/” was the page of “North” in the edition “one”"))
    let report = try page("reports/plan")
    let north = try #require(report.range(of: "id=\"fish--a\""))
    #expect(report[north.upperBound...].prefix(200).contains("yes please"), "\(report)")
    let ids = try ids("reports/plan")
    #expect(Set(ids).count == ids.count, "\(ids)")
  }
}
