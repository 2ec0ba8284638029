import Content
import Text

/// What is cited: the facts from which each format of a citation is made, here and in `cite.js`.
package struct CitationFacts: Sendable, Hashable {
  /// What kind of thing is cited.
  package enum Kind: String, Sendable {
    case position, report, edition, dataset
  }

  let kind: Kind
  /// The key of the entry: ASCII letters, digits and hyphens.
  let key: String
  let title: String
  let authors: [String]
  /// The title of what contains it, such as the report of a position; nil if the site itself does.
  let container: String?
  /// The title of the site.
  let publisher: String
  let date: PartialDate?
  /// The place in the report, and the stance; nil for whole reports and editions.
  let note: String?
  /// The full address; nil without a base URL.
  let url: String?
  /// A BCP 47 tag.
  let language: String

  /// - Parameter key: characters other than ASCII letters, digits and hyphens are written as their scalar number.
  init(
    _ kind: Kind, key: String, title: String, authors: [String] = [], container: String? = nil,
    publisher: String, date: PartialDate?, note: String? = nil, url: String?, language: String
  ) {
    self.kind = kind
    self.key = Self.plain(key)
    self.title = title
    self.authors = authors
    self.container = container
    self.publisher = publisher
    self.date = date
    self.note = note
    self.url = url
    self.language = language
  }

  /// A key with ASCII letters, digits and hyphens only.
  private static func plain(_ key: String) -> String {
    func isPlain(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") }
    if key.utf8.allSatisfy(isPlain) { return key }
    return key.unicodeScalars.map { scalar in
      scalar.isASCII && isPlain(UInt8(scalar.value)) ? String(scalar) : "u" + String(scalar.value, radix: 16)
    }.joined()
  }

  /// Writes the facts as members of a JSON object, for the script.
  func write(into writer: inout JSONWriter) {
    writer.member("kind", kind.rawValue)
    writer.member("key", key)
    writer.member("title", title)
    writer.member("authors", authors)
    if let container { writer.member("container", container) }
    writer.member("publisher", publisher)
    if let date { writer.member("date", date.description) }
    if let note { writer.member("note", note) }
    if let url { writer.member("url", url) }
    writer.member("language", language)
  }
}
