import Content
import Diagnostics
import Editions
import Testing

@testable import Site

/// What a published edition shows after the site has changed: its data file and its words stay as they were.
@Suite("An edition after later builds") struct LastingEditionTests {
  private struct Later: CustomTestStringConvertible {
    let testDescription: String
    var files: [String: String] = LastingEditionTests.files()
    var settings = SiteSettings(switches: PageRegistry.switches)
    /// Editions that were made after the first one.
    var editions: [Edition] = []
  }

  private static func files(
    _ fish: String = "[+] More fish, “as much as we can” | [-] No fish", matter: String = ""
  ) -> [String: String] {
    RememberedTable.report(fish, water: "n/a | [--] Leave it", updated: "2025-05-02", matter: matter)
      .merging([
        "issues/fish.md": "---\nproposition: Fish may be caught.\n---\n",
        "parties/north.md": "---\nacts-for: State\nfrom: 2020\n---\n",
        "parties/state.md": "# State\n",
      ]) { $1 }
  }

  private static func with(_ changes: [String: String?], _ fish: String? = nil) -> [String: String] {
    var files = fish.map { self.files($0) } ?? files()
    for (path, text) in changes { files[path] = text }
    return files
  }

  private static let moved = "[--] Never {as-of=2025-05-02} | n/a {as-of=2025-05-02}"

  private static let later: [Later] = [
    Later(testDescription: "a move and newer silence", files: with([:], moved)),
    Later(
      testDescription: "a correction with a note",
      files: files(
        "[-] Less fish | [-] No fish", matter: "corrections: [{date: 2025-03-01, note: Wrong word}]\n")),
    Later(testDescription: "a removed cell", files: with([:], "| [-] No fish")),
    Later(testDescription: "a withdrawn position", files: with([:], "| [-] No fish"), settings: withdrawn),
    Later(
      testDescription: "a renamed report",
      files: with([
        "reports/table.md": nil,
        "reports/list.md": files(matter: "redirects: [/reports/table/]\n")["reports/table.md"]?
          .replacing("The table", with: "The list"),
      ])),
    Later(testDescription: "a removed report", files: with(["reports/table.md": nil])),
    Later(
      testDescription: "a report that is a draft", files: files(matter: "draft: true\n")),
    Later(
      testDescription: "a renamed party",
      files: with(["parties/north.md": "---\ntitle: Northern Union\naliases: [North]\nto: 2025-03\n---\n"])),
    Later(
      testDescription: "merged parties",
      files: with(["parties/north.md": nil, "parties/south.md": "---\naliases: [North]\n---\n"])),
    Later(
      testDescription: "a renamed issue under another proposition",
      files: with([
        "issues/fish.md":
          "---\ntitle: Fishing\naliases: [Fish]\nproposition: Fish may not be caught.\nproposition-history:\n  - {until: 2025-03, text: Fish may be caught.}\n---\n"
      ])),
    Later(
      testDescription: "merged issues",
      files: with(["issues/fish.md": "---\naliases: [Water]\n---\n"])),
    Later(
      testDescription: "two later editions, one of which withdraws another position", files: with([:], moved),
      editions: [spring, summer]),
    Later(testDescription: "other names of stances", settings: renamedStances),
    Later(testDescription: "another language", settings: german),
  ]

  private static let spring = Edition.of(with([:], moved), named: "spring", month: 5)
  private static let summer: Edition = {
    var records = Edition.of(with([:], moved), named: "summer", month: 6).records
    records.withdrawals = [
      Withdrawal(
        .position("reports/table/#fish--north--2"), date: PartialDate(year: 2025, month: 6), reason: "Forged")
    ]
    let day = PartialDate(year: 2025, month: 6, day: 1)
    return Edition(
      name: "summer", date: day, origin: Edition.Origin(made: day, includesDrafts: false), records: records)
  }()

  private static var withdrawn: SiteSettings {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.withdrawn = [
      AuthoredWithdrawal(
        page: "reports/table", anchor: "fish--north", date: PartialDate(year: 2025, month: 5, day: 20),
        reason: "The letter was forged", place: Place(path: "site.yml"))
    ]
    return settings
  }

  private static var renamedStances: SiteSettings {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.stanceNames = [.supports: "In favour"]
    return settings
  }

  private static var german: SiteSettings {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.language = "de"
    return settings
  }

  private static func site(_ later: Later) -> WrittenSite {
    WrittenSite(
      later.files, settings: later.settings, today: PartialDate("2025-07-01"),
      editions: [.of(files())] + later.editions)
  }

  /// The parts of the edition’s page that hold the record, without markup.
  private static func words(_ page: String) -> [String] {
    let parts = [
      /<h3 id=[^>]*>.*?<\/h3>/, /<ul class="edition-positions">[\s\S]*?<\/ul>/,
      /<table class="matrix">[\s\S]*?<\/table>/, /<ul class="edition-reports">[\s\S]*?<\/ul>/,
    ]
    return parts.flatMap { part in
      page.matches(of: part).map { String($0.output).replacing(/<[^>]*>/, with: "") }
    }
  }

  @Test("its data file keeps every byte", arguments: later)
  private func data(_ later: Later) throws {
    func file(_ site: WrittenSite) throws -> [UInt8] {
      site.plan.render(try #require(site.plan.pages.first { $0.path == "editions/winter.json" })).bytes
    }
    #expect(try file(Self.site(later)) == file(Self.site(Later(testDescription: "no change"))))
  }

  @Test("its record keeps its words", arguments: later)
  private func words(_ later: Later) {
    let before = Self.words(
      Self.site(Later(testDescription: "no change")).page("editions/winter/index.html"))
    let after = Self.words(Self.site(later).page("editions/winter/index.html"))
    #expect(before.count == 6)
    if later.settings.language != "de", later.settings.stanceNames.isEmpty {
      #expect(after == before)
    } else {
      // Dates and the names of stances are those of the interface.
      let all = after.joined()
      for word in ["More fish, “as much as we can”", "No fish", "Leave it", "Fish", "North", "The table"] {
        #expect(all.contains(word), "\(word)")
      }
    }
  }
}
