import Content
import Graph

/// What reports declare but do not compare, what is due for review, and which issues have only one side.
struct CoveragePage: SitePage {
  static let definition = PageDefinition(
    "coverage", "the coverage page",
    fields: [
      .html(.overview, "The table of how much is declared, missing, due and one-sided."),
      .html(.stale, "The table of positions that are due for review; absent if there are none."),
      .flag(.neverDue, "Whether no position can become due, because none has a date and a review period."),
      .html(
        .gaps,
        "The table of reports that declare issues or parties but lack some of them; absent if there are none."
      ),
      .flag(.nothingDeclared, "Whether no report names core issues or affected parties."),
      .html(.undeclared, "The table of reports that declare nothing; absent if there are none."),
      .html(
        .oneSided,
        "The table of issues on which all stances that take a side take the same side; absent if there are none."
      ),
      .flag(.noSides, "Whether no current stance takes a side."),
      .html(
        .evidenceKinds, "The table of current positions by kind of evidence; absent if no kind is given."),
      .html(
        .goneSources,
        "The table of sources that were gone when they were last checked; absent if there are none."),
      .html(
        .evidenceFilter,
        "Checkboxes for the kinds of evidence in the table of issues by parties; absent if there are none."),
      .html(.matrix, "The table of issues by parties, with counts and ages; absent without positions."),
    ], texts: StringKey.coverageTexts, picture: .matrix, switch: .coverage, address: "coverage",
    menu: MenuPlace(.coverage, in: .more))

  static func pages(of site: SiteLayout) -> [any SitePage] {
    guard let coverage = site.coverage, !site.graph.positions.isEmpty || !coverage.declared.isEmpty else {
      return []
    }
    return [CoveragePage()]
  }

  func address(in site: SiteLayout) -> String { Self.address }

  func lastChange(in site: SiteLayout) -> PartialDate? { nil }

  func values(_ site: PageRenderer) -> TemplateValues {
    var draft = site.draft(Self.definition, address: Self.address, title: site.words.text(.coverage))
    guard let coverage = site.layout.coverage else { return draft.values }
    let page = draft.page
    draft.useMatrixStylesheet()
    draft.usePicturesStylesheet()
    let writer = CoverageWriter(page: page, coverage: coverage)
    draft.html(.overview) { writer.overview(into: &$0) }
    if !coverage.stale.isEmpty { draft.html(.stale) { writer.stale(into: &$0) } }
    draft.flag(.neverDue, coverage.reviews.reviewed == 0)
    let incomplete = writer.incomplete
    if !incomplete.isEmpty { draft.html(.gaps) { writer.gaps(incomplete, into: &$0) } }
    draft.flag(.nothingDeclared, coverage.declared.isEmpty)
    if !coverage.undeclared.isEmpty { draft.html(.undeclared) { writer.undeclared(into: &$0) } }
    if !coverage.oneSided.isEmpty { draft.html(.oneSided) { writer.oneSided(into: &$0) } }
    draft.flag(.noSides, coverage.oneSided.isEmpty && coverage.bothSides == 0)
    evidence(writer, of: site, into: &draft)
    let issues = site.layout.matrix.issues
    if !issues.isEmpty {
      let table = CoverageTableWriter(page: page, coverage: coverage, issues: issues)
      draft.html(.matrix) { table.write(into: &$0) }
      let kinds = table.evidenceKinds
      if !kinds.isEmpty { draft.html(.evidenceFilter) { table.filter(kinds, into: &$0) } }
    }
    return draft.values
  }

  private func evidence(_ writer: CoverageWriter, of site: PageRenderer, into draft: inout PageDraft) {
    let kinds = EvidenceIndex.kinds(of: site.graph)
    if kinds.keys.contains(where: { $0 != nil }) {
      draft.html(.evidenceKinds) { writer.evidence(kinds, into: &$0) }
    }
    let gone = EvidenceIndex.gone(in: site.graph)
    if !gone.isEmpty {
      draft.html(.goneSources) { writer.goneSources(gone, shelf: site.layout.sources, into: &$0) }
    }
  }
}

extension PageSwitch {
  static let coverage = PageSwitch(
    "coverage", "the coverage page, and the badges on other pages")
}

extension TemplateName {
  static let stale = TemplateName("stale")
  static let gaps = TemplateName("gaps")
  static let overview = TemplateName("overview")
  static let neverDue = TemplateName("never-due")
  static let nothingDeclared = TemplateName("nothing-declared")
  static let undeclared = TemplateName("undeclared")
  static let evidenceKinds = TemplateName("evidence-kinds")
  static let goneSources = TemplateName("gone-sources")
  static let evidenceFilter = TemplateName("evidence-filter")
  static let noSides = TemplateName("no-sides")
}
