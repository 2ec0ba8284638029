import Diagnostics

/// A source that an author described, in `sources/<key>.md` or `sources.json`.
package struct SourceEntry: Sendable, Hashable {
  /// The key by which texts cite it, as in `[@key]`.
  package let key: String
  /// The name of its file below `sources/`, or `sources.json`, and where in it the source is described.
  package let place: Place
  package var title: String?
  package var authors: [String] = []
  package var publisher: String?
  package var date: PartialDate?
  /// Where it can be read; nil: nowhere in the web.
  package var url: String?
  /// Where its file gives the address; nil if that is not known.
  package var urlPlace: Place?
  /// Where a copy of it is kept; nil if there is none.
  package var archive: String?
  /// The day on which it was read; nil if not given.
  package var accessed: PartialDate?
  /// What kind of evidence it is; nil if not given.
  package var evidence: Evidence?
  /// Its language, a BCP 47 tag; nil if not given.
  package var language: String?
  package var licence: String?
  /// What the author notes about it, in Markdown; empty without notes.
  package var notes = ""

  /// A source of which only the key is known.
  package init(key: String, place: Place) {
    self.key = key
    self.place = place
  }

  /// Whether it is described in `sources.json` and not in a file of its own.
  fileprivate var isOfList: Bool { place.path.hasSuffix(".json") }

  /// The title, otherwise the address, otherwise the key.
  package var name: String { title ?? url ?? key }

  /// A footnote that cites it, in Markdown: authors, title as a link, publisher and date.
  func note(_ dates: DateWording) -> String {
    let title = Self.escaped(self.title ?? url ?? key)
    let linked = url.map { "[\(title)](<\($0.filter { !"<>\n\\".contains($0) })>)" } ?? "*\(title)*"
    let parts = [
      authors.isEmpty ? nil : Self.escaped(authors.joined(separator: ", ")), linked,
      publisher.map(Self.escaped),
      date.map(dates.text),
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_{}[]<>()#+!|~&^:@$".contains(character) { result += "\\" }
      result.append(character.isNewline ? " " : character)
    }
    return result
  }
}

/// Everything that authors said about sources.
package struct SourceLibrary: Sendable, Hashable {
  /// By key.
  package private(set) var entries: [SourceEntry] = []
  private var byKey: [String: Int] = [:]
  /// The entries by their addresses as `SourceAddress` compares them.
  private var byAddress: [String: Int] = [:]
  /// Whether an entry says what kind of evidence it is.
  package private(set) var givesEvidence = false

  /// The addresses that were gone when they were last checked, as `SourceAddress` compares them.
  package var gone: Set<String> = []
  /// The last parts of the addresses of the pages of sources that were published.
  package var publishedSlugs: Set<String> = []
  /// The addresses of sources that had such pages, as authors wrote them. Of some pages the address is not known.
  package var publishedAddresses: [String] = []

  package init() {}

  /// Where the addresses of published sources are stored, below the site's folder.
  package static let ledgerPath = ".standpoint/published-sources"

  /// The addresses in the text of the file at `ledgerPath`, which has one on each line.
  package static func addresses(inLedger bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
      .map { $0.hasSuffix("\r") ? String($0.dropLast()) : $0 }.filter { $0.contains("://") }
  }

  /// The last part of the address of a source's page, from the path of its file below the site's root; nil: the file is not such
  /// a page.
  package static func slug(ofPage path: String) -> String? {
    guard path.hasPrefix("sources/") else { return nil }
    let rest = path.dropFirst(8)
    for ending in ["/index.html", ".html"] where rest.hasSuffix(ending) {
      return String(rest.dropLast(ending.count))
    }
    return nil
  }

  /// Whether the last check of sources found nothing at an address.
  package func isGone(_ address: String) -> Bool {
    !gone.isEmpty && gone.contains(SourceAddress.compared(address))
  }

  package var isEmpty: Bool { entries.isEmpty }

  /// - Parameter diagnostics: gets `duplicate-source` for each entry with the key or the address of another one. Of entries with
  ///   the same key, the one with a file of its own counts, else the first one.
  package init(_ all: [SourceEntry], diagnostics: inout [Diagnostic]) {
    for entry in all.sorted(by: { ($0.key, $0.isOfList ? 1 : 0) < ($1.key, $1.isOfList ? 1 : 0) }) {
      let address = entry.url.map { SourceAddress.compared($0) }
      if let other = byKey[entry.key] ?? address.flatMap({ byAddress[$0] }) {
        let first = entries[other]
        diagnostics.append(
          Diagnostic(
            .duplicateSource, at: entry.place,
            first.key == entry.key
              ? "the source “\(entry.key)” is described twice"
              : "“\(entry.key)” has the address of “\(first.key)”",
            notes: [
              Note(
                first.key == entry.key
                  ? "this description is used; the other one is ignored" : "the first description is here",
                at: first.place)
            ]))
        if first.key == entry.key { continue }
      }
      byKey[entry.key] = entries.count
      if let address, byAddress[address] == nil { byAddress[address] = entries.count }
      if entry.evidence != nil { givesEvidence = true }
      entries.append(entry)
    }
  }

  /// The source with a key; nil if there is none.
  package func entry(_ key: String) -> SourceEntry? { byKey[key].map { entries[$0] } }

  /// The source with an address, however it is written; nil if there is none.
  package func entry(at address: String) -> SourceEntry? {
    byAddress.isEmpty ? nil : entry(comparedAs: SourceAddress.compared(address))
  }

  /// The source with an address as `SourceAddress` compares it; nil if there is none.
  package func entry(comparedAs address: String) -> SourceEntry? { byAddress[address].map { entries[$0] } }

  /// The footnotes that cite each source, in Markdown, by key.
  ///
  /// - Parameter language: a BCP 47 tag: that of the dates in them.
  func notes(language: String) -> [String: String] {
    if entries.isEmpty { return [:] }
    let dates = DateWording(language: language)
    return Dictionary(uniqueKeysWithValues: entries.map { ($0.key, $0.note(dates)) })
  }
}

