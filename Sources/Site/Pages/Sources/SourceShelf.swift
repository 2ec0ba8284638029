import Content
import Diagnostics
import Editions
import Graph
import Markdown

/// The sources of a site, and which of them have pages.
struct SourceShelf: Sendable {
  /// From this number of positions on, a source without an entry has a page.
  static let enoughPositions = 3
  /// The largest number of sources on a page of the list.
  static let mostOnOnePage = Limit.listedSources.value

  /// A source in the list.
  struct Item: Sendable {
    let identity: SourceIdentity
    /// nil: it is not described.
    let entry: SourceEntry?
    /// Its address as an author wrote it; nil: nowhere in the web.
    let address: String?
    /// How many positions rest on it, those that only editions remember among them.
    let count: Int
    /// The address of its page below the site’s root; nil: it has none.
    let page: String?

    /// The title, otherwise the address.
    var name: String { entry?.name ?? address ?? "" }
  }

  /// The sources of a shelf, or of a site without one those on which positions rest; none if the site shows no sources.
  static func items(_ shelf: SourceShelf?, of graph: IssueGraph) -> [Item] {
    if let shelf { return shelf.items }
    guard graph.settings.pageKinds[.sources] else { return [] }
    return EvidenceIndex(graph).addressesWithoutEntry.map {
      Item(
        identity: .address(SourceAddress.compared($0.address)), entry: nil, address: $0.address,
        count: $0.count,
        page: nil)
    }
  }

  let index: EvidenceIndex
  /// Those with an entry by name, then the others, those with the most positions first.
  let items: [Item]
  /// The reports that cite each source.
  let reports: CitingReports
  /// From the pages that sources had before they were described, or before their keys changed.
  let redirects: [Redirect]
  private let places: [SourceIdentity: Int]
  /// The positions that only editions remember and that rest on each source, by issue and party, then the newest first.
  private let remembered: [SourceIdentity: [RememberedOnSource]]

  /// A position that only editions remember, with its issue and its party.
  typealias RememberedOnSource = (issue: ID<Issue>, party: ID<Party>, position: RememberedPosition)

  /// What positions rest on, and which reports cite it: all that a shelf has to know of texts.
  struct Contents: Sendable {
    fileprivate private(set) var index: EvidenceIndex
    fileprivate private(set) var reports: CitingReports

    init(_ graph: IssueGraph) {
      index = EvidenceIndex(graph)
      reports = CitingReports(graph)
    }

    /// The same for a graph that differs by `change`.
    func updating(_ graph: IssueGraph, after change: GraphChange) -> Contents {
      var next = self
      next.index = index.updating(graph, after: change)
      next.reports = reports.updating(graph, after: change)
      return next
    }
  }

