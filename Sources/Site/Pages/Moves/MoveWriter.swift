import Content
import Editions
import Graph

/// Writes moves: who, on what, from which stance to which, in which words, and where that is reported.
struct MoveWriter {
  let page: PageLinks
  let record: RecordHistory

  private var words: LocalizedStrings { page.site.words }

  /// Writes moves and changes of government as a list, which scripts can filter by what each entry says of itself.
  func list(_ entries: some Sequence<MoveListEntry>, into output: inout HTML) {
    output.raw("<ul class=\"positions moves\">\n")
    for entry in entries {
      switch entry {
      case .move(let move): self.entry(move, into: &output)
      case .government(let change, let date): self.entry(change, date, into: &output)
      }
    }
    output.raw("</ul>\n")
  }

  /// Writes moves as a list.
  func list(_ moves: some Sequence<Move>, into output: inout HTML) {
    list(moves.lazy.map { MoveListEntry.move($0) }, into: &output)
  }

  private func entry(
    _ change: GovernmentChange, _ date: PartialDate, into output: inout HTML
  ) {
    let succession = change.succession
    open(
      "government", .governmentChange, date.year, of: succession.successor, on: change.issue, into: &output)
    for (party, positions) in [(succession.predecessor, change.before), (succession.successor, change.after)]
    {
      if party == succession.successor { words.writeArrow(into: &output) }
      words.write(.labelled, into: &output) {
        page.partyLink(party, into: &$0)
      } _: {
        stances(positions, into: &$0)
      }
    }
    output.raw("</p>\n")
    for position in change.after { text(position, into: &output) }
    former(change.before, into: &output)
    output.raw("</li>\n")
  }

  /// Writes the start of an entry: the subject, the word for what happened, and the tag of the stances.
  private func open(
    _ name: String, _ label: StringKey, _ year: Int, of party: ID<Party>, on issue: ID<Issue>,
    into output: inout HTML
  ) {
    output.markup("<li class=\"position\" data-direction=\"\(name)\" data-year=\"\(year)\" data-party=\"")
    output.escaped(record.graph.parties[party.index].slug)
    output.raw("\" data-issue=\"")
    output.escaped(record.graph.issues[issue.index].slug)
    output.raw("\">\n<p class=\"position-subject\">")
    page.positionNames(party, on: issue, into: &output)
    output.markup(" <span class=\"change change-\(name)\">")
    words.write(label, into: &output)
    output.raw("</span></p>\n<p class=\"step-stance\">")
  }

  private func former(_ positions: [RecordedPosition], into output: inout HTML) {
    output.raw("<details class=\"former\">\n<summary>")
    words.write(.before, into: &output)
    output.raw("</summary>\n")
    for position in positions { text(position, showsStance: true, into: &output) }
    output.raw("</details>\n")
  }

  private func entry(_ move: Move, into output: inout HTML) {
    open(
      move.direction.rawValue, move.direction.label, move.date.year, of: move.party, on: move.issue,
      into: &output)
    stances(move.before, into: &output)
    words.writeArrow(into: &output)
    stances(move.after, into: &output)
    output.raw("</p>\n")
    for position in move.added { text(position, into: &output) }
    former(move.before, into: &output)
    output.raw("</li>\n")
  }

  private func stances(_ positions: [RecordedPosition], into output: inout HTML) {
    words.write(stances: positions.map { record.stance(of: $0) }, into: &output)
  }

  /// Writes the words of a position and where they are from.
  func text(_ recorded: RecordedPosition, showsStance: Bool = false, into output: inout HTML) {
    switch recorded {
    case .present(let id):
      let position = record.graph.positions[id.index]
      let writer = PositionWriter(page: page)
      if showsStance { return writer.full(position, into: &output) }
      output.raw("<p class=\"text\">")
      writer.words(of: position, into: &output)
      output.raw("</p>\n")
      writer.source(of: position, into: &output)
    case .remembered(let remembered):
      RememberedWriter(page: page)
        .text(remembered, in: record.report(of: remembered), showsStance: showsStance, into: &output)
    }
  }
}

