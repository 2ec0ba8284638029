import Content

/// The content of an edition file, in the order of the file and not yet checked.
struct EditionFile: Decodable {
  let name: String
  let date: PartialDate
  let reports: [FrozenReport]
  let issues: [FrozenIssue]
  let parties: [FrozenParty]
  let positions: [FrozenPosition]

  /// The file uses a version of the format that this code cannot read.
  struct NewerVersion: Error {
    let version: Int
  }

  private enum Key: String, CaseIterable {
    case standpoint, version, name, date, reports, issues, parties, positions
  }

  /// Reads the version first, because a later format may have unknown keys and values.
  init(from decoder: any Decoder) throws {
    let fields = try EditionFields<Key>(decoder)
    if fields.has(.version) {
      let version = try fields.count(.version)
      guard version <= Edition.schemaVersion else { throw NewerVersion(version: version) }
    }
    guard fields.has(.standpoint), try fields.text(.standpoint) == "edition" else {
      throw InvalidEdition("standpoint", "must be “edition”")
    }
    try fields.checkKeys()
    name = try fields.text(.name)
    date = try fields.value(.date, "a date") { PartialDate($0) }
    reports = try fields.records(.reports)
    issues = try fields.records(.issues)
    parties = try fields.records(.parties)
    positions = try fields.records(.positions)
  }

  /// The edition, with its records sorted.
  var edition: Edition {
    Edition(name: name, date: date, reports: reports, issues: issues, parties: parties, positions: positions)
  }
}

extension FrozenReport: Decodable {
  private enum Key: String, CaseIterable { case slug, path, title, date }

  package init(from decoder: any Decoder) throws {
    let fields = try EditionFields<Key>(decoder)
    try fields.checkKeys()
    self.init(
      slug: try fields.text(.slug), path: try fields.text(.path), title: try fields.text(.title),
      date: try fields.optionalValue(.date, "a date") { PartialDate($0) })
  }
}

extension FrozenIssue: Decodable {
  private enum Key: String, CaseIterable { case slug, name, aliases, proposition }

  package init(from decoder: any Decoder) throws {
    let fields = try EditionFields<Key>(decoder)
    try fields.checkKeys()
    self.init(
      slug: try fields.text(.slug), name: try fields.text(.name), aliases: try fields.texts(.aliases),
      proposition: try fields.optionalText(.proposition))
  }
}

extension FrozenParty: Decodable {
  private enum Key: String, CaseIterable {
    case slug, name, aliases
    case actsFor = "acts-for"
  }

  package init(from decoder: any Decoder) throws {
    let fields = try EditionFields<Key>(decoder)
    try fields.checkKeys()
    self.init(
      slug: try fields.text(.slug), name: try fields.text(.name), aliases: try fields.texts(.aliases),
      actsFor: try fields.optionalText(.actsFor))
  }
}

extension FrozenPosition: Decodable {
  private enum Key: String, CaseIterable {
    case issue, party, report, ordinal, stance, date, origin, anchor, quote
  }

  package init(from decoder: any Decoder) throws {
    let fields = try EditionFields<Key>(decoder)
    try fields.checkKeys()
    self.init(
      issue: try fields.text(.issue), party: try fields.text(.party), report: try fields.text(.report),
      ordinal: try fields.count(.ordinal), quote: try fields.text(.quote),
      stance: try fields.optionalValue(.stance, "a stance") { Stance(rawValue: $0) },
      date: try fields.optionalValue(.date, "a date") { PartialDate($0) },
      origin: try fields.optionalValue(.origin, "an origin of a date") { DateOrigin(rawValue: $0) }
        ?? DateOrigin.none,
      anchor: try fields.text(.anchor))
  }
}
