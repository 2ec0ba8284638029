import Content
import Graph

/// The list of all options, by report, in pages of about a hundred options.
struct OptionListPage: SitePage {
  static let definition = PageDefinition(
    "options", "the list of options",
    fields: [
      .html(.optionsHTML, "The options of the page, by report."),
      .html(.contents, "Links to the pages of the list; absent if there is only one."),
      .text(.list, "The path to the first page of the list; absent on that page."),
    ], picture: .options, isSearched: true, switch: .options, address: "options",
    menu: MenuPlace(.options, in: .more))

  /// A page ends with the report that reaches this number of options.
  private static let enoughOptions = 100

  private let numbers: PageNumbers
  /// Those with options, the newest first.
  private let reports: [ID<ReportEntry>]

  static func pages(of site: SiteLayout) -> [any SitePage] {
    let parts = parts(of: site.graph)
    return parts.enumerated().map { index, reports in
      OptionListPage(
        numbers: PageNumbers(of: address, shown: index + 1, count: parts.count), reports: reports)
    }
  }

  /// The reports with options, as pages show them.
  private static func parts(of graph: IssueGraph) -> [[ID<ReportEntry>]] {
    var parts: [[ID<ReportEntry>]] = []
    var count = enoughOptions
    for report in graph.reports.reversed() {
      let options = graph.comparisonsOfReport[report.id].map { graph.optionsOfComparison[$0].count }
        .reduce(0, +)
      if options == 0 { continue }
      if count >= enoughOptions {
        parts.append([])
        count = 0
      }
      parts[parts.count - 1].append(report.id)
      count += options
    }
    return parts
  }

  func address(in site: SiteLayout) -> String {
    PageNumbers.address(of: Self.address, page: numbers.shown)
  }

  /// Older options are found in their reports.
  var isSearched: Bool { numbers.shown == 1 }

  func values(_ site: PageRenderer) -> TemplateValues {
    let words = site.words
    let name = words.text(.options)
    let isFirst = numbers.shown == 1
    let title =
      isFirst ? name : words.text(.labelled, name, words.text(.pageNumber, String(numbers.shown)))
    var draft = site.draft(
      Self.definition, address: PageNumbers.address(of: Self.address, page: numbers.shown), title: title)
    let page = draft.page
    if isSearched { draft.facets { _ in SearchFacets(kind: .options) } }
    draft.html(.optionsHTML) { OptionListWriter(page: page).write(reports, into: &$0) }
    if !isFirst { draft.text(.list, page.path(to: Self.address)) }
    if numbers.count > 1 { draft.html(.contents) { numbers.write(on: page, into: &$0) } }
    return draft.values
  }
}

extension PageSwitch {
  static let options = PageSwitch("options", "the list of options, and the options on issue pages")
}