/// Writes positions that newer ones replaced in their cells, as an edition remembers them.
struct RememberedWriter {
  let page: PageLinks

  private var words: LocalizedStrings { page.site.words }

  /// Writes positions on the page of an issue or a party under a title; nothing without any.
  ///
  /// - Parameters:
  ///   - positions: each with its report, if the site still has it, and its anchor, if nothing else has it.
  ///   - rest: writes what follows at the end of a position.
  func list(
    _ positions: [(position: RememberedPosition, report: ID<ReportEntry>?, anchor: String?)],
    into output: inout HTML, rest: (RememberedPosition, inout HTML) -> Void = { _, _ in }
  ) {
    if positions.isEmpty { return }
    title(into: &output)
    output.raw("<ol class=\"earlier\">\n")
    for (position, report, anchor) in positions {
      entry(position, in: report, anchor: anchor, into: &output) { rest(position, &$0) }
    }
    output.raw("</ol>\n")
  }

  /// Writes what a party holds though no report of the site has it any more: since when, in which words, and the newer report
  /// that does not address the issue; nothing without positions.
  ///
  /// - Parameter standing: what is beside it on the page.
  func standing(
    _ positions: [RememberedPosition], of party: ID<Party>, on issue: ID<Issue>, besides standing: Standing?,
    into output: inout HTML
  ) {
    for position in positions {
      text(position, in: page.site.record.report(of: position), showsStance: true, into: &output)
    }
    if !positions.isEmpty, standing == nil {
      StandingWriter(page: page).silence(of: party, on: issue, into: &output)
    }
  }

  /// Writes a position as an entry of a list.
  ///
  /// - Parameter anchor: nil: it has none.
  func entry(
    _ position: RememberedPosition, in report: ID<ReportEntry>?, anchor: String? = nil,
    into output: inout HTML, rest: (inout HTML) -> Void = { _ in }
  ) {
    output.raw("<li class=\"position\"")
    if let anchor {
      output.raw(" id=\"")
      output.escaped(anchor)
      output.raw("\"")
    }
    output.raw(">\n")
    text(position, in: report, showsStance: true, into: &output)
    rest(&output)
    output.raw("</li>\n")
  }

  /// Writes the title of a list of positions that editions remember.
  func title(into output: inout HTML) {
    output.raw("<p class=\"earlier-title\">")
    words.write(.fromEarlierEditions, into: &output)
    output.raw("</p>\n")
  }

  /// - Parameter report: nil: the site no longer has it.
  func text(
    _ remembered: RememberedPosition, in report: ID<ReportEntry>?, showsStance: Bool,
    into output: inout HTML
  ) {
    self.words(remembered, showsStance: showsStance, into: &output)
    if showsStance { answered(remembered, into: &output) }
    source(remembered, in: report, into: &output)
  }

  /// Writes the earlier proposition that a position answers; nothing if it answers the present one.
  func answered(_ remembered: RememberedPosition, into output: inout HTML) {
    PositionWriter(page: page)
      .answered(page.site.record.earlierProposition(of: remembered), into: &output)
  }

  /// Writes a paragraph with the text of a position.
  func words(_ remembered: RememberedPosition, showsStance: Bool, into output: inout HTML) {
    output.raw("<p class=\"text\">")
    if showsStance, let stance = remembered.position.stance {
      words.stances.write(stance, into: &output)
      output.raw(" ")
    }
    output.escaped(remembered.position.text)
    output.raw("</p>\n")
  }

  /// Writes where a position is from: its report, its date and the edition.
  ///
  /// - Parameters:
  ///   - report: nil: the site no longer has it.
  ///   - known: a date that is beside it and is not repeated.
  func source(
    _ remembered: RememberedPosition, in report: ID<ReportEntry>?, known: PartialDate? = nil,
    into output: inout HTML
  ) {
    output.raw("<p class=\"source\">")
    place(remembered, in: report, known: known, into: &output)
    output.raw("</p>\n")
  }

