import Content
import Graph

/// The map of issues: which issues are connected, and why.
struct MapPage: SitePage {
  static let definition = PageDefinition(
    "map", "the map of issues",
    fields: [
      .html(.map, "The map as a picture; absent if Graphviz is not installed."),
      .html(.ties, "The issues on the map and their connections, as a list."),
    ], texts: StringKey.mapTexts, picture: .matrix, switch: .map, address: "map",
    menu: MenuPlace(.map, in: .more))

  static func pages(of site: SiteLayout) -> [any SitePage] { site.map == nil ? [] : [MapPage()] }

  func address(in site: SiteLayout) -> String { Self.address }

  func values(_ site: PageRenderer) -> TemplateValues {
    var draft = site.draft(Self.definition, address: Self.address, title: site.words.text(.mapOfIssues))
    guard let map = site.layout.map else { return draft.values }
    let page = draft.page
    draft.usePicturesStylesheet()
    if let layout = map.layout {
      draft.html(.map) { MapWriter(page: page, map: map, layout: layout).write(into: &$0) }
    }
    draft.html(.ties) { TieListWriter(page: page, map: map.map).write(into: &$0) }
    return draft.values
  }
}

extension PageSwitch {
  static let map = PageSwitch("map", "the map of issues")
}

extension TemplateName {
  static let ties = TemplateName("ties")
  static let map = TemplateName("map")
}
