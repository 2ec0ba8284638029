import Content
import Graph
import Markdown
import Text

/// Writes positions on pages other than their report's: the stance, the text of the cell, and its source.
struct PositionWriter {
  let page: PageLinks
  /// Whether it writes one of very many positions: the element, its words and its source have no class, and its date is text,
  /// not a `time` element.
  var isCompact = false

  /// Writes positions that say the same as one entry of a list, with all their sources.
  ///
  /// - Parameters:
  ///   - subject: the first part of its anchor: the party's slug on an issue's page, the issue's on a party's; nil: it has no
  ///     anchor, because it may occur more than once.
  ///   - side: the page whose former anchors it has, too; nil: it has none.
  ///   - rest: writes what follows at its end.
  func entry(
    _ statement: Statement, subject: HTML.Slice?, on side: FormerAnchorWriter.Side? = nil,
    into output: inout HTML,
    rest: (inout HTML) -> Void = { _ in }
  ) {
    let position = page.site.graph.positions[statement.first.index]
    output.raw(isCompact ? "<li" : "<li class=\"position\"")
    anchor(of: position, subject: subject, into: &output)
    output.raw(isCompact ? ">" : ">\n")
    if let side, page.site.hasFormerAnchors {
      for id in statement.positions { FormerAnchorWriter(page: page).write(id, on: side, into: &output) }
    }
    full(statement, subject: subject, into: &output)
    rest(&output)
    output.raw("</li>\n")
  }

  /// Writes the anchor of a position on the page of its issue or its party; without a subject, none.
  func anchor(of position: Position, subject: HTML.Slice?, into output: inout HTML) {
    guard let subject else { return }
    output.raw(" id=\"")
    output.append(contentsOf: subject)
    output.raw("--")
    output.append(page.site.reportSlugs, position.report.index)
    page.ordinal(position, into: &output)
    output.raw("\"")
  }

  /// Writes what positions say once, as paragraphs, with all their sources and evidence. The sources of all but the first
  /// have anchors if there is a subject; see `entry`.
  func full(_ statement: Statement, subject: HTML.Slice?, into output: inout HTML) {
    full(page.site.graph.positions[statement.first.index], into: &output)
    for id in statement.others {
      let position = page.site.graph.positions[id.index]
      output.raw("<p class=\"source\"")
      anchor(of: position, subject: subject, into: &output)
      output.raw(">")
      place(of: position, into: &output)
      output.raw("</p>\n")
      evidence(of: position, into: &output)
    }
  }

  /// Writes a position's stance, text, report and date, without evidence, for lists of what was held before.
  ///
  /// - Parameter lead: writes what comes before the report.
  func brief(_ position: Position, into output: inout HTML, lead: (inout HTML) -> Void) {
    text(position, into: &output)
    answered(position.id, into: &output)
    output.raw("<p class=\"source\">")
    lead(&output)
    place(of: position, isBrief: true, into: &output)
    output.raw("</p>\n")
  }

  /// Writes a position's stance, text, source and evidence as paragraphs.
  func full(_ position: Position, into output: inout HTML) {
    text(position, into: &output)
    answered(position.id, into: &output)
    source(of: position, into: &output)
  }

  /// Writes the earlier proposition that a position answers; nothing if it answers the present one.
  func answered(_ id: ID<Position>, into output: inout HTML) {
    answered(page.site.graph.earlierProposition(of: id), into: &output)
  }

  /// - Parameter earlier: nil: nothing is written.
  func answered(_ earlier: EarlierProposition?, into output: inout HTML) {
    guard let earlier else { return }
    output.raw("<p class=\"answered\">")
    page.site.words.write(.answeredUntil, into: &output) {
      $0.escaped(earlier.text)
    } _: {
      page.site.words.dates.time(earlier.until, into: &$0)
    }
    output.raw("</p>\n")
  }

