import Content
import Graph

/// The page of what is missing and due, and the badges that lead there.
extension PageValues {
  func coverage() -> TemplateValues {
    var (values, page) = shared(
      .coverage, address: "coverage", title: site.words.text(.coverage), description: nil)
    guard let coverage = site.coverage else { return values }
    matrixStylesheet(in: &values, page)
    picturesStylesheet(in: &values, page)
    let writer = CoverageWriter(page: page, coverage: coverage)
    if !coverage.stale.isEmpty { values.html(.stale) { writer.stale(into: &$0) } }
    if !coverage.gaps.isEmpty { values.html(.gaps) { writer.gaps(into: &$0) } }
    if !parts.issues.isEmpty {
      let issues = parts.issues
      values.html(.matrix) {
        CoverageTableWriter(page: page, coverage: coverage, issues: issues).write(into: &$0)
      }
    }
    return values
  }

  func badges(_ values: inout TemplateValues, _ badges: [BadgeWriter.Badge], on page: PageLinks) {
    if badges.isEmpty { return }
    values.html(.badges) { BadgeWriter.write(badges, on: page, into: &$0) }
  }
}
