import Content

/// The content of an edition file, in the order of the file and not yet checked.
struct EditionFile: EditionRecord {
  let name: String
  let date: PartialDate
  let origin: Edition.Origin?
  let records: Edition.Records

  /// The file uses a version of the format that this code cannot read.
  struct NewerVersion: Error {
    let version: Int
  }

  private enum Key: String, CaseIterable {
    case standpoint, version, name, date, made, drafts, reports, withheld, issues, parties, tables, texts
    case positions, silent, corrections, withdrawn
  }

  /// The keys that version 2 adds; the two that say how the edition was made may be missing there too.
  private static let added: [Key] = [.made, .drafts, .withheld, .tables, .texts, .silent, .corrections]

  /// Reads the version first, because a later format may have unknown keys and values.
  init(_ value: EditionValue) throws {
    let fields = try EditionFields<Key>(value)
    var version = Edition.schemaVersion
    if fields.has(.version) {
      version = try fields.count(.version)
      guard version <= Edition.schemaVersion else { throw NewerVersion(version: version) }
    }
    guard fields.has(.standpoint), try fields.text(.standpoint) == "edition" else {
      throw InvalidEdition("standpoint", "must be “edition”")
    }
    let optional = (version == 1 ? Self.added : [.made, .drafts]) + [.withdrawn]
    try fields.checkKeys(optional: optional)
    name = try fields.text(.name)
    date = try fields.date(.date)
    let made = try fields.optionalDate(.made)
    let drafts = fields.has(.drafts) ? try fields.flag(.drafts) : false
    origin = made.map { Edition.Origin(made: $0, includesDrafts: drafts) }
    var records = try Self.records(fields, version)
    if fields.has(.withdrawn) { records.withdrawals = try fields.records(.withdrawn) }
    self.records = records
  }

  private static func records(_ fields: EditionFields<Key>, _ version: Int) throws -> Edition.Records {
    var records = Edition.Records()
    records.reports = try fields.records(.reports)
    records.issues = try fields.records(.issues)
    records.parties = try fields.records(.parties)
    let values = try fields.values(.positions)
    guard version > 1 else {
      let dates = Dictionary(records.reports.map { ($0.slug, $0.date) }) { first, _ in first }
      let positions = try values.map(PositionRecord.init)
      records.positions = try positions.map { try $0.position(texts: [:], firstVersion: dates) }
      return records
    }
    let positions = try fields.known.positions.read(values, PositionRecord.init)
    records.withheld = try fields.records(.withheld)
    records.tables = try fields.records(.tables)
    records.silentCells = try fields.records(.silent)
    records.corrections = try fields.records(.corrections)
    let entries: [SharedText] = try fields.records(.texts)
    let texts = Dictionary(entries.map { ($0.key, $0.text) }) { first, _ in first }
    records.positions = try zip(positions, values).map { record, value in
      do {
        return try record.position(texts: texts, firstVersion: nil)
      } catch {
        // A record that was known names the place of its text in the file before.
        return try PositionRecord(value).position(texts: texts, firstVersion: nil)
      }
    }
    return records
  }

  /// The edition, with its records sorted.
  var edition: Edition { Edition(name: name, date: date, origin: origin, records: records) }
}

/// A text that positions refer to by its key.
private struct SharedText: EditionRecord {
  let key: String
  let text: String

  private enum Key: String, CaseIterable { case key, text }

  init(_ value: EditionValue) throws {
    let fields = try EditionFields<Key>(value)
    try fields.checkKeys()
    key = try fields.text(.key)
    text = try fields.text(.text)
  }
}

/// A text, or the key of one.
enum TextReference: EditionRecord {
  case text(String)
  case key(String, place: EditionValue)

  private enum Key: String, CaseIterable { case same }

  init(_ value: EditionValue) throws {
    if let text = value.text {
      self = .text(text)
      return
    }
    guard value.isObject else { throw value.invalid("must be text") }
    let fields = try EditionFields<Key>(value)
    try fields.checkKeys()
    self = .key(try fields.text(.same), place: value)
  }

  func resolved(_ texts: [String: String]) throws -> String {
    switch self {
    case .text(let text): return text
    case .key(let key, let place):
      guard let text = texts[key] else {
        throw place.invalid("this edition has no text with the key “\(key)”")
      }
      return text
    }
  }
}

