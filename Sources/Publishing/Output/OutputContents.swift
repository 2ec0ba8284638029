import Diagnostics
import Site

/// The files of a site: pages, rendered on demand, and copies of the author's files.
package struct OutputContents: Sendable {
  /// The path of every page below the output folder, without duplicates.
  let pages: [String]
  /// Renders the page with this index into `pages`; called concurrently.
  let render: @Sendable (Int) -> OutputFile
  /// The page with an index into `pages`, if it is written piece by piece; nil: it is rendered as a whole.
  var longFile: @Sendable (Int) -> LongFile? = { _ in nil }
  /// Files to copy; none has the path of a page.
  let assets: [Asset]
  /// The indices of the pages that the search index is made from, ascending.
  var searched: [Int] = []
  /// Those of `searched` that are reports.
  var reports: [Int] = []
  /// The number of pages that a part of the search index should not exceed.
  var indexPart = Limit.indexPart.value
  /// See `Manifest.previewOptions`.
  var previewOptions: String?

  init(pages: [String], assets: [Asset] = [], render: @escaping @Sendable (Int) -> OutputFile) {
    self.pages = pages
    self.render = render
    self.assets = assets
  }

  /// The files of `site`.
  package init(_ site: PlannedSite) {
    let plan = site.plan
    self.init(pages: plan.pages.map(\.path), assets: site.copies) { plan.render(plan.pages[$0]) }
    longFile = { plan.longFile(plan.pages[$0]) }
    searched = plan.pages.indices.filter { plan.pages[$0].isSearched }
    reports = searched.filter { plan.pages[$0].isReport }
    previewOptions = site.previewOptions
  }

  var count: Int { pages.count + assets.count }

  /// The paths of all files: pages first, then assets.
  var paths: [String] { pages + assets.map(\.path) }

  /// The path of the file with this index: pages first, then assets.
  func path(_ index: Int) -> String {
    index < pages.count ? pages[index] : assets[index - pages.count].path
  }
}
