import Content

extension FrozenReport {
  init(_ fields: inout RecordFields) throws(JSONError) {
    self.init(
      slug: try fields.text("slug"), path: try fields.text("path"), title: try fields.text("title"),
      date: try fields.readOrNull("date", "a date") { PartialDate($0) })
  }
}

extension FrozenIssue {
  init(_ fields: inout RecordFields) throws(JSONError) {
    self.init(
      slug: try fields.text("slug"), name: try fields.text("name"), aliases: try fields.texts("aliases"),
      proposition: try fields.textOrNull("proposition"))
  }
}

extension FrozenParty {
  init(_ fields: inout RecordFields) throws(JSONError) {
    self.init(
      slug: try fields.text("slug"), name: try fields.text("name"), aliases: try fields.texts("aliases"),
      actsFor: try fields.textOrNull("acts-for"))
  }
}

extension FrozenPosition {
  init(_ fields: inout RecordFields) throws(JSONError) {
    self.init(
      issue: try fields.text("issue"), party: try fields.text("party"), report: try fields.text("report"),
      ordinal: try fields.count("ordinal"), quote: try fields.text("quote"),
      stance: try fields.readOrNull("stance", "a mark such as ++") { Stance(rawValue: $0) },
      date: try fields.readOrNull("date", "a date") { PartialDate($0) },
      origin: try fields.readOrNull("origin", "where the date is from") { DateOrigin(word: $0) }
        ?? DateOrigin.none,
      anchor: try fields.text("anchor"))
  }
}
