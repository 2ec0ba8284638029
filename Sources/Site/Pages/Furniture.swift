import Content
import Graph

/// The header and footer of the site, made once for each depth of page and current menu entry.
struct Furniture: Sendable {
  /// One of the variants.
  struct Key: Hashable, Sendable {
    /// The way to the site's root.
    let root: String
    /// Index into the menu of the entry that the page belongs to; nil for none.
    let current: Int?
  }

  /// The menu's entries.
  let menu: [NavigationEntry]
  private let style: AddressStyle
  /// The site can be searched.
  let hasSearch: Bool
  private var headers: [Key: [UInt8]] = [:]
  private var footers: [String: [UInt8]] = [:]

  init(menu: [NavigationEntry], style: AddressStyle, hasSearch: Bool) {
    self.menu = menu
    self.style = style
    self.hasSearch = hasSearch
  }

  /// The variant for a page at `address`.
  func key(address: String) -> Key {
    let path = address.isEmpty ? "/" : "/" + address + "/"
    let current = menu.indices.filter { index in
      menu[index].address == path || menu[index].address.count > 1 && path.hasPrefix(menu[index].address)
    }.max { menu[$0].address.utf8.count < menu[$1].address.utf8.count }
    return Key(root: style.root(from: address), current: current)
  }

  /// Makes the variant if it is not there yet.
  mutating func prepare(_ key: Key, theme: Theme, graph: IssueGraph) {
    if headers[key] == nil {
      let values = headerValues(key, graph.settings)
      headers[key] = theme.frame(.header, for: values).filled(with: values, reserving: 1_024)
    }
    if footers[key.root] == nil {
      let values = Self.footerValues(key.root, graph, theme.words)
      footers[key.root] = theme.frame(.footer, for: values).filled(with: values, reserving: 1_024)
    }
  }

  func header(_ key: Key) -> [UInt8] { headers[key] ?? [] }
  func footer(_ key: Key) -> [UInt8] { footers[key.root] ?? [] }

  private func headerValues(_ key: Key, _ settings: SiteSettings) -> TemplateValues {
    var values = TemplateValues(PageKind.header.fields)
    values.text(.siteTitle, settings.title)
    values.text(.home, settings.addresses.home(from: key.root))
    values.text(.root, key.root)
    values.set(.search, .flag(hasSearch))
    guard case .list(let fields)? = PageKind.header.fields.first(where: { $0.name == .menu })?.kind else {
      return values
    }
    values.set(
      .menu,
      .list(
        menu.indices.map { index in
          var entry = TemplateValues(fields)
          entry.text(.label, menu[index].label)
          entry.text(.address, Self.address(menu[index].address, root: key.root, settings.addresses))
          entry.set(.current, .flag(index == key.current))
          return entry
        }))
    return values
  }

  /// A site address as a relative one; full URLs stay.
  private static func address(_ address: String, root: String, _ style: AddressStyle) -> String {
    guard address.hasPrefix("/"), !address.hasPrefix("//") else { return address }
    let path = address.dropFirst().prefix { $0 != "#" && $0 != "?" }
    let rest = address.dropFirst(path.count + 1)
    if path.isEmpty { return style.home(from: root) + rest }
    return root + (path.hasSuffix("/") ? style.way(to: String(path.dropLast())) : String(path)) + rest
  }

  private static func footerValues(_ root: String, _ graph: IssueGraph, _ words: Words) -> TemplateValues {
    var values = TemplateValues(PageKind.footer.fields)
    values.text(.siteTitle, graph.settings.title)
    values.text(.siteDescription, graph.settings.description)
    values.text(.reports, words.text(.reportCount, count: graph.reports.count))
    values.text(.positions, words.text(.positionCount, count: graph.positions.count))
    values.text(.home, graph.settings.addresses.home(from: root))
    return values
  }

  /// The menu that `nav:` asks for, without lists that are still empty; else the usual one: lists, matrix, pairs, options,
  /// changes and the authored pages.
  static func menu(
    _ graph: IssueGraph, words: Words, hasChanges: Bool, hasPairs: Bool, hasMap: Bool
  ) -> [NavigationEntry] {
    if let menu = graph.settings.navigation {
      return menu.filter {
        !leadsToEmptyList($0.address, graph, hasChanges: hasChanges, hasPairs: hasPairs, hasMap: hasMap)
      }
    }
    let kinds = graph.settings.pageKinds
    var menu: [NavigationEntry] = []
    if kinds.lists {
      if !graph.reports.isEmpty {
        menu.append(NavigationEntry(label: words.text(.reports), address: "/reports/"))
      }
      if !graph.issues.isEmpty {
        menu.append(NavigationEntry(label: words.text(.issues), address: "/issues/"))
      }
      if !graph.parties.isEmpty {
        menu.append(NavigationEntry(label: words.text(.parties), address: "/parties/"))
      }
    }
    if kinds.matrix, !graph.positions.isEmpty {
      menu.append(NavigationEntry(label: words.text(.matrix), address: "/matrix/"))
    }
    if hasMap { menu.append(NavigationEntry(label: words.text(.map), address: "/map/")) }
    if hasPairs { menu.append(NavigationEntry(label: words.text(.compare), address: "/compare/")) }
    if kinds.options, !graph.options.isEmpty {
      menu.append(NavigationEntry(label: words.text(.options), address: "/options/"))
    }
    if kinds.tensions, !graph.tensions.isEmpty {
      menu.append(NavigationEntry(label: words.text(.tensions), address: "/tensions/"))
    }
    if hasChanges { menu.append(NavigationEntry(label: words.text(.changes), address: "/changes/")) }
    for page in graph.pages {
      menu.append(NavigationEntry(label: page.page.header.title, address: "/" + page.address + "/"))
    }
    return menu
  }

  /// The address is that of a list that the site makes, and it would list nothing.
  private static func leadsToEmptyList(
    _ address: String, _ graph: IssueGraph, hasChanges: Bool, hasPairs: Bool, hasMap: Bool
  ) -> Bool {
    let kinds = graph.settings.pageKinds
    let path = address.prefix { $0 != "#" && $0 != "?" }
    if path == "/changes/" { return !hasChanges }
    if path == "/map/", kinds.map { return !hasMap }
    if path == "/compare/", kinds.pairs { return !hasPairs }
    let list: PageSource? =
      switch path {
      case "/reports/" where kinds.lists: .reports
      case "/issues/" where kinds.lists: .issues
      case "/parties/" where kinds.lists: .parties
      case "/matrix/" where kinds.matrix: .matrix
      case "/options/" where kinds.options: .options
      case "/tensions/" where kinds.tensions: .tensions
      default: nil
      }
    return list?.isEmptyList(graph) ?? false
  }
}
