import Content
import Editions
import Graph

/// Writes the record of an edition with the names and words that it had.
struct EditionWriter {
  let page: PageLinks
  private let shelf: EditionShelf
  private let volume: EditionShelf.Volume
  private let issueNames: [String: String]
  private let partyNames: [String: String]
  private let reports: [String: FrozenReport]

  init(page: PageLinks, shelf: EditionShelf, volume: EditionShelf.Volume) {
    self.page = page
    self.shelf = shelf
    self.volume = volume
    let edition = volume.edition
    issueNames = Dictionary(edition.issues.map { ($0.slug, $0.name) }) { first, _ in first }
    partyNames = Dictionary(edition.parties.map { ($0.slug, $0.name) }) { first, _ in first }
    reports = Dictionary(edition.reports.map { ($0.slug, $0) }) { first, _ in first }
  }

  private var words: LocalizedStrings { page.site.words }
  private var edition: Edition { volume.edition }

  /// The first and the last issue of a part.
  static func title(ofPart index: Int, of volume: EditionShelf.Volume) -> String {
    let (edition, part) = (volume.edition, volume.parts[index])
    guard let first = edition.positions[part].first?.issue, let last = edition.positions[part].last?.issue
    else {
      return String(index + 1)
    }
    let name = { (slug: String) in edition.issues.first { $0.slug == slug }?.name ?? slug }
    return first == last ? name(first) : "\(name(first)) – \(name(last))"
  }

  /// Writes links to the parts of the edition.
  ///
  /// - Parameter current: the part that the page shows; nil: none.
  func contents(current: Int?, into output: inout HTML) {
    output.raw("<ul>\n")
    for part in volume.parts.indices {
      output.raw("<li><a href=\"")
      page.page(volume.address(ofPart: part), into: &output)
      output.raw(part == current ? "\" aria-current=\"page\">" : "\">")
      output.escaped(Self.title(ofPart: part, of: volume))
      output.raw("</a></li>\n")
    }
    output.raw("</ul>\n")
  }

  /// Writes what is withdrawn from the edition.
  func withdrawn(into output: inout HTML) {
    output.raw("<ul class=\"corrections\">\n")
    for record in volume.withdrawn {
      output.raw("<li><p class=\"position-subject\">")
      if let position = record.position {
        words.write(.partyOnIssue, into: &output) {
          $0.escaped(position.party)
        } _: {
          $0.escaped(position.issue)
        }
      } else {
        words.write(.report, into: &output)
      }
      output.raw("</p>\n<p>")
      words.write(.withdrawnOn, into: &output) {
        words.dates.time(record.withdrawal.date, into: &$0)
      } _: {
        $0.escaped(record.withdrawal.reason)
      }
      output.raw("</p></li>\n")
    }
    output.raw("</ul>\n")
  }

  /// Writes the titles and dates of the reports, the newest first.
  func reports(into output: inout HTML) {
    let slugs = Set(page.site.graph.reports.map(\.slug))
    output.raw("<ul class=\"edition-reports\">\n")
    for report in edition.reports.sorted(by: {
      ($1.date?.dayNumber ?? 0, $0.slug) < ($0.date?.dayNumber ?? 0, $1.slug)
    }) {
      output.raw("<li>")
      if slugs.contains(report.slug) {
        output.raw("<a href=\"")
        page.page("reports/" + report.slug, into: &output)
        output.raw("\">")
        output.escaped(report.title)
        output.raw("</a>")
      } else {
        output.escaped(report.title)
      }
      words.write(.comma, into: &output)
      date(report.date, into: &output)
      output.raw("</li>\n")
    }
    output.raw("</ul>\n")
  }

  private func date(_ date: PartialDate?, into output: inout HTML) {
    if let date {
      words.dates.time(date, into: &output)
    } else {
      words.write(.undated, into: &output)
    }
  }
}

extension EditionWriter {
  /// The anchors of positions and of the issues above them.
  static func anchors(of positions: ArraySlice<FrozenPosition>) -> Set<String> {
    Set(positions.flatMap { [$0.issue, anchor($0)] })
  }

  /// Writes the positions of a part by issue, each with its words and its report.
  func positions(_ part: Range<Int>, into output: inout HTML) {
    var (issue, pair) = ("", "")
    for position in edition.positions[part] {
      if position.issue != issue {
        if !issue.isEmpty { output.raw("</ul>\n") }
        issue = position.issue
        output.raw("<h3 id=\"")
        output.escaped(issue)
        output.raw("\">")
        output.escaped(issueNames[issue] ?? issue)
        output.raw("</h3>\n<ul class=\"edition-positions\">\n")
      }
      let anchor = Self.anchor(position)
      output.raw("<li")
      if anchor != pair {
        output.raw(" id=\"")
        output.escaped(anchor)
        output.raw("\"")
      }
      pair = anchor
      output.raw(">")
      self.position(position, into: &output)
      output.raw("</li>\n")
    }
    if !issue.isEmpty { output.raw("</ul>\n") }
  }

