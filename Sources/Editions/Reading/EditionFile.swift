import Content

/// The content of an edition file, in the order of the file and not yet checked.
struct EditionFile: Decodable {
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
  init(from decoder: any Decoder) throws {
    let fields = try EditionFields<Key>(decoder)
    var version = Edition.schemaVersion
    if fields.has(.version) {
      version = try fields.count(.version)
      guard version <= Edition.schemaVersion else { throw NewerVersion(version: version) }
    }
    guard fields.has(.standpoint), try fields.text(.standpoint) == "edition" else {
      throw InvalidEdition("standpoint", "must be “edition”")
    }
    let optional = (version == 1 ? Self.added : [.made, .drafts]) + [.withdrawn]
    try fields.checkKeys(optional: Set(optional.map(\.rawValue)))
    name = try fields.text(.name)
    date = try fields.value(.date, "a date") { PartialDate($0) }
    let made = try fields.optionalValue(.made, "a date") { PartialDate($0) }
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
    let positions: [PositionRecord] = try fields.records(.positions)
    guard version > 1 else {
      let dates = Dictionary(records.reports.map { ($0.slug, $0.date) }) { first, _ in first }
      records.positions = try positions.map { try $0.position(texts: [:], firstVersion: dates) }
      return records
    }
    records.withheld = try fields.records(.withheld)
    records.tables = try fields.records(.tables)
    records.silentCells = try fields.records(.silent)
    records.corrections = try fields.records(.corrections)
    let entries: [SharedText] = try fields.records(.texts)
    let texts = Dictionary(entries.map { ($0.key, $0.text) }) { first, _ in first }
    records.positions = try positions.map { try $0.position(texts: texts, firstVersion: nil) }
    return records
  }

  /// The edition, with its records sorted.
  var edition: Edition { Edition(name: name, date: date, origin: origin, records: records) }
}

/// A text that positions refer to by its key.
private struct SharedText: Decodable {
  let key: String
  let text: String

  private enum Key: String, CaseIterable { case key, text }

  init(from decoder: any Decoder) throws {
    let fields = try EditionFields<Key>(decoder)
    try fields.checkKeys()
    key = try fields.text(.key)
    text = try fields.text(.text)
  }
}

/// A text, or the key of one.
private enum TextReference: Decodable {
  case text(String)
  case key(String, path: [any CodingKey])

  private enum Key: String, CaseIterable { case same }

  init(from decoder: any Decoder) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      self = .text(text)
      return
    }
    guard let fields = try? EditionFields<Key>(decoder) else {
      throw InvalidEdition(decoder.codingPath, "must be text")
    }
    try fields.checkKeys()
    self = .key(try fields.text(.same), path: decoder.codingPath)
  }

  func resolved(_ texts: [String: String]) throws -> String {
    switch self {
    case .text(let text): return text
    case .key(let key, let path):
      guard let text = texts[key] else {
        throw InvalidEdition(path, "this edition has no text with the key “\(key)”")
      }
      return text
    }
  }
}

/// A position as it is written in a file of any version.
private struct PositionRecord: Decodable {
  private let issue: String
  private let party: String
  private let report: String
  private let ordinal: Int
  private let stance: Stance?
  private let dating: FrozenDate
  private let anchor: String
  private let text: TextReference
  private let sources: [TextReference]

  private enum Key: String, CaseIterable {
    case issue, party, report, ordinal, stance, date, origin, until, anchor, quote, text, sources
  }

  init(from decoder: any Decoder) throws {
    let fields = try EditionFields<Key>(decoder)
    // Version 1 calls the text “quote”.
    let isOlder = fields.has(.quote) && !fields.has(.text)
    try fields.checkKeys(optional: ["until", "sources", isOlder ? "text" : "quote"])
    issue = try fields.text(.issue)
    party = try fields.text(.party)
    report = try fields.text(.report)
    ordinal = try fields.count(.ordinal)
    stance = try fields.optionalValue(.stance, "a stance") { Stance(rawValue: $0) }
    dating = try FrozenDate(fields, date: .date, origin: .origin, until: .until)
    anchor = try fields.text(.anchor)
    text = isOlder ? .text(try fields.text(.quote)) : try fields.record(.text, "text")
    sources = fields.has(.sources) ? try fields.records(.sources) : []
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
      anchor: anchor, sources: firstVersion == nil ? try sources.map { try $0.resolved(texts) } : nil)
  }
}

extension FrozenDate {
  fileprivate init<Key>(_ fields: EditionFields<Key>, date: Key, origin: Key, until: Key) throws {
    self.init(
      try fields.optionalValue(date, "a date") { PartialDate($0) },
      origin: try fields.optionalValue(origin, "an origin of a date") { DateOrigin(rawValue: $0) } ?? .none,
      until: try fields.optionalValue(until, "a date") { PartialDate($0) })
  }
}

