import Content
import Graph

/// A page that other sites show in a frame: the matrix, an issue or two parties, without header, menu and search.
///
/// It is not an embed in the sense of Markdown (`![[…]]`), which shows a part of one document in another.
struct FramedPage: SitePage {
  static let definition = PageDefinition(
    "framed", "the pages that other sites show in frames",
    fields: [
      .text(.source, "The path to the page that it shows."),
      .html(.newest, "The date of the latest position as a time element; absent without one."),
      .html(.licence, "The licence of the site, as a link if it is known; absent if none is stated."),
      .html(.matrix, "The table of issues by parties; absent unless it shows the matrix."),
      .text(.proposition, "The sentence that stances answer; absent without one."),
      .html(.scale, "The parties by stance; absent unless it shows an issue on which a party has a stance."),
      .html(.positions, "The table of an issue’s parties; absent unless it shows an issue."),
    ] + PairPage.tableFields, isInSitemap: false)

  /// The folder of all such pages, which a host’s rules name.
  static let folder = "embed"

  /// The page of the site that it shows.
  let shown: any FrameablePage

  static func pages(of site: SiteLayout) -> [any SitePage] {
    guard site.graph.settings.offersFrames else { return [] }
    let kinds: [any SitePage.Type] = [MatrixPage.self, IssuePage.self, PairPage.self]
    return kinds.filter { $0.definition.isOn(in: site.graph) }.flatMap { $0.pages(of: site) }
      .compactMap { $0 as? any FrameablePage }.filter { $0.isFrameable(in: site) }.map {
        FramedPage(shown: $0)
      }
  }

  func address(in site: SiteLayout) -> String { Self.address(of: shown, in: site) }

  static func address(of page: any FrameablePage, in site: SiteLayout) -> String {
    folder + "/" + page.address(in: site)
  }

  func chromeKey(_ chrome: SiteChrome, in site: SiteLayout) -> SiteChrome.Key? { nil }

  func lastChange(in site: SiteLayout) -> PartialDate? { nil }

  func isDraft(in graph: IssueGraph) -> Bool { shown.isDraft(in: graph) }

  func anchors(_ site: PageRenderer) -> Set<String> { shown.anchors(site) }

  func values(_ site: PageRenderer) -> TemplateValues {
    let source = shown.address(in: site.layout)
    var draft = PageDraft(
      site, Self.definition, address: address(in: site.layout), title: shown.title(site), description: nil,
      framed: source)
    draft.flag(.noIndex, true)
    draft.text(.canonical, site.settings.fullAddress(ofPage: source))
    draft.text(.source, draft.page.path(to: source))
    let dates = shown.framedPositions(in: site.graph).compactMap { site.graph.positions[$0.index].date }
    if let newest = dates.max() { draft.html(.newest) { site.words.dates.time(newest, into: &$0) } }
    if let licence = site.settings.licence { draft.html(.licence) { $0.licence(licence) } }
    shown.setFramed(&draft, site)
    return draft.values
  }
}

/// A page that other sites can show in a frame.
protocol FrameablePage: SitePage {
  /// Whether there is anything to show.
  func isFrameable(in site: SiteLayout) -> Bool
  func title(_ site: PageRenderer) -> String
  /// The positions on it, the newest of which dates it.
  func framedPositions(in graph: IssueGraph) -> [ID<Position>]
  /// Sets what a frame shows, in fields of `FramedPage`.
  func setFramed(_ draft: inout PageDraft, _ site: PageRenderer)
}

extension FrameablePage {
  func isFrameable(in site: SiteLayout) -> Bool { true }
}

extension TemplateName {
  static let source = TemplateName("source")
}