/// A position as it is written in a file of any version.
struct PositionRecord: EditionRecord {
  private let issue: String
  private let party: String
  private let report: String
  private let ordinal: Int
  private let stance: Stance?
  private let dating: FrozenDate
  private let anchor: String
  private let text: TextReference
  private let sources: [TextReference]
  private let evidence: EvidenceKinds

  private enum Key: String, CaseIterable {
    case issue, party, report, ordinal, stance, date, origin, until, anchor, quote, text, sources, evidence
  }

  init(_ value: EditionValue) throws {
    let fields = try EditionFields<Key>(value)
    // Version 1 calls the text “quote”.
    let isOlder = fields.has(.quote) && !fields.has(.text)
    try fields.checkKeys(optional: [.ordinal, .until, .anchor, .sources, .evidence, isOlder ? .text : .quote])
    issue = try fields.text(.issue)
    party = try fields.text(.party)
    report = try fields.text(.report)
    ordinal = fields.has(.ordinal) ? try fields.count(.ordinal) : 1
    stance = try fields.optionalValue(.stance, "a stance") { Stance(rawValue: $0) }
    dating = try FrozenDate(fields, date: .date, origin: .origin, until: .until)
    anchor =
      fields.has(.anchor)
      ? try fields.text(.anchor)
      : FrozenPosition.usualAnchor(issue: issue, party: party, ordinal: ordinal)
    text = isOlder ? .text(try fields.text(.quote)) : try fields.record(.text, "text")
    sources = fields.has(.sources) ? try fields.records(.sources) : []
    evidence =
      fields.has(.evidence)
      ? try fields.optionalValue(.evidence, "a kind of evidence") { EvidenceKinds(text: $0) } ?? [] : []
  }

  /// - Parameters:
  ///   - texts: the shared texts by their keys.
  ///   - firstVersion: the dates of the reports in a file of version 1, which has neither sources nor the days that a report
  ///     could not know of; nil in later versions.
  func position(
    texts: [String: String], firstVersion: [String: PartialDate?]?
  ) throws -> FrozenPosition {
    FrozenPosition(
      issue: issue, party: party, report: report, ordinal: ordinal, text: try text.resolved(texts),
      stance: stance, dating: firstVersion.map { dating.cut(atEndOf: $0[report] ?? nil) } ?? dating,
      anchor: anchor, sources: firstVersion == nil ? try sources.map { try $0.resolved(texts) } : nil,
      evidence: evidence)
  }
}

extension FrozenDate {
  fileprivate init<Key>(_ fields: EditionFields<Key>, date: Key, origin: Key, until: Key) throws {
    self.init(
      try fields.optionalDate(date),
      origin: try fields.optionalValue(origin, "an origin of a date") { DateOrigin(rawValue: $0) } ?? .none,
      until: try fields.optionalDate(until))
  }
}

extension FrozenReport: EditionRecord {
  private enum Key: String, CaseIterable { case slug, path, title, date, updated, redirects }

  init(_ value: EditionValue) throws {
    let fields = try EditionFields<Key>(value)
    try fields.checkKeys(optional: [.updated, .redirects])
    self.init(
      slug: try fields.text(.slug), path: try fields.text(.path), title: try fields.text(.title),
      date: try fields.optionalDate(.date),
      updated: try fields.optionalDate(.updated),
      redirects: try fields.optionalTexts(.redirects))
  }
}

extension FrozenWithheldReport: EditionRecord {
  private enum Key: String, CaseIterable { case path, slug, reason, redirects }

  init(_ value: EditionValue) throws {
    let fields = try EditionFields<Key>(value)
    try fields.checkKeys(optional: [.redirects])
    self.init(
      path: try fields.text(.path), slug: try fields.text(.slug), reason: try fields.text(.reason),
      redirects: try fields.optionalTexts(.redirects))
  }
}

extension FrozenIssue: EditionRecord {
  private enum Key: String, CaseIterable {
    case slug, name, aliases, proposition
    case earlierPropositions = "earlier-propositions"
  }