  /// - Parameters:
  ///   - contents: of the graph of `record`.
  ///   - published: the sources whose pages readers may have bookmarked.
  /// - Returns: nil if no source is described and none has a page.
  init?(_ contents: Contents, _ record: RecordHistory, published: PublishedSources) {
    let graph = record.graph
    let remembered = Self.remembered(record)
    let library = graph.settings.sources
    let (index, reports) = (contents.index, contents.reports)
    var slugs = SourceSlugs(published: published.slugs, owners: published.owners)
    var items: [Item] = []
    for entry in library.entries {
      let slug = slugs.slug(of: entry.key, at: entry.url.map(SourceAddress.compared))
      let page = SourceListPage.address + "/" + slug
      let source = SourceIdentity.entry(entry.key)
      let count = index.positions(on: source).count + (remembered[source]?.count ?? 0)
      items.append(
        Item(identity: .entry(entry.key), entry: entry, address: entry.url, count: count, page: page))
    }
    items.sort { ($0.name.lowercased(), $0.page ?? "") < ($1.name.lowercased(), $1.page ?? "") }
    let others = index.addressesWithoutEntry.map {
      (SourceAddress.compared($0.address), $0.address, $0.count)
    }
    let linked = published.linked(by: reports, in: graph, besides: others.map(\.0))
    let kept = linked + published.uncited(besides: (others + linked).map(\.0), in: graph.settings)
    var slugOfAddress: [String: String] = [:]
    for (compared, _, _) in (others + kept).sorted(by: { $0.0 < $1.0 }) {
      slugOfAddress[compared] = slugs.slug(of: compared)
    }
    for (compared, address, present) in others + kept {
      let count = present + (remembered[.address(compared)]?.count ?? 0)
      let slug = slugOfAddress[compared] ?? ""
      let hasPage =
        count >= Self.enoughPositions || published.slugs.contains(slug)
        || !published.former(compared, written: address).isEmpty
      items.append(
        Item(
          identity: .address(compared), entry: nil, address: address, count: count,
          page: hasPage ? SourceListPage.address + "/" + slug : nil))
    }
    guard items.contains(where: { $0.page != nil }) else { return nil }
    self.index = index
    self.remembered = remembered
    self.items = items
    places = Dictionary(uniqueKeysWithValues: items.enumerated().map { ($0.element.identity, $0.offset) })
    self.reports = reports
    redirects = Self.redirects(items, from: published, graph.settings)
  }

  /// Sources that got an entry, or whose keys changed, keep the addresses that their pages had before.
  private static func redirects(
    _ items: [Item], from published: PublishedSources, _ settings: SiteSettings
  ) -> [Redirect] {
    let taken = Set(items.compactMap(\.page))
    let authored = items.flatMap { item in
      (item.entry?.redirects ?? []).compactMap { old in
        item.page.map {
          Redirect(old: IssueGraph.oldAddress(old), to: $0, settings.addresses, title: item.name)
        }
      }
    }
    if published.slugs.isEmpty { return authored }
    var redirects = authored
    var known = Set(authored.map(\.old))
    for item in items {
      guard let page = item.page, let address = item.address else { continue }
      if let entry = item.entry, settings.sources.entry(at: address)?.key != entry.key { continue }
      let compared = SourceAddress.compared(address)
      let own =
        item.entry == nil ? [] : SourceSlugs.candidates(for: compared).filter(published.slugs.contains)
      func free(_ slugs: [String]) -> [String] {
        slugs.map { SourceListPage.address + "/" + $0 }.filter { !taken.contains($0) }
      }
      for old in free(own).prefix(1) + free(published.former(compared, written: address)) {
        let redirect = Redirect(oldPage: old, to: page, settings.addresses, title: item.name)
        if known.insert(redirect.old).inserted { redirects.append(redirect) }
      }
    }
    return redirects
  }

  private static func remembered(_ record: RecordHistory) -> [SourceIdentity: [RememberedOnSource]] {
    let recorded = RecordedSources(record.graph.settings.sources)
    var found: [SourceIdentity: [RememberedOnSource]] = [:]
    for (issue, party) in record.rememberedPairs {
      for position in record.remembered(on: issue, of: party) {
        let sources = Set((position.position.sources ?? []).map(recorded.identity))
        for source in sources { found[source, default: []].append((issue, party, position)) }
      }
    }
    return found
  }

  /// The positions that only editions remember and that rest on a source.
  func remembered(on source: SourceIdentity) -> [RememberedOnSource] { remembered[source] ?? [] }

  /// The item of a source; nil if it is not listed.
  func item(_ identity: SourceIdentity) -> Item? { places[identity].map { items[$0] } }

  /// The number of pages of the list.
  var pageCount: Int { max(1, (items.count + Self.mostOnOnePage - 1) / Self.mostOnOnePage) }

  /// The items of a page of the list, which is counted from 1.
  func items(onPage number: Int) -> ArraySlice<Item> {
    items.dropFirst((number - 1) * Self.mostOnOnePage).prefix(Self.mostOnOnePage)
  }
}
