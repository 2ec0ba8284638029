import Diagnostics
import Text

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
  /// Old addresses of its page, as written.
  package var redirects: [String] = []
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

  /// The paragraph of a footnote that cites it: authors, title as a link, publisher and date.
  func note(_ dates: DateWording) -> MarkdownBlock {
    var title = MarkdownLine()
    title.escaped(self.title ?? url ?? key, isInLink: url != nil)
    let parts: [MarkdownLine?] = [
      authors.isEmpty ? nil : "\(authors.joined(separator: ", "))",
      url.map { .link(title, exactly: $0) } ?? "*\(title)*", publisher.map { "\($0)" },
      date.map { "\(dates.text($0))" },
    ]
    return .paragraph(parts.compactMap(\.self).joined(separator: ", "))
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
  /// The addresses of sources with entries that had pages, with the last parts of the addresses of these pages.
  package var publishedEntries: [PublishedEntry] = []

  package init() {}

  /// A source with an entry whose page was published.
  package struct PublishedEntry: Sendable, Hashable, Comparable {
    /// As the entry had it.
    package let address: String
    /// The last part of the address of its page.
    package let slug: String

    package init(address: String, slug: String) { (self.address, self.slug) = (address, slug) }

    /// The same for all that differ only in how they write the address.
    package var compared: PublishedEntry {
      PublishedEntry(address: SourceAddress.compared(address), slug: slug)
    }

    package static func < (left: PublishedEntry, right: PublishedEntry) -> Bool {
      (left.address, left.slug) < (right.address, right.slug)
    }
  }

  /// Where the addresses of published sources are stored, below the site's folder.
  package static let ledgerPath = ".standpoint/published-sources"

  /// What the text of the file at `ledgerPath` says: on each line the address of a source, and for one with an entry, after a tab,
  /// the last part of the address of its page.
  package static func ledger(_ bytes: [UInt8]) -> (addresses: [String], entries: [PublishedEntry]) {
    var (addresses, entries): ([String], [PublishedEntry]) = ([], [])
    for line in bytes.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
      let parts = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
      guard let address = parts.first, address.contains("://") else { continue }
      if parts.count == 2 {
        entries.append(PublishedEntry(address: address, slug: parts[1]))
      } else {
        addresses.append(address)
      }
    }
    return (addresses, entries)
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
              : "“\(entry.key)” has the same address as “\(first.key)”",
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
    return Dictionary(uniqueKeysWithValues: entries.map { ($0.key, $0.note(dates).text) })
  }
}