  init(_ value: EditionValue) throws {
    let fields = try EditionFields<Key>(value)
    try fields.checkKeys(optional: [.earlierPropositions])
    let earlier: [PropositionRecord] =
      fields.has(.earlierPropositions) ? try fields.records(.earlierPropositions) : []
    self.init(
      slug: try fields.text(.slug), name: try fields.text(.name), aliases: try fields.texts(.aliases),
      proposition: try fields.optionalText(.proposition),
      earlierPropositions: earlier.map(\.proposition).sorted {
        $0.until.lastDayNumber < $1.until.lastDayNumber
      })
  }
}

/// An earlier proposition of an issue.
private struct PropositionRecord: EditionRecord {
  let proposition: EarlierProposition

  private enum Key: String, CaseIterable {
    case until, text
    case sameMeaning = "same-meaning"
  }

  init(_ value: EditionValue) throws {
    let fields = try EditionFields<Key>(value)
    try fields.checkKeys(optional: [.sameMeaning])
    proposition = EarlierProposition(
      until: try fields.date(.until), text: try fields.text(.text),
      hasSameMeaning: fields.has(.sameMeaning) ? try fields.flag(.sameMeaning) : false)
  }
}

extension FrozenParty: EditionRecord {
  private enum Key: String, CaseIterable {
    case slug, name, aliases, succeeds, from, to
    case actsFor = "acts-for"
    case memberOf = "member-of"
  }

  init(_ value: EditionValue) throws {
    let fields = try EditionFields<Key>(value)
    try fields.checkKeys(optional: [.succeeds, .memberOf, .from, .to])
    self.init(
      slug: try fields.text(.slug), name: try fields.text(.name), aliases: try fields.texts(.aliases),
      actsFor: try fields.optionalText(.actsFor), succeeds: try fields.optionalText(.succeeds),
      memberships: fields.has(.memberOf) ? try fields.records(.memberOf) : [],
      from: try fields.optionalDate(.from),
      to: try fields.optionalDate(.to))
  }
}

extension FrozenMembership: EditionRecord {
  private enum Key: String, CaseIterable { case party, from, to }

  init(_ value: EditionValue) throws {
    let fields = try EditionFields<Key>(value)
    try fields.checkKeys(optional: [.from, .to])
    self.init(
      bloc: try fields.text(.party),
      period: Period(from: try fields.optionalDate(.from), to: try fields.optionalDate(.to)))
  }
}

extension FrozenTable: EditionRecord {
  private enum Key: String, CaseIterable { case report, anchor, kind }

  init(_ value: EditionValue) throws {
    let fields = try EditionFields<Key>(value)
    try fields.checkKeys()
    self.init(
      report: try fields.text(.report), anchor: try fields.text(.anchor),
      kind: try fields.value(.kind, "a kind of table") { Kind(rawValue: $0) })
  }
}

extension FrozenSilentCell: EditionRecord {
  private enum Key: String, CaseIterable { case issue, party, report, date, origin, until }

  init(_ value: EditionValue) throws {
    let fields = try EditionFields<Key>(value)
    try fields.checkKeys(optional: [.until])
    self.init(
      issue: try fields.text(.issue), party: try fields.text(.party), report: try fields.text(.report),
      dating: try FrozenDate(fields, date: .date, origin: .origin, until: .until))
  }
}

extension FrozenCorrection: EditionRecord {
  private enum Key: String, CaseIterable { case report, date, note, issue, party }

  init(_ value: EditionValue) throws {
    let fields = try EditionFields<Key>(value)
    try fields.checkKeys(optional: [.issue, .party])
    self.init(
      report: try fields.text(.report), date: try fields.date(.date),
      note: try fields.text(.note), issue: try fields.optionalText(.issue),
      party: try fields.optionalText(.party))
  }
}

extension Withdrawal: EditionRecord {
  private enum Key: String, CaseIterable { case address, report, date, reason }

  init(_ value: EditionValue) throws {
    let fields = try EditionFields<Key>(value)
    let isReport = fields.has(.report) && !fields.has(.address)
    try fields.checkKeys(optional: [isReport ? .address : .report])
    let subject: Subject =
      isReport
      ? .report(try fields.text(.report))
      : try fields.value(.address, "the address of a position") { Subject(address: $0) }
    self.init(
      subject, date: try fields.date(.date), reason: try fields.text(.reason))
  }
}
