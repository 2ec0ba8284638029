import Content
import Diagnostics
import Editions
import SampleArchives
import Testing

/// Whether the address of a published cell still leads to what it led to.
@Suite("Addresses of published cells")
struct PublishedAnchorsTests {
  private typealias States = RecordedStates

  private static func broken(_ before: [(String, String)], _ after: [(String, String)]) -> [String] {
    PublishedAnchors(of: States.edition(after)).broken(from: [States.edition(before, named: "one")]).map {
      "\($0.cited.position.text) → "
        + ($0.moved.map { "at \($0.position.anchor)" } ?? $0.now?.position.text ?? "nothing")
    }
  }

  private static let january = States.report("january", "2025-01-10", rows: "Fish | [+] yes | [-] no")

  @Test("a row inserted above another of the same issue turns its citations into others")
  func insertedRow() {
    let after = States.report(
      "january", "2025-01-10", rows: "Fish | [--] never at all | —", "Fish | [+] yes | [-] no")
    #expect(Self.broken([Self.january], [after]) == ["yes → never at all"])
  }

  @Test("names that are merged turn citations into others")
  func mergedNames() {
    let before = States.report(
      "april", "2025-04-10", rows: "Allowances | [-] against | —", "Free allowances | [+] for them | —")
    let alias = ("issues/free-allowances.md", "---\naliases: [Allowances]\n---\n")
    #expect(
      Self.broken([before], [before, alias]) == ["against → at free-allowances--north", "for them → against"])
  }

  @Test(
    "names that are swapped between files turn citations into those of the other party, also with equal words"
  )
  func swappedNames() {
    func parties(_ first: String, _ second: String) -> [(String, String)] {
      [("parties/a.md", "---\ntitle: \(first)\n---\n"), ("parties/b.md", "---\ntitle: \(second)\n---\n")]
    }
    let report = States.report(
      "january", "2025-01-10", rows: "Fish | [+] yes | [-] no", "Water | [+] yes | [+] yes")
    #expect(
      Self.broken([report] + parties("North", "South"), [report] + parties("South", "North")) == [
        "yes → no", "no → yes", "yes → yes", "yes → yes",
      ])
  }

  @Test("a corrected cell keeps its address, and so does an unchanged one")
  func corrected() {
    let after = States.report("january", "2025-01-10", rows: "Fish | [--] never | [-] no")
    #expect(Self.broken([Self.january], [after]) == [])
    #expect(Self.broken([Self.january], [Self.january]) == [])
  }

  @Test("a removed cell leaves its citations without a target")
  func removed() {
    let after = States.report("january", "2025-01-10", rows: "Fish | [+] yes | ")
    #expect(Self.broken([Self.january], [after]) == ["no → nothing"])
  }

  @Test("a newer position in the same cell takes the address of the old one")
  func newer() {
    func table(_ cell: String) -> [(String, String)] {
      [States.report("table", "2025-01-10", matter: "updated: 2025-12-01\n", rows: "Fish | \(cell) | —")]
    }
    #expect(
      Self.broken(table("[+] yes {as-of=2025-01}"), table("[-] no {as-of=2025-05}")) == ["yes → no"])
  }

  @Test("newer silence takes the address of a position that still stands, an edit into silence does not")
  func silence() {
    func table(_ cell: String) -> [(String, String)] {
      [States.report("table", "2025-01-10", matter: "updated: 2025-12-01\n", rows: "Fish | \(cell) | [-] no")]
    }
    let before = table("[+] yes")
    #expect(Self.broken(before, table("not discussed {as-of=2025-05}")) == ["yes → nothing"])
    #expect(Self.broken(before, table("not discussed")) == [])
  }

  @Test("a report that is withheld or renamed breaks no citation")
  func withheldAndRenamed() {
    let withheld = States.edition(
      [], withheld: [FrozenWithheldReport(path: "reports/january.md", slug: "january", reason: "a draft")])
    #expect(PublishedAnchors(of: withheld).broken(from: [States.edition([Self.january])]).isEmpty)
    let renamed = States.report(
      "winter", "2025-01-10", matter: "redirects: [/reports/january/]\n", rows: "Fish | [+] yes | [-] no")
    #expect(Self.broken([Self.january], [renamed]) == [])
  }

  @Test("the author is told what the address led to, and what it leads to now")
  func messages() {
    func printed(_ after: (String, String)) -> String {
      let site = SampleSite([after])
      let broken = PublishedAnchors(of: States.edition([after]))
        .broken(from: [States.edition([Self.january], named: "one")])
      let diagnostics = CitationQuestions(broken, graph: site.graph).diagnostics
      return DiagnosticPrinter { _ in Array(after.1.utf8) }.text(DiagnosticPolicy().apply(to: diagnostics))
    }
    let inserted = States.report(
      "january", "2025-01-10", rows: "Fish | [--] never at all | —", "Fish | [+] yes | [-] no")
    #expect(
      printed(inserted) == """
        Content/reports/january.md:9:10: warning: “/reports/january/#fish--north” led to “[+] yes” in the edition “one” but now leads to “[--] never at all” [published-anchor-changed]
           9 | | Fish | [--] never at all | — |
             |          ^~~~~~~~~~~~~~~~~
             = help: put the new cell below the published one, or record an edition of the published state first: cells keep any address recorded in an edition

        """)
    let removed = States.report("january", "2025-01-10", rows: "Fish | [+] yes | ")
    #expect(
      printed(removed) == """
        Content/reports/january.md: warning: “/reports/january/#fish--south” led to “[-] no” in the edition “one” but no longer leads anywhere [published-anchor-gone]
             = help: restore the cell, give its new place in “redirects:” of a report, or withdraw it with “withdrawn:” in site.yml

        """)
  }
}
