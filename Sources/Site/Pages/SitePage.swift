import Content
import Graph

/// One page of the site. Each kind of page is a type; a value of the type is a particular page.
///
/// A page stores ids and results computed for the plan, but no text of reports, because pages outlive edits
/// of the text.
protocol SitePage: Sendable {
  /// The properties of the kind of page.
  static var definition: PageDefinition { get }

  /// The pages of this kind on a site, in a stable order; called only if the kind is switched on.
  static func pages(of site: SiteLayout) -> [any SitePage]

  /// The page's address below the site's root, without leading and trailing slashes; empty for the home page.
  func address(in site: SiteLayout) -> String

  /// The path of the page's file below the output folder; nil: it is derived from the address.
  var file: String? { get }

  /// The variant of header and footer; nil: the page has none.
  func chromeKey(_ chrome: SiteChrome, in site: SiteLayout) -> SiteChrome.Key?

  /// The values for the page's template. Fast, because HTML is written only when the page is rendered.
  func values(_ site: PageRenderer) -> TemplateValues

  /// The date of the newest change that the page shows; nil: unknown.
  func lastChange(in site: SiteLayout) -> PartialDate?

  /// Whether the page is created from a file that is marked as a draft.
  func isDraft(in graph: IssueGraph) -> Bool

  /// Whether the search index has the page; only pages of a kind that it has can be in it.
  var isSearched: Bool { get }

  /// The anchors in the HTML of the page's values, unescaped; those in its template are found separately.
  ///
  /// Empty for pages of authored files, because the graph resolves links to their anchors.
  func anchors(_ site: PageRenderer) -> Set<String>
}

extension SitePage {
  var definition: PageDefinition { Self.definition }

  var isSearched: Bool { Self.definition.isSearched }
  var file: String? { nil }
  func chromeKey(_ chrome: SiteChrome, in site: SiteLayout) -> SiteChrome.Key? {
    chrome.key(address: address(in: site))
  }
  func lastChange(in site: SiteLayout) -> PartialDate? { site.newestChange }
  func isDraft(in graph: IssueGraph) -> Bool { false }
  func anchors(_ site: PageRenderer) -> Set<String> { [] }
}

/// A kind with a single page per site, at the address of its definition.
protocol SinglePage: SitePage {
  init()
  /// Whether the page would have any content.
  static func exists(in site: SiteLayout) -> Bool
}

extension SinglePage {
  static func pages(of site: SiteLayout) -> [any SitePage] { exists(in: site) ? [Self()] : [] }
  func address(in site: SiteLayout) -> String { Self.address }
}

extension SitePage {
  /// The address that is reserved for the kind; empty if there is none.
  static var address: String { definition.address ?? "" }
}
