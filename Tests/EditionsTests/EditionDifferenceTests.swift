import Content
import Editions
import Testing

@Suite("Differences between two editions")
struct EditionDifferenceTests {
  private static func edition(
    named name: String = "a", issues: [FrozenIssue]? = nil, parties: [FrozenParty]? = nil,
    holding positions: [FrozenPosition]
  ) -> Edition {
    let reports = Set(positions.map(\.report)).sorted()
    return Edition(
      name: name, date: PartialDate(year: 2025),
      reports: reports.map { FrozenReport(slug: $0, path: "reports/\($0).md", title: $0, date: nil) },
      issues: issues
        ?? Set(positions.map(\.issue)).map { FrozenIssue(slug: $0, name: $0, aliases: [], proposition: nil) },
      parties: parties
        ?? Set(positions.map(\.party)).map { FrozenParty(slug: $0, name: $0, aliases: [], actsFor: nil) },
      positions: positions)
  }

  private static func position(
    _ stance: Stance? = nil, _ quote: String = "keeps them", issue: String = "gas", party: String = "us",
    ordinal: Int = 1, date: PartialDate? = nil
  ) -> FrozenPosition {
    FrozenPosition(
      issue: issue, party: party, report: "plan", ordinal: ordinal, quote: quote, stance: stance, date: date,
      origin: date == nil ? .none : .cell, anchor: "\(issue)--\(party)\(ordinal > 1 ? "--\(ordinal)" : "")")
  }

  private static func kinds(_ old: FrozenPosition, _ new: FrozenPosition) -> [PositionChange.Kind] {
    EditionDifference(from: edition(holding: [old]), to: edition(named: "b", holding: [new])).positions
      .flatMap(\.kinds)
  }

  @Test(
    "stances change on a scale of five; unrated and mixed ones are not on the scale",
    arguments: [
      (Stance.supports, Stance.champions, PositionChange.Kind.hardened),
      (.opposes, .redLine, .hardened), (.neutral, .opposes, .hardened), (.champions, .supports, .softened),
      (.redLine, .neutral, .softened), (.champions, .redLine, .reversed), (.opposes, .supports, .reversed),
      (.mixed, .supports, .restanced), (.redLine, .mixed, .restanced), (nil, .neutral, .restanced),
      (.champions, nil, .restanced), (nil, .mixed, .restanced),
    ] as [(Stance?, Stance?, PositionChange.Kind)])
  func stances(old: Stance?, new: Stance?, kind: PositionChange.Kind) {
    #expect(Self.kinds(Self.position(old), Self.position(new)) == [kind])
  }

  @Test("changes of words, dates and order are distinguished")
  func otherChanges() {
    #expect(Self.kinds(Self.position(nil, "keeps them"), Self.position(nil, "keeps all")) == [.reworded])
    #expect(Self.kinds(Self.position(), Self.position(date: PartialDate(year: 2025))) == [.redated])
    #expect(Self.kinds(Self.position(), Self.position(ordinal: 2)) == [.moved])
    #expect(Self.kinds(Self.position(), Self.position()).isEmpty)
  }

  @Test("a row inserted before others of its pair moves them and rewords nothing")
  func insertedRow() {
    let old = Self.edition(holding: [Self.position(nil, "one"), Self.position(nil, "two", ordinal: 2)])
    let new = Self.edition(
      named: "b",
      holding: [
        Self.position(nil, "new"), Self.position(nil, "one", ordinal: 2),
        Self.position(nil, "two", ordinal: 3),
      ])
    let difference = EditionDifference(from: old, to: new)
    #expect(difference.positions.map(\.kinds) == [[.added], [.moved], [.moved]])
  }

  @Test("an issue renamed through an alias loses no position")
  func renaming() throws {
    let old = Self.edition(holding: [
      Self.position(.supports, issue: "gas"), Self.position(.opposes, issue: "oil"),
    ])
    let new = Self.edition(
      named: "b",
      issues: [
        FrozenIssue(slug: "energy", name: "Energy", aliases: ["Gas"], proposition: "It flows."),
        FrozenIssue(slug: "oil", name: "oil", aliases: [], proposition: nil),
      ], holding: [Self.position(.supports, issue: "energy"), Self.position(.opposes, issue: "oil")])
    let difference = EditionDifference(from: old, to: new)
    #expect(difference.positions.isEmpty)
    let change = try #require(difference.subjects.first)
    #expect(difference.subjects.count == 1)
    #expect(change.isRenamed)
    #expect(change.before.map(\.name) == ["gas"])
    #expect(change.after.map(\.name) == ["Energy"])
    #expect(change.fields.map(\.name) == [.proposition])
  }

