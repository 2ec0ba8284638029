import Content

/// What has been read of an edition's file.
struct EditionParts {
  private var isEdition = false
  private var version: Int?
  private var name: String?
  private var date: PartialDate?
  private var reports: [(record: FrozenReport, range: Range<Int>)]?
  private var issues: [(record: FrozenIssue, range: Range<Int>)]?
  private var parties: [(record: FrozenParty, range: Range<Int>)]?
  private var positions: [(record: FrozenPosition, range: Range<Int>)]?

  /// Reads the value of one key of the file.
  mutating func read(_ key: String, at range: Range<Int>, from scanner: inout JSONScanner) throws(JSONError) {
    switch key {
    case "standpoint": isEdition = try scanner.string() == "edition"
    case "version": version = try scanner.integer()
    case "name": name = try scanner.string()
    case "date": date = try scanner.date()
    case "reports":
      reports = try scanner.records { (fields) throws(JSONError) in try FrozenReport(&fields) }
    case "issues":
      issues = try scanner.records { (fields) throws(JSONError) in try FrozenIssue(&fields) }
    case "parties":
      parties = try scanner.records { (fields) throws(JSONError) in try FrozenParty(&fields) }
    case "positions":
      positions = try scanner.records { (fields) throws(JSONError) in try FrozenPosition(&fields) }
    default: throw JSONError(message: "an edition has no “\(key)”", range: range)
    }
  }

  /// The edition, if every part is there.
  func edition() throws(JSONError) -> Edition {
    guard isEdition, let version, version > 0 else {
      throw JSONError(message: "it does not say that it is one", range: 0..<0)
    }
    guard let name, let date, let reports, let issues, let parties, let positions else {
      throw JSONError(message: "“\(missing)” is missing", range: 0..<0)
    }
    return Edition(
      name: name, date: date, reports: reports.map(\.record), issues: issues.map(\.record),
      parties: parties.map(\.record), positions: positions.map(\.record))
  }

  var reportRanges: [(slug: String, range: Range<Int>)] { (reports ?? []).map { ($0.record.slug, $0.range) } }
  var issueRanges: [(slug: String, range: Range<Int>)] { (issues ?? []).map { ($0.record.slug, $0.range) } }
  var partyRanges: [(slug: String, range: Range<Int>)] { (parties ?? []).map { ($0.record.slug, $0.range) } }
  var positionRanges: [(record: FrozenPosition, range: Range<Int>)] { positions ?? [] }
  /// The parties for whom others act.
  var representedParties: [(slug: String, range: Range<Int>)] {
    (parties ?? []).compactMap { party in party.record.actsFor.map { ($0, party.range) } }
  }

  private var missing: String {
    let isThere = [
      ("name", name != nil), ("date", date != nil), ("reports", reports != nil), ("issues", issues != nil),
      ("parties", parties != nil), ("positions", positions != nil),
    ]
    return isThere.first { !$0.1 }?.0 ?? ""
  }
}
