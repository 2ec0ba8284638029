import Content
import Graph

/// The pages of issues and parties.
extension PageValues {
  func issue(_ issue: Issue) -> TemplateValues {
    let summary = issue.file?.summary ?? issue.file?.proposition
    var (values, page) = shared(.issue, address: issue.address, title: issue.name, description: summary)
    list(&values, "issues", from: page)
    facets(&values) { SearchFacets(issue: issue, in: $0) }
    if feeds.issues.contains(issue.id) {
      values.text(.subjectFeed, page.root + SiteFeeds.path(of: issue.address))
    }
    latestPositions(graph.positionsOfIssue[issue.id], of: &values)
    values.text(.summary, issue.file?.summary)
    badges(&values, BadgeWriter(page: page).badges(ofIssue: issue.id), on: page)
    values.text(.proposition, issue.file?.proposition)
    values.text(.aliases, issue.aliases.joined(separator: site.words.text(.comma)))
    values.text(.group, issue.file?.group)
    if let header = issue.file?.header {
      article(&values, .article, header, issue.links, on: page, prefix: DocumentLinks.textPrefix)
    }
    let relations = RelationsWriter(page: page).rows(of: issue)
    if !relations.isEmpty { values.html(.relations) { relations.write(into: &$0) } }
    pictures(of: issue, in: &values, page)
    tensions(site.tensionsOfIssue[issue.id], of: &values, page)
    let positions = graph.positionsOfIssue[issue.id]
    if !positions.isEmpty {
      let splits = positions.count > graph.settings.positionsPerPage
      let list = PositionListWriter(
        page: page, side: .issue, splitsByYear: splits, showsHistory: graph.settings.pageKinds[.history])
      values.html(.positions) { output in
        writeLegend(positions, into: &output)
        list.write(site.graph.positionsByParty(issue.id), into: &output)
      }
    }
    let options = graph.optionsOfIssue[issue.id]
    if !options.isEmpty, graph.settings.pageKinds[.options] {
      values.html(.optionsHTML) { NameListWriter(page: page).options(options, into: &$0) }
    }
    mentions(graph.mentionsOfIssue[issue.id], of: &values, page)
    structuredData(&values, page) { $0.issue(issue) }
    return values
  }

  func party(_ party: Party) -> TemplateValues {
    var (values, page) = shared(
      .party, address: party.address, title: party.name, description: party.file?.summary)
    values.html(.hue) { $0.hue(party.id) }
    list(&values, "parties", from: page)
    latestPositions(graph.positionsOfParty[party.id], of: &values)
    facets(&values) { SearchFacets(party: party, in: $0) }
    badges(&values, BadgeWriter(page: page).badges(ofParty: party.id), on: page)
    if feeds.parties.contains(party.id) {
      values.text(.subjectFeed, page.root + SiteFeeds.path(of: party.address))
    }
    values.text(.aliases, party.aliases.joined(separator: site.words.text(.comma)))
    values.text(.label, party.file?.kind)
    values.text(.summary, party.file?.summary)
    if let header = party.file?.header {
      article(&values, .article, header, party.links, on: page, prefix: DocumentLinks.textPrefix)
    }
    let relations = RelationsWriter(page: page).rows(of: party)
    if !relations.isEmpty { values.html(.relations) { relations.write(into: &$0) } }
    tenure(of: party, in: &values)
    tensions(site.tensionsOfParty[party.id], of: &values, page)
    let representatives = RepresentativesWriter(page: page, party: party.id)
    if !representatives.isEmpty { values.html(.representatives) { representatives.write(into: &$0) } }
    let positions = graph.positionsOfParty[party.id]
    if !positions.isEmpty {
      let splits = positions.count > graph.settings.positionsPerPage
      let list = PositionListWriter(page: page, side: .party, splitsByYear: splits)
      values.html(.positions) { output in
        writeLegend(positions, into: &output)
        list.write(site.graph.positionsByIssue(party.id), into: &output)
      }
    }
    pairs(of: party, &values, page)
    let reports = graph.reportsOfParty[party.id]
    if !reports.isEmpty {
      values.html(.reports) { NameListWriter(page: page).reports(reports, summaries: false, into: &$0) }
    }
    mentions(graph.mentionsOfParty[party.id], of: &values, page)
    structuredData(&values, page) { $0.party(party) }
    return values
  }

  /// Writes the scale of stances if one of `positions` carries one.
  func writeLegend(_ positions: some Sequence<ID<Position>>, into output: inout [UInt8]) {
    if site.hasStance(in: positions) { site.words.stances.writeLegend(into: &output) }
  }

  /// How many positions there are, and how new they are; `positions` come newest first.
  private func latestPositions(_ positions: ArraySlice<ID<Position>>, of values: inout TemplateValues) {
    guard let newest = positions.first else { return }
    values.text(.count, site.words.text(.positionCount, count: positions.count))
    guard let date = graph.positions[newest.index].date else { return }
    values.html(.newest) { site.words.dates.time(date, into: &$0) }
  }

  private func mentions(
    _ mentions: ArraySlice<ID<Mention>>, of values: inout TemplateValues, _ page: PageLinks
  ) {
    guard graph.settings.pageKinds[.mentions], !mentions.isEmpty else { return }
    values.html(.mentions) { MentionListWriter(page: page).write(mentions, into: &$0) }
  }

  func issueYear(_ issue: Issue, _ year: YearKey) -> TemplateValues {
    var (values, page) = yearShared(.issueYear, "issues", issue.name, issue.address, year)
    facets(&values) { SearchFacets(issue: issue, in: $0) }
    let list = PositionListWriter(
      page: page, side: .issue, splitsByYear: true, showsHistory: graph.settings.pageKinds[.history])
    values.html(.positions) { output in
      writeLegend(site.graph.positionsOfIssue[issue.id], into: &output)
      list.write(site.graph.positionsByParty(issue.id), ofYear: year, into: &output)
    }
    return values
  }

  func partyYear(_ party: Party, _ year: YearKey) -> TemplateValues {
    var (values, page) = yearShared(.partyYear, "parties", party.name, party.address, year)
    facets(&values) { SearchFacets(party: party, in: $0) }
    let list = PositionListWriter(page: page, side: .party, splitsByYear: true)
    values.html(.positions) { output in
      writeLegend(site.graph.positionsOfParty[party.id], into: &output)
      list.write(site.graph.positionsByIssue(party.id), ofYear: year, into: &output)
    }
    return values
  }

  private func yearShared(
    _ kind: PageKind, _ list: String, _ name: String, _ address: String, _ year: YearKey
  ) -> (TemplateValues, PageLinks) {
    let title =
      year.year.map { site.words.text(.nameInYear, name, String($0)) } ?? site.words.text(.nameUndated, name)
    var (values, page) = shared(
      kind, address: address + "/" + year.address, title: title, description: nil)
    self.list(&values, list, from: page)
    values.text(.name, name)
    values.text(.address, page.way(to: address))
    values.text(.date, year.year.map(String.init))
    return (values, page)
  }
}
