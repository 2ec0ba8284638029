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
        proposition: flip() ? text() : nil,
        earlierPropositions: flip()
          ? [EarlierProposition(until: PartialDate(year: 2024), text: text(), hasSameMeaning: flip())] : [])
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
    var records = Edition.Records()
    records.reports = reports
    records.issues = issues
    records.parties = parties
    records.positions = positions.shuffled(using: &numbers)
    records.silentCells = flip() ? [silentCell()] : []
    records.withheld =
      flip()
      ? [
        FrozenWithheldReport(
          path: "reports/x.md", slug: "x", reason: "a draft", redirects: flip() ? ["reports/y"] : [])
      ] : []
    records.tables = [FrozenTable(report: "report-0", anchor: "table-1", kind: .positions)]
    records.corrections =
      flip()
      ? [
        FrozenCorrection(
          report: "report-0", date: PartialDate(year: 2025), note: text(), issue: nil, party: nil)
      ] : []
    let day = PartialDate(year: 2025, month: 4, day: 1)
    return Edition(
      name: name, date: day, origin: flip() ? Edition.Origin(made: day, includesDrafts: flip()) : nil,
      records: records)
  }

  mutating func position(_ issue: String, _ party: String, _ report: String, _ ordinal: Int) -> FrozenPosition
  {
    FrozenPosition(
      issue: issue, party: party, report: report, ordinal: ordinal, text: text(), stance: stance(),
      dating: dating(), anchor: "\(issue)--\(party)" + (ordinal > 1 ? "--\(ordinal)" : ""),
      sources: (0..<number(below: 3)).map { _ in "https://example.org/a-long-address/\(number(below: 3))" })
  }

  private mutating func silentCell() -> FrozenSilentCell {
    FrozenSilentCell(issue: "issue-0", party: "party-0", report: "report-0", dating: dating())
  }

  private mutating func dating() -> FrozenDate {
    let date = date()
    guard date != nil else { return FrozenDate(nil, origin: .none) }
    return FrozenDate(
      date, origin: flip() ? .cell : .frontMatter,
      until: flip() ? PartialDate(year: 2025, month: 12, day: 2) : nil)
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
}
