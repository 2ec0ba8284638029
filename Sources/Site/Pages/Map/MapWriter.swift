import Graph

/// Draws the map of issues, as a picture with links.
struct MapWriter {
  let page: PageLinks
  let map: MapOfIssues
  let layout: MapLayout

  /// The width of a page in pixels. A wider map is scaled down to it as long as its names stay readable.
  private static let pageWidth = 1036

  private var words: LocalizedStrings { page.site.words }

  func write(into output: inout HTML) {
    let width = max(min(layout.size.x, Self.pageWidth), layout.size.x * 4 / 5)
    legend(into: &output)
    output.raw("<div class=\"map-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"")
    words.write(.mapOfIssues, into: &output)
    output.raw("\">\n<svg class=\"picture map\" role=\"group\" width=\"")
    output.number(width)
    output.raw("\" height=\"")
    output.number(layout.size.y * width / layout.size.x)
    output.raw("\" viewBox=\"0 0 ")
    output.number(layout.size.x)
    output.raw(" ")
    output.number(layout.size.y)
    output.raw("\" aria-label=\"")
    words.write(.mapOfIssues, into: &output)
    output.raw("\">\n")
    // Lines for shared reports are drawn below those for declared relations, so that these stay visible.
    let most = map.map.ties.map(\.reports).max() ?? 0
    for (tie, ends) in zip(map.map.ties, map.placedTies).reversed() {
      line(tie, ends, most: most, into: &output)
    }
    for place in map.marks.indices { issue(place, into: &output) }
    output.raw("</svg>\n</div>\n")
  }

  private func line(_ tie: IssueTie, _ ends: (Int, Int), most: Int, into output: inout HTML) {
    let (from, to) = (layout.rings[ends.0], layout.rings[ends.1])
    output.raw("<line class=\"")
    output.raw(TieStyle.of(relation: tie.relation != nil, tie.reports, most: most))
    attribute("\" x1=\"", from.x, &output)
    attribute("\" y1=\"", from.y, &output)
    attribute("\" x2=\"", to.x, &output)
    attribute("\" y2=\"", to.y, &output)
    output.raw("\"/>\n")
  }

  private func issue(_ place: Int, into output: inout HTML) {
    let (mark, ring, id) = (map.marks[place], layout.rings[place], map.map.issues[place])
    output.raw("<a href=\"")
    page.issue(id, into: &output)
    output.raw("\"><title>")
    words.write(.labelled, into: &output) {
      $0.append(page.site.issueNames, id.index)
    } _: {
      words.write(.positionCount, count: page.site.graph.positionsOfIssue[id].count, into: &$0)
      if mark.redLines > 0 {
        words.write(.comma, into: &$0)
        redLines(mark, into: &$0)
      }
    }
    output.raw("</title><circle class=\"dot")
    attribute("\" cx=\"", ring.x, &output)
    attribute("\" cy=\"", ring.y, &output)
    attribute("\" r=\"", mark.radius, &output)
    output.raw("\"/>")
    share(of: mark, ring.x, ring.y, into: &output)
    name(of: mark, layout.labels[place], into: &output)
    output.raw("</a>\n")
  }

  private func redLines(_ mark: MapMark, into output: inout HTML) {
    words.write(.labelled, into: &output) {
      words.write(.aRedLine, into: &$0)
    } _: {
      words.write(.someOfAll, into: &$0) {
        $0.number(mark.redLines)
      } _: {
        $0.number(mark.parties)
      }
    }
  }

  /// Draws the share of the parties that mark a red line as a part of the ring, from its top on.
  private func share(of mark: MapMark, _ x: Int, _ y: Int, into output: inout HTML) {
    if mark.redLines == 0 { return }
    output.raw("<circle class=\"share")
    attribute("\" cx=\"", x, &output)
    attribute("\" cy=\"", y, &output)
    attribute("\" r=\"", mark.radius, &output)
    let share = Double(mark.redLines) / Double(mark.parties)
    let tenths = Int((2 * Double.pi * Double(mark.radius) * 10 * share).rounded())
    attribute("\" stroke-dasharray=\"", tenths / 10, &output)
    // The gap is longer than any ring.
    output.markup(".\(tenths % 10) 999\" transform=\"rotate(-90 \(x) \(y))\"/>")
  }

  private func name(of mark: MapMark, _ label: MapLabel, into output: inout HTML) {
    for (line, text) in mark.name.lines.enumerated() {
      output.raw("<text paint-order=\"stroke\" class=\"name")
      switch label.anchor {
      case .start: output.raw(" at-start")
      case .middle: break
      case .end: output.raw(" at-end")
      }
      if !mark.isNamed { output.raw(" unnamed") }
      attribute("\" x=\"", label.x, &output)
      attribute("\" y=\"", label.y + line * MapMark.lineHeight, &output)
      output.raw("\">")
      output.escaped(text)
      output.raw("</text>")
    }
  }

  private func attribute(_ start: StaticString, _ value: Int, _ output: inout HTML) {
    output.raw(start)
    output.number(value)
  }

  /// The legend of rings and lines, with samples that screen readers skip.
  private func legend(into output: inout HTML) {
    output.raw("<ul class=\"map-legend\">\n")
    sample(.largerMorePositions, into: &output) {
      $0.raw(
        "<circle class=\"dot\" cx=\"6\" cy=\"8\" r=\"4\"/><circle class=\"dot\" cx=\"22\" cy=\"8\" r=\"7\"/>")
    }
    if map.marks.contains(where: { $0.redLines > 0 }) {
      sample(.partyMarksRedLine, into: &output) {
        $0.raw(
          "<circle class=\"dot\" cx=\"15\" cy=\"8\" r=\"6\"/><circle class=\"share\" cx=\"15\" cy=\"8\" r=\"6\" stroke-dasharray=\"12.6 999\" transform=\"rotate(-90 15 8)\"/>"
        )
      }
    }
    if map.map.ties.contains(where: { $0.relation != nil }) {
      sample(.tiedByFiles, into: &output) {
        $0.raw("<line class=\"tie declared\" x1=\"0\" y1=\"8\" x2=\"30\" y2=\"8\"/>")
      }
    }
    if map.map.ties.contains(where: { $0.relation == nil }) {
      sample(.tiedByReports, into: &output) {
        $0.raw("<line class=\"tie\" x1=\"0\" y1=\"4\" x2=\"30\" y2=\"4\"/>")
        $0.raw("<line class=\"tie very-often\" x1=\"0\" y1=\"11\" x2=\"30\" y2=\"11\"/>")
      }
    }
    output.raw("</ul>\n")
  }

  private func sample(_ word: StringKey, into output: inout HTML, _ draw: (inout HTML) -> Void) {
    output.raw("<li><svg class=\"picture sample\" aria-hidden=\"true\" width=\"30\" height=\"16\">")
    draw(&output)
    output.raw("</svg> ")
    words.write(word, into: &output)
    output.raw("</li>\n")
  }
}
