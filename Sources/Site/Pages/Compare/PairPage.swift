import Content
import Graph

/// Two parties side by side: where they differ, where they are close, and what cannot be compared.
struct PairPage: SitePage {
  static let definition = PageDefinition(
    "pair", "the pages of two parties",
    fields: [
      .text(.list, "The path to the list of pairs."),
      .html(.parties, "The two parties, as links joined by “and”."),
      .html(
        .thirdParties,
        "The parties that a page compares with one of the two, as options of a list; absent if there are none."
      ),
      .text(.matrix, "The path to the matrix; absent without one, and if it is split."),
      .text(.pairSlugs, "The last parts of the two parties’ addresses, with a comma between them."),
      .html(.relations, "Who acts for a party that holds no position itself; absent if there are none."),
    ] + tableFields + FrameCode.fields, picture: .matrix, switch: .pairs)

  /// What a frame of another site shows, too.
  static let tableFields: [TemplateField] = [
    .html(.summary, "On how many issues they are far apart, close, and not comparable."),
    .html(
      .same,
      "Issues without a statement on which their stances are the same; absent if there are none."),
    .html(.legend, "The legend of stances; absent if no position has a stance."),
    .html(
      .redLines, "Issues on which one of them marks a red line, side by side; absent if there are none."),
    .html(.apart, "Issues on which they differ, largest distance first; absent if there are none."),
    .html(.agreement, "Issues on which they are at most one step apart; absent if there are none."),
    .html(.optionsHTML, "Options that concern those issues, as a list of links; absent if there are none."),
    .html(
      .notComparable,
      "Issues whose distance cannot be determined, by reason; absent if there are none."),
    .html(.oneSided, "Issues on which only one of them holds a position; absent if there are none."),
  ]

  let pair: PartyPair

  static func pages(of site: SiteLayout) -> [any SitePage] { site.pairs.pairs.map { PairPage(pair: $0) } }

  func address(in site: SiteLayout) -> String { address(in: site.graph) }

  func address(in graph: IssueGraph) -> String { PairListPage.address + "/" + graph.slug(of: pair) }

  func lastChange(in site: SiteLayout) -> PartialDate? { nil }

  func anchors(_ site: PageRenderer) -> Set<String> {
    Set(PairComparison(pair, in: site.graph).rows.map { site.graph.issues[$0.issue.index].slug })
  }

  func values(_ site: PageRenderer) -> TemplateValues {
    let graph = site.graph
    let title = title(site)
    var draft = site.draft(
      Self.definition, address: address(in: graph), title: title,
      description: site.words.text(.pairHolds, title))
    let page = draft.page
    draft.text(.list, page.path(to: PairListPage.address))
    let writer = PairWriter(page: page, pair: pair, record: site.site.record)
    let comparison = PairComparison(pair, in: graph)
    draft.html(.parties) { writer.parties(into: &$0) }
    third(site, &draft)
    compare(comparison, site, &draft)
    representatives(site, &draft)
    draft.frameCode(of: self, in: site)
    return draft.values
  }

  func title(_ site: PageRenderer) -> String {
    let names = [pair.first, pair.second].map { site.graph.parties[$0.index].name }
    return site.words.text(.twoNames, names[0], names[1])
  }

  /// Sets the summary and the tables.
  func compare(_ comparison: PairComparison, _ site: PageRenderer, _ draft: inout PageDraft) {
    let writer = PairWriter(page: draft.page, pair: pair, record: site.site.record)
    draft.html(.summary) { PairSummaryWriter(words: site.words).write(PairSummary(comparison), into: &$0) }
    tables(comparison, writer, site, &draft)
    if !comparison.onlyFirst.isEmpty || !comparison.onlySecond.isEmpty {
      draft.html(.oneSided) { writer.oneSided(comparison, into: &$0) }
    }
    let options = Self.options(touching: comparison.agreement, in: site.graph)
    if !options.isEmpty {
      let page = draft.page
      draft.html(.optionsHTML) { NameListWriter(page: page).options(options, into: &$0) }
    }
  }

  private func tables(
    _ comparison: PairComparison, _ writer: PairWriter, _ site: PageRenderer, _ draft: inout PageDraft
  ) {
    let tables: [(TemplateName, [PairComparison.Row], StringKey)] = [
      (.redLines, comparison.redLines, .redLines), (.apart, comparison.apart, .furthestApart),
      (.agreement, comparison.agreement, .roomForAgreement),
      (.same, comparison.sameWithoutProposition, .sameWithoutProposition),
      (.notComparable, comparison.notComparable, .notComparable),
    ]
    let words = site.words
    let hasStance = tables.flatMap(\.1).contains { row in
      [pair.first, pair.second].contains { party in
        site.graph.heldStances(of: party, on: row.issue)?.all.contains { $0.stance != nil } ?? false
      }
    }
    if hasStance { draft.html(.legend) { words.stances.writeLegend(into: &$0) } }
    for (name, rows, label) in tables where !rows.isEmpty {
      draft.html(name) { output in
        switch name {
        case .notComparable: writer.notComparable(rows, into: &output)
        case .same: writer.sameWithoutProposition(rows, into: &output)
        default: writer.table(rows, label: label, into: &output)
        }
      }
    }
  }

  /// The options that concern one of the issues, without duplicates, in the order of the issues.
  private static func options(touching rows: [PairComparison.Row], in graph: IssueGraph) -> [ID<Option>] {
    var seen: Set<ID<Option>> = []
    return rows.flatMap { graph.optionsOfIssue[$0.issue] }.filter { seen.insert($0).inserted }
  }

  /// What the script needs to add a third party.
  private func third(_ site: PageRenderer, _ draft: inout PageDraft) {
    let page = draft.page
    let options = ThirdPartyWriter(page: page, pair: pair, pairs: site.layout.pairs)
    if options.parties.isEmpty { return }
    draft.html(.thirdParties) { options.write(into: &$0) }
    draft.text(
      .pairSlugs, [pair.first, pair.second].map { site.graph.parties[$0.index].slug }.joined(separator: ","))
    if site.isOn(.matrix), site.layout.matrix.parts.isEmpty {
      draft.text(.matrix, page.path(to: MatrixPage.address))
    }
  }

  /// Names those who act for a party without positions. Their positions are their own, so the page does not
  /// show them.
  private func representatives(_ site: PageRenderer, _ draft: inout PageDraft) {
    let page = draft.page
    let index = site.site
    let silent = [pair.first, pair.second].filter {
      index.graph.positionsOfParty[$0].isEmpty && !index.representatives[$0].isEmpty
    }
    guard !silent.isEmpty else { return }
    draft.html(.relations) { output in
      for party in silent {
        output.raw("<p>")
        index.words.write(.noPositionsActedFor, into: &output) {
          page.partyLink(party, into: &$0)
        } _: { output in
          for (place, other) in index.representatives[party].enumerated() {
            if place > 0 { index.words.write(.comma, into: &output) }
            page.partyLink(other, into: &output)
          }
        }
        output.raw("</p>\n")
      }
    }
  }
}

extension TemplateName {
  static let redLines = TemplateName("red-lines")
  static let oneSided = TemplateName("one-sided")
  static let notComparable = TemplateName("not-comparable")
  static let legend = TemplateName("legend")
  static let apart = TemplateName("apart")
  static let agreement = TemplateName("agreement")
  static let same = TemplateName("same")
  static let thirdParties = TemplateName("third-parties")
  static let pairSlugs = TemplateName("pair-slugs")
}
