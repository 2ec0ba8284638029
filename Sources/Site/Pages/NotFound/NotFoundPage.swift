import Content
import Graph

/// The page that a host shows for unknown addresses, at any depth. Its links start at the path of the base URL; without one, at
/// the root of the host.
struct NotFoundPage: SinglePage {
  static let definition = PageDefinition(
    "not-found", "the 404 page",
    fields: [
      .flag(
        .formerCardPages,
        "True if editions show that positions once had their own pages, from which a script redirects readers."
      )
    ], texts: StringKey.notFoundTexts, isInSitemap: false, switch: .notFound)

  static func exists(in site: SiteLayout) -> Bool { true }

  /// Hosts look for a file with this name, whatever the style of addresses.
  var file: String? { "404.html" }

  func chromeKey(_ chrome: SiteChrome, in site: SiteLayout) -> SiteChrome.Key? { key(in: site) }

  private func key(in site: SiteLayout) -> SiteChrome.Key {
    SiteChrome.Key(root: site.graph.settings.baseURL?.path ?? "/", current: nil)
  }

  func values(_ site: PageRenderer) -> TemplateValues {
    var draft = PageDraft(
      site, Self.definition, title: site.words.text(.pageNotFound), chrome: key(in: site.layout))
    draft.flag(.formerCardPages, site.layout.hasFormerCardPages)
    return draft.values
  }
}

extension PageSwitch {
  static let notFound = PageSwitch("not-found", "the 404 page")
}

extension TemplateName {
  static let formerCardPages = TemplateName("former-card-pages")
}
