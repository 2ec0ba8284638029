import Content
import Diagnostics
import Graph
import Text

/// The site's menu: the entries of `nav:`, otherwise every kind of page with a place in the menu, and the authored
/// pages.
struct Menu {
  private(set) var entries: [NavigationEntry] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter pages: the pages of the site; entries to lists that would be empty are left out.
  init(_ graph: IssueGraph, words: LocalizedStrings, pages: [SitePlan.Page]) {
    let paths = Set(pages.map(\.path))
    check(graph.settings.theme.links, "the link", paths, graph.settings.addresses)
    guard let asked = graph.settings.navigation else {
      entries = usual(graph, words, paths, shared: PageRegistry.shared(among: pages))
      return
    }
    let empty = Self.emptyLists(graph, paths)
    entries = asked.compactMap { Self.shown($0, without: empty) }
    check(entries, "the menu entry", paths, graph.settings.addresses)
  }

  private mutating func usual(
    _ graph: IssueGraph, _ words: LocalizedStrings, _ paths: Set<String>, shared: Set<String>
  ) -> [NavigationEntry] {
    let style = graph.settings.addresses
    let lists = PageRegistry.definitions.compactMap { definition -> (MenuPlace, NavigationEntry)? in
      guard let place = definition.menu, let address = definition.address, definition.isOn(in: graph),
        paths.contains(style.file(of: address)), !definition.takesAuthoredText || shared.contains(address)
      else { return nil }
      return (place, NavigationEntry(label: words.text(place.label), address: "/\(address)/"))
    }
    let authored = listed(graph.pages.filter { !shared.contains($0.address) }, graph.settings.limits)
      .map { NavigationEntry(label: $0.page.header.title, address: "/\($0.address)/") }
    var entries: [NavigationEntry] = []
    var groups: Set<MenuPlace.Group> = [.more]
    for (place, entry) in lists {
      guard let group = place.group else {
        entries.append(entry)
        continue
      }
      guard groups.insert(group).inserted else { continue }
      let own = lists.filter { $0.0.group == group }.map(\.1)
      entries += Self.group(words.text(group.label), of: own)
    }
    let more = lists.filter { $0.0.group == .more }.map(\.1) + authored
    guard more.count > 1 else { return entries + more }
    return entries
      + [NavigationEntry(label: words.text(MenuPlace.Group.more.label), entries: more, opensList: true)]
      .compactMap(\.self)
  }

  /// The authored pages that the menu lists, because every page of the site has the menu.
  private mutating func listed(_ pages: [PageEntry], _ limits: Limits) -> ArraySlice<PageEntry> {
    let most = limits[.menuPages]
    if let first = pages.dropFirst(most).first {
      diagnostics.append(
        Diagnostic(
          .pagesNotInMenu, at: Place(path: first.page.header.sourcePath),
          "the menu lists \(most) of \(pages.count) pages; this is the first that is missing",
          suggestion: Suggestion(
            "choose the entries with “nav:” in site.yml, or raise the limit with “limits: {\(Limit.menuPages.name): …}” there"
          )
        ))
    }
    return pages.prefix(most)
  }

  /// A group, or a single entry with the label of the group.
  private static func group(_ label: String, of entries: [NavigationEntry]) -> [NavigationEntry] {
    if entries.count == 1 { return entries.map { NavigationEntry(label: label, address: $0.address) } }
    return NavigationEntry(label: label, entries: entries).map { [$0] } ?? []
  }

  /// The addresses of lists that the site would have if they were not empty.
  private static func emptyLists(_ graph: IssueGraph, _ paths: Set<String>) -> Set<String> {
    let style = graph.settings.addresses
    let missing = PageRegistry.definitions.filter { definition in
      guard let address = definition.address, definition.isOn(in: graph) else { return false }
      return !paths.contains(style.file(of: address))
    }
    return Set(missing.compactMap(\.address).map { "/\($0)/" })
  }

  private static func shown(_ entry: NavigationEntry, without empty: Set<String>) -> NavigationEntry? {
    if !entry.entries.isEmpty {
      return NavigationEntry(
        label: entry.label, entries: entry.entries.compactMap { shown($0, without: empty) },
        opensList: entry.opensList)
    }
    return empty.contains(String(entry.address.prefix { $0 != "#" && $0 != "?" })) ? nil : entry
  }

  /// Reports entries that lead to no page.
  ///
  /// - Parameter what: what an entry is called in messages.
  private mutating func check(
    _ entries: [NavigationEntry], _ what: String, _ paths: Set<String>, _ style: AddressStyle
  ) {
    let addresses = paths.compactMap { path in
      style.address(ofFile: path).map { $0.isEmpty ? "/" : "/\($0)/" }
    }
    for entry in entries.flatMap({ $0.entries.isEmpty ? [$0] : $0.entries })
    where entry.address.hasPrefix("/") && !entry.address.hasPrefix("//") {
      let address = entry.address.prefix { $0 != "#" && $0 != "?" }
      let page = String(address.dropFirst().dropLast())
      guard address.hasSuffix("/"), !paths.contains(style.file(of: page)) else { continue }
      let nearest = NearestName.match(String(address), among: addresses)
      diagnostics.append(
        Diagnostic(
          .brokenLink, at: nil,
          "\(what) “\(entry.label)” leads to “\(entry.address)”, which is not a page on this site",
          suggestion: nearest.map { Suggestion("did you mean “\($0)”?", replacement: $0) }))
    }
  }
}

extension PageDefinition {
  /// Whether the kind is switched on.
  func isOn(in graph: IssueGraph) -> Bool { pageSwitch.map { graph.settings.pageKinds[$0] } ?? true }
}
