import Content
import Foundation
import Graph

/// An Atom feed (RFC 4287). All addresses are URLs; texts are escaped when they are written.
struct AtomFeed {
  /// An entry of the feed; its address is also its identifier.
  struct Entry {
    let title: String
    let address: String
    /// nil if unknown.
    var published: PartialDate?
    /// A month or a year counts as its first day.
    let updated: PartialDate
    /// nil if there is none.
    var summary: String?
    /// HTML for readers; empty if there is none.
    var content = HTML()
    /// If empty, the author of the feed applies.
    var authors: [String] = []
    var categories: [Category] = []
    /// The language of the entry, a BCP 47 tag; nil: that of the feed.
    var language: String?
  }

  /// A subject of an entry.
  struct Category {
    /// The kind of term, as a URL; nil for a tag.
    let scheme: String?
    /// The term for programs.
    let term: String
    /// The term for readers.
    let label: String
  }

  let title: String
  /// nil if there is none.
  var subtitle: String?
  /// A BCP 47 tag.
  let language: String
  /// The zone in which the dates are days, as an IANA name.
  let timeZone: String
  /// The author of entries that name none.
  let author: String
  /// The URL of the page with the same content; also the identifier of the feed.
  let page: String
  /// The URL of the feed itself.
  let itself: String
  /// The newest first. There is at least one, because the feed takes its date from the newest.
  let entries: [Entry]

  /// The feed of a page of the site, under the path of its own file.
  ///
  /// - Parameters:
  ///   - address: of the page, without leading and trailing slashes.
  ///   - path: below the site's root.
  ///   - entries: the newest first, at least one.
  init(
    _ title: String, subtitle: String? = nil, of address: String, at path: String, _ settings: SiteSettings,
    entries: [Entry]
  ) {
    self.title = title
    self.subtitle = subtitle
    language = settings.language
    timeZone = settings.timeZone
    author = settings.title
    page = settings.fullAddress(ofPage: address) ?? ""
    itself = settings.fullAddress(path) ?? ""
    self.entries = entries
  }

  var bytes: [UInt8] {
    var output = XML()
    output.raw(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
    output.escaped(language)
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
    return output.bytes
  }

  private func write(_ entry: Entry, into output: inout XML) {
    if let language = entry.language {
      output.raw("<entry xml:lang=\"")
      output.escaped(language)
      output.raw("\">\n")
    } else {
      output.raw("<entry>\n")
    }
    element("title", entry.title, into: &output)
    link("alternate", entry.address, type: "text/html", into: &output)
    element("id", entry.address, into: &output)
    if let published = entry.published { date("published", published, into: &output) }
    date("updated", entry.updated, into: &output)
    for author in entry.authors { person(author, into: &output) }
    for category in entry.categories { write(category, into: &output) }
    if let summary = entry.summary { element("summary", summary, into: &output) }
    if !entry.content.isEmpty {
      output.raw("<content type=\"html\">")
      output.escaped(entry.content.text)
      output.raw("</content>\n")
    }
    output.raw("</entry>\n")
  }

  private func write(_ category: Category, into output: inout XML) {
    output.raw("<category term=\"")
    output.escaped(category.term)
    if let scheme = category.scheme {
      output.raw("\" scheme=\"")
      output.escaped(scheme)
    }
    output.raw("\" label=\"")
    output.escaped(category.label)
    output.raw("\"/>\n")
  }

  private func element(_ name: String, _ text: String, into output: inout XML) {
    output.markup("<\(name)>\(text)</\(name)>\n")
  }

  private func link(
    _ relation: StaticString, _ address: String, type: StaticString, into output: inout XML
  ) {
    output.raw("<link rel=\"")
    output.raw(relation)
    output.raw("\" type=\"")
    output.raw(type)
    output.raw("\" href=\"")
    output.escaped(address)
    output.raw("\"/>\n")
  }

  private func person(_ name: String, into output: inout XML) {
    output.raw("<author><name>")
    output.escaped(name)
    output.raw("</name></author>\n")
  }

  /// Dates have no time, so midnight in the site's time zone is written (RFC 3339).
  private func date(_ name: String, _ date: PartialDate, into output: inout XML) {
    let offset = FeedOffset.text(of: timeZone, on: date.firstDay)
    output.markup("<\(name)>\(date.firstDay.description)T00:00:00\(offset)</\(name)>\n")
  }
}

/// The difference between the site's time and UTC.
private enum FeedOffset {
  /// `Z`, or hours and minutes such as `+01:00`, at midnight of a day.
  static func text(of zone: String, on day: PartialDate) -> String {
    guard zone != "UTC", zone != "GMT", let zone = TimeZone(identifier: zone) else { return "Z" }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let parts = DateComponents(year: day.year, month: day.month ?? 1, day: day.day ?? 1)
    guard let midnight = calendar.date(from: parts) else { return "Z" }
    let minutes = zone.secondsFromGMT(for: midnight) / 60
    if minutes == 0 { return "Z" }
    let digits = [abs(minutes) / 60, abs(minutes) % 60].map { $0 < 10 ? "0\($0)" : String($0) }
    return (minutes < 0 ? "-" : "+") + digits.joined(separator: ":")
  }
}
