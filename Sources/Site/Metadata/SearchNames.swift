import Content
import Graph
import Text

/// The names of issues and parties, and a few words of the interface, for the answers of the search: loaded with the first search.
struct SearchNames {
  let graph: IssueGraph
  let words: LocalizedStrings

  /// A JSON object. Each issue and each party is an array: the anchor that it has on pages of the other kind, the address of its
  /// page below the site’s root, its name, and its other names.
  var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("words")
    writer.beginObject()
    // The script puts names in place of the braces.
    writer.member("answer", words.text(.partyOnIssue, "{party}", "{issue}"))
    for key in [StringKey.noPositionReported, .earlier, .issues, .parties] {
      writer.member(key.rawValue, words.text(key))
    }
    writer.endObject()
    writer.member("all", [IssueListPage.address, PartyListPage.address].map(graph.settings.addresses.way))
    writer.lines("issues", graph.issues) { $0.names($1.slug, at: way($1.address), [$1.name] + $1.aliases) }
    writer.lines("parties", graph.parties) { $0.names($1.slug, at: way($1.address), [$1.name] + $1.aliases) }
    writer.endObject()
    writer.finish()
    return writer.bytes
  }

  private func way(_ address: String) -> String { graph.settings.addresses.way(to: address) }
}

extension JSONWriter {
  fileprivate mutating func names(_ slug: String, at address: String, _ names: [String]) {
    beginArray()
    for text in [slug, address] + names { string(text) }
    endArray()
  }
}
