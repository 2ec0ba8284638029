import Graph
import Text
import Workspace

/// The answer to `query coverage`.
struct CoverageAnswer: QueryAnswer {
  let graph: IssueGraph
  let folders: SiteFolders
  let coverage: Coverage

  private func name(_ issue: ID<Issue>) -> String { graph.issues[issue.index].name }
  private func name(_ party: ID<Party>) -> String { graph.parties[party.index].name }

  /// Something that a report declares and does not have.
  private struct Missing {
    /// `row`, `column` or `cell`.
    let kind: String
    let issue: ID<Issue>?
    let party: ID<Party>?
    /// Whether another report has such a row or column; nil for cells.
    let isElsewhere: Bool?
  }

  private func missing(in declared: DeclaredCoverage) -> [Missing] {
    declared.gaps.map { gap in
      switch gap.subject {
      case .issue(let id): Missing(kind: "row", issue: id, party: nil, isElsewhere: !gap.isNowhere)
      case .party(let id): Missing(kind: "column", issue: nil, party: id, isElsewhere: !gap.isNowhere)
      }
    }
      + declared.emptyCells.map { cell in
        Missing(kind: "cell", issue: cell.issue, party: cell.party, isElsewhere: nil)
      }
  }

  private var incomplete: [DeclaredCoverage] { coverage.declared.filter { !$0.isComplete } }

  // MARK: - Text

  private var summary: String {
    let complete = coverage.declared.count(where: \.isComplete)
    let reports =
      "\(graph.reports.count.counted("report")): \(complete) with an entry for everything declared, "
      + "\(incomplete.count) with something missing, \(coverage.undeclared.count) declaring nothing\n"
    let sided = coverage.oneSided.count + coverage.bothSides
    let issues =
      "\(sided.counted("issue")) with a stance that takes a side: \(coverage.oneSided.count) with only one side recorded\n"
    return reports + issues
  }

  var text: String { summary + missing.text + undeclared.text + oneSided.text }

  private var missing: AlignedList {
    var list = AlignedList()
    for declared in incomplete {
      let report = graph.reports[declared.report.index]
      list.group(
        "\(report.report.header.title) (\(folders.displayPath(of: report.report.header.sourcePath)))")
      for one in missing(in: declared) {
        let nowhere = one.isElsewhere == false ? "no other report has one either" : ""
        list.add("no \(one.kind == "cell" ? "entry" : one.kind)", words(of: one), nowhere)
      }
    }
    return list
  }

  private var undeclared: AlignedList {
    var list = AlignedList()
    if !coverage.undeclared.isEmpty { list.group("Reports that declare nothing") }
    for id in coverage.undeclared {
      let header = graph.reports[id.index].report.header
      list.add(folders.displayPath(of: header.sourcePath), header.title)
    }
    return list
  }

  private var oneSided: AlignedList {
    var list = AlignedList()
    if !coverage.oneSided.isEmpty { list.group("Issues with only one side recorded") }
    for one in coverage.oneSided {
      let others = one.others > 0 ? "; \(one.others.counted("other party", "other parties")) on no side" : ""
      list.add(
        name(one.issue), "only \(one.side.word)", one.parties.map(name).joined(separator: ", ") + others)
    }
    return list
  }

  private func words(of one: Missing) -> String {
    [one.party.map(name), one.issue.map(name)].compactMap(\.self).joined(separator: " on ")
  }

  // MARK: - For programs

  var json: [UInt8] {
    document("coverage") { writer in
      writer.member("reports", graph.reports.count)
      writer.member("complete", coverage.declared.count(where: \.isComplete))
      writer.lines("incomplete", incomplete) { writer, declared in
        writer.beginObject()
        member(report: declared.report, &writer)
        writer.member("core_issues", declared.issues.map(name))
        writer.member("affects", declared.parties.map(name))
        writer.key("missing")
        writer.beginArray()
        for one in missing(in: declared) { write(one, &writer) }
        writer.endArray()
        writer.endObject()
      }
      writer.lines("undeclared", coverage.undeclared) { writer, id in
        writer.beginObject()
        member(report: id, &writer)
        writer.endObject()
      }
      writer.lines("one_sided", coverage.oneSided) { writer, one in
        writer.beginObject()
        writer.member(issue: one.issue, of: graph)
        writer.member("side", one.side.rawValue)
        writer.member("parties", one.parties.map(name))
        writer.member("others", one.others)
        writer.endObject()
      }
      writer.member("both_sides", coverage.bothSides)
    }
  }

  private func member(report id: ID<ReportEntry>, _ writer: inout JSONWriter) {
    let report = graph.reports[id.index]
    writer.member("report", report.report.header.title)
    writer.member("report_slug", report.slug)
    writer.member("file", report.report.header.path)
  }

  private func write(_ one: Missing, _ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("kind", one.kind)
    writer.member("issue", one.issue.map(name))
    writer.member("party", one.party.map(name))
    writer.key("elsewhere")
    if let isElsewhere = one.isElsewhere { writer.bool(isElsewhere) } else { writer.null() }
    writer.endObject()
  }

  /// One row for each missing row, column or cell, each report that declares nothing, and each one-sided issue.
  var csv: [UInt8] {
    let columns = [
      "kind", "report", "report_slug", "issue", "issue_slug", "party", "party_slug", "elsewhere", "side",
    ]
    var records: [[String]] = []
    for declared in incomplete {
      for one in missing(in: declared) {
        records.append(
          ["missing-\(one.kind)"] + report(declared.report) + subject(one.issue, one.party)
            + [one.isElsewhere.map { $0 ? "yes" : "no" } ?? "", ""])
      }
    }
    records += coverage.undeclared.map { ["declares-nothing"] + report($0) + ["", "", "", "", "", ""] }
    for one in coverage.oneSided {
      records += one.parties.map {
        ["one-sided", "", ""] + subject(one.issue, $0) + ["", String(one.side.rawValue)]
      }
    }
    return table(columns, records)
  }

  private func report(_ id: ID<ReportEntry>) -> [String] {
    [graph.reports[id.index].report.header.title, graph.reports[id.index].slug]
  }

  private func subject(_ issue: ID<Issue>?, _ party: ID<Party>?) -> [String] {
    [
      issue.map(name) ?? "", issue.map { graph.issues[$0.index].slug } ?? "", party.map(name) ?? "",
      party.map { graph.parties[$0.index].slug } ?? "",
    ]
  }
}

extension StanceSide {
  fileprivate var word: String {
    switch self {
    case .supporting: "supporting"
    case .neutral: "neutral"
    case .opposing: "opposing"
    }
  }
}
