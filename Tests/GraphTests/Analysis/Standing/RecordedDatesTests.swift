import Content
import Graph
import TestSupport
import Testing

@Suite("Which positions supersede each other")
struct RecordedDatesTests {
  /// Reads `2025-03` or `2025 to 2025-03-10`: a date, cut off at another.
  private static func days(_ text: String) throws -> DayInterval {
    let parts = text.split(separator: " to ").map { PartialDate($0) }
    let days = DayInterval(try #require(parts.first ?? nil))
    guard parts.count > 1, let end = parts[1] else { return days }
    return try #require(days.cut(after: DayInterval(end).last))
  }

  private static func dates(_ held: String, reported: String? = nil) throws -> RecordedDates {
    RecordedDates(held: try days(held), reported: try days(reported ?? held))
  }

  /// What comes of two positions: which one supersedes the other.
  enum Outcome {
    case left, right, neither
  }

  private static func outcome(_ left: RecordedDates, _ right: RecordedDates) -> Outcome {
    #expect(!(left.supersedes(right) && right.supersedes(left)))
    #expect(left.isConcurrent(with: right) == right.isConcurrent(with: left))
    return left.supersedes(right) ? .left : right.supersedes(left) ? .right : .neither
  }

  /// The interval relations of Allen (1983), of the left position to the right one.
  enum Relation: String, CaseIterable {
    case before, meets, overlaps, starts, during, finishes, equals
    case after, metBy, overlappedBy, startedBy, contains, finishedBy

    init(_ left: DayInterval, _ right: DayInterval) {
      switch (left.first, left.last, right.first, right.last) {
      case (let a, let b, let c, let d) where a == c && b == d: self = .equals
      case (_, let b, let c, _) where b + 1 == c: self = .meets
      case (_, let b, let c, _) where b < c: self = .before
      case (let a, _, _, let d) where d + 1 == a: self = .metBy
      case (let a, _, _, let d) where d < a: self = .after
      case (let a, let b, let c, let d) where a == c: self = b < d ? .starts : .startedBy
      case (let a, let b, let c, let d) where b == d: self = a > c ? .finishes : .finishedBy
      case (let a, let b, let c, let d) where a > c && b < d: self = .during
      case (let a, let b, let c, let d) where a < c && b > d: self = .contains
      case (let a, _, let c, _): self = a < c ? .overlaps : .overlappedBy
      }
    }

    /// Which one supersedes the other, by the order of their reports.
    func outcome(_ reports: Outcome) -> Outcome {
      switch self {
      case .before, .meets: .right
      case .after, .metBy: .left
      case .equals: reports
      case .during, .contains: .neither
      case .overlaps, .starts, .finishedBy: reports == .right ? .right : .neither
      case .overlappedBy, .startedBy, .finishes: reports == .left ? .left : .neither
      }
    }
  }

  private static let pairs: [(left: String, right: String, relation: Relation)] = [
    ("2023", "2025", .before), ("2024", "2025-03", .before), ("2024", "2025-01-02", .before),
    ("2025-01", "2025-03", .before), ("2025-01", "2026", .before), ("2025-01", "2025-03-02", .before),
    ("2025-01-02", "2025-01-04", .before), ("2025-01-02", "2025-02", .before),
    ("2025-01-02", "2026", .before),
    ("2024", "2025", .meets), ("2024", "2025-01", .meets), ("2024", "2025-01-01", .meets),
    ("2025-02", "2025-03", .meets), ("2024-12", "2025", .meets), ("2025-02", "2025-03-01", .meets),
    ("2025-02-28", "2025-03-01", .meets), ("2025-02-28", "2025-03", .meets), ("2024-12-31", "2025", .meets),
    ("2025 to 2025-03-10", "2025-03", .overlaps), ("2025-03", "2025-03", .equals),
    ("2025", "2025", .equals), ("2025-03-02", "2025-03-02", .equals),
    ("2025 to 2025-03-10", "2025 to 2025-03-10", .equals), ("2025-01 to 2025-01-01", "2025-01-01", .equals),
    ("2025-01", "2025", .starts), ("2025-01-01", "2025", .starts), ("2025-01-01", "2025-01", .starts),
    ("2025 to 2025-03-10", "2025", .starts), ("2025 to 2025-03-10", "2025 to 2025-04", .starts),
    ("2025-03", "2025", .during), ("2025-03-02", "2025", .during), ("2025-03-02", "2025-03", .during),
    ("2025-12", "2025", .finishes), ("2025-12-31", "2025", .finishes), ("2025-03-31", "2025-03", .finishes),
    ("2025-03-10", "2025 to 2025-03-10", .finishes),
    ("2025-03 to 2025-03-10", "2025 to 2025-03-10", .finishes),
  ]

  @Test(
    "in all thirteen relations of two intervals, for years, months, days and what is cut off",
    arguments: pairs)
  func relations(left: String, right: String, relation: Relation) throws {
    let (one, other) = (try Self.days(left), try Self.days(right))
    #expect(Relation(one, other) == relation)
    let reports: [(Outcome, String, String)] = [
      (.left, "2030-02-01", "2030-01-01"), (.right, "2030-01-01", "2030-02-01"),
      (.neither, "2030-01-01", "2030-01-01"), (.neither, "2030", "2030-03"), (.neither, "2030-03-02", "2030"),
      (.left, "2031", "2030-12-31"),
    ]
    for (order, first, second) in reports {
      let left = RecordedDates(held: one, reported: try Self.days(first))
      let right = RecordedDates(held: other, reported: try Self.days(second))
      #expect(Self.outcome(left, right) == relation.outcome(order))
      let opposite: Outcome = order == .left ? .right : order == .right ? .left : .neither
      #expect(Self.outcome(right, left) == Relation(other, one).outcome(opposite))
    }
  }

  @Test("every relation is among them, from one side or the other")
  func allRelations() throws {
    var seen: Set<Relation> = []
    for pair in Self.pairs {
      let (one, other) = (try Self.days(pair.left), try Self.days(pair.right))
      seen.formUnion([Relation(one, other), Relation(other, one)])
    }
    #expect(seen == Set(Relation.allCases))
  }

  @Test("without as-of, a position is as old as its report")
  func withoutAsOf() throws {
    #expect(try Self.outcome(Self.dates("2025"), Self.dates("2025-03-02")) == .neither)
    #expect(try Self.outcome(Self.dates("2025-03"), Self.dates("2025-03-02")) == .neither)
    #expect(try Self.outcome(Self.dates("2025-03-02"), Self.dates("2025-03-02")) == .neither)
    #expect(try Self.outcome(Self.dates("2025-03-02"), Self.dates("2025-03-03")) == .right)
    #expect(try Self.outcome(Self.dates("2025"), Self.dates("2024")) == .left)
  }

  @Test("dated positions supersede undated ones, which are concurrent")
  func undated() throws {
    let undated = RecordedDates(held: nil, reported: nil)
    let dated = RecordedDates(held: try Self.days("1000"), reported: nil)
    #expect(Self.outcome(dated, undated) == .left)
    #expect(Self.outcome(undated, undated) == .neither)
    #expect(Self.outcome(dated, dated) == .neither)
    #expect(RecordedDates.standing(of: [undated, undated]) == [0, 1])
    #expect(RecordedDates.standing(of: [undated, dated, undated]) == [1])
    #expect(RecordedDates.standing(of: []) == [])
  }

  /// Dates as they come about: with and without as-of, cut off or not, of dated and undated reports.
  private static func random(_ random: inout SeededGenerator, years: Int) -> RecordedDates {
    func date(_ random: inout SeededGenerator) -> PartialDate {
      let year = 2020 + Int(random.next() % UInt64(years))
      if random.once(in: 4) { return PartialDate(year: year) }
      let month = 1 + Int(random.next() % 12)
      return random.once(in: 3)
        ? PartialDate(year: year, month: month)
        : PartialDate(year: year, month: month, day: 1 + Int(random.next() % 28))
    }
    if random.once(in: 20) { return RecordedDates(held: nil, reported: nil) }
    let reported = random.once(in: 15) ? nil : DayInterval(date(&random))
    guard random.once(in: 2) || reported == nil else {
      return RecordedDates(held: reported, reported: reported)
    }
    let held = DayInterval(date(&random))
    return RecordedDates(held: reported.flatMap { held.cut(after: $0.last) } ?? held, reported: reported)
  }

  @Test(
    "it is a strict partial order, and what stands is what nothing supersedes",
    arguments: 0..<60 as Range<UInt64>)
  func order(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let all = (0..<Int(1 + random.next() % 70)).map { _ in
      Self.random(&random, years: seed.isMultiple(of: 2) ? 1 : 4)
    }
    for one in all {
      #expect(!one.supersedes(one))
      for other in all where one.supersedes(other) {
        #expect(!other.supersedes(one))
        for third in all where other.supersedes(third) { #expect(one.supersedes(third)) }
      }
    }
    let standing = RecordedDates.standing(of: all)
    #expect(!standing.isEmpty)
    #expect(standing == all.indices.filter { place in !all.contains { $0.supersedes(all[place]) } })
  }
}
