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
  /// The dates at which parties had ended, by slug.
  private let ends: [String: PartialDate]
  /// The reports that were silent where an earlier edition has a position, by issue and party.
  private let silence: [[String]: Set<String>]

  init(page: PageLinks, shelf: EditionShelf, volume: EditionShelf.Volume) {
    self.page = page
    self.shelf = shelf
    self.volume = volume
    let edition = volume.edition
    issueNames = Dictionary(edition.issues.map { ($0.slug, $0.name) }) { first, _ in first }
    partyNames = Dictionary(edition.parties.map { ($0.slug, $0.name) }) { first, _ in first }
    reports = Dictionary(edition.reports.map { ($0.slug, $0) }) { first, _ in first }
    let day = Int32(clamping: edition.date.lastDayNumber)
    ends = edition.parties.reduce(into: [:]) { ends, party in
      if Period(from: party.from, to: party.to).hasEnded(by: day) { ends[party.slug] = party.to }
    }
    silence = (volume.memory.isEmpty ? [] : edition.silentCells).reduce(into: [:]) { silence, cell in
      silence[[cell.issue, cell.party], default: []].insert(cell.report)
    }
  }

  private var words: LocalizedStrings { page.site.words }
  private var edition: Edition { volume.edition }

  /// The first and the last issue of a part.
  static func title(ofPart index: Int, of volume: EditionShelf.Volume) -> String {
    let edition = volume.edition
    guard let (first, last) = volume.issues(ofPart: index) else { return String(index + 1) }
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
  static func anchors(of entries: [EditionShelf.Entry]) -> Set<String> {
    Set(entries.flatMap { [$0.position.issue, anchor($0.position)] })
  }

  /// Writes the positions of a part by issue, each with its words and its report.
  func positions(_ part: Range<Int>, into output: inout HTML) {
    var (issue, pair) = ("", "")
    for entry in volume.entries(in: part) {
      let position = entry.position
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
      self.position(entry, into: &output)
      output.raw("</li>\n")
    }
    if !issue.isEmpty { output.raw("</ul>\n") }
  }

  private func position(_ entry: EditionShelf.Entry, into output: inout HTML) {
    let position = entry.position
    output.raw("<b>")
    output.escaped(partyNames[position.party] ?? position.party)
    output.raw("</b> ")
    if let stance = position.stance {
      words.stances.write(stance, into: &output)
      output.raw(" ")
    }
    output.escaped(position.text)
    output.raw(" <small>")
    report(of: entry, into: &output)
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
    if let memory = entry.memory { origin(of: memory, into: &output) }
    output.raw("</small>")
  }

  /// Writes the title of a position’s report, with a link to where the position is now.
  private func report(of entry: EditionShelf.Entry, into output: inout HTML) {
    let position = entry.position
    let title = reports[position.report]?.title ?? entry.memory?.report ?? position.report
    guard let now = shelf.current(position) else { return output.escaped(title) }
    output.raw("<a href=\"")
    switch now {
    case .cell(let id): page.position(id, into: &output)
    case .earlier(let old, let issue): page.remembered(old, on: issue, into: &output)
    }
    output.raw("\">")
    output.escaped(title)
    output.raw("</a>")
  }

  /// Writes the earlier edition that held a position, with a link to the position there.
  private func origin(of memory: RememberedPosition, into output: inout HTML) {
    words.write(.comma, into: &output)
    words.write(.fromEdition, into: &output) { output in
      guard let place = shelf.place(of: memory) else { return output.escaped(memory.edition) }
      output.raw("<a href=\"")
      page.page(place.address, anchor: place.anchor, into: &output)
      output.raw("\">")
      output.escaped(memory.edition)
      output.raw("</a>")
    }
  }

  static func anchor(_ position: FrozenPosition) -> String { position.issue + "--" + position.party }
}

