import Content
import Graph

/// Gaps, and positions that are due for review.
struct CoveragePage: SitePage {
  static let definition = PageDefinition(
    "coverage", "the coverage page",
    fields: [
      .html(.matrix, "The table of issues by parties, with counts and ages; absent without positions."),
      .html(
        .gaps,
        "Issues and parties that a report declares but no table covers, as a list; absent if there are none."
      ),
      .html(.stale, "Positions that are due for review, as a list; absent if there are none."),
    ], picture: .matrix, switch: .coverage, address: "coverage")

  private let coverage: Coverage

  static func pages(of site: SiteLayout) -> [any SitePage] {
    guard let coverage = site.coverage, !site.graph.positions.isEmpty || !coverage.gaps.isEmpty else {
      return []
    }
    return [CoveragePage(coverage: coverage)]
  }

  func address(in site: SiteLayout) -> String { Self.address }

  func lastChange(in site: SiteLayout) -> PartialDate? { nil }

  func values(_ site: PageRenderer) -> TemplateValues {
    var draft = site.draft(Self.definition, address: Self.address, title: site.words.text(.coverage))
    let page = draft.page
    draft.useMatrixStylesheet()
    draft.usePicturesStylesheet()
    let writer = CoverageWriter(page: page, coverage: coverage)
    if !coverage.stale.isEmpty { draft.html(.stale) { writer.stale(into: &$0) } }
    if !coverage.gaps.isEmpty { draft.html(.gaps) { writer.gaps(into: &$0) } }
    let issues = site.layout.matrix.issues
    if !issues.isEmpty {
      draft.html(.matrix) {
        CoverageTableWriter(page: page, coverage: coverage, issues: issues).write(into: &$0)
      }
    }
    return draft.values
  }
}

extension PageSwitch {
  static let coverage = PageSwitch(
    "coverage", "the coverage page, and the badges on other pages")
}

extension TemplateName {
  static let stale = TemplateName("stale")
  static let gaps = TemplateName("gaps")
}
