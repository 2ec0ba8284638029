import Content
import Graph

/// The page that a host shows for unknown addresses, at any depth. With a base URL, its links start at the
/// base path; without one, it has no links.
struct NotFoundPage: SinglePage {
  static let definition = PageDefinition(
    "not-found", "the 404 page", isInSitemap: false, switch: .notFound)

  static func exists(in site: SiteLayout) -> Bool { true }

  /// Hosts look for a file with this name, whatever the style of addresses.
  var file: String? { "404.html" }

  func chromeKey(_ chrome: SiteChrome, in site: SiteLayout) -> SiteChrome.Key? {
    guard let base = site.graph.settings.baseURL else { return nil }
    return SiteChrome.Key(root: base.path, current: nil)
  }

  func values(_ site: PageRenderer) -> TemplateValues {
    PageDraft(
      site, Self.definition, title: site.words.text(.pageNotFound),
      chrome: chromeKey(site.chrome, in: site.layout)
    ).values
  }
}

extension PageSwitch {
  static let notFound = PageSwitch("not-found", "the 404 page")
}
