import Content
import Graph

/// The page of an issue: what it is about, and each party's positions on it.
struct IssuePage: SitePage {
  static let definition = PageDefinition(
    "issue", "issue pages",
    fields: [
      .text(.list, "The path to the list of all issues; absent if lists are turned off."),
      .text(
        .count, "The number of positions on it, as text such as “12 positions”; absent if there are none."),
      .html(
        .newest,
        "The date of the newest of them, or of what only editions remember, as a time element; absent without one."
      ),
      .text(.summary, "The summary in the issue’s file; absent without one."),
      .text(.proposition, "The sentence that stances answer; absent without one."),
      .html(
        .badges, "Gaps and overdue reviews, as a list; absent if there are none."
      ),
      .text(.aliases, "Other names, separated by commas; absent if there are none."),
      .text(.group, "The group of issues that it belongs to; absent without one."),
      .html(.article, "The text of the issue’s file; absent without one."),
      .html(.relations, "Broader and related issues, as a definition list; absent if there are none."),
      .html(.neighbours, "The issues around it, as a picture and a list; absent if there are none."),
      .html(
        .timeline, "Stances on it over time, as a picture; absent unless its stances have at least two dates."
      ),
      .html(.tensions, "Tensions between positions on it; absent if there are none."),
      .html(
        .scale, "The parties by stance, a column for each; absent if no party has a stance."),
      .html(
        .positions,
        "A table of the parties: stance, words, how long it has been held, source, and earlier positions (collapsed); absent if there are none."
      ),
      .html(.optionsHTML, "Options that concern the issue, as a list of links; absent if there are none."),
      .html(
        .mentions, "The places where reports mention it, each with its sentence; absent if there are none."),
      EarlierPositions.isDivided,
    ] + FrameCode.fields, texts: StringKey.issueTexts, picture: .issue, isSearched: true)

  let id: ID<Issue>

  static func pages(of site: SiteLayout) -> [any SitePage] {
    site.graph.issues.flatMap { issue -> [any SitePage] in
      [IssuePage(id: issue.id)] + IssueYearPage.pages(of: issue.id, in: site.graph)
    }
  }

  func address(in site: SiteLayout) -> String { site.graph.issues[id.index].address }

  func lastChange(in site: SiteLayout) -> PartialDate? {
    let graph = site.graph
    return graph.lastChange(
      reports: graph.reportsOfIssue[id], mentions: graph.mentionsOfIssue[id],
      options: graph.optionsOfIssue[id])
  }

  func isDraft(in graph: IssueGraph) -> Bool { graph.issues[id.index].file?.header.isDraft ?? false }

  func values(_ site: PageRenderer) -> TemplateValues {
    let graph = site.graph
    let issue = graph.issues[id.index]
    let file = issue.file
    var draft = site.draft(
      Self.definition, address: issue.address, title: issue.name,
      description: file?.summary ?? file?.proposition)
    draft.list(IssueListPage.address)
    draft.facets { SearchFacets(issue: issue, in: $0) }
    if site.layout.feeds.issues.contains(id) {
      draft.text(.subjectFeed, draft.page.root + SiteFeeds.path(of: issue.address))
    }
    let record = site.layout.wholeRecord
    draft.latest(
      of: graph.positionsOfIssue[id],
      remembering: record.rememberedParties(on: id).flatMap { record.rememberedStanding(id, of: $0) })
    draft.text(.summary, file?.summary)
    draft.badges(BadgeWriter(page: draft.page).badges(ofIssue: id))
    draft.text(.proposition, file?.proposition)
    draft.text(.aliases, issue.aliases.joined(separator: site.words.text(.comma)))
    draft.text(.group, file?.group)
    if let header = file?.header {
      draft.article(.article, header, issue.links, prefix: DocumentLinks.textPrefix)
      draft.edit(header)
    }
    let relations = RelationsWriter(page: draft.page).rows(of: issue)
    if !relations.isEmpty { draft.html(.relations) { relations.write(into: &$0) } }
    pictures(of: issue, site, &draft)
    draft.flag(.isDivided, isDivided(in: graph))
    standings(site, &draft)
    draft.tensions(site.site.tensionsOfIssue[id])
    options(site, &draft)
    draft.mentions(graph.mentionsOfIssue[id])
    draft.structuredData { $0.issue(issue) }
    draft.frameCode(of: self, in: site)
    return draft.values
  }

