import Content
import Graph
import Text

/// The header and footer of the site, rendered once for each depth of page and current menu entry.
struct SiteChrome: Sendable {
  /// One of the variants.
  struct Key: Hashable, Sendable {
    /// The path to the site's root.
    let root: String
    /// The menu entry that the page belongs to; nil: none.
    let current: Current?
  }

  /// An entry of the menu, by index.
  struct Current: Hashable, Sendable {
    /// Index into the menu.
    let entry: Int
    /// Index into the entries of that group; nil for an entry without a second level.
    var inner: Int?
  }

  /// The menu's entries.
  let menu: [NavigationEntry]
  private let style: AddressStyle
  /// Whether the site has a search.
  let hasSearch: Bool
  /// The authored pages in groups of the menu, in the menu's order.
  private let course: [NavigationEntry]
  /// Every entry with an address, on both levels, in the menu's order.
  private let places: [(current: Current, address: String)]
  private var headers: [Key: HTML] = [:]
  private var footers: [String: HTML] = [:]

  /// - Parameters:
  ///   - menu: its entries.
  ///   - pages: addresses of the authored pages, without leading and trailing slashes.
  ///   - style: the style of addresses.
  ///   - hasSearch: whether the site has a search.
  init(menu: [NavigationEntry], pages: Set<String>, style: AddressStyle, hasSearch: Bool) {
    self.menu = menu
    self.style = style
    self.hasSearch = hasSearch
    places = menu.enumerated().flatMap { index, entry in
      entry.entries.isEmpty
        ? [(Current(entry: index), entry.address)]
        : entry.entries.enumerated().map { (Current(entry: index, inner: $0), $1.address) }
    }
    course = menu.filter { !$0.opensList }.flatMap(\.entries).filter {
      pages.contains(String($0.address.dropFirst().dropLast()))
    }
  }

  /// The previous and the next page of the one at `address` in the groups of the menu; nil: there is none.
  func neighbours(of address: String) -> (previous: NavigationEntry?, next: NavigationEntry?) {
    let path = "/" + address + "/"
    guard let index = course.firstIndex(where: { $0.address == path }) else { return (nil, nil) }
    return (index > 0 ? course[index - 1] : nil, index + 1 < course.count ? course[index + 1] : nil)
  }

  /// The variant for a page at `address`.
  func key(address: String) -> Key {
    let path = address.isEmpty ? "/" : "/" + address + "/"
    var nearest: (current: Current, length: Int)?
    for (current, address) in places {
      let length = address.utf8.count
      guard address == path || length > 1 && path.hasPrefix(address) else { continue }
      if length >= nearest?.length ?? 0 { nearest = (current, length) }
    }
    return Key(root: style.root(from: address), current: nearest?.current)
  }

  /// Renders the variant unless it has already been rendered.
  mutating func prepare(_ key: Key, theme: Theme, graph: IssueGraph) {
    if headers[key] == nil {
      let values = headerValues(key, graph.settings, theme.words)
      headers[key] = theme.skeleton(TemplateDefinition.header.name, for: values).filled(
        with: values, reserving: 1_024)
    }
    if footers[key.root] == nil { footers[key.root] = footer(key.root, theme, graph) }
  }

  /// The same for a graph with another number of positions, which the footer shows.
  func counting(_ graph: IssueGraph, theme: Theme) -> SiteChrome {
    var next = self
    for root in footers.keys { next.footers[root] = footer(root, theme, graph) }
    return next
  }

  private func footer(_ root: String, _ theme: Theme, _ graph: IssueGraph) -> HTML {
    let values = footerValues(root, graph, theme.words)
    return theme.skeleton(TemplateDefinition.footer.name, for: values).filled(with: values, reserving: 1_024)
  }

  func header(_ key: Key) -> HTML { headers[key] ?? HTML() }
  func footer(_ key: Key) -> HTML { footers[key.root] ?? HTML() }