extension FrozenReport: Decodable {
  private enum Key: String, CaseIterable { case slug, path, title, date, updated, redirects }

  package init(from decoder: any Decoder) throws {
    let fields = try EditionFields<Key>(decoder)
    try fields.checkKeys(optional: ["updated", "redirects"])
    self.init(
      slug: try fields.text(.slug), path: try fields.text(.path), title: try fields.text(.title),
      date: try fields.optionalValue(.date, "a date") { PartialDate($0) },
      updated: try fields.optionalValue(.updated, "a date") { PartialDate($0) },
      redirects: try fields.optionalTexts(.redirects))
  }
}

extension FrozenWithheldReport: Decodable {
  private enum Key: String, CaseIterable { case path, slug, reason }

  package init(from decoder: any Decoder) throws {
    let fields = try EditionFields<Key>(decoder)
    try fields.checkKeys()
    self.init(
      path: try fields.text(.path), slug: try fields.text(.slug), reason: try fields.text(.reason))
  }
}

extension FrozenIssue: Decodable {
  private enum Key: String, CaseIterable {
    case slug, name, aliases, proposition
    case earlierPropositions = "earlier-propositions"
  }

  package init(from decoder: any Decoder) throws {
    let fields = try EditionFields<Key>(decoder)
    try fields.checkKeys(optional: [Key.earlierPropositions.rawValue])
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
private struct PropositionRecord: Decodable {
  let proposition: EarlierProposition

  private enum Key: String, CaseIterable {
    case until, text
    case sameMeaning = "same-meaning"
  }

  init(from decoder: any Decoder) throws {
    let fields = try EditionFields<Key>(decoder)
    try fields.checkKeys(optional: [Key.sameMeaning.rawValue])
    proposition = EarlierProposition(
      until: try fields.value(.until, "a date") { PartialDate($0) }, text: try fields.text(.text),
      hasSameMeaning: fields.has(.sameMeaning) ? try fields.flag(.sameMeaning) : false)
  }
}

extension FrozenParty: Decodable {
  private enum Key: String, CaseIterable {
    case slug, name, aliases, from, to
    case actsFor = "acts-for"
  }

  package init(from decoder: any Decoder) throws {
    let fields = try EditionFields<Key>(decoder)
    try fields.checkKeys(optional: ["from", "to"])
    self.init(
      slug: try fields.text(.slug), name: try fields.text(.name), aliases: try fields.texts(.aliases),
      actsFor: try fields.optionalText(.actsFor),
      from: try fields.optionalValue(.from, "a date") { PartialDate($0) },
      to: try fields.optionalValue(.to, "a date") { PartialDate($0) })
  }
}

extension FrozenTable: Decodable {
  private enum Key: String, CaseIterable { case report, anchor, kind }

  package init(from decoder: any Decoder) throws {
    let fields = try EditionFields<Key>(decoder)
    try fields.checkKeys()
    self.init(
      report: try fields.text(.report), anchor: try fields.text(.anchor),
      kind: try fields.value(.kind, "a kind of table") { Kind(rawValue: $0) })
  }
}

extension FrozenSilentCell: Decodable {
  private enum Key: String, CaseIterable { case issue, party, report, date, origin, until }

  package init(from decoder: any Decoder) throws {
    let fields = try EditionFields<Key>(decoder)
    try fields.checkKeys(optional: ["until"])
    self.init(
      issue: try fields.text(.issue), party: try fields.text(.party), report: try fields.text(.report),
      dating: try FrozenDate(fields, date: .date, origin: .origin, until: .until))
  }
}

extension FrozenCorrection: Decodable {
  private enum Key: String, CaseIterable { case report, date, note, issue, party }

  package init(from decoder: any Decoder) throws {
    let fields = try EditionFields<Key>(decoder)
    try fields.checkKeys(optional: ["issue", "party"])
    self.init(
      report: try fields.text(.report), date: try fields.value(.date, "a date") { PartialDate($0) },
      note: try fields.text(.note), issue: try fields.optionalText(.issue),
      party: try fields.optionalText(.party))
  }
}

extension Withdrawal: Decodable {
  private enum Key: String, CaseIterable { case address, report, date, reason }

  package init(from decoder: any Decoder) throws {
    let fields = try EditionFields<Key>(decoder)
    let isReport = fields.has(.report) && !fields.has(.address)
    try fields.checkKeys(optional: [isReport ? "address" : "report"])
    let subject: Subject =
      isReport
      ? .report(try fields.text(.report))
      : try fields.value(.address, "the address of a position") { Subject(address: $0) }
    self.init(
      subject, date: try fields.value(.date, "a date") { PartialDate($0) }, reason: try fields.text(.reason))
  }
}
