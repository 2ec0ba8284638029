import Content
import Graph

/// The data for rendering pages: the graph prepared for writing, the layout of the site, and the parts that
/// pages share.
///
/// A class, so that the closures of a page's values share it instead of copying its parts.
final class PageRenderer: Sendable {
  let site: SiteIndex
  let layout: SiteLayout
  let chrome: SiteChrome
  let assets: AssetNames
  /// The pictures of links.
  let pictures: SharePictures

  init(
    site: SiteIndex, layout: SiteLayout, chrome: SiteChrome, assets: AssetNames, pictures: SharePictures
  ) {
    self.pictures = pictures
    self.site = site
    self.layout = layout
    self.chrome = chrome
    self.assets = assets
  }

  var graph: IssueGraph { site.graph }
  var settings: SiteSettings { site.settings }
  var words: LocalizedStrings { site.words }

  /// The same for a graph with the same names, addresses and tables; nil: the site has other pages now.
  func updating(_ graph: IssueGraph, theme: Theme) -> PageRenderer? {
    let change = GraphChange(from: self.graph, to: graph)
    guard let layout = layout.updating(graph, after: change) else { return nil }
    return PageRenderer(
      site: SiteIndex(site, layout, after: change), layout: layout,
      chrome: change.keepsPositions ? chrome : chrome.counting(graph, theme: theme), assets: assets,
      pictures: pictures)
  }

  /// The same with pictures of links that were drawn.
  func showing(_ drawn: [SharePicture]) -> PageRenderer {
    PageRenderer(
      site: site, layout: layout, chrome: chrome, assets: assets, pictures: pictures.adding(drawn))
  }

  /// Whether a switch of `page-kinds` is on.
  func isOn(_ pageSwitch: PageSwitch) -> Bool { site.settings.pageKinds[pageSwitch] }

  /// Starts a page with the values of all pages. If an authored page has the same address and the kind takes its
  /// text, its title and summary replace those given here.
  ///
  /// - Parameters:
  ///   - address: below the site's root, without leading and trailing slashes; empty for the home page.
  ///   - title: nil: the page has the title of the site.
  ///   - description: one sentence for search engines; nil: none.
  func draft(
    _ definition: PageDefinition, address: String, title: String?, description: String? = nil
  ) -> PageDraft {
    guard definition.takesAuthoredText, address == definition.address, let entry = authoredPage(at: address)
    else { return PageDraft(self, definition, address: address, title: title, description: description) }
    let page = entry.page
    var draft = PageDraft(
      self, definition, address: address, title: page.header.title, description: page.summary ?? description)
    draft.article(.article, page.header, entry.links)
    draft.edit(page.header)
    return draft
  }

  /// The authored page with the address of a generated page that takes its text; nil: there is none.
  private func authoredPage(at address: String) -> PageEntry? { graph.pages.first { $0.address == address } }

  /// The anchors in the text of that page; empty if there is none.
  func anchorsOfAuthoredText(at address: String) -> Set<String> {
    guard let entry = authoredPage(at: address) else { return [] }
    let header = entry.page.header
    let writer = DocumentWriter(
      header.document, links: entry.links, on: PageLinks(site, at: address), use: .own(prefix: ""),
      titleNode: header.titleNode, report: nil)
    var html = HTML()
    writer.write(into: &html)
    return HTMLAnchors.find(in: html.bytes)
  }

  /// Writes the legend of stances if one of `positions` has a stance.
  func writeLegend(_ positions: some Sequence<ID<Position>>, into output: inout HTML) {
    if site.hasStance(in: positions) { words.stances.writeLegend(into: &output) }
  }

  /// `A`, `A and B`, `A, B and C`; nil if there are no names.
  func joined(_ names: [String]) -> String? {
    guard let last = names.last else { return nil }
    if names.count == 1 { return last }
    return words.text(.twoNames, names.dropLast().joined(separator: words.text(.comma)), last)
  }
}