  /// Whether earlier positions are on pages of years.
  private func isDivided(in graph: IssueGraph) -> Bool {
    EarlierPositions.areDivided(graph.positionsOfIssue[id], in: graph)
  }

  /// The neighbouring issues, and stances over time.
  private func pictures(of issue: Issue, _ site: PageRenderer, _ draft: inout PageDraft) {
    guard site.isOn(.pictures), let reports = site.site.reportsOnIssues else { return }
    let page = draft.page
    let neighbours = Neighbours(of: issue, in: site.site, reports)
    let timeline = site.isOn(.history) ? Timeline(of: id, in: site.site.record) : nil
    if neighbours.all.isEmpty, timeline == nil { return }
    draft.usePicturesStylesheet()
    if !neighbours.all.isEmpty {
      draft.html(.neighbours) {
        NeighbourhoodWriter(page: page, issue: issue, neighbours: neighbours).write(into: &$0)
      }
    }
    let moves = site.layout.moves.directions(on: id)
    if let timeline {
      draft.html(.timeline) {
        TimelineWriter(page: page, issue: issue, timeline: timeline, moves: moves).write(into: &$0)
      }
    }
  }

  /// Sets the scale of stances and the table of positions.
  func standings(_ site: PageRenderer, _ draft: inout PageDraft) {
    let scale = StanceScaleWriter(id, site.layout.wholeRecord, on: draft.page)
    if let scale { draft.html(.scale) { scale.write(into: &$0) } }
    // The scale names the stances that it shows.
    positions(site, &draft, legend: scale == nil)
  }

  private func positions(_ site: PageRenderer, _ draft: inout PageDraft, legend: Bool) {
    let graph = site.graph
    let positions = graph.positionsOfIssue[id]
    if positions.isEmpty && site.layout.wholeRecord.rememberedParties(on: id).isEmpty { return }
    var list = PositionListWriter(
      page: draft.page, record: site.layout.wholeRecord, side: .issue, splitsByYear: isDivided(in: graph),
      showsHistory: site.isOn(.history))
    if site.isOn(.history) {
      list.governmentChanges = Dictionary(
        uniqueKeysWithValues: site.layout.wholeRecord.governmentChanges(on: id).map {
          ($0.succession.successor, $0)
        })
    }
    draft.html(.positions) { [list] output in
      if legend { site.writeLegend(positions, into: &output) }
      StandingTableWriter(list: list).write(graph.positionsByParty(id), of: id.index, into: &output)
    }
  }

  private func options(_ site: PageRenderer, _ draft: inout PageDraft) {
    let options = site.graph.optionsOfIssue[id]
    if options.isEmpty || !site.isOn(.options) { return }
    let page = draft.page
    draft.html(.optionsHTML) { output in
      FoldedList.write(options, on: page, into: &output) {
        NameListWriter(page: page).options($0, into: &$1)
      }
    }
  }
}

extension IssueGraph {
  /// The newest change to the reports that a page shows, including mentions if the site shows them.
  func lastChange(
    reports: some Sequence<ID<ReportEntry>>, mentions: some Sequence<ID<Mention>>,
    options: some Sequence<ID<Option>>
  ) -> PartialDate? {
    var days = reports.compactMap { self.reports[$0.index].report.lastChange }
    if settings.pageKinds[.mentions] {
      days += mentions.compactMap { self.reports[self.mentions[$0.index].report.index].report.lastChange }
    }
    days += options.compactMap { self.reports[self.options[$0.index].report.index].report.lastChange }
    return days.max()
  }
}

extension TemplateName {
  static let timeline = TemplateName("timeline")
  static let proposition = TemplateName("proposition")
  static let scale = TemplateName("scale")
}
