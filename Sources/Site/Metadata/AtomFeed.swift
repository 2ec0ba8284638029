import Content
import Graph

/// A feed in Atom (RFC 4287). All addresses are whole ones; every text is escaped when it is written.
struct AtomFeed {
  /// One thing that the feed tells of; its address is its identifier too.
  struct Entry {
    let title: String
    let address: String
    /// nil: not told.
    var published: PartialDate?
    /// An open month or day is its beginning.
    let updated: PartialDate
    /// nil without one.
    var summary: String?
    /// Empty: the feed's author.
    var authors: [String] = []
    var categories: [Category] = []
  }

  /// What an entry is about.
  struct Category {
    /// What kind of term it is, as an address; nil: a tag.
    let scheme: String?
    /// The term, as readers file it.
    let term: String
    /// The term, as readers show it.
    let label: String
  }

  let title: String
  /// nil without one.
  var subtitle: String?
  /// A BCP 47 tag.
  let language: String
  /// Who speaks where an entry names nobody.
  let author: String
  /// The page that shows the same; the feed's identifier too.
  let page: String
  /// Where the feed itself is.
  let itself: String
  /// The newest first, at least one: a feed's own date is its newest entry's.
  let entries: [Entry]

  var bytes: [UInt8] {
    var output: [UInt8] = []
    output.raw(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
    output.escapedXML(language)
    output.raw("\">\n")
    element("title", title, into: &output)
    if let subtitle { element("subtitle", subtitle, into: &output) }
    link("self", itself, type: "application/atom+xml", into: &output)
    link("alternate", page, type: "text/html", into: &output)
    element("id", page, into: &output)
    if let newest = entries.map(\.updated.firstDay).max() { date("updated", newest, into: &output) }
    person(author, into: &output)
    for entry in entries { write(entry, into: &output) }
    output.raw("</feed>\n")
    return output
  }

  private func write(_ entry: Entry, into output: inout [UInt8]) {
    output.raw("<entry>\n")
    element("title", entry.title, into: &output)
    link("alternate", entry.address, type: "text/html", into: &output)
    element("id", entry.address, into: &output)
    if let published = entry.published { date("published", published, into: &output) }
    date("updated", entry.updated, into: &output)
    for author in entry.authors { person(author, into: &output) }
    for category in entry.categories { write(category, into: &output) }
    if let summary = entry.summary { element("summary", summary, into: &output) }
    output.raw("</entry>\n")
  }

  private func write(_ category: Category, into output: inout [UInt8]) {
    output.raw("<category term=\"")
    output.escapedXML(category.term)
    if let scheme = category.scheme {
      output.raw("\" scheme=\"")
      output.escapedXML(scheme)
    }
    output.raw("\" label=\"")
    output.escapedXML(category.label)
    output.raw("\"/>\n")
  }

  private func element(_ name: String, _ text: String, into output: inout [UInt8]) {
    output.raw("<\(name)>")
    output.escapedXML(text)
    output.raw("</\(name)>\n")
  }

  private func link(
    _ relation: StaticString, _ address: String, type: StaticString, into output: inout [UInt8]
  ) {
    output.raw("<link rel=\"")
    output.raw(relation)
    output.raw("\" type=\"")
    output.raw(type)
    output.raw("\" href=\"")
    output.escapedXML(address)
    output.raw("\"/>\n")
  }

  private func person(_ name: String, into output: inout [UInt8]) {
    output.raw("<author><name>")
    output.escapedXML(name)
    output.raw("</name></author>\n")
  }

  /// A day has no hour: it is written as its beginning (RFC 3339).
  private func date(_ name: String, _ date: PartialDate, into output: inout [UInt8]) {
    output.raw("<\(name)>\(date.firstDay)T00:00:00Z</\(name)>\n")
  }
}
