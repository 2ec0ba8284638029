import Content
import Editions
import TestSupport

/// Generates editions that contain everything an edition can contain.
struct RandomEditions {
  private var numbers: SeededGenerator
  private static let words = [
    "open", "to", "Ukraine", "joining", "“red line”", "—", "NATO", "gas\u{2028}lever", "\"quoted\"", "\\",
    "</script>",
    "\u{1F1FA}\u{1F1E6}", "запад", "東方", "\tand", "a,b;", "\u{7}", "e\u{301}",
  ]

  init(seed: UInt64) { numbers = SeededGenerator(seed: seed) }

  mutating func edition(named name: String = "spring") -> Edition {
    let reports = (0..<Int.random(in: 1...4, using: &numbers)).map { index in
      FrozenReport(slug: "report-\(index)", path: "reports/report-\(index).md", title: text(), date: date())
    }
    let issues = (0..<Int.random(in: 1...4, using: &numbers)).map { index in
      FrozenIssue(
        slug: "issue-\(index)", name: "Issue \(index)", aliases: ["Alias \(index)"],
        proposition: flip() ? text() : nil)
    }
    let parties = (0..<Int.random(in: 1...3, using: &numbers)).map { index in
      FrozenParty(
        slug: "party-\(index)", name: "Party \(index)", aliases: [],
        actsFor: index > 0 && flip() ? "party-0" : nil)
    }
    var positions: [FrozenPosition] = []
    for report in reports {
      for issue in issues {
        for party in parties where flip() {
          for ordinal in 1...Int.random(in: 1...3, using: &numbers) {
            positions.append(position(issue.slug, party.slug, report.slug, ordinal))
          }
        }
      }
    }
    return Edition(
      name: name, date: PartialDate(year: 2025, month: 4, day: 1), reports: reports, issues: issues,
      parties: parties, positions: positions.shuffled(using: &numbers))
  }

  mutating func position(_ issue: String, _ party: String, _ report: String, _ ordinal: Int) -> FrozenPosition
  {
    FrozenPosition(
      issue: issue, party: party, report: report, ordinal: ordinal, quote: text(), stance: stance(),
      date: date(), origin: flip() ? .cell : .frontMatter,
      anchor: "\(issue)--\(party)" + (ordinal > 1 ? "--\(ordinal)" : ""))
  }

  mutating func text() -> String {
    (0..<Int.random(in: 0...6, using: &numbers)).map { _ in
      Self.words[Int.random(in: 0..<Self.words.count, using: &numbers)]
    }.joined(separator: " ")
  }

  mutating func stance() -> Stance? {
    let index = Int.random(in: 0...Stance.allCases.count, using: &numbers)
    return index < Stance.allCases.count ? Stance.allCases[index] : nil
  }

  mutating func date() -> PartialDate? {
    switch Int.random(in: 0...3, using: &numbers) {
    case 0: nil
    case 1: PartialDate(year: 2025)
    case 2: PartialDate(year: 2025, month: Int.random(in: 1...12, using: &numbers))
    default: PartialDate(year: 2024, month: 2, day: Int.random(in: 1...29, using: &numbers))
    }
  }

  mutating func flip() -> Bool { Bool.random(using: &numbers) }

  mutating func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &numbers) }

  /// Another edition of the same reports, issues and parties, in which some positions are removed, added or changed.
  mutating func changed(_ edition: Edition) -> Edition {
    var positions: [FrozenPosition] = []
    for old in edition.positions {
      switch number(below: 6) {
      case 0: break
      case 1: positions.append(position(old.issue, old.party, old.report, old.ordinal))
      default: positions.append(old)
      }
    }
    let added = FrozenReport(slug: "new", path: "reports/new.md", title: "New", date: nil)
    if let issue = edition.issues.first, let party = edition.parties.first {
      positions.append(position(issue.slug, party.slug, "new", 1))
    }
    return Edition(
      name: "autumn", date: edition.date, reports: edition.reports + [added], issues: edition.issues,
      parties: edition.parties, positions: positions)
  }
}