/// How addresses of sources are compared.
package enum SourceAddress {
  /// The part of an address that tells sources apart. Not compared are: the scheme (`http` or `https`), the case of the host, a
  /// default port, a trailing slash, the fragment, and parameters that only track visitors. Everything else is, `www.`
  /// included.
  package static func compared(_ address: String) -> String {
    var address = address
    return address.withUTF8 { String(decoding: compared($0[...]), as: UTF8.self) }
  }

  private static func compared(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    var rest = bytes
    for scheme: StaticString in ["https://", "http://"] where rest.startsLike(scheme) {
      rest = rest.dropFirst(scheme.utf8CodeUnitCount)
      break
    }
    rest = rest.prefix { $0 != UInt8(ascii: "#") }
    let query = rest.drop { $0 != UInt8(ascii: "?") }.dropFirst()
    rest = rest.prefix { $0 != UInt8(ascii: "?") }
    var host = rest.prefix { $0 != UInt8(ascii: "/") }
    var path = rest[host.endIndex...]
    for port: StaticString in [":443", ":80"] where host.suffix(port.utf8CodeUnitCount).startsLike(port) {
      host = host.dropLast(port.utf8CodeUnitCount)
    }
    while path.last == UInt8(ascii: "/") { path.removeLast() }
    var compared: [UInt8] = []
    compared.reserveCapacity(bytes.count)
    if host.allSatisfy({ $0 < 0x80 }) {
      for byte in host { compared.append(lowercased(byte)) }
    } else {
      compared += String(decoding: host, as: UTF8.self).lowercased().utf8
    }
    compared += path
    var sign = UInt8(ascii: "?")
    for parameter in query.split(separator: UInt8(ascii: "&")) where !isTracking(parameter) {
      compared.append(sign)
      compared += parameter
      sign = UInt8(ascii: "&")
    }
    return compared
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  /// Whether a parameter tells where a visitor came from, and not what the page shows.
  private static func isTracking(_ parameter: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let name = String(decoding: parameter.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self).lowercased()
    return name.hasPrefix("utm_") || trackingNames.contains(name)
  }

  private static let trackingNames: Set<String> = [
    "dclid", "fbclid", "gbraid", "gclid", "gclsrc", "igshid", "mc_cid", "mc_eid", "mkt_tok", "msclkid",
    "twclid",
    "wbraid", "yclid",
  ]
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// Whether it starts with `text`, which is in lower case, in any case.
  fileprivate func startsLike(_ text: StaticString) -> Bool {
    let text = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    return count >= text.count && zip(self, text).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
  }
}
