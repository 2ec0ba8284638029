import Content
import Graph

/// Writes the tables of what is declared and missing, due for review, and recorded on only one side.
struct CoverageWriter {
  /// The largest number of links in a cell; the rest is counted.
  private static let mostLinks = 12

  let page: PageLinks
  let coverage: Coverage

  private var graph: IssueGraph { page.site.graph }
  private var words: LocalizedStrings { page.site.words }

  private func table(_ caption: StringKey, _ columns: [StringKey?]) -> FactTableWriter {
    FactTableWriter(words: words, caption: caption, columns: columns)
  }

  // MARK: - Overview

  /// One line of the overview: a number of things out of all of them, and the section that lists them.
  private struct Line {
    let label: StringKey
    let some: Int
    let all: Int
    let section: StaticString?
  }

  private var overviewLines: [Line] {
    let reports = graph.reports.count
    let complete = coverage.declared.count(where: \.isComplete)
    let reviews = coverage.reviews
    let evidence = EvidenceIndex.counts(of: graph)
    let gone = EvidenceIndex.gone(in: graph).reduce(0) { $0 + $1.positions }
    return [
      Line(label: .reportsComplete, some: complete, all: reports, section: nil),
      Line(
        label: .reportsIncomplete, some: coverage.declared.count - complete, all: reports, section: "gaps"),
      Line(label: .reportsUndeclared, some: coverage.undeclared.count, all: reports, section: "undeclared"),
      Line(label: .positionsOverdue, some: coverage.stale.count, all: reviews.current, section: "stale"),
      Line(
        label: .positionsNeverDue, some: reviews.current - reviews.reviewed, all: reviews.current,
        section: nil),
      Line(
        label: .positionsUnsourced, some: evidence.unsourced, all: reviews.current, section: nil),
      Line(
        label: .positionsSingleSourced, some: evidence.singleSourced, all: reviews.current, section: nil
      ),
      Line(
        label: .positionsOnGoneSources, some: gone,
        all: graph.settings.sources.gone.isEmpty ? 0 : reviews.current,
        section: "evidence"),
      Line(
        label: .issuesOneSided, some: coverage.oneSided.count,
        all: coverage.oneSided.count + coverage.bothSides, section: "one-sided"),
    ]
  }

  // MARK: - Evidence

  /// Writes how many current positions rest on each kind of evidence.
  ///
  /// - Parameter kinds: nil: the kind is not given.
  func evidence(_ kinds: [Evidence?: Int], into output: inout HTML) {
    let order: [Evidence?] = Evidence.allCases + [nil]
    table(.positionsByEvidence, [.evidence, .positions])
      .write(order.filter { kinds[$0] != nil }, rest: "evidence", into: &output) { kind, output in
        output.raw("<th scope=\"row\">")
        words.write(kind?.word ?? .evidenceNotGiven, into: &output)
        output.raw("</th><td>")
        words.write(.someOfAll, into: &output) {
          $0.number(kinds[kind] ?? 0)
        } _: {
          $0.number(coverage.reviews.current)
        }
        output.raw("</td>")
      }
  }

  /// Writes the sources that were gone when they were last checked.
  func goneSources(
    _ sources: [(name: String, entry: SourceEntry?, positions: Int)], shelf: SourceShelf?,
    into output: inout HTML
  ) {
    table(.sourcesGone, [.source, .archivedCopy, .positions])
      .write(sources, rest: "source", into: &output) { source, output in
        output.raw("<th scope=\"row\">")
        if let entry = source.entry, let address = shelf?.item(.entry(entry.key))?.page {
          output.raw("<a href=\"")
          page.page(address, into: &output)
          output.raw("\">")
          output.escaped(source.name)
          output.raw("</a>")
        } else {
          output.escaped(source.name)
        }
        output.raw("</th><td>")
        if let archive = source.entry?.archive, archive.lowercased().hasPrefix("http") {
          output.raw("<a href=\"")
          output.escaped(archive)
          output.raw("\">")
          words.write(.archivedCopy, into: &output)
          output.raw("</a>")
        }
        output.raw("</td><td>")
        output.number(source.positions)
        output.raw("</td>")
      }
  }

  /// The lines of the overview that name something missing and have a section of their own. A report that declares nothing
  /// misses nothing.
  private var gapLines: [Line] {
    overviewLines.filter { $0.some > 0 && $0.section != nil && $0.label != .reportsUndeclared }
  }

  /// Whether anything is missing, due or one-sided.
  var hasGaps: Bool { !gapLines.isEmpty }

  /// Writes what is missing, due and one-sided as a list of links to the sections of the coverage page.
  func gapsInShort(into output: inout HTML) {
    output.raw("<ul class=\"names\">\n")
    for line in gapLines {
      output.raw("<li><a href=\"")
      page.page(CoveragePage.address, into: &output)
      output.raw("#page:")
      output.raw(line.section ?? "")
      output.raw("\">")
      words.write(line.label, into: &output)
      output.raw("</a> <span class=\"count\">")
      words.write(.someOfAll, into: &output) {
        $0.number(line.some)
      } _: {
        $0.number(line.all)
      }
      output.raw("</span></li>\n")
    }
    output.raw("</ul>\n")
  }

  func overview(into output: inout HTML) {
    let table = table(.overview, [nil, .number])
    table.write(overviewLines.filter { $0.all > 0 }, rest: "coverage", into: &output) { line, output in
      output.raw("<th scope=\"row\">")
      if let section = line.section, line.some > 0 {
        output.raw("<a href=\"#page:")
        output.raw(section)
        output.raw("\">")
        words.write(line.label, into: &output)
        output.raw("</a>")
      } else {
        words.write(line.label, into: &output)
      }
      output.raw("</th>")
      table.share(line.some, of: line.all, into: &output)
    }
  }

