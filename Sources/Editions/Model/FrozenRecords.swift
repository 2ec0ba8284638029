import Content
import Graph

/// A report in an edition.
package struct FrozenReport: Sendable, Hashable {
  package let slug: String
  /// Path below the content folder, such as `reports/march-plan.md`.
  package let path: String
  package let title: String
  /// nil: undated.
  package let date: PartialDate?
  /// `updated:`; nil if it is absent or, in version 1, unknown.
  package let updated: PartialDate?
  /// Its old addresses below the site's root, without leading and trailing slashes; empty in version 1, which has none.
  package let redirects: [String]

  package init(
    slug: String, path: String, title: String, date: PartialDate?, updated: PartialDate? = nil,
    redirects: [String] = []
  ) {
    self.slug = slug
    self.path = path
    self.title = title
    self.date = date
    self.updated = updated
    self.redirects = redirects
  }

  /// Its page, relative to the site's root, without a trailing slash.
  package var address: String { "reports/" + slug }
}

/// A report that an edition leaves out because it is a draft, has expired or is dated in the future.
package struct FrozenWithheldReport: Sendable, Hashable {
  /// Path below the content folder.
  package let path: String
  package let slug: String
  /// Such as `a draft`.
  package let reason: String
  /// Its old addresses, as those of `FrozenReport`.
  package let redirects: [String]

  package init(path: String, slug: String, reason: String, redirects: [String] = []) {
    self.path = path
    self.slug = slug
    self.reason = reason
    self.redirects = redirects
  }

  /// Whether it is a report that another edition has, under its path, its address or one of its old addresses.
  func isSame(as report: FrozenReport) -> Bool {
    path == report.path || slug == report.slug || redirects.contains(report.address)
  }
}

/// An issue in an edition.
package struct FrozenIssue: Sendable, Hashable {
  package let slug: String
  package let name: String
  /// Other names, sorted.
  package let aliases: [String]
  /// The yes/no sentence that stances answer; nil if there is none.
  package let proposition: String?
  /// The sentences that stances answered before, the earliest first; empty in version 1, which has none.
  package let earlierPropositions: [EarlierProposition]

  package init(
    slug: String, name: String, aliases: [String], proposition: String?,
    earlierPropositions: [EarlierProposition] = []
  ) {
    self.slug = slug
    self.name = name
    self.aliases = aliases
    self.proposition = proposition
    self.earlierPropositions = earlierPropositions
  }

  /// The sentences that its stances answer.
  var propositions: Propositions { Propositions(earlier: earlierPropositions, present: proposition) }
}

/// A party in an edition.
package struct FrozenParty: Sendable, Hashable {
  package let slug: String
  package let name: String
  /// Other names, sorted.
  package let aliases: [String]
  /// Slug of the party that it acts for; nil: it acts for itself.
  package let actsFor: String?
  /// Slug of the party that it follows; nil: none is named or, in version 1, unknown.
  package let succeeds: String?
  /// The parties of which it is or was a member, in the author's order; empty in version 1, which does not know them.
  package let memberships: [FrozenMembership]
  /// When it began and ended; nil: not limited or, in version 1, unknown.
  package let from: PartialDate?
  package let to: PartialDate?

  package init(
    slug: String, name: String, aliases: [String], actsFor: String?, succeeds: String? = nil,
    memberships: [FrozenMembership] = [], from: PartialDate? = nil, to: PartialDate? = nil
  ) {
    self.slug = slug
    self.name = name
    self.aliases = aliases
    self.actsFor = actsFor
    self.succeeds = succeeds
    self.memberships = memberships
    self.from = from
    self.to = to
  }
}

extension FrozenParty {
  /// Slugs of the other parties that it refers to.
  var namedParties: [String] { [actsFor, succeeds].compactMap(\.self) + memberships.map(\.bloc) }
}

/// The time in which a party of an edition is a member of another.
package struct FrozenMembership: Sendable, Hashable {
  /// Slug of the bloc, which is in the edition.
  package let bloc: String
  package let period: Period

  package init(bloc: String, period: Period = .always) {
    self.bloc = bloc
    self.period = period
  }
}

/// The date of a cell in an edition.
package struct FrozenDate: Sendable, Hashable {
  /// nil: undated.
  package let date: PartialDate?
  package let origin: DateOrigin
  /// The last day that the date may mean, if the report could not know of the later ones; nil: all days of the date count.
  package let until: PartialDate?

  package init(_ date: PartialDate?, origin: DateOrigin, until: PartialDate? = nil) {
    self.date = date
    self.origin = origin
    self.until = until
  }

  /// The days that the date may mean; nil: undated.
  package var interval: DayInterval? {
    guard let date else { return nil }
    let whole = DayInterval(date)
    return until.flatMap { whole.cut(after: Int32(clamping: $0.lastDayNumber)) } ?? whole
  }

  /// The date without the days after a report's own date, of which the report could not know: for editions of version 1,
  /// which do not hold `until`. The whole date if it has none of its own or begins later.
  func cut(atEndOf report: PartialDate?) -> FrozenDate {
    guard isOwn, until == nil, let date, let report, date.dayNumber <= report.lastDayNumber,
      report.lastDayNumber < date.lastDayNumber
    else { return self }
    return FrozenDate(date, origin: origin, until: PartialDate(dayNumber: report.lastDayNumber))
  }

  /// Whether the author gave the cell or its table a date of its own.
  package var isOwn: Bool { origin == .cell || origin == .comparison }

  var ofCell: CellState.Dates { CellState.Dates(date: date, days: interval, isOwn: isOwn) }
}

