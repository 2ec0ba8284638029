import Content
import Editions
import Graph

/// The common parts of the pages of an issue's and a party's earlier positions: their fields, years and
/// titles.
enum EarlierPositions {
  static let fields: [TemplateField] = [
    .text(.list, "The path to the list of all issues or parties; absent if lists are turned off."),
    .text(.name, "The issue’s or party’s name."),
    .text(.address, "The path to the issue’s or party’s page."),
    .text(.date, "The year; absent for undated positions."),
    .html(.contents, "Links to the years; of many, to the near ones, the newest and the oldest."),
    .html(.positions, "The positions of the year, apart from the current ones."),
  ]

  /// The field of the pages of issues and parties that says whether years have pages.
  static let isDivided = TemplateField.flag(
    .isDivided, "Whether earlier positions are on pages of years; then the page loads years.js.")

  /// Whether the positions of an issue or a party are too many for its page, so that earlier ones are on pages of years.
  static func areDivided(_ ids: ArraySlice<ID<Position>>, in graph: IssueGraph) -> Bool {
    ids.count > graph.settings.positionsPerPage
  }

  /// The years that have a page, newest first: those of all positions that are not part of a standing. Empty if one page
  /// holds all positions.
  ///
  /// - Parameter ids: the positions of an issue or a party, newest first.
  static func years(of ids: ArraySlice<ID<Position>>, in graph: IssueGraph) -> [YearKey] {
    guard areDivided(ids, in: graph) else { return [] }
    var years: [YearKey] = []
    var rest = ids
    while let earlier = rest.first(where: { !graph.standings.contains(graph.positions[$0.index]) }) {
      let year = YearKey(graph, earlier)
      years.append(year)
      // Positions are sorted by date, so the others of the year follow.
      rest = rest[rest.partition { YearKey(graph, $0) < year }...]
    }
    return years
  }

  /// Begins the page of one year.
  static func draft(
    _ site: PageRenderer, _ definition: PageDefinition, list: String, name: String, address: String,
    _ year: EarlierYear
  ) -> PageDraft {
    let key = year.key
    let title =
      key.year.map { site.words.text(.nameInYear, name, String($0)) } ?? site.words.text(.nameUndated, name)
    var draft = site.draft(definition, address: address + "/" + key.address, title: title)
    draft.list(list)
    draft.text(.name, name)
    draft.text(.address, draft.page.path(to: address))
    draft.text(.date, key.year.map(String.init))
    let page = draft.page
    draft.html(.contents) { year.writeLinks(below: address, on: page, into: &$0) }
    return draft
  }
}

/// One of the years that have a page of earlier positions.
struct EarlierYear: Sendable {
  /// All years of the issue or party, newest first.
  let years: [YearKey]
  /// Index of this year.
  let index: Int

  var key: YearKey { years[index] }

  static func all(_ years: [YearKey]) -> [EarlierYear] {
    years.indices.map { EarlierYear(years: years, index: $0) }
  }

  /// Writes links to the pages of the years as a list.
  ///
  /// - Parameter address: the address of the issue or party.
  func writeLinks(below address: String, on page: PageLinks, into output: inout HTML) {
    ShortenedList.write(YearKey.named(around: index, of: years.count), into: &output) { other, output in
      let key = years[other]
      output.raw("<a href=\"")
      page.page(address + "/" + key.address, into: &output)
      output.raw(other == index ? "\" aria-current=\"page\">" : "\">")
      output.escaped(key.year.map(String.init) ?? page.site.words.text(.undatedTitle))
      output.raw("</a>")
    }
  }
}

extension PageDraft {
  /// The number of positions, and the date of the newest, or of what stands and only editions remember.
  ///
  /// - Parameter positions: newest first.
  mutating func latest(of positions: ArraySlice<ID<Position>>, remembering old: [RememberedPosition]) {
    guard let newest = positions.first else { return }
    latest(newest, of: positions.count, remembering: old)
  }

  mutating func latest(_ newest: ID<Position>, of count: Int, remembering old: [RememberedPosition]) {
    let site = page.site
    text(.count, site.words.text(.positionCount, count: count))
    let present = site.graph.positions[newest.index]
    let all = [(present.date, present.interval)] + old.map { ($0.position.date, $0.dates.held) }
    let dated = all.compactMap { date, days in date.flatMap { date in days.map { (date, $0) } } }
    guard let date = dated.max(by: { $0.1.first < $1.1.first })?.0 ?? present.date else { return }
    html(.newest) { site.words.dates.time(date, into: &$0) }
  }
}

extension TemplateName {
  static let isDivided = TemplateName("is-divided")
}
