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

  init(site: SiteIndex, layout: SiteLayout, chrome: SiteChrome, assets: AssetNames) {
    self.site = site
    self.layout = layout
    self.chrome = chrome
    self.assets = assets
  }

  var graph: IssueGraph { site.graph }
  var settings: SiteSettings { site.settings }
  var words: LocalizedStrings { site.words }

  /// The same for a graph that differs only in the text of reports.
  func updating(_ graph: IssueGraph) -> PageRenderer {
    var layout = layout
    layout.graph = graph
    return PageRenderer(site: SiteIndex(site, graph: graph), layout: layout, chrome: chrome, assets: assets)
  }

  /// Whether a switch of `page-kinds` is on.
  func isOn(_ pageSwitch: PageSwitch) -> Bool { site.settings.pageKinds[pageSwitch] }

  /// Starts a page with the values of all pages.
  ///
  /// - Parameters:
  ///   - address: below the site's root, without leading and trailing slashes; empty for the home page.
  ///   - title: nil: the page has the title of the site.
  ///   - description: one sentence for search engines; nil: none.
  func draft(
    _ definition: PageDefinition, address: String, title: String?, description: String? = nil
  ) -> PageDraft {
    PageDraft(self, definition, address: address, title: title, description: description)
  }

  /// Writes the legend of stances if one of `positions` has a stance.
  func writeLegend(_ positions: some Sequence<ID<Position>>, into output: inout [UInt8]) {
    if site.hasStance(in: positions) { words.stances.writeLegend(into: &output) }
  }

  /// `A`, `A and B`, `A, B and C`; nil if there are no names.
  func joined(_ names: [String]) -> String? {
    guard let last = names.last else { return nil }
    if names.count == 1 { return last }
    return words.text(.twoNames, names.dropLast().joined(separator: words.text(.comma)), last)
  }
}