  private func position(_ position: FrozenPosition, into output: inout HTML) {
    output.raw("<b>")
    output.escaped(partyNames[position.party] ?? position.party)
    output.raw("</b> ")
    if let stance = position.stance {
      words.stances.write(stance, into: &output)
      output.raw(" ")
    }
    output.escaped(position.text)
    output.raw(" <small>")
    let title = reports[position.report]?.title ?? position.report
    if let id = shelf.current(position, in: page.site.graph) {
      output.raw("<a href=\"")
      page.position(id, into: &output)
      output.raw("\">")
      output.escaped(title)
      output.raw("</a>")
    } else {
      output.escaped(title)
    }
    words.write(.comma, into: &output)
    // Without elements: the pages of an edition are 7 % smaller.
    if let date = position.date {
      words.dates.readable(date, into: &output)
    } else {
      words.write(.undated, into: &output)
    }
    if !position.evidence.isEmpty {
      words.write(.comma, into: &output)
      words.write(position.evidence, into: &output)
    }
    output.raw("</small>")
  }

  static func anchor(_ position: FrozenPosition) -> String { position.issue + "--" + position.party }
}

extension EditionWriter {
  /// Writes the standing of each party on each issue of a part; cells lead to the positions below.
  func matrix(_ part: Range<Int>, into output: inout HTML) {
    let positions = edition.positions[part]
    let parties = Set(positions.map(\.party)).sorted { (partyNames[$0] ?? $0) < (partyNames[$1] ?? $1) }
    if positions.contains(where: { $0.stance != nil }) { words.stances.writeLegend(into: &output) }
    output.raw("<div class=\"table-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"")
    words.write(.issuesByParties, into: &output)
    output.raw("\">\n")
    let isDense = parties.count > MatrixWriter.mostPartiesWithWords
    output.raw(isDense ? "<table class=\"matrix dense\">\n" : "<table class=\"matrix\">\n")
    output.raw("<thead>\n<tr><td></td>")
    for party in parties {
      output.raw("<th scope=\"col\"><a>")
      output.escaped(partyNames[party] ?? party)
      output.raw("</a></th>")
    }
    output.raw("</tr>\n</thead>\n<tbody>\n")
    var place = positions.startIndex
    while place < positions.endIndex {
      let issue = positions[place].issue
      let end = positions[place...].firstIndex { $0.issue != issue } ?? positions.endIndex
      row(issue, positions[place..<end], parties, into: &output)
      place = end
    }
    output.raw("</tbody>\n</table>\n</div>\n")
  }

  private func row(
    _ issue: String, _ positions: ArraySlice<FrozenPosition>, _ parties: [String], into output: inout HTML
  ) {
    output.raw("<tr><th scope=\"row\"><a href=\"#")
    output.escaped(issue)
    output.raw("\">")
    output.escaped(issueNames[issue] ?? issue)
    output.raw("</a></th>")
    let cells = Dictionary(grouping: positions, by: \.party)
    for party in parties { cell(standing(of: cells[party] ?? []), into: &output) }
    output.raw("</tr>\n")
  }

  /// Those that none of the others supersedes on the edition's day, the different ones among them.
  private func standing(of positions: [FrozenPosition]) -> [FrozenPosition] {
    let day = Int32(clamping: edition.date.lastDayNumber)
    let open = positions.filter { $0.dating.interval.map { $0.first <= day } ?? true }
    let dates = open.map {
      RecordedDates(held: $0.dating.interval, reported: reports[$0.report]?.date.map { DayInterval($0) })
    }
    var different: [FrozenPosition] = []
    for position in RecordedDates.standing(of: dates).map({ open[$0] })
    where !different.contains(where: { $0.stance == position.stance && $0.text == position.text }) {
      different.append(position)
    }
    return different
  }

  private func cell(_ standing: [FrozenPosition], into output: inout HTML) {
    guard let first = standing.first else { return output.raw("<td></td>") }
    let isSingle = standing.count == 1
    output.raw("<td class=\"")
    output.raw(isSingle ? first.stance?.styleClass ?? "unrated" : "several")
    output.raw("\">")
    for position in standing {
      if !isSingle {
        output.raw("<span class=\"")
        output.raw(position.stance?.styleClass ?? "unrated")
        output.raw("\">")
      }
      output.raw("<a href=\"#")
      output.escaped(Self.anchor(position))
      output.raw("\">")
      if let stance = position.stance {
        words.stances.writeName(stance, into: &output)
      } else {
        words.write(.unrated, into: &output)
      }
      if let date = position.date {
        output.raw(" ")
        words.dates.time(PartialDate(year: date.year, month: date.month), into: &output)
      }
      output.raw(isSingle ? "</a>" : "</a></span>")
    }
    output.raw("</td>")
  }
}
