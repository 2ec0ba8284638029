import Content
import Graph
import Text

/// The sources of a site, and which of them have pages.
struct SourceShelf: Sendable {
  /// From this number of positions on, a source without an entry has a page.
  static let enoughPositions = 3
  /// The largest number of sources on a page of the list.
  static let mostOnOnePage = 200

  /// A source in the list.
  struct Item: Sendable {
    let identity: SourceIdentity
    /// nil: it is not described.
    let entry: SourceEntry?
    /// Its address as an author wrote it; nil: nowhere in the web.
    let address: String?
    /// How many positions rest on it.
    let count: Int
    /// The address of its page below the site’s root; nil: it has none.
    let page: String?

    /// The title, otherwise the address.
    var name: String { entry?.name ?? address ?? "" }
  }

  let index: EvidenceIndex
  /// Those with an entry by name, then the others, those with the most positions first.
  let items: [Item]
  /// The reports that cite each source.
  let reports: [SourceIdentity: [ID<ReportEntry>]]
  /// From the pages that sources had before they were described, or before their keys changed.
  let redirects: [Redirect]
  private let places: [SourceIdentity: Int]

  /// - Returns: nil if no source is described and none has a page.
  init?(_ graph: IssueGraph) {
    let library = graph.settings.sources
    let index = EvidenceIndex(graph)
    var slugs = SourceSlugs()
    var items: [Item] = []
    for entry in library.entries {
      let page = SourceListPage.address + "/" + slugs.slug(of: entry.key)
      let count = index.positions(on: .entry(entry.key)).count
      items.append(
        Item(identity: .entry(entry.key), entry: entry, address: entry.url, count: count, page: page))
    }
    items.sort { ($0.name.lowercased(), $0.page ?? "") < ($1.name.lowercased(), $1.page ?? "") }
    let others = index.addressesWithoutEntry
    let compared = others.map { SourceAddress.compared($0.address) }
    for (place, other) in zip(others, compared).enumerated().sorted(by: { $0.element.1 < $1.element.1 }) {
      slugs.add(other.1, at: place)
    }
    for (place, other) in others.enumerated() {
      let slug = slugs.ofAddresses[place] ?? ""
      let hasPage = other.count >= Self.enoughPositions || library.publishedSlugs.contains(slug)
      items.append(
        Item(
          identity: .address(compared[place]), entry: nil, address: other.address, count: other.count,
          page: hasPage ? SourceListPage.address + "/" + slug : nil))
    }
    guard items.contains(where: { $0.page != nil }) else { return nil }
    self.index = index
    self.items = items
    places = Dictionary(uniqueKeysWithValues: items.enumerated().map { ($0.element.identity, $0.offset) })
    reports = EvidenceIndex.reports(of: graph)
    redirects = Self.redirects(items, graph.settings)
  }

  /// Sources that got an entry keep the addresses that their pages had without one.
  private static func redirects(_ items: [Item], _ settings: SiteSettings) -> [Redirect] {
    let published = settings.sources.publishedSlugs
    if published.isEmpty { return [] }
    let taken = Set(items.compactMap(\.page))
    return items.compactMap { item in
      guard item.entry != nil, let page = item.page, let address = item.address else { return nil }
      let slug = Slug.of(SourceAddress.compared(address))
      let old = SourceListPage.address + "/" + slug
      guard published.contains(slug), !taken.contains(old) else { return nil }
      return Redirect(oldPage: old, to: page, settings.addresses, title: item.name)
    }
  }

  /// The item of a source; nil if it is not listed.
  func item(_ identity: SourceIdentity) -> Item? { places[identity].map { items[$0] } }

  /// The number of pages of the list.
  var pageCount: Int { max(1, (items.count + Self.mostOnOnePage - 1) / Self.mostOnOnePage) }

  /// The items of a page of the list, which is counted from 1.
  func items(onPage number: Int) -> ArraySlice<Item> {
    items.dropFirst((number - 1) * Self.mostOnOnePage).prefix(Self.mostOnOnePage)
  }
}

/// Gives each source the last part of the address of its page; no two have the same.
private struct SourceSlugs {
  private var taken: Set<String> = []
  /// By place in the list of addresses.
  private(set) var ofAddresses: [Int: String] = [:]

  /// The slug of a key or of an address as it is compared.
  mutating func slug(of text: String) -> String {
    let slug = Slug.of(text)
    // Pages of the list have addresses such as `sources/page-2`.
    let isOfList = slug.hasPrefix("page-") && slug.dropFirst(5).allSatisfy(\.isNumber)
    if !isOfList, taken.insert(slug).inserted { return slug }
    let other = slug.prefix(80) + "-" + StableHash(Array(text.utf8)).digits.prefix(8)
    taken.insert(String(other))
    return String(other)
  }

  mutating func add(_ address: String, at place: Int) { ofAddresses[place] = slug(of: address) }
}
