import Content
import Graph
import Text

/// A position of one of two states, by its index there, or one that editions remember in the earlier state.
enum RecordReference: Hashable {
  case before(Int)
  case after(Int)
  case remembered(Int)
}

/// The positions of two states with their names and dates, as changes show them.
struct ComparedSides {
  private let before: Edition
  private let after: Edition
  private let subjects: MatchedSubjects
  /// By their slugs in the later state.
  let remembered: [RememberedPosition]
  /// The days of the reports' dates, by slug.
  private let reportedBefore: [String: DayInterval]
  private let reportedAfter: [String: DayInterval]
  /// The sentences that stances answer, by the issue's slug in the later state: only it knows which of them have ended.
  private let propositions: [String: Propositions]
  /// The entries of `corrections:` that the earlier state did not have, by the number of their report.
  private let corrections: [Int: [FrozenCorrection]]

  /// - Parameter memory: what editions remember in the earlier state.
  init(_ cells: CellComparison, remembering memory: [RememberedPosition]) {
    before = cells.before
    after = cells.after
    subjects = cells.subjects
    reportedBefore = Self.days(before)
    reportedAfter = Self.days(after)
    propositions = Dictionary(after.issues.map { ($0.slug, $0.propositions) }) { first, _ in first }
    corrections = Self.newCorrections(cells)
    remembered = memory.map { Self.renamed($0, cells.subjects) }
  }

  /// A position with the slugs that its issue, party and report have in the later state.
  private static func renamed(_ old: RememberedPosition, _ subjects: MatchedSubjects) -> RememberedPosition {
    let position = old.position
    return old.renamed(
      issue: subjects.issues.nameNow(ofEarlier: position.issue)?.slug ?? position.issue,
      party: subjects.parties.nameNow(ofEarlier: position.party)?.slug ?? position.party,
      report: subjects.reports.nameNow(position.report)?.slug ?? position.report)
  }

  /// What newer cells of the later state replaced.
  ///
  /// - Parameters:
  ///   - index: the position in the earlier state.
  ///   - issue: the slug of the newer cell's issue, like `party` and `report`.
  func memory(of index: Int, issue: String, party: String, report: String) -> RememberedPosition {
    let position = before.positions[index]
    return RememberedPosition(
      position: position, report: subjects.reports.nameBefore(position.report),
      reported: reportedBefore[position.report], edition: before.name, date: before.date,
      isSurelyPublic: before.origin != nil
    ).renamed(issue: issue, party: party, report: report)
  }

  private static func days(_ edition: Edition) -> [String: DayInterval] {
    Dictionary(edition.reports.compactMap { report in report.date.map { (report.slug, DayInterval($0)) } }) {
      first, _ in first
    }
  }

  private static func newCorrections(_ cells: CellComparison) -> [Int: [FrozenCorrection]] {
    struct Key: Hashable {
      let report: Int
      let date: PartialDate
      let note: String
    }
    let reports = cells.subjects.reports
    let known = Set(
      cells.before.records.corrections.map {
        Key(report: reports.groupsBefore[$0.report] ?? -1, date: $0.date, note: $0.note)
      })
    var corrections: [Int: [FrozenCorrection]] = [:]
    for correction in cells.after.records.corrections {
      let report = reports.groupsAfter[correction.report] ?? -1
      guard !known.contains(Key(report: report, date: correction.date, note: correction.note)) else {
        continue
      }
      corrections[report, default: []].append(correction)
    }
    return corrections
  }

  func before(_ index: Int) -> RecordChange.Side {
    let position = before.positions[index]
    return RecordChange.Side(
      position: position, issue: subjects.issues.nameBefore(position.issue),
      party: subjects.parties.nameBefore(position.party), report: subjects.reports.nameBefore(position.report)
    )
  }

  func after(_ index: Int) -> RecordChange.Side {
    let position = after.positions[index]
    return RecordChange.Side(
      position: position, issue: subjects.issues.nameAfter(position.issue),
      party: subjects.parties.nameAfter(position.party), report: subjects.reports.nameAfter(position.report))
  }

  func side(of reference: RecordReference) -> RecordChange.Side {
    switch reference {
    case .before(let index): before(index)
    case .after(let index): after(index)
    case .remembered(let index):
      RecordChange.Side(
        position: remembered[index].position,
        issue: subjects.issues.nameAfter(remembered[index].position.issue),
        party: subjects.parties.nameAfter(remembered[index].position.party), report: remembered[index].report)
    }
  }

  func dates(of reference: RecordReference) -> RecordedDates {
    switch reference {
    case .before(let index):
      RecordedDates(
        held: before.positions[index].dating.interval,
        reported: reportedBefore[before.positions[index].report])
    case .after(let index):
      RecordedDates(
        held: after.positions[index].dating.interval, reported: reportedAfter[after.positions[index].report])
    case .remembered(let index): remembered[index].dates
    }
  }

