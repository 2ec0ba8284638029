import Content
import Graph
import SampleArchives
import Testing

@Suite("Agreement") struct AgreementTests {
  private static func side(_ stances: Stance?...) -> PartySide { PartySide(stances) }

  @Test("of stances depends on the sign alone", arguments: Stance.allCases, Stance.allCases)
  func signs(_ one: Stance, _ other: Stance) {
    let agreement = Agreement([Self.side(one), Self.side(other)])
    guard let first = one.value, let second = other.value else {
      #expect(agreement == .unclear)
      return
    }
    #expect(agreement == (first.signum() == second.signum() ? .agree : .differ))
    #expect(Agreement.isAgainst(Self.side(one), [Self.side(other)]) == (first * second < 0))
  }

  @Test("is not guessed from standings that do not tell")
  func reasons() {
    #expect(PartySide([]).reason == .missing)
    #expect(Self.side(nil).reason == .unrated)
    #expect(Self.side(.mixed).reason == .mixed)
    #expect(Self.side(.supports, .champions).reason == .several)
    #expect(Self.side(.supports, nil).reason == .several)
    #expect(Self.side(.champions).side == .supporting && Self.side(.neutral).side == .neutral)
    for sides in [[PartySide([])], [Self.side(nil)], [Self.side(.mixed)]] {
      #expect(Agreement(sides + [Self.side(.supports)]) == .unclear)
      #expect(Agreement(sides + [Self.side(.supports), Self.side(.opposes)]) == .differ)
      #expect(!Agreement.isAgainst(Self.side(.opposes), sides + [Self.side(.supports)]))
      #expect(!Agreement.isAgainst(sides[0], [Self.side(.supports)]))
    }
    #expect(Agreement([]) == .unclear && Agreement([Self.side(.supports)]) == .unclear)
  }

  @Test("of all but one needs three parties, and two sides")
  func oneAgainstOthers() {
    let (yes, no, neutral, open) = (
      Self.side(.supports), Self.side(.redLine), Self.side(.neutral), Self.side(nil)
    )
    #expect(Agreement.oneAgainstOthers([yes, no]) == nil)
    #expect(Agreement.oneAgainstOthers([yes, no, yes]) == 1)
    #expect(Agreement.oneAgainstOthers([no, no, no, yes]) == 3)
    #expect(Agreement.oneAgainstOthers([yes, yes, no, no]) == nil)
    #expect(Agreement.oneAgainstOthers([yes, yes, neutral]) == nil)
    #expect(Agreement.oneAgainstOthers([no, neutral, neutral]) == nil)
    #expect(Agreement.oneAgainstOthers([yes, open, no]) == nil)
    #expect(Agreement.oneAgainstOthers([yes, yes, yes]) == nil)
  }

  private static let report = """
    # A

    | Aspect | A1 | B1 | C1 | D1 |
    |---|---|---|---|---|
    | Coal | [+] Yes | [++] Yes | [-] No | |
    | Gas | [+] Yes | [-] No | [-] No | |
    | Oil | [+] Yes | Perhaps | [--] No | |
    | Wind | | | [+] Yes | |
    | Sun | | | | [+] Yes |
    """

  @Test("of several parties is told for each issue on which one of them holds a position")
  func rows() {
    let graph = SampleSite([("reports/a.md", Self.report)]).graph
    let parties = (0..<2).map { ID<Party>($0) }
    let agreement = PartyAgreement(of: parties, against: ID(2), in: graph)
    let lines = agreement.rows.map { row in
      "\(graph.issues[row.issue.index].name): \(row.agreement)" + (row.isAgainstOpponent ? ", against" : "")
    }
    #expect(lines == ["Coal: agree, against", "Gas: differ", "Oil: unclear", "Wind: unclear"])
    #expect(PartyAgreement(of: parties, in: graph).rows.count == 3)
  }

  @Test("takes the standing: a superseded stance does not count, concurrent ones do not tell")
  func standing() {
    let report = { (date: String, mark: String) in
      "---\ndate: \(date)\n---\n\n| Aspect | A1 | B1 |\n|---|---|---|\n| Gas | \(mark) Words | [+] Words |\n"
    }
    let moved = SampleSite([
      ("reports/a.md", report("2024-01-01", "[-]")), ("reports/b.md", report("2025-01-01", "[+]")),
    ]).graph
    #expect(PartyAgreement(of: [ID(0), ID(1)], in: moved).rows.map(\.agreement) == [.agree])
    let several = SampleSite([
      ("reports/a.md", report("2025-01-01", "[-]")), ("reports/b.md", report("2025-01-01", "[+]")),
    ]).graph
    let row = PartyAgreement(of: [ID(0), ID(1)], in: several).rows.first
    #expect(row?.agreement == .unclear && row?.sides.map(\.reason) == [.several, nil])
  }
}

@Suite("Names of a graph’s subjects") struct SubjectNamesTests {
  private static let names = SubjectNames(
    SampleSite([
      (
        "reports/a.md",
        "# A\n\n| Aspect | Russian Government | U.S. |\n|---|---|---|\n| NATO expansion | [+] Yes | [-] No |\n"
      ),
      ("issues/nato-expansion.md", "---\ntitle: NATO expansion\naliases: [Enlargement]\n---\n"),
    ]).graph)

  @Test("include aliases, forms without a generic last word, and slugs, regardless of case")
  func found() {
    for name in ["Russian Government", "russian", "Russian Position", "RUSSIAN"] {
      #expect(Self.names.party(name) == ID(0), "\(name)")
    }
    #expect(Self.names.party("US") == ID(1) && Self.names.issue("NATO-Expansion") == ID(0))
    for name in ["nato Expansion", "enlargement", "nato-expansion"] {
      #expect(Self.names.issue(name) == ID(0), "\(name)")
    }
    #expect(Self.names.issue("U.S.") == nil && Self.names.party("Enlargement") == nil)
  }

  @Test("are suggested for names with a few wrong letters")
  func near() {
    #expect(Self.names.partyName(near: "Russian Goverment") == "Russian Government")
    #expect(Self.names.issueName(near: "Enlargemnt") == "Enlargement")
    #expect(Self.names.issueName(near: "Fish") == nil)
  }
}
