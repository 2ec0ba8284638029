import Content
import Graph

extension Edition {
  /// A snapshot of `graph`.
  ///
  /// - Parameters:
  ///   - date: the day on which it is taken.
  ///   - origin: how the site was made.
  ///   - withheld: the reports that the graph leaves out.
  package init(
    freezing graph: IssueGraph, name: String, date: PartialDate, origin: Origin? = nil,
    withheld: [FrozenWithheldReport] = []
  ) {
    var records = Records()
    records.reports = graph.reports.map(FrozenReport.init)
    records.withheld = withheld
    records.issues = graph.issues.map {
      FrozenIssue(
        slug: $0.slug, name: $0.name, aliases: $0.aliases, proposition: $0.file?.proposition,
        earlierPropositions: $0.file?.propositionHistory ?? [])
    }
    records.parties = graph.parties.map { FrozenParty($0, in: graph) }
    var sources = PositionSources()
    records.positions = graph.positions.map {
      FrozenPosition($0, in: graph, sources: sources.sources(of: $0, in: graph))
    }
    records.silentCells = graph.silentCells.map { FrozenSilentCell($0, in: graph) }
    records.tables = graph.comparisons.map {
      FrozenTable(
        report: graph.reports[$0.report.index].slug, anchor: $0.anchor, kind: FrozenTable.Kind($0.kind))
    }
    records.corrections = graph.reports.flatMap { report in
      report.corrections.map { FrozenCorrection($0, of: report, in: graph) }
    }
    self.init(name: name, date: date, origin: origin, records: records)
  }
}

extension FrozenReport {
  fileprivate init(_ entry: ReportEntry) {
    let matter = entry.report.header.matter
    self.init(
      slug: entry.slug, path: entry.report.header.path, title: entry.report.header.title,
      date: entry.report.date, updated: matter.updated,
      redirects: matter.redirects.oldAddresses)
  }
}

extension FrozenParty {
  fileprivate init(_ party: Party, in graph: IssueGraph) {
    self.init(
      slug: party.slug, name: party.name, aliases: party.aliases,
      actsFor: party.actsFor.map { graph.parties[$0.index].slug },
      succeeds: party.predecessor.map { graph.parties[$0.index].slug },
      memberships: party.memberships.map {
        FrozenMembership(bloc: graph.parties[$0.bloc.index].slug, period: $0.period)
      },
      from: party.file?.header.matter.from, to: party.file?.header.matter.to)
  }
}

extension FrozenPosition {
  fileprivate init(_ position: Position, in graph: IssueGraph, sources: [String]) {
    self.init(
      issue: graph.issues[position.issue.index].slug, party: graph.parties[position.party.index].slug,
      report: graph.reports[position.report.index].slug, ordinal: position.ordinal,
      text: graph.text(of: position.id), stance: position.stance,
      dating: FrozenDate(position.date, position.dateOrigin, interval: position.interval),
      anchor: graph.anchor(of: position.id), sources: sources, evidence: position.evidence.given)
  }
}

extension FrozenSilentCell {
  fileprivate init(_ cell: SilentCell, in graph: IssueGraph) {
    self.init(
      issue: graph.issues[cell.issue.index].slug, party: graph.parties[cell.party.index].slug,
      report: graph.reports[cell.report.index].slug,
      dating: FrozenDate(cell.date, cell.dateOrigin, interval: cell.interval))
  }
}

extension FrozenDate {
  fileprivate init(_ date: PartialDate?, _ origin: DateOrigin, interval: DayInterval?) {
    let isCut = interval.map { days in date.map { DayInterval($0) != days } ?? false } ?? false
    self.init(
      date, origin: origin, until: isCut ? interval.map { PartialDate(dayNumber: Int($0.last)) } : nil)
  }
}

extension FrozenTable.Kind {
  fileprivate init(_ kind: TableKind) {
    switch kind {
    case .positions(let transposed): self = transposed ? .transposedPositions : .positions
    case .options: self = .options
    case .plain: self = .plain
    }
  }
}

extension FrozenCorrection {
  fileprivate init(_ correction: Correction, of report: ReportEntry, in graph: IssueGraph) {
    self.init(
      report: report.slug, date: correction.date, note: correction.note,
      issue: correction.cell.map { graph.issues[$0.issue.index].slug },
      party: correction.cell.map { graph.parties[$0.party.index].slug })
  }
}
