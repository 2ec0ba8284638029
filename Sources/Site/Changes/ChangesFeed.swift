import Content
import Graph

/// The feed of what changed between editions (Atom, RFC 4287), the newest edition first.
struct ChangesFeed {
  private let history: EditionHistory
  private let settings: SiteSettings
  private let base: String

  init(_ history: EditionHistory, settings: SiteSettings) {
    self.history = history
    self.settings = settings
    base = settings.baseURL ?? ""
  }

  var bytes: [UInt8] {
    var output: [UInt8] = []
    output.raw(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
    output.escapedXML(settings.language)
    output.raw("\">\n<title>")
    output.escapedXML(settings.title + ": what changed")
    output.raw("</title>\n")
    link("self", DataFile.changesFeed.path, into: &output)
    link("alternate", "changes/", into: &output)
    identifier("changes/", into: &output)
    updated(history.editions.last?.date, into: &output)
    output.raw("<author><name>")
    output.escapedXML(settings.title)
    output.raw("</name></author>\n")
    for index in history.differences.indices.reversed() { entry(index, into: &output) }
    output.raw("</feed>\n")
    return output
  }

  private func entry(_ index: Int, into output: inout [UInt8]) {
    let difference = history.differences[index]
    let address = history.address(of: index) + "/"
    output.raw("<entry>\n<title>")
    output.escapedXML("From \(difference.before) to \(difference.after)")
    output.raw("</title>\n")
    link("alternate", address, into: &output)
    identifier(address, into: &output)
    updated(history.later(index).date, into: &output)
    output.raw("<summary>")
    output.escapedXML(DifferenceWords.summary(difference))
    output.raw("</summary>\n</entry>\n")
  }

  private func link(_ relation: StaticString, _ address: String, into output: inout [UInt8]) {
    output.raw("<link rel=\"")
    output.raw(relation)
    output.raw("\" href=\"")
    output.escapedXML(base + address)
    output.raw("\"/>\n")
  }

  private func identifier(_ address: String, into output: inout [UInt8]) {
    output.raw("<id>")
    output.escapedXML(base + address)
    output.raw("</id>\n")
  }

  /// An edition has a day and no hour; what is open in its date is its beginning.
  private func updated(_ date: PartialDate?, into output: inout [UInt8]) {
    let day = date ?? PartialDate(year: 1970)
    let whole = PartialDate(year: day.year, month: day.month ?? 1, day: day.day ?? 1)
    output.raw("<updated>\(whole)T00:00:00Z</updated>\n")
  }
}