  /// Writes a paragraph with the stance and the text of a position.
  func text(_ position: Position, into output: inout HTML) {
    output.raw(isCompact ? "<p>" : "<p class=\"text\">")
    if let stance = position.stance {
      page.site.words.stances.write(stance, into: &output)
      output.raw(" ")
    }
    words(of: position, into: &output)
    output.raw("</p>\n")
  }

  /// Writes the text of a position's cell, with links relative to this page.
  func words(of position: Position, into output: inout HTML) {
    if page.site.readsAsSite[position.report.index] { return writeWords(of: position, into: &output) }
    let close = openLanguage(of: position, into: &output)
    writeWords(of: position, into: &output)
    output.raw(close)
  }

  private func writeWords(of position: Position, into output: inout HTML) {
    let report = position.report.index
    if !position.plainWords.isEmpty {
      return output.escaped(page.site.texts[report][position.plainWords.range])
    }
    let entry = page.site.graph.reports[report]
    let writer = DocumentWriter(
      entry.report.header.document, links: entry.links, on: page, use: .elsewhere(address: entry.address))
    writer.showsReferences = false
    writer.writeInlines(of: position.cell, into: &output)
  }

  /// Opens an element for the language or direction of a cell, if it is not that of the site; returns its end.
  private func openLanguage(of position: Position, into output: inout HTML) -> StaticString {
    let header = page.site.graph.reports[position.report.index].report.header
    if let language = page.site.otherLanguage(of: header) {
      output.openLanguage(language)
      return "</span>"
    }
    let document = header.document
    let nodes = document.nodes[position.cell..<Int(document.nodes[position.cell].end)]
    guard let text = nodes.lazy.compactMap({ $0.shownText }).first(where: { !$0.isEmpty }),
      let direction = LetterDirection.first(in: document.text[text.range]),
      (direction == .rightToLeft) != (page.site.direction == .rightToLeft)
    else { return "" }
    output.raw("<bdi>")
    return "</bdi>"
  }

  /// Writes the source of a position: its report, a link to the cell, and its date.
  func source(of position: Position, into output: inout HTML) {
    output.raw(isCompact ? "<p>" : "<p class=\"source\">")
    place(of: position, into: &output)
    output.raw("</p>\n")
    evidence(of: position, into: &output)
  }

  /// Writes the report of a position as a link to the cell, and its date.
  ///
  /// - Parameters:
  ///   - isBrief: leaves out what dates are; most are those of their reports.
  ///   - known: a date that need not be repeated.
  func place(
    of position: Position, isBrief: Bool = false, known: PartialDate? = nil, into output: inout HTML
  ) {
    cellLink(position, into: &output)
    if known == nil || position.date != known {
      date(of: position, isRemarked: !isBrief, into: &output)
    }
    if let correction = page.site.graph.newestCorrection(of: position) {
      page.site.words.write(.comma, into: &output)
      CorrectionWriter(page: page).mark(correction, of: position.report, .correctedOnWithin, into: &output)
    }
  }

  private func cellLink(_ position: Position, into output: inout HTML) {
    output.raw("<a href=\"")
    page.report(position.report, into: &output)
    output.raw("#")
    page.cellAnchor(position, into: &output)
    output.raw("\">")
    output.append(page.site.reportTitles, position.report.index)
    output.raw("</a>")
  }

  /// Writes, after a comma, until when a position was held that is part of the standing of a party that has ended; nothing
  /// for others.
  func held(_ position: Position, into output: inout HTML) {
    guard let end = page.site.graph.heldUntil(position.id) else { return }
    page.site.words.write(.comma, into: &output)
    page.site.words.write(.heldUntilWithin, into: &output) { page.site.words.dates.time(end, into: &$0) }
  }

