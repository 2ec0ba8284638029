import Graph
import Text

/// Writes a difference as JSON for other programs.
///
/// ```
/// {"version":2,"before":"march","after":"april","counts":{"hardened":1},"subjects":[
/// {"kind":"issue","outcome":"changed","before":[{"slug":"gas","name":"Gas"}],"after":[…],"fields":[{"name":"proposition","before":null,"after":"…"}]}
/// ],"changes":[
/// {"kind":"moved","direction":"hardened","issue":{"slug":"gas","name":"Gas"},"party":{…},"before":[{"issue":"Gas","party":"U.S.",
///  "report":"The plan","address":"reports/plan/#gas--us","stance":"+","date":"2025-03","origin":"cell","text":"…","sources":[]}],
///  "after":[…],"steps":[],"added":[…],"silent":null,"cause":"cell","minor":false,"notes":[],"earlier-proposition":null}
/// ]}
/// ```
///
/// The old record comes first for each pair of issue and party. `direction` is null unless the party moved; `sources` is null
/// where the state does not know them. `minor` corrections change nothing but white space, case or punctuation; they are in no count.
package enum DifferenceJSON {
  /// The whole document, with a trailing line end.
  package static func bytes(_ difference: RecordDifference) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("version", 2)
    writer.member("before", difference.before)
    writer.member("after", difference.after)
    writer.key("counts")
    writer.beginObject()
    for entry in difference.counts { writer.member(entry.word, entry.count) }
    writer.endObject()
    writer.lines("subjects", difference.subjects) { $0.write($1) }
    writer.lines("changes", difference.changes) { $0.write($1) }
    writer.endObject()
    writer.finish()
    return writer.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ change: SubjectChange) {
    beginObject()
    member("kind", change.kind.rawValue)
    member("outcome", change.outcome.rawValue)
    list("before", change.before) { $0.name($1.slug, $1.name) }
    list("after", change.after) { $0.name($1.slug, $1.name) }
    list("fields", change.fields) { writer, field in
      writer.beginObject()
      writer.member("name", field.name.rawValue)
      writer.member("before", field.before)
      writer.member("after", field.after)
      writer.endObject()
    }
    endObject()
  }

  fileprivate mutating func write(_ change: RecordChange) {
    beginObject()
    member("kind", change.kind.rawValue)
    member("direction", change.direction?.rawValue)
    key("issue")
    name(change.issue.slug, change.issue.name)
    key("party")
    name(change.party.slug, change.party.name)
    list("before", change.before) { $0.side($1) }
    list("after", change.after) { $0.side($1) }
    list("steps", change.steps) { writer, sides in
      writer.beginArray()
      for side in sides { writer.side(side) }
      writer.endArray()
    }
    list("added", change.added) { $0.side($1) }
    key("silent")
    silence(change.silence)
    member("cause", change.cause.rawValue)
    key("minor")
    bool(change.isMinor)
    member("notes", change.notes)
    member("earlier-proposition", change.earlierProposition)
    endObject()
  }

  private mutating func list<Value>(
    _ name: String, _ values: [Value], _ write: (inout JSONWriter, Value) -> Void
  ) {
    key(name)
    beginArray()
    for value in values { write(&self, value) }
    endArray()
  }

  private mutating func name(_ slug: String, _ name: String) {
    beginObject()
    member("slug", slug)
    member("name", name)
    endObject()
  }

  private mutating func silence(_ silence: RecordChange.Silence?) {
    guard let silence else { return null() }
    beginObject()
    member("report", silence.report)
    member("address", "reports/\(silence.cell.report)/")
    member("date", silence.cell.dating.date?.description)
    endObject()
  }

  private mutating func side(_ side: RecordChange.Side) {
    beginObject()
    member("issue", side.issue)
    member("party", side.party)
    member("report", side.report)
    member("address", side.position.address)
    member("stance", side.position.stance?.rawValue)
    member("date", side.position.date?.description)
    member("origin", side.position.origin.rawValue)
    member("text", side.position.text)
    if let sources = side.position.sources {
      member("sources", sources)
    } else {
      member("sources", String?.none)
    }
    endObject()
  }
}
