import Content
import Diagnostics
import Graph

/// The page of a party: its description, and its positions on each issue.
struct PartyPage: SitePage {
  static let definition = PageDefinition(
    "party", "party pages",
    fields: [
      .text(.list, "The path to the list of all parties; absent if lists are turned off."),
      .text(
        .count, "The number of its positions, as text such as “12 positions”; absent if there are none."),
      .html(
        .newest,
        "The date of the newest of them, or of what only editions remember, as a time element; absent without one."
      ),
      .html(.hue, "The class of the party’s hue, p1 to p8, or a higher one if the party has its own colour."),
      .html(
        .badges, "Gaps and overdue reviews, as a list; absent if there are none."
      ),
      .text(.aliases, "Other names, separated by commas; absent if there are none."),
      .text(.label, "The kind of party; absent if it is not set."),
      .text(.summary, "The summary in the party’s file; absent without one."),
      .html(.article, "The text of the party’s file; absent without one."),
      .html(
        .relations,
        "Whom it acts for, who acts for it, and memberships, as a definition list; absent if there are none."),
      .html(.date, "The period in which it exists, as text; absent without dates."),
      .html(.tensions, "Tensions with its positions; absent if there are none."),
      .html(
        .positions,
        "A table of the issues: stance, words, how long it has been held, source, and earlier positions (collapsed), with the positions of the parties in office that act for it; absent if there are none."
      ),
      .html(.moves, "Its moves, newest first, as a list; absent if there are none."),
      .html(.counts, "Its issues by stance, and its moves, as a list of numbers; absent without positions."),
      .html(
        .governmentChanges,
        "Where the parties that act for it differed from their predecessors; absent if they did not."),
      .html(.blocs, "The positions of the blocs that it is or was a member of; absent if there are none."),
      .html(.pairs, "Links to the pages that compare it with another party; absent if there are none."),
      .html(.reports, "The reports whose tables cover it, as a list; absent if there are none."),
      .html(
        .mentions, "The places where reports mention it, each with its sentence; absent if there are none."),
      EarlierPositions.isDivided,
    ], texts: StringKey.partyTexts, picture: .party, isSearched: true)

  /// The largest number of moves on the page.
  private static let mostMoves = 20

  let id: ID<Party>

  static func pages(of site: SiteLayout) -> [any SitePage] {
    site.graph.parties.flatMap { party -> [any SitePage] in
      [PartyPage(id: party.id)] + PartyYearPage.pages(of: party.id, in: site.graph)
    }
  }

  func address(in site: SiteLayout) -> String { site.graph.parties[id.index].address }

  func lastChange(in site: SiteLayout) -> PartialDate? {
    let graph = site.graph
    return graph.lastChange(
      reports: graph.reportsOfParty[id], mentions: graph.mentionsOfParty[id], options: [])
  }

  func isDraft(in graph: IssueGraph) -> Bool { graph.parties[id.index].file?.header.isDraft ?? false }

  func values(_ site: PageRenderer) -> TemplateValues {
    let graph = site.graph
    let party = graph.parties[id.index]
    var draft = site.draft(
      Self.definition, address: party.address, title: party.name, description: party.file?.summary)
    draft.html(.hue) { $0.hue(id, of: site.site.hues) }
    draft.list(PartyListPage.address)
    let record = site.layout.wholeRecord
    draft.latest(
      of: graph.positionsOfParty[id],
      remembering: record.rememberedIssues(of: id).flatMap { record.rememberedStanding($0, of: id) })
    draft.facets { SearchFacets(party: party, in: $0) }
    draft.badges(BadgeWriter(page: draft.page).badges(ofParty: id))
    if site.layout.feeds.parties.contains(id) {
      draft.text(.subjectFeed, draft.page.root + SiteFeeds.path(of: party.address))
    }
    draft.text(.aliases, party.aliases.joined(separator: site.words.text(.comma)))
    draft.text(.label, party.file?.kind)
    draft.text(.summary, party.file?.summary)
    if let header = party.file?.header {
      draft.article(.article, header, party.links, prefix: DocumentLinks.textPrefix)
      draft.edit(header)
    }
    let relations = RelationsWriter(page: draft.page).rows(of: party)
    if !relations.isEmpty { draft.html(.relations) { relations.write(into: &$0) } }
    lifetime(of: party, site.words, &draft)
    draft.tensions(site.site.tensionsOfParty[id])
    moves(site, &draft)
    let changes = GovernmentChangeWriter(page: draft.page)
    let differences = site.isOn(.history) ? changes.differences(among: id) : []
    if !differences.isEmpty {
      draft.html(.governmentChanges) { changes.write(differences, into: &$0) }
    }
    let blocs = BlocsWriter(page: draft.page, member: party)
    if !blocs.isEmpty { draft.html(.blocs) { blocs.write(into: &$0) } }
    positions(site, &draft)
    lists(site, &draft)
    draft.mentions(graph.mentionsOfParty[id])
    draft.structuredData { $0.party(party) }
    return draft.values
  }