  /// Writes a position's date and, if it is remarked or nobody wrote the date, its origin.
  private func date(of position: Position, isRemarked: Bool = true, into output: inout HTML) {
    switch position.dateOrigin {
    case .cell, .comparison:
      guard let date = position.date else { return }
      page.site.words.write(.comma, into: &output)
      page.site.words.write(.asOfWithin, into: &output) { self.date(date, into: &$0) }
    case .frontMatter, .fileName, .firstCommit:
      page.site.words.write(.comma, into: &output)
      if isCompact {
        output.append(page.site.reportDays, position.report.index)
      } else {
        output.append(page.site.reportDates, position.report.index)
      }
    case .none:
      page.site.words.write(.comma, into: &output)
      return page.site.words.write(.undated, into: &output)
    }
    if isRemarked || !position.dateOrigin.isAuthored {
      page.site.words.writeRemark(position.dateOrigin, into: &output)
    }
  }

  private func date(_ date: PartialDate, into output: inout HTML) {
    let dates = page.site.words.dates
    if isCompact { dates.readable(date, into: &output) } else { dates.time(date, into: &output) }
  }

  /// Writes the kind of evidence of a position and the footnotes of its cell, so that its sources are next to it.
  func evidence(of position: Position, into output: inout HTML) {
    if !position.evidence.isEmpty {
      output.raw("<p class=\"evidence\">")
      page.site.words.write(.labelled, into: &output) {
        page.site.words.write(.evidence, into: &$0)
      } _: {
        page.site.words.write(position.evidence, into: &$0)
      }
      output.raw("</p>\n")
    }
    for note in notes(of: position) {
      output.raw("<p class=\"evidence\">")
      page.site.words.write(.labelled, into: &output) {
        page.site.words.write(.source, into: &$0)
      } _: {
        self.note(note, of: position, into: &$0)
      }
      output.raw("</p>\n")
    }
  }

  /// The nodes of the footnotes that a position's cell refers to.
  func notes(of position: Position) -> [Int] {
    guard position.plainWords.isEmpty else { return [] }
    let header = page.site.graph.reports[position.report.index].report.header
    let end = Int(header.document.nodes[position.cell].end)
    var notes: [Int] = []
    for node in header.document.nodes[position.cell..<end] where node.kind == .footnoteReference {
      if let note = header.document.footnoteDefinition(node.detail) { notes.append(note) }
    }
    return notes.count < 2 ? notes : Set(notes).sorted()
  }

  /// Writes the paragraphs of a footnote of a position's report; other blocks appear only in the report.
  func note(_ note: Int, of position: Position, into output: inout HTML) {
    let entry = page.site.graph.reports[position.report.index]
    let document = entry.report.header.document
    var isWhole = true
    for (index, block) in document.children(of: note).enumerated() {
      guard document.nodes[block].kind == .paragraph else {
        isWhole = false
        continue
      }
      if index > 0 { output.raw(" ") }
      let writer = DocumentWriter(
        document, links: entry.links, on: page, use: .elsewhere(address: entry.address))
      writer.writeInlines(of: block, into: &output)
    }
    if isWhole { return }
    output.raw(" <a href=\"")
    page.report(entry.id, into: &output)
    output.raw("#fn:")
    output.escaped(document.text[document.nodes[note].text.range])
    output.raw("\">")
    page.site.words.write(.wholeNote, into: &output)
    output.raw("</a>")
  }
}

extension LocalizedStrings {
  /// Writes the words for kinds of evidence, with commas between them.
  func write(_ kinds: EvidenceKinds, into output: inout HTML) {
    for (place, kind) in kinds.all.enumerated() {
      if place > 0 { write(.comma, into: &output) }
      write(kind.word, into: &output)
    }
  }
}

extension Evidence {
  /// The word for the kind of evidence.
  var word: StringKey {
    switch self {
    case .ownStatement: .evidenceOwnStatement
    case .document: .evidenceDocument
    case .vote: .evidenceVote
    case .act: .evidenceAct
    case .reported: .evidenceReported
    case .assessment: .evidenceAssessment
    case .unknown: .evidenceUnknown
    }
  }
}
