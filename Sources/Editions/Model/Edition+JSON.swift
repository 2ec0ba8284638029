import Content
import Text

extension Edition {
  /// The edition as a file: UTF-8 JSON with one record per line in a stable order, and with a trailing line
  /// end.
  ///
  /// ```
  /// {
  /// "standpoint":"edition",
  /// "version":2,
  /// "name":"march",
  /// "date":"2025-03-31",
  /// "made":"2025-03-31",
  /// "drafts":false,
  /// "reports":[
  /// {"slug":"march-plan","path":"reports/march-plan.md","title":"The March plan","date":"2025-03-02"}
  /// ],
  /// "withheld":[
  /// {"path":"reports/next.md","slug":"next","reason":"a draft"}
  /// ],
  /// "issues":[
  /// {"slug":"sanctions","name":"Sanctions","aliases":[],"proposition":null}
  /// ],
  /// "parties":[
  /// {"slug":"russia","name":"Russia","aliases":["Russian Federation"],"acts-for":null}
  /// ],
  /// "tables":[
  /// {"report":"march-plan","anchor":"core","kind":"positions"}
  /// ],
  /// "texts":[
  /// {"key":"b2f1c0de5a7e3d19","text":"A text that is used more than once"}
  /// ],
  /// "positions":[
  /// {"issue":"sanctions","party":"russia","report":"march-plan","ordinal":1,"stance":"-",
  ///  "date":"2025-03-02","origin":"front-matter","anchor":"sanctions--russia","text":"calls them unfair",
  ///  "sources":[{"same":"b2f1c0de5a7e3d19"}]}
  /// ],
  /// "silent":[
  /// {"issue":"sanctions","party":"ukraine","report":"march-plan","date":"2025-03-02","origin":"front-matter"}
  /// ],
  /// "corrections":[
  /// {"report":"march-plan","date":"2025-03-05","note":"…","issue":"sanctions","party":"russia"}
  /// ]
  /// }
  /// ```
  ///
  /// An author may add a list of what all editions are to leave out:
  ///
  /// ```
  /// "withdrawn":[
  /// {"address":"/reports/march-plan/#sanctions--russia","date":"2025-05-02","reason":"The quotation was invented."},
  /// {"report":"march-plan","date":"2025-05-02","reason":"…"}
  /// ]
  /// ```
  ///
  /// Keys have this order; a stance is its mark without brackets. A party that follows another one or belongs to blocs also has
  /// `"succeeds":"…"` and `"member-of":[{"party":"…","from":"2020","to":"2024"}]`.
  /// `updated`, `redirects`, `earlier-propositions`, `succeeds`, `member-of`, `from`, `to`,
  /// The `ordinal` of a position that is 1, its usual anchor, `until`, `sources` and the issue and party of a correction are left out where there is nothing to say. An earlier
  /// proposition is `{"until":"2025-03","text":"…","same-meaning":true}`, without the last member if it is false.
  package var json: [UInt8] {
    let shared = SharedTexts(self)
    var writer = JSONWriter()
    writer.beginObject()
    writer.headline("standpoint") { $0.string("edition") }
    writer.headline("version") { $0.number(Self.schemaVersion) }
    writer.headline("name") { $0.string(name) }
    writer.headline("date") { $0.string(date.description) }
    if let origin {
      writer.headline("made") { $0.string(origin.made.description) }
      writer.headline("drafts") { $0.bool(origin.includesDrafts) }
    }
    writer.list("reports", reports) { $0.record($1) }
    writer.list("withheld", records.withheld) { $0.record($1) }
    writer.list("issues", issues) { $0.record($1) }
    writer.list("parties", parties) { $0.record($1) }
    writer.list("tables", records.tables) { $0.record($1) }
    writer.list("texts", shared.entries) { writer, entry in
      writer.beginObject()
      writer.member("key", entry.key)
      writer.member("text", entry.text)
      writer.endObject()
    }
    writer.list("positions", positions) { $0.record($1, shared) }
    writer.list("silent", silentCells) { $0.record($1) }
    writer.list("corrections", records.corrections) { $0.record($1) }
    if !records.withdrawals.isEmpty { writer.list("withdrawn", records.withdrawals) { $0.record($1) } }
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

  fileprivate mutating func list<Record>(
    _ name: String, _ records: [Record], _ record: (inout JSONWriter, Record) -> Void
  ) {
    lineBreak()
    lines(name, records, record)
  }

  /// Writes nothing for nil.
  private mutating func optional(_ name: String, _ text: String?) {
    if let text { member(name, text) }
  }

  fileprivate mutating func record(_ report: FrozenReport) {
    beginObject()
    member("slug", report.slug)
    member("path", report.path)
    member("title", report.title)
    member("date", report.date?.description)
    optional("updated", report.updated?.description)
    if !report.redirects.isEmpty { member("redirects", report.redirects) }
    endObject()
  }

  fileprivate mutating func record(_ report: FrozenWithheldReport) {
    beginObject()
    member("path", report.path)
    member("slug", report.slug)
    member("reason", report.reason)
    if !report.redirects.isEmpty { member("redirects", report.redirects) }
    endObject()
  }

  fileprivate mutating func record(_ issue: FrozenIssue) {
    beginObject()
    member("slug", issue.slug)
    member("name", issue.name)
    member("aliases", issue.aliases)
    member("proposition", issue.proposition)
    if !issue.earlierPropositions.isEmpty {
      key("earlier-propositions")
      beginArray()
      for proposition in issue.earlierPropositions { record(proposition) }
      endArray()
    }
    endObject()
  }

  private mutating func record(_ proposition: EarlierProposition) {
    beginObject()
    member("until", proposition.until.description)
    member("text", proposition.text)
    if proposition.hasSameMeaning {
      key("same-meaning")
      bool(true)
    }
    endObject()
  }

  fileprivate mutating func record(_ party: FrozenParty) {
    beginObject()
    member("slug", party.slug)
    member("name", party.name)
    member("aliases", party.aliases)
    member("acts-for", party.actsFor)
    optional("succeeds", party.succeeds)
    if !party.memberships.isEmpty {
      key("member-of")
      beginArray()
      for membership in party.memberships {
        beginObject()
        member("party", membership.bloc)
        optional("from", membership.period.from?.description)
        optional("to", membership.period.to?.description)
        endObject()
      }
      endArray()
    }
    optional("from", party.from?.description)
    optional("to", party.to?.description)
    endObject()
  }

  fileprivate mutating func record(_ table: FrozenTable) {
    beginObject()
    member("report", table.report)
    member("anchor", table.anchor)
    member("kind", table.kind.rawValue)
    endObject()
  }

  fileprivate mutating func record(_ position: FrozenPosition, _ shared: SharedTexts) {
    beginObject()
    member("issue", position.issue)
    member("party", position.party)
    member("report", position.report)
    if position.ordinal != 1 { member("ordinal", position.ordinal) }
    member("stance", position.stance?.rawValue)
    dating(position.dating)
    if position.anchor != position.usualAnchor { member("anchor", position.anchor) }
    key("text")
    text(position.text, shared)
    if let sources = position.sources, !sources.isEmpty {
      key("sources")
      beginArray()
      for source in sources { text(source, shared) }
      endArray()
    }
    optional("evidence", position.evidence.text)
    endObject()
  }

  private mutating func text(_ text: String, _ shared: SharedTexts) {
    guard let key = shared.key(of: text) else { return string(text) }
    beginObject()
    member("same", key)
    endObject()
  }

  private mutating func dating(_ dating: FrozenDate) {
    member("date", dating.date?.description)
    member("origin", dating.origin.rawValue)
    optional("until", dating.until?.description)
  }

  fileprivate mutating func record(_ cell: FrozenSilentCell) {
    beginObject()
    member("issue", cell.issue)
    member("party", cell.party)
    member("report", cell.report)
    dating(cell.dating)
    endObject()
  }

  fileprivate mutating func record(_ correction: FrozenCorrection) {
    beginObject()
    member("report", correction.report)
    member("date", correction.date.description)
    member("note", correction.note)
    optional("issue", correction.issue)
    optional("party", correction.party)
    endObject()
  }

  fileprivate mutating func record(_ withdrawal: Withdrawal) {
    beginObject()
    switch withdrawal.subject {
    case .position(let address): member("address", address)
    case .report(let slug): member("report", slug)
    }
    member("date", withdrawal.date.description)
    member("reason", withdrawal.reason)
    endObject()
  }
}
