import Diagnostics
import Testing

@testable import Content

@Suite("Memberships in front matter") struct MembershipTests {
  private static func read(_ yaml: String) -> Reading {
    Reading("---\n\(yaml)\n---\nText\n", path: "parties/a.md")
  }

  private static func memberships(_ yaml: String) -> [String] {
    guard case .party(let party) = read(yaml).authored else { return ["not a party"] }
    return party.memberOf.map { entry in
      "\(entry.bloc.text) \(entry.period.from?.description ?? "") to \(entry.period.to?.description ?? "")"
    }
  }

  @Test("are names or maps with dates, one alone or in a list")
  func forms() {
    #expect(Self.memberships("member-of: European Union") == ["European Union  to "])
    #expect(Self.memberships("member-of: [EU, OSCE]") == ["EU  to ", "OSCE  to "])
    #expect(
      Self.memberships("member-of: {party: EU, from: 1973, to: 2020-01-31}") == ["EU 1973 to 2020-01-31"])
    #expect(
      Self.memberships("member-of:\n  - NATO\n  - party: EU\n    from: 2004-05\n") == [
        "NATO  to ", "EU 2004-05 to ",
      ])
    #expect(Self.memberships("member-of:") == [])
    #expect(Self.memberships("member-of: []") == [])
  }

  @Test("that cannot be read are reported where they are")
  func problems() {
    #expect(
      Self.read("member-of:\n  - {from: 2004}\n  - [EU]\n  - {party: EU, since: 2004}\n").printed == """
        Content/parties/a.md:3:5: error: this entry of “member-of” does not name a party [wrong-type]
           3 |   - {from: 2004}
             |     ^~~~~~~~~~~~
             = help: add “party:” with the name of the bloc, such as “party: European Union”
        Content/parties/a.md:4:5: error: each entry of “member-of” should be the name of a party, or a map with “party”, “from” and “to” [wrong-type]
           4 |   - [EU]
             |     ^~~~
        Content/parties/a.md:5:17: warning: unknown key “since” [unknown-key]
           5 |   - {party: EU, since: 2004}
             |                 ^~~~~

        """)
    #expect(
      Self.read("member-of: {party: EU, from: 2020, to: 2004-05}").printed == """
        Content/parties/a.md:2:40: error: “to” (2004-05) is before “from” (2020) [invalid-value]
           2 | member-of: {party: EU, from: 2020, to: 2004-05}
             |                                        ^~~~~~~
             = help: correct one of the two dates

        """)
  }

  @Test("and lifetimes may end in the year or month in which they begin")
  func sameYear() {
    #expect(Self.read("from: 2025-02-10\nto: 2025").printed == "")
    #expect(Self.read("from: 2025\nto: 2025-03").printed == "")
    #expect(Self.read("from: 2025\nto: 2024-12").printed.contains("“to” (2024-12) is before “from” (2025)"))
  }
}
