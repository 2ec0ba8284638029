import Graph

/// Draws an issue in the middle with its neighbours above and below it, next to a list of the same issues.
struct NeighbourhoodWriter {
  let page: PageLinks
  let issue: Issue
  let neighbours: Neighbours

  private static let lineHeight = 16
  private var words: LocalizedStrings { page.site.words }
  private var graph: IssueGraph { page.site.graph }

  /// A neighbour with its place and the lines of its name.
  private struct Label {
    let neighbour: Neighbours.Neighbour
    /// Tenths of a per cent.
    let x: Int
    let lines: [String]
  }

  func write(into output: inout HTML) {
    picture(into: &output)
    list(into: &output)
  }

  private func picture(into output: inout HTML) {
    let rows = neighbours.rows
    let (above, below) = (labels(rows.above), labels(rows.below))
    let middle = LabelLines(issue.name, width: 26, most: 3).lines
    // From top to bottom: kind, name, dot, lines, the issue itself, lines, dot, name, kind.
    let dotAbove = above.isEmpty ? 0 : height(above) + 14
    let top = above.isEmpty ? 2 : dotAbove + 44
    let bottom = top + middle.count * 18 + 16
    let dotBelow = bottom + 44
    let end = below.isEmpty ? bottom + 2 : dotBelow + 14 + height(below)
    output.raw("<svg class=\"picture neighbourhood\" role=\"group\" width=\"100%\" height=\"")
    output.number(end)
    output.raw("\" aria-label=\"")
    words.write(.issuesAround, into: &output) { $0.escaped(issue.name) }
    output.raw("\">\n")
    for label in above { tie(label, from: (label.x, dotAbove), to: (500, top), into: &output) }
    for label in below { tie(label, from: (500, bottom), to: (label.x, dotBelow), into: &output) }
    output.raw("<rect class=\"here\" x=\"14%\" width=\"72%\" rx=\"4\" y=\"")
    output.number(top)
    output.raw("\" height=\"")
    output.number(bottom - top)
    output.raw("\"/>\n")
    for (line, text) in middle.enumerated() {
      output.label("here-name", at: (500, top + 22 + line * 18)) { $0.escaped(text) }
    }
    for label in above { write(label, dot: dotAbove, isAbove: true, into: &output) }
    for label in below { write(label, dot: dotBelow, isAbove: false, into: &output) }
    output.raw("</svg>\n")
  }

  private func labels(_ row: [Neighbours.Neighbour]) -> [Label] {
    // The number of letters that fit into 320 pixels.
    let width = row.count > 2 ? 14 : row.count == 2 ? 21 : 32
    return row.enumerated().map { place, neighbour in
      let name = graph.issues[neighbour.issue.index].name
      return Label(
        neighbour: neighbour, x: (place * 2 + 1) * 1000 / (row.count * 2),
        lines: LabelLines(name, width: width, most: 4).lines)
    }
  }

  /// The height of a row's names and of the line with their relation to the issue.
  private func height(_ row: [Label]) -> Int {
    ((row.map(\.lines.count).max() ?? 0) + 1) * Self.lineHeight
  }

  private func tie(
    _ label: Label, from: (x: Int, y: Int), to: (x: Int, y: Int), into output: inout HTML
  ) {
    output.line(
      TieStyle.of(
        relation: label.neighbour.kind != .together, label.neighbour.reports,
        most: neighbours.all.map(\.reports).max() ?? 0), from: from, to: to)
  }

  private func write(_ label: Label, dot: Int, isAbove: Bool, into output: inout HTML) {
    output.raw("<a href=\"")
    page.issue(label.neighbour.issue, into: &output)
    output.raw("\"><title>")
    output.append(page.site.issueNames, label.neighbour.issue.index)
    output.raw("</title>")
    output.circle("dot", centre: (label.x, dot), radius: 6)
    output.raw("\n")
    let lines = label.lines.count
    let first = isAbove ? dot - 12 - (lines - 1) * Self.lineHeight : dot + 21
    for (line, text) in label.lines.enumerated() {
      output.label("name", at: (label.x, first + line * Self.lineHeight)) { $0.escaped(text) }
    }
    let kind = isAbove ? first - Self.lineHeight : first + lines * Self.lineHeight
    output.label("kind", at: (label.x, kind)) { self.kind(label.neighbour, into: &$0) }
    output.raw("</a>\n")
  }

  private func list(into output: inout HTML) {
    FoldedList.write(neighbours.all, on: page, into: &output) { list($0, into: &$1) }
  }

  private func list(_ neighbours: ArraySlice<Neighbours.Neighbour>, into output: inout HTML) {
    output.raw("<ul class=\"names ties\">\n")
    for neighbour in neighbours {
      output.raw("<li>")
      page.issueLink(neighbour.issue, into: &output)
      output.raw(" <span class=\"count\">")
      kind(neighbour, into: &output)
      if neighbour.kind != .together, neighbour.reports > 0 {
        words.write(.comma, into: &output)
        words.write(.reportCount, count: neighbour.reports, into: &output)
      }
      output.raw("</span></li>\n")
    }
    output.raw("</ul>\n")
  }

  private func kind(_ neighbour: Neighbours.Neighbour, into output: inout HTML) {
    switch neighbour.kind {
    case .broader: words.write(.wider, into: &output)
    case .narrower: words.write(.narrower, into: &output)
    case .related: words.write(.related, into: &output)
    case .together: words.write(.reportCount, count: neighbour.reports, into: &output)
    }
  }
}
