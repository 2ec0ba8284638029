import Content
import Graph

/// One page of the site. Each kind of page is a type, and its values say which page of the kind it is.
///
/// A page keeps ids and what was computed for the plan, never the text of reports, because pages outlive edits of it.
protocol SitePage: Sendable {
  /// What all pages of the kind have in common.
  static var definition: PageDefinition { get }

  /// The pages of the kind that a site has, in a stable order; asked only while the kind's switch is on.
  static func pages(of site: SiteLayout) -> [any SitePage]

  /// The page's address below the site's root, without slashes around it; empty for the home page.
  func address(in site: SiteLayout) -> String

  /// The path of the page's file below the output folder; nil: it follows from the address.
  var file: String? { get }

  /// Which variant of header and footer the page has; nil: none.
  func chromeKey(_ chrome: SiteChrome, in site: SiteLayout) -> SiteChrome.Key?

  /// What the page gives to its template. Cheap: HTML is written when the page is rendered.
  func values(_ site: PageRenderer) -> TemplateValues

  /// The day of the newest change that the page shows; nil: unknown.
  func lastChange(in site: SiteLayout) -> PartialDate?

  /// The page is made from a file that is marked as a draft.
  func isDraft(in graph: IssueGraph) -> Bool

  /// The anchors in the HTML that the page's values write, unescaped; those in its template are found there.
  ///
  /// Empty for pages of the author's files: the graph resolves links to their anchors.
  func anchors(_ site: PageRenderer) -> Set<String>
}

extension SitePage {
  var definition: PageDefinition { Self.definition }
  var file: String? { nil }
  func chromeKey(_ chrome: SiteChrome, in site: SiteLayout) -> SiteChrome.Key? {
    chrome.key(address: address(in: site))
  }
  func lastChange(in site: SiteLayout) -> PartialDate? { site.newestChange }
  func isDraft(in graph: IssueGraph) -> Bool { false }
  func anchors(_ site: PageRenderer) -> Set<String> { [] }
}

/// A kind of which a site has one page, at the address of its definition.
protocol SinglePage: SitePage {
  init()
  /// The page would show something.
  static func exists(in site: SiteLayout) -> Bool
}

extension SinglePage {
  static func pages(of site: SiteLayout) -> [any SitePage] { exists(in: site) ? [Self()] : [] }
  func address(in site: SiteLayout) -> String { Self.address }
}

extension SitePage {
  /// The address that the site keeps for the kind; empty without one.
  static var address: String { definition.address ?? "" }
}
