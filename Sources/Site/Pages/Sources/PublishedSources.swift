import Content
import Editions
import Graph
import Markdown

/// The sources whose pages were published before an entry described them. They keep their pages, whatever becomes of the
/// positions and links; the pages of those that have an entry now lead to it.
struct PublishedSources: Sendable {
  /// The last parts of the addresses of their pages, and of those of entries.
  let slugs: Set<String>
  /// The addresses of the sources, as `SourceAddress` compares them, by the last parts of the addresses of their pages.
  let owners: [String: String]
  /// Their addresses as authors wrote them, by the form in which `SourceAddress` compares them; not those of which only the page
  /// is known.
  private let addresses: [String: String]
  /// The last parts of the addresses of the pages that sources had with an entry, by the form in which `SourceAddress` compares
  /// their addresses.
  private let entries: [String: [String]]

  /// - Parameter editions: the editions that readers can see.
  init(_ settings: SiteSettings, editions: [Edition]) {
    let library = settings.sources
    let inEditions = Self.addresses(withPagesIn: editions)
    var slugs = library.publishedSlugs
    for compared in inEditions.keys
    where !SourceSlugs.candidates(for: compared).contains(where: slugs.contains) {
      // A site that was published with the entry never had a page of the address.
      let entry = library.entry(comparedAs: compared)
      if let entry, library.publishedSlugs.contains(Slug.of(entry.key)) { continue }
      slugs.insert(SourceSlugs.candidates(for: compared)[0])
    }
    var addresses = inEditions
    for address in library.publishedAddresses { addresses[SourceAddress.compared(address)] = address }
    var owners: [String: String] = [:]
    for compared in addresses.keys.sorted() {
      let candidates = SourceSlugs.candidates(for: compared).reversed()
      if let slug = candidates.first(where: slugs.contains), owners[slug] == nil { owners[slug] = compared }
    }
    self.owners = owners
    self.slugs = slugs
    self.addresses = addresses
    entries = Dictionary(
      grouping: library.publishedEntries.filter { slugs.contains($0.slug) }.sorted(),
      by: { SourceAddress.compared($0.address) }
    ).mapValues { $0.map(\.slug) }
  }

  /// The last parts of the addresses under which the page of a source may be bookmarked, besides those that its address has now:
  /// the keys of earlier entries with the address, and those in which letters were percent-encoded.
  ///
  /// - Parameters:
  ///   - compared: the address as `SourceAddress` compares it.
  ///   - written: the address as an author wrote it.
  func former(_ compared: String, written: String) -> [String] {
    if slugs.isEmpty { return [] }
    let forms = Set([written, addresses[compared]].compactMap(\.self).compactMap(SourceAddress.encoded))
    let encoded = forms.sorted().flatMap(SourceSlugs.candidates).filter(slugs.contains)
    return (entries[compared] ?? []) + encoded
  }

  /// The addresses on which so many positions of an edition rested that they had pages.
  private static func addresses(withPagesIn editions: [Edition]) -> [String: String] {
    var addresses: [String: String] = [:]
    var comparedForm: [String: String] = [:]
    for edition in editions {
      var counts: [String: Int] = [:]
      for position in edition.positions {
        var seen: Set<String> = []
        for source in position.sources ?? [] where source.contains("://") {
          let compared = comparedForm[source] ?? SourceAddress.compared(source)
          comparedForm[source] = compared
          guard seen.insert(compared).inserted else { continue }
          counts[compared, default: 0] += 1
          if counts[compared] == SourceShelf.enoughPositions, addresses[compared] == nil {
            addresses[compared] = source
          }
        }
      }
    }
    return addresses
  }

  /// A source on which no position rests: its address as it is compared and as it is written.
  typealias Unused = (compared: String, address: String, count: Int)

  /// The sources to which reports still link although no position rests on them.
  func linked(
    by reports: CitingReports, in graph: IssueGraph, besides others: [String]
  ) -> [Unused] {
    if slugs.isEmpty { return [] }
    let known = Set(others)
    return reports.firsts.compactMap { source, first -> Unused? in
      guard case .address(let compared) = source, !known.contains(compared),
        SourceSlugs.candidates(for: compared).contains(where: slugs.contains),
        let address = graph.reports[first.index].report.header.document.address(comparedAs: compared)
      else { return nil }
      return (compared, address, 0)
    }
    .sorted { $0.compared < $1.compared }
  }

  /// The sources that no report cites any more; not those that have an entry now or whose page was withdrawn.
  func uncited(besides cited: [String], in settings: SiteSettings) -> [Unused] {
    if addresses.isEmpty { return [] }
    let cited = Set(cited)
    let withdrawn = Set(settings.withdrawn.map(\.page))
    return addresses.filter { compared, _ in
      !cited.contains(compared) && settings.sources.entry(comparedAs: compared) == nil
        && !SourceSlugs.candidates(for: compared).contains {
          withdrawn.contains(SourceListPage.address + "/" + $0)
        }
    }
    .map { ($0.key, $0.value, 0) }.sorted { $0.0 < $1.0 }
  }
}

extension Document {
  /// The first address that it links to and that `SourceAddress` compares as `compared`, as it is written.
  fileprivate func address(comparedAs compared: String) -> String? {
    for node in nodes where node.kind == .link {
      let address = string(node.text)
      if SourceAddress.compared(address) == compared { return address }
    }
    return nil
  }
}
