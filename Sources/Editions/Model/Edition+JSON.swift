import Text

extension Edition {
  /// The edition as a file: UTF-8 JSON with one record per line in a stable order, and with a trailing line
  /// end.
  ///
  /// ```
  /// {
  /// "standpoint":"edition",
  /// "version":1,
  /// "name":"march",
  /// "date":"2025-03-31",
  /// "reports":[
  /// {"slug":"march-plan","path":"reports/march-plan.md","title":"The March plan","date":"2025-03-02"}
  /// ],
  /// "issues":[
  /// {"slug":"sanctions","name":"Sanctions","aliases":[],"proposition":null}
  /// ],
  /// "parties":[
  /// {"slug":"russia","name":"Russia","aliases":["Russian Federation"],"acts-for":null}
  /// ],
  /// "positions":[
  /// {"issue":"sanctions","party":"russia","report":"march-plan","ordinal":1,"stance":"-",
  ///  "date":"2025-03-02","origin":"front-matter","anchor":"sanctions--russia","quote":"calls them unfair"}
  /// ]
  /// }
  /// ```
  ///
  /// Keys have this order; a stance is its mark without brackets.
  package var json: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.headline("standpoint") { $0.string("edition") }
    writer.headline("version") { $0.number(Self.schemaVersion) }
    writer.headline("name") { $0.string(name) }
    writer.headline("date") { $0.string(date.description) }
    writer.lineBreak()
    writer.lines("reports", reports) { $0.record($1) }
    writer.lineBreak()
    writer.lines("issues", issues) { $0.record($1) }
    writer.lineBreak()
    writer.lines("parties", parties) { $0.record($1) }
    writer.lineBreak()
    writer.lines("positions", positions) { $0.record($1) }
    writer.lineBreak()
    writer.endObject()
    writer.finish()
    return writer.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func headline(_ name: String, _ value: (inout JSONWriter) -> Void) {
    lineBreak()
    key(name)
    value(&self)
  }

  fileprivate mutating func record(_ report: FrozenReport) {
    beginObject()
    member("slug", report.slug)
    member("path", report.path)
    member("title", report.title)
    member("date", report.date?.description)
    endObject()
  }

  fileprivate mutating func record(_ issue: FrozenIssue) {
    beginObject()
    member("slug", issue.slug)
    member("name", issue.name)
    member("aliases", issue.aliases)
    member("proposition", issue.proposition)
    endObject()
  }

  fileprivate mutating func record(_ party: FrozenParty) {
    beginObject()
    member("slug", party.slug)
    member("name", party.name)
    member("aliases", party.aliases)
    member("acts-for", party.actsFor)
    endObject()
  }

  fileprivate mutating func record(_ position: FrozenPosition) {
    beginObject()
    member("issue", position.issue)
    member("party", position.party)
    member("report", position.report)
    member("ordinal", position.ordinal)
    member("stance", position.stance?.rawValue)
    member("date", position.date?.description)
    member("origin", position.origin.rawValue)
    member("anchor", position.anchor)
    member("quote", position.quote)
    endObject()
  }
}