  /// The period in which the party exists.
  private func lifetime(of party: Party, _ words: LocalizedStrings, _ draft: inout PageDraft) {
    guard let file = party.file, file.from != nil || file.to != nil else { return }
    let period = Period(from: file.from, to: file.to)
    draft.html(.date) {
      words.write(period, .fromDateToDate, from: .fromDate, until: .untilDate, into: &$0)
    }
  }

  private func moves(_ site: PageRenderer, _ draft: inout PageDraft) {
    let moves = site.layout.moves.moves(of: id)
    if let counts = PartyCounts(of: id, moves: moves.count, on: draft.page) {
      draft.html(.counts) { counts.write(into: &$0) }
    }
    if moves.isEmpty { return }
    let writer = MoveWriter(page: draft.page, record: site.layout.record)
    draft.html(.moves) { writer.list(moves.prefix(Self.mostMoves), into: &$0) }
  }

  private func positions(_ site: PageRenderer, _ draft: inout PageDraft) {
    let graph = site.graph
    let positions = graph.positionsOfParty[id]
    let representatives = PartyRepresentatives(of: id, in: site.site).all
    if positions.isEmpty && representatives.isEmpty
      && site.layout.wholeRecord.rememberedIssues(of: id).isEmpty
    {
      return
    }
    let list = PositionListWriter(
      page: draft.page, record: site.layout.wholeRecord, side: .party, splitsByYear: isDivided(in: graph))
    draft.flag(.isDivided, list.splitsByYear)
    draft.html(.positions) { output in
      StandingTableWriter(list: list, representatives: representatives)
        .write(graph.positionsByIssue(id), of: id.index, into: &output)
    }
  }

  /// Whether earlier positions are on pages of years.
  private func isDivided(in graph: IssueGraph) -> Bool {
    EarlierPositions.areDivided(graph.positionsOfParty[id], in: graph)
  }

  /// The pairs and the reports of the party.
  private func lists(_ site: PageRenderer, _ draft: inout PageDraft) {
    let page = draft.page
    let pairs = site.layout.pairs.pairs(of: id)
    if !pairs.isEmpty {
      draft.html(.pairs) { output in
        FoldedList.write(pairs, on: page, into: &output) {
          PairListWriter(page: page).write(Array($0), of: id, into: &$1)
        }
      }
    }
    let reports = site.graph.reportsOfParty[id]
    if reports.isEmpty { return }
    let limit = isDivided(in: site.graph) ? Limit.listedReports.value : reports.count
    draft.html(.reports) { output in
      FoldedList.write(reports.prefix(limit), on: page, into: &output) {
        NameListWriter(page: page).reports($0, summaries: false, into: &$1)
      }
      if reports.count <= limit { return }
      output.raw("<p class=\"further\">")
      page.site.words.write(.countMore, count: reports.count - limit, into: &output)
      output.raw("</p>\n")
    }
  }
}

extension TemplateName {
  static let counts = TemplateName("counts")
  static let governmentChanges = TemplateName("government-changes")
  static let blocs = TemplateName("blocs")
  static let hue = TemplateName("hue")
}
