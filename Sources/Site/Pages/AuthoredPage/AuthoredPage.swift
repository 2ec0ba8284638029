import Content
import Graph

/// A page that an author wrote, such as “About”.
struct AuthoredPage: SitePage {
  static let definition = PageDefinition(
    "page", "authored pages",
    fields: [
      .text(.textLanguage, "The language of the page’s text, as a BCP 47 tag; absent if it is the site’s."),
      .text(
        .textDirection, "The direction of the page’s text, rtl or ltr; absent if its language is the site’s."),
      .html(.contents, "The headings as a nested list of links; absent with fewer than three."),
      .flag(.longContents, "True when the contents have more than eight entries."),
      .html(.article, "The page’s text."),
      .flag(.neighbours, "True if there is a previous or a next page in the groups of the menu."),
      .text(.previous, "The path to the previous page in the groups of the menu; absent without one."),
      .text(.previousTitle, "The label of the previous page in the menu; absent without one."),
      .text(.next, "The path to the next page in the groups of the menu; absent without one."),
      .text(.nextTitle, "The label of the next page in the menu; absent without one."),
    ], isSearched: true)

  let id: ID<PageEntry>

  static func pages(of site: SiteLayout) -> [any SitePage] {
    site.graph.pages.map { AuthoredPage(id: $0.id) }
  }

  func address(in site: SiteLayout) -> String { site.graph.pages[id.index].address }

  func lastChange(in site: SiteLayout) -> PartialDate? { site.graph.pages[id.index].page.date?.firstDay }

  func isDraft(in graph: IssueGraph) -> Bool { graph.pages[id.index].page.header.isDraft }

  func values(_ site: PageRenderer) -> TemplateValues {
    let entry = site.graph.pages[id.index]
    let header = entry.page.header
    var draft = site.draft(
      Self.definition, address: entry.address, title: header.title, description: entry.page.summary)
    draft.facets { _ in SearchFacets(kind: .page, dates: [entry.page.date]) }
    draft.language(of: header)
    draft.contents(header, entry.links)
    draft.article(.article, header, entry.links)
    draft.edit(header)
    let chrome = site.chrome
    let (previous, next) = chrome.neighbours(of: entry.address)
    draft.flag(.neighbours, previous != nil || next != nil)
    if let previous {
      draft.text(.previous, chrome.address(previous.address, root: draft.page.root))
      draft.text(.previousTitle, previous.label)
    }
    if let next {
      draft.text(.next, chrome.address(next.address, root: draft.page.root))
      draft.text(.nextTitle, next.label)
    }
    return draft.values
  }
}