  // MARK: - Due for review

  func stale(into output: inout HTML) {
    table(.positionsOverdue, [.issue, .party, .due, .report, .stance, .date])
      .write(coverage.stale, rest: "stale", into: &output) { stale, output in
        let position = graph.positions[stale.position.index]
        output.raw("<th scope=\"row\">")
        page.issueLink(position.issue, into: &output)
        output.raw("</th><td>")
        page.partyLink(position.party, into: &output)
        output.raw("</td><td>")
        words.dates.time(stale.due, into: &output)
        output.raw("</td><td><a href=\"")
        page.position(position.id, into: &output)
        output.raw("\">")
        output.append(page.site.reportTitles, position.report.index)
        output.raw("</a></td><td>")
        if let stance = position.stance {
          words.stances.write(stance, into: &output)
        } else {
          words.write(.unrated, into: &output)
        }
        output.raw("</td><td>")
        words.dates.time(stale.since, into: &output)
        output.raw("</td>")
      }
  }

  // MARK: - Declared and missing

  /// The reports with something missing.
  var incomplete: [DeclaredCoverage] { coverage.declared.filter { !$0.isComplete } }

  func gaps(_ incomplete: [DeclaredCoverage], into output: inout HTML) {
    let table = table(
      .reportsIncomplete, [.report, .missing, .coreIssuesWithRow, .partiesWithColumn, .cellsFilled])
    table.write(incomplete, rest: "coverage", into: &output) { declared, output in
      let (issues, parties) = (declared.issues.count, declared.parties.count)
      let filled = declared.issuesWithRow * declared.partiesWithColumn - declared.emptyCells.count
      output.raw("<th scope=\"row\">")
      page.reportLink(declared.report, into: &output)
      output.raw("</th><td><ul>\n")
      missing(declared, into: &output)
      output.raw("</ul></td>")
      table.share(declared.issuesWithRow, of: issues, into: &output)
      table.share(declared.partiesWithColumn, of: parties, into: &output)
      table.share(filled, of: issues * parties, into: &output)
    }
  }

  /// Writes each missing row, column and cell as a link to the table in which it is missing.
  private func missing(_ declared: DeclaredCoverage, into output: inout HTML) {
    for gap in declared.gaps.prefix(Self.mostLinks) {
      item(in: declared.report, at: declared.firstTable, into: &output) { output in
        switch gap.subject {
        case .issue(let id):
          words.write(.noRowFor, into: &output) { $0.append(page.site.issueNames, id.index) }
        case .party(let id):
          words.write(.noColumnFor, into: &output) { $0.append(page.site.partyNames, id.index) }
        }
        if gap.isNowhere { words.write(.norAnyOther, into: &output) }
      }
    }
    let left = max(0, Self.mostLinks - declared.gaps.count)
    for cell in declared.emptyCells.prefix(left) {
      item(in: declared.report, at: cell.comparison, into: &output) { output in
        words.write(.emptyCellFor, into: &output) {
          page.plainPositionNames(cell.party, on: cell.issue, into: &$0)
        }
      }
    }
    let all = declared.gaps.count + declared.emptyCells.count
    guard all > Self.mostLinks else { return }
    output.raw("<li>")
    words.write(.furtherMissing, count: all - Self.mostLinks, into: &output)
    output.raw("</li>\n")
  }

  private func item(
    in report: ID<ReportEntry>, at table: ID<Comparison>?, into output: inout HTML,
    _ text: (inout HTML) -> Void
  ) {
    output.raw("<li><a href=\"")
    page.page(
      graph.reports[report.index].address, anchor: table.map { graph.comparisons[$0.index].anchor },
      into: &output)
    output.raw("\">")
    text(&output)
    output.raw("</a></li>\n")
  }

  func undeclared(into output: inout HTML) {
    table(.reportsUndeclared, [.report, .date, .positions])
      .write(coverage.undeclared, rest: "coverage", into: &output) { report, output in
        output.raw("<th scope=\"row\">")
        page.reportLink(report, into: &output)
        output.raw("</th><td>")
        let date = page.site.reportDates[report.index]
        if date.isEmpty { words.write(.undated, into: &output) } else { output.append(contentsOf: date) }
        output.raw("</td><td>")
        output.number(
          graph.comparisonsOfReport[report].reduce(0) { $0 + graph.positionsOfComparison[$1].count })
        output.raw("</td>")
      }
  }

  // MARK: - One side

  func oneSided(into output: inout HTML) {
    table(.issuesOneSided, [.issue, .side, .partiesOnSide, .partiesWithoutSide])
      .write(coverage.oneSided, rest: "coverage", into: &output) { one, output in
        output.raw("<th scope=\"row\">")
        page.issueLink(one.issue, into: &output)
        output.raw("</th><td>")
        words.stances.write(one.side == .supporting ? .supports : .opposes, into: &output)
        output.raw("</td><td>")
        for (place, party) in one.parties.prefix(Self.mostLinks).enumerated() {
          if place > 0 { words.write(.comma, into: &output) }
          output.raw("<a href=\"")
          page.issue(one.issue, into: &output)
          output.raw("#")
          output.append(page.site.partySlugs, party.index)
          output.raw("\">")
          output.append(page.site.partyNames, party.index)
          output.raw("</a>")
        }
        if one.parties.count > Self.mostLinks {
          words.write(.comma, into: &output)
          words.write(.furtherParties, count: one.parties.count - Self.mostLinks, into: &output)
        }
        output.raw("</td><td>")
        output.number(one.others)
        output.raw("</td>")
      }
  }
}
