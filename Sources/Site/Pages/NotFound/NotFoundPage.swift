import Content
import Graph

/// The page that a host shows for unknown addresses, at any depth. Its links start at the path of the base URL; without one, at
/// the root of the host.
struct NotFoundPage: SinglePage {
  static let definition = PageDefinition(
    "not-found", "the 404 page", isInSitemap: false, switch: .notFound)

  static func exists(in site: SiteLayout) -> Bool { true }

  /// Hosts look for a file with this name, whatever the style of addresses.
  var file: String? { "404.html" }

  func chromeKey(_ chrome: SiteChrome, in site: SiteLayout) -> SiteChrome.Key? { key(in: site) }

  private func key(in site: SiteLayout) -> SiteChrome.Key {
    SiteChrome.Key(root: site.graph.settings.baseURL?.path ?? "/", current: nil)
  }

  func values(_ site: PageRenderer) -> TemplateValues {
    PageDraft(
      site, Self.definition, title: site.words.text(.pageNotFound),
      chrome: key(in: site.layout)
    ).values
  }
}

extension PageSwitch {
  static let notFound = PageSwitch("not-found", "the 404 page")
}