  private func headerValues(
    _ key: Key, _ settings: SiteSettings, _ words: LocalizedStrings
  ) -> TemplateValues {
    var values = TemplateValues(TemplateDefinition.header.fields)
    values.text(.siteTitle, settings.title)
    if let logo = settings.theme.logo { values.text(.logo, key.root + PercentEncoding.encoded(logo.path)) }
    values.text(.home, settings.addresses.home(from: key.root))
    values.text(.root, key.root)
    values.text(.recordDay, settings.recordDay.map { words.text(.recordAsOf, words.dates.text($0)) })
    values.text(.previewName, settings.previewName)
    values.set(.search, .flag(hasSearch))
    values.set(.menu, firstLevel(current: key.current, root: key.root))
    if let current = key.current, let inner = current.inner, !menu[current.entry].opensList {
      values.text(.groupTitle, menu[current.entry].label)
      values.set(.group, list(menu[current.entry].entries, current: inner, root: key.root))
    }
    return values
  }

  private func firstLevel(current: Current?, root: String) -> TemplateValues.Value {
    .list(
      menu.enumerated().map { index, entry in
        let isCurrent = index == current?.entry
        var values = TemplateValues(TemplateDefinition.menuFields)
        set(&values, entry, isCurrent: isCurrent, root: root)
        values.set(.opensList, .flag(entry.opensList))
        if entry.opensList {
          values.set(.entries, list(entry.entries, current: isCurrent ? current?.inner : nil, root: root))
        }
        return values
      })
  }

  private func list(_ menu: [NavigationEntry], current: Int?, root: String) -> TemplateValues.Value {
    .list(
      menu.enumerated().map { index, entry in
        var values = TemplateValues(TemplateDefinition.menuEntryFields)
        set(&values, entry, isCurrent: index == current, root: root)
        return values
      })
  }

  private func set(
    _ values: inout TemplateValues, _ entry: NavigationEntry, isCurrent: Bool, root: String
  ) {
    values.text(.label, entry.label)
    values.text(.address, address(entry.address, root: root))
    values.set(.current, .flag(isCurrent))
  }

  /// Makes a site address relative; full URLs stay unchanged.
  func address(_ address: String, root: String) -> String {
    guard address.hasPrefix("/"), !address.hasPrefix("//") else { return address }
    let path = address.dropFirst().prefix { $0 != "#" && $0 != "?" }
    let rest = address.dropFirst(path.count + 1)
    if path.isEmpty { return style.home(from: root) + rest }
    return root + (path.hasSuffix("/") ? style.way(to: String(path.dropLast())) : String(path)) + rest
  }

  private func footerValues(
    _ root: String, _ graph: IssueGraph, _ words: LocalizedStrings
  ) -> TemplateValues {
    var values = TemplateValues(TemplateDefinition.footer.fields)
    values.text(.siteTitle, graph.settings.title)
    values.text(.siteDescription, graph.settings.description)
    if !graph.reports.isEmpty {
      values.text(.reports, words.text(.reportCount, count: graph.reports.count))
      values.text(.positions, words.text(.positionCount, count: graph.positions.count))
    }
    values.text(.home, graph.settings.addresses.home(from: root))
    if DataPage.exists(in: graph) { values.text(.data, root + graph.way(to: DataPage.address)) }
    if MethodPage.exists(in: graph) { values.text(.method, root + graph.way(to: MethodPage.address)) }
    values.text(.footerText, graph.settings.theme.footer)
    if let licence = graph.settings.licence { values.html(.licence) { $0.licence(licence) } }
    let links = graph.settings.theme.links
    if !links.isEmpty { values.set(.links, .list(links.map { link($0, root: root) })) }
    return values
  }

  private func link(_ entry: NavigationEntry, root: String) -> TemplateValues {
    var values = TemplateValues(TemplateDefinition.linkFields)
    values.text(.label, entry.label)
    values.text(.address, address(entry.address, root: root))
    values.set(.outside, .flag(entry.address.contains("://")))
    return values
  }
}