extension EditionWriter {
  /// Writes the standing of each party on each issue of a part, as the site showed it on the edition’s day; cells lead to the
  /// positions below.
  func matrix(_ part: Range<Int>, into output: inout HTML) {
    let entries = volume.entries(in: part)
    let parties = Set(entries.map(\.position.party)).sorted {
      (partyNames[$0] ?? $0, $0) < (partyNames[$1] ?? $1, $1)
    }
    if entries.contains(where: { $0.position.stance != nil }) { words.stances.writeLegend(into: &output) }
    output.raw("<div class=\"table-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"")
    words.write(.issuesByParties, into: &output)
    output.raw("\">\n")
    let isDense = parties.count > MatrixWriter.mostPartiesWithWords
    output.raw(isDense ? "<table class=\"matrix dense\">\n" : "<table class=\"matrix\">\n")
    output.raw("<thead>\n<tr><td></td>")
    for party in parties { heading(of: party, into: &output) }
    output.raw("</tr>\n</thead>\n<tbody>\n")
    var place = entries.startIndex
    while place < entries.endIndex {
      let issue = entries[place].position.issue
      let end = entries[place...].firstIndex { $0.position.issue != issue } ?? entries.endIndex
      row(issue, entries[place..<end], parties, into: &output)
      place = end
    }
    output.raw("</tbody>\n</table>\n</div>\n")
  }

  private func heading(of party: String, into output: inout HTML) {
    output.raw("<th scope=\"col\"><a>")
    output.escaped(partyNames[party] ?? party)
    output.raw("</a>")
    if let end = ends[party] {
      output.raw(" <small class=\"until\">")
      words.write(.untilDateWithin, into: &output) { words.dates.readable(end, into: &$0) }
      output.raw("</small>")
    }
    output.raw("</th>")
  }

  private func row(
    _ issue: String, _ entries: ArraySlice<EditionShelf.Entry>, _ parties: [String], into output: inout HTML
  ) {
    output.raw("<tr><th scope=\"row\"><a href=\"#")
    output.escaped(issue)
    output.raw("\">")
    output.escaped(issueNames[issue] ?? issue)
    output.raw("</a></th>")
    let cells = Dictionary(grouping: entries, by: \.position.party)
    for party in parties { cell(standing(of: cells[party] ?? []), into: &output) }
    output.raw("</tr>\n")
  }

  /// Those that none of the others supersedes on the edition's day, the different ones among them.
  private func standing(of entries: [EditionShelf.Entry]) -> [EditionShelf.Entry] {
    let day = Int32(clamping: edition.date.lastDayNumber)
    let open = entries.filter { $0.position.dating.interval.map { $0.first <= day } ?? true }
    var different: [EditionShelf.Entry] = []
    for entry in RecordedDates.standing(of: open.map(dates)).map({ open[$0] }) where mayStand(entry) {
      let isKnown = different.contains {
        $0.position.stance == entry.position.stance && $0.position.text == entry.position.text
      }
      if !isKnown { different.append(entry) }
    }
    return different
  }

  private func dates(of entry: EditionShelf.Entry) -> RecordedDates {
    entry.memory?.dates
      ?? RecordedDates(
        held: entry.position.dating.interval,
        reported: reports[entry.position.report]?.date.map { DayInterval($0) })
  }

  /// Whether a position was in its cell, or its cell had been silent since; see `RecordHistory.standing`.
  private func mayStand(_ entry: EditionShelf.Entry) -> Bool {
    if entry.memory == nil { return true }
    let position = entry.position
    return silence[[position.issue, position.party]]?.contains(position.report) ?? false
  }

  private func cell(_ standing: [EditionShelf.Entry], into output: inout HTML) {
    guard let first = standing.first else { return output.raw("<td></td>") }
    let isSingle = standing.count == 1
    output.raw("<td class=\"")
    output.raw(isSingle ? first.position.stance?.styleClass ?? "unrated" : "several")
    if ends[first.position.party] != nil { output.raw(" ended") }
    if isSingle, first.memory != nil { output.raw(" remembered") }
    output.raw("\">")
    for entry in standing {
      if !isSingle {
        output.raw("<span class=\"")
        output.raw(entry.position.stance?.styleClass ?? "unrated")
        output.raw(entry.memory == nil ? "\">" : " remembered\">")
      }
      link(to: entry, into: &output)
      if !isSingle { output.raw("</span>") }
    }
    output.raw("</td>")
  }

  private func link(to entry: EditionShelf.Entry, into output: inout HTML) {
    let position = entry.position
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
    if let end = ends[position.party] {
      output.raw(" <i>")
      words.write(.heldUntilWithin, into: &output) { words.dates.readable(end, into: &$0) }
      output.raw("</i>")
    }
    if let memory = entry.memory {
      output.raw(" <small>")
      words.write(originOf: memory, into: &output)
      output.raw("</small>")
    }
    output.raw("</a>")
  }
}