  @Test("added and removed aliases are a difference; the old name of a renamed subject is not")
  func aliases() {
    func edition(_ name: String, _ aliases: [String]) -> Edition {
      Self.edition(
        issues: [FrozenIssue(slug: "gas", name: name, aliases: aliases, proposition: nil)], holding: [])
    }
    func difference(_ old: Edition, _ new: Edition) -> String {
      DifferenceText.text(EditionDifference(from: old, to: new))
    }
    #expect(
      difference(edition("Gas", []), edition("Gas", ["Natural gas", "LNG"])) == """
        a → a: 1 issue changed

        issue “Gas” was changed
          aliases: none → LNG, Natural gas

        """)
    #expect(
      difference(edition("Gas", ["LNG"]), edition("Natural gas", ["LNG", "Gas"])) == """
        a → a: 1 issue renamed

        issue “Gas” is now called “Natural gas”

        """)
    #expect(difference(edition("Gas", ["LNG", "X"]), edition("Gas", ["x", "LNG"])).contains("nothing"))
  }

  @Test("two parties that are merged keep their positions")
  func joining() throws {
    let old = Self.edition(holding: [
      Self.position(.supports, "a", party: "us"), Self.position(nil, "b", party: "usa"),
    ])
    let new = Self.edition(
      named: "b", parties: [FrozenParty(slug: "us", name: "us", aliases: ["USA"], actsFor: nil)],
      holding: [Self.position(.supports, "a", party: "us"), Self.position(nil, "b", party: "us", ordinal: 2)])
    let difference = EditionDifference(from: old, to: new)
    #expect(difference.positions.map(\.kinds) == [[.moved]])
    #expect(try #require(difference.subjects.first).before.map(\.slug) == ["us", "usa"])
    #expect(EditionDifference(from: new, to: old) == difference.reversed)
  }

  @Test("a report that was moved is the same report; another one with the same title is not")
  func reports() {
    let date = PartialDate(year: 2025, month: 3)
    func edition(_ reports: [FrozenReport]) -> Edition {
      Edition(name: "x", date: date, reports: reports, issues: [], parties: [], positions: [])
    }
    let old = FrozenReport(slug: "plan", path: "reports/plan.md", title: "The plan", date: date)
    let moved = FrozenReport(
      slug: "the-plan", path: "reports/2025/the-plan.md", title: "The plan", date: date)
    let other = FrozenReport(slug: "later", path: "reports/later.md", title: "The plan", date: nil)
    #expect(
      EditionDifference(from: edition([old]), to: edition([moved])).subjects.map(\.isRenamed) == [true])
    #expect(
      EditionDifference(from: edition([old]), to: edition([other])).subjects.map(\.isRenamed)
        == [false, false])
  }

  @Test("an edition does not differ from itself", arguments: 0..<UInt64(40))
  func itself(seed: UInt64) {
    var random = RandomEditions(seed: seed)
    let edition = random.edition()
    #expect(EditionDifference(from: edition, to: edition).isEmpty)
  }

  @Test("every position that differs is listed, and no other", arguments: 0..<UInt64(120))
  func complete(seed: UInt64) {
    var random = RandomEditions(seed: seed)
    let old = random.edition()
    let new = random.changed(old)
    let difference = EditionDifference(from: old, to: new)
    // Every position that is not listed has an equal one in the other edition.
    let namedOld = Set(difference.positions.compactMap { $0.before?.position })
    let namedNew = Set(difference.positions.compactMap { $0.after?.position })
    #expect(Set(old.positions).subtracting(namedOld) == Set(new.positions).subtracting(namedNew))
    #expect(namedOld.isDisjoint(with: Set(new.positions).subtracting(namedNew)))
    #expect(difference.positions.allSatisfy { !$0.kinds.isEmpty && $0.before != $0.after })
    #expect(difference.positions.count { $0.before != nil } == namedOld.count)
    #expect(difference.positions.count { $0.after != nil } == namedNew.count)
  }

  @Test("the difference from the later edition to the earlier one is the reverse", arguments: 0..<UInt64(120))
  func turnedRound(seed: UInt64) {
    var random = RandomEditions(seed: seed &+ 1_000)
    let old = random.edition()
    let new = seed.isMultiple(of: 3) ? random.edition(named: "other") : random.changed(old)
    let forth = EditionDifference(from: old, to: new)
    let back = EditionDifference(from: new, to: old)
    #expect(back == forth.reversed)
    #expect(forth.reversed.reversed == forth)
    for (there, here) in zip(forth.positions, back.positions) {
      #expect(
        there.words.filter { $0.kind == .removed }.map(\.text)
          == here.words.filter { $0.kind == .added }.map(\.text))
    }
  }
}