  /// When a position would have been held and reported if its report had the dates that it had in the earlier state.
  ///
  /// - Parameter old: the same position in the earlier state; nil: it was not there.
  func formerDates(of reference: RecordReference, was old: Int?) -> RecordedDates {
    guard case .after(let new) = reference, let old else { return dates(of: reference) }
    let (then, now) = (before.positions[old], after.positions[new])
    guard subjects.reports.groupsBefore[then.report] == subjects.reports.groupsAfter[now.report] else {
      return dates(of: reference)
    }
    let reported = reportedBefore[then.report]
    // An edited date of the cell is told of the cell.
    let isEdited = !then.dating.isOwn || then.date != now.date
    let own = isEdited ? now.dating.interval : then.dating.interval
    return RecordedDates(held: now.dating.isOwn ? own : reported, reported: reported)
  }

  /// The dates of a silent cell of the later state.
  func dates(of cell: FrozenSilentCell) -> RecordedDates {
    RecordedDates(held: cell.dating.interval, reported: reportedAfter[cell.report])
  }

  func entry(of reference: RecordReference) -> HistoryEntry {
    let position = position(of: reference)
    let dates = dates(of: reference)
    return HistoryEntry(
      dates: dates, stance: position.stance, words: position.text,
      wording: propositions(of: reference)?.meaning(on: dates.held) ?? 0)
  }

  /// The sentence that the stance of a position answers, by the history that the later state gives; nil: none.
  func proposition(of reference: RecordReference) -> String? {
    propositions(of: reference)?.text(on: dates(of: reference).held)
  }

  private func propositions(of reference: RecordReference) -> Propositions? {
    let issue = position(of: reference).issue
    let now: String? =
      if case .before = reference { subjects.issues.nameNow(ofEarlier: issue)?.slug } else { issue }
    return now.flatMap { propositions[$0] }
  }

  private func position(of reference: RecordReference) -> FrozenPosition {
    switch reference {
    case .before(let index): before.positions[index]
    case .after(let index): after.positions[index]
    case .remembered(let index): remembered[index].position
    }
  }

  /// - Parameter subject: whose issue and party the change is filed under; nil: the newest position's.
  func change(
    _ kind: RecordChange.Kind, before: [RecordChange.Side], after: [RecordChange.Side],
    steps: [[RecordChange.Side]] = [], added: [RecordChange.Side] = [], direction: StanceDirection? = nil,
    silence: FrozenSilentCell? = nil, cause: RecordChange.Cause = .cell, isMinor: Bool = false,
    earlierProposition: String? = nil, subject: RecordChange.Side? = nil
  ) -> RecordChange {
    let subject = subject ?? after.last ?? before.last
    return RecordChange(
      kind: kind, direction: direction, issue: issue(of: subject), party: party(of: subject), before: before,
      after: after, steps: steps, added: added,
      silence: silence.map { RecordChange.Silence(cell: $0, report: subjects.reports.nameAfter($0.report)) },
      cause: cause, isMinor: isMinor,
      notes: kind == .corrected || kind == .withdrawn ? notes(on: before, after) : [],
      earlierProposition: earlierProposition)
  }

  /// The issue's name in the later state, even if the position is from the earlier one.
  private func issue(of side: RecordChange.Side?) -> RecordChange.Name {
    let slug = side?.position.issue ?? ""
    return subjects.issues.nameNow(slug, named: side?.issue ?? "").map {
      RecordChange.Name(slug: $0.slug, name: $0.name)
    }
      ?? RecordChange.Name(slug: slug, name: side?.issue ?? slug)
  }

  private func party(of side: RecordChange.Side?) -> RecordChange.Name {
    let slug = side?.position.party ?? ""
    return subjects.parties.nameNow(slug, named: side?.party ?? "").map {
      RecordChange.Name(slug: $0.slug, name: $0.name)
    }
      ?? RecordChange.Name(slug: slug, name: side?.party ?? slug)
  }

  /// The new notes of a corrected cell's report that name the cell or none.
  private func notes(on before: [RecordChange.Side], _ after: [RecordChange.Side]) -> [String] {
    if corrections.isEmpty { return [] }
    let reports =
      Set(before.compactMap { subjects.reports.groupsBefore[$0.position.report] })
      .union(after.compactMap { subjects.reports.groupsAfter[$0.position.report] })
    let issues =
      Set(before.compactMap { subjects.issues.groupsBefore[$0.position.issue] })
      .union(after.compactMap { subjects.issues.groupsAfter[$0.position.issue] })
    let parties =
      Set(before.compactMap { subjects.parties.groupsBefore[$0.position.party] })
      .union(after.compactMap { subjects.parties.groupsAfter[$0.position.party] })
    return reports.sorted().flatMap { corrections[$0] ?? [] }.filter { correction in
      guard let issue = correction.issue, let party = correction.party else { return true }
      return issues.contains(subjects.issues.groupsAfter[issue] ?? -2)
        && parties.contains(subjects.parties.groupsAfter[party] ?? -2)
    }.map(\.note)
  }
}

extension RecordChange.Kind {
  init(_ outcome: HistoryOutcome) {
    switch outcome {
    case .new: self = .new
    case .moved: self = .moved
    case .confirmed: self = .confirmed
    case .restated: self = .restated
    case .ratingChanged: self = .ratingChanged
    }
  }
}