/// A position in an edition. Editions that hold an equal one share its fields in memory.
package struct FrozenPosition: Sendable {
  private final class Fields: Sendable {
    let issue: String
    let party: String
    let report: String
    let ordinal: Int
    let text: String
    let stance: Stance?
    let dating: FrozenDate
    let anchor: String
    let sources: [String]?
    let evidence: EvidenceKinds

    init(
      issue: String, party: String, report: String, ordinal: Int, text: String, stance: Stance?,
      dating: FrozenDate, anchor: String, sources: [String]?, evidence: EvidenceKinds
    ) {
      self.issue = issue
      self.party = party
      self.report = report
      self.ordinal = ordinal
      self.text = text
      self.stance = stance
      self.dating = dating
      self.anchor = anchor
      self.sources = sources
      self.evidence = evidence
    }
  }

  private let fields: Fields

  package init(
    issue: String, party: String, report: String, ordinal: Int, text: String, stance: Stance?,
    dating: FrozenDate, anchor: String, sources: [String]? = nil, evidence: EvidenceKinds = []
  ) {
    fields = Fields(
      issue: issue, party: party, report: report, ordinal: ordinal, text: text, stance: stance,
      dating: dating, anchor: anchor, sources: sources, evidence: evidence)
  }

  /// Slug of its issue, which is in the edition, as are the party and the report.
  package var issue: String { fields.issue }
  /// Slug of its party.
  package var party: String { fields.party }
  /// Slug of its report.
  package var report: String { fields.report }
  /// The number of the position among those of the same party, issue and report, 1-based.
  package var ordinal: Int { fields.ordinal }
  /// The cell's plain text without its stance mark; empty if the cell is only a mark.
  package var text: String { fields.text }
  /// nil: unrated.
  package var stance: Stance? { fields.stance }
  package var dating: FrozenDate { fields.dating }
  /// The cell's anchor on the report's page, without `#`.
  package var anchor: String { fields.anchor }
  /// The addresses and footnotes that the cell gives as its sources; nil in version 1, which does not know them.
  package var sources: [String]? { fields.sources }
  /// The kinds of evidence on which it rests; empty: not given or, in editions before they were recorded, unknown.
  package var evidence: EvidenceKinds { fields.evidence }
  /// nil: undated.
  package var date: PartialDate? { dating.date }
  /// The origin of `date`.
  package var origin: DateOrigin { dating.origin }
  /// Whether only its address is known, as of the positions in a table of retired addresses.
  var isBare: Bool { text.isEmpty && stance == nil }
  /// What the cell said.
  var state: CellState { CellState(text: text, stance: stance, dates: dating.ofCell) }
  /// The anchor that its issue, party and ordinal give: `sanctions--russia`, or `sanctions--russia--2` for the second one.
  var usualAnchor: String { Self.usualAnchor(issue: issue, party: party, ordinal: ordinal) }

  static func usualAnchor(issue: String, party: String, ordinal: Int) -> String {
    issue + "--" + party + (ordinal > 1 ? "--\(ordinal)" : "")
  }

  /// The cell's address, relative to the site's root: `reports/march-plan/#sanctions--russia`.
  package var address: String { "reports/\(report)/#\(anchor)" }
}

extension FrozenPosition: Hashable {
  package static func == (left: FrozenPosition, right: FrozenPosition) -> Bool {
    let (left, right) = (left.fields, right.fields)
    if left === right { return true }
    return left.issue == right.issue && left.party == right.party && left.report == right.report
      && left.ordinal == right.ordinal && left.text == right.text && left.stance == right.stance
      && left.dating == right.dating && left.anchor == right.anchor && left.sources == right.sources
      && left.evidence == right.evidence
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(issue)
    hasher.combine(party)
    hasher.combine(report)
    hasher.combine(ordinal)
    hasher.combine(text)
  }
}

extension FrozenPosition: Comparable {
  /// By issue, party, report and ordinal.
  package static func < (left: FrozenPosition, right: FrozenPosition) -> Bool {
    if left.issue != right.issue { return left.issue < right.issue }
    if left.party != right.party { return left.party < right.party }
    if left.report != right.report { return left.report < right.report }
    return left.ordinal < right.ordinal
  }
}

/// A cell of an edition that records no position, such as “not discussed”.
package struct FrozenSilentCell: Sendable, Hashable {
  /// Slugs of the issue, the party and the report, all of which are in the edition.
  package let issue: String
  package let party: String
  package let report: String
  package let dating: FrozenDate

  package init(issue: String, party: String, report: String, dating: FrozenDate) {
    self.issue = issue
    self.party = party
    self.report = report
    self.dating = dating
  }
}

/// A comparison table of an edition.
package struct FrozenTable: Sendable, Hashable {
  /// Slug of its report.
  package let report: String
  /// Its anchor on the report's page, without `#`.
  package let anchor: String
  package let kind: Kind

  /// What the table holds; raw values are the words in the file.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case positions
    /// Positions with the parties in the rows.
    case transposedPositions = "transposed-positions"
    case options, plain
  }

  package init(report: String, anchor: String, kind: Kind) {
    self.report = report
    self.anchor = anchor
    self.kind = kind
  }
}

/// An entry of `corrections:` in an edition.
package struct FrozenCorrection: Sendable, Hashable {
  /// Slug of its report.
  package let report: String
  package let date: PartialDate
  package let note: String
  /// Slugs of the cell's issue and party; both nil: the report as a whole.
  package let issue: String?
  package let party: String?

  package init(report: String, date: PartialDate, note: String, issue: String?, party: String?) {
    self.report = report
    self.date = date
    self.note = note
    self.issue = issue
    self.party = party
  }
}
