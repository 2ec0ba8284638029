import Text

/// Writes a difference as JSON for other programs.
///
/// ```
/// {"version":1,"before":"march","after":"april","subjects":[
/// {"kind":"issue","outcome":"changed","before":[{"slug":"gas","name":"Gas"}],"after":[…],"fields":[{"name":"proposition","before":null,"after":"…"}]}
/// ],"positions":[
/// {"kinds":["hardened","reworded"],"before":{"issue":"Gas","party":"U.S.","report":"The plan","address":"reports/plan/#gas--us",
///  "stance":"+","date":"2025-03","origin":"cell","quote":"…"},"after":{…},"words":[{"kind":"equal","text":"open "}]}
/// ]}
/// ```
///
/// `before` or `after` of a position is null if it was added or dropped; `words` is empty unless it was
/// reworded.
package enum DifferenceJSON {
  /// The whole document, with a trailing line end.
  package static func bytes(_ difference: EditionDifference) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("version", 1)
    writer.member("before", difference.before)
    writer.member("after", difference.after)
    writer.lines("subjects", difference.subjects, subject)
    writer.lines("positions", difference.positions, position)
    writer.endObject()
    writer.finish()
    return writer.bytes
  }

  private static func subject(_ writer: inout JSONWriter, _ change: SubjectChange) {
    writer.beginObject()
    writer.member("kind", change.kind.rawValue)
    writer.member("outcome", change.outcome.rawValue)
    names(&writer, "before", change.before)
    names(&writer, "after", change.after)
    writer.key("fields")
    writer.beginArray()
    for field in change.fields {
      writer.beginObject()
      writer.member("name", field.name.rawValue)
      writer.member("before", field.before)
      writer.member("after", field.after)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  private static func names(_ writer: inout JSONWriter, _ key: String, _ names: [SubjectChange.Name]) {
    writer.key(key)
    writer.beginArray()
    for name in names {
      writer.beginObject()
      writer.member("slug", name.slug)
      writer.member("name", name.name)
      writer.endObject()
    }
    writer.endArray()
  }

  private static func position(_ writer: inout JSONWriter, _ change: PositionChange) {
    let kinds = change.kinds
    writer.beginObject()
    writer.member("kinds", kinds.map(\.rawValue))
    side(&writer, "before", change.before)
    side(&writer, "after", change.after)
    writer.key("words")
    writer.beginArray()
    for run in kinds.contains(.reworded) ? change.words : [] {
      writer.beginObject()
      writer.member("kind", word(run.kind))
      writer.member("text", run.text)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  private static func side(_ writer: inout JSONWriter, _ key: String, _ side: PositionChange.Side?) {
    writer.key(key)
    guard let side else { return writer.null() }
    writer.beginObject()
    writer.member("issue", side.issue)
    writer.member("party", side.party)
    writer.member("report", side.report)
    writer.member("address", side.position.address)
    writer.member("stance", side.position.stance?.rawValue)
    writer.member("date", side.position.date?.description)
    writer.member("origin", side.position.origin.rawValue)
    writer.member("quote", side.position.quote)
    writer.endObject()
  }

  private static func word(_ kind: WordRun.Kind) -> String {
    switch kind {
    case .equal: "equal"
    case .removed: "removed"
    case .added: "added"
    }
  }
}