  /// Writes the same without its paragraph.
  func place(
    _ remembered: RememberedPosition, in report: ID<ReportEntry>?, known: PartialDate? = nil,
    into output: inout HTML
  ) {
    if let report {
      page.earlierCellLink(remembered, in: report, into: &output)
    } else if let place = page.site.editions?.place(of: remembered) {
      output.raw("<a href=\"")
      page.page(place.address, anchor: place.anchor, into: &output)
      output.raw("\">")
      output.escaped(remembered.report)
      output.raw("</a>")
    } else {
      output.escaped(remembered.report)
    }
    words.write(.comma, into: &output)
    if let date = remembered.position.date, date != known {
      words.dates.time(date, into: &output)
      words.write(.comma, into: &output)
    }
    words.write(originOf: remembered, into: &output)
  }
}

extension LocalizedStrings {
  /// Writes where a position is remembered: “from the edition …”, or from the published site.
  func write(originOf remembered: RememberedPosition, into output: inout HTML) {
    if remembered.edition.isEmpty {
      write(.fromPublishedSite, into: &output)
    } else {
      write(.fromEdition, into: &output) { $0.escaped(remembered.edition) }
    }
  }
}

extension RecordHistory {
  /// The anchors on the page of an issue or a party of what editions remember, in the order of `remembered(on:of:)`; nil:
  /// another position has it.
  func anchors(
    on issue: ID<Issue>, of party: ID<Party>, _ side: FormerAnchorWriter.Side
  ) -> [String?] {
    let present = graph.positions(of: party, on: issue)
    var used = Set(
      present.flatMap { id in ([graph.names(of: id)] + graph.formerNames(of: id)).map(side.anchor) })
    return remembered(on: issue, of: party).map { position in
      let anchor = side.anchor(position.position.names)
      return used.insert(anchor).inserted ? anchor : nil
    }
  }

  /// The anchor on the page of an issue of a position that editions remember; that of its party if it has none.
  func anchorOnIssuePage(of position: RememberedPosition, on issue: ID<Issue>) -> String {
    let party = rememberedParties(on: issue).first { graph.parties[$0.index].slug == position.position.party }
    guard let party else { return position.position.party }
    let positions = remembered(on: issue, of: party)
    let anchor = zip(positions, anchors(on: issue, of: party, .issue)).first { $0.0 == position }?.1
    return anchor ?? position.position.party
  }
}

extension PageLinks {
  /// Writes a link to the report of a position that editions remember: to its place beneath the table, if it has one.
  fileprivate func earlierCellLink(
    _ remembered: RememberedPosition, in report: ID<ReportEntry>, into output: inout HTML
  ) {
    guard site.earlierCells.anchors(on: report).contains(remembered.position.anchor) else {
      return reportLink(report, into: &output)
    }
    output.raw("<a href=\"")
    earlierCell(remembered, in: report, into: &output)
    output.raw("\">")
    output.append(site.reportTitles, report.index)
    output.raw("</a>")
  }

  private func earlierCell(
    _ remembered: RememberedPosition, in report: ID<ReportEntry>, into output: inout HTML
  ) {
    if !isReport(report) { self.report(report, into: &output) }
    output.raw("#")
    output.escaped(remembered.position.anchor)
  }

  /// Writes the path to a position that editions remember: to its place beneath the table of its report, else on the page of
  /// its issue.
  func remembered(_ position: RememberedPosition, on issue: ID<Issue>, into output: inout HTML) {
    if let report = site.record.report(of: position),
      site.earlierCells.anchors(on: report).contains(position.position.anchor)
    {
      return earlierCell(position, in: report, into: &output)
    }
    place(
      site.graph.issues[issue.index].address,
      anchor: site.record.anchorOnIssuePage(of: position, on: issue), into: &output)
  }
}
