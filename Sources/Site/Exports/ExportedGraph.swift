import Content
import Editions
import Graph

/// The issue graph as a property graph: vertices with attributes, and directed edges with a relation.
///
/// Reports, issues, parties, positions and options are vertices, identified by their address below the site’s root. A
/// position has edges to its issue (`on`), its party (`held-by`) and its report (`according-to`), an option to its
/// issues (`on`) and its report. Positions that only editions remember are vertices, too; they have no edge to a report that the
/// site no longer has.
struct ExportedGraph {
  /// What a vertex stands for.
  enum Name: Sendable, Hashable {
    case report(ID<ReportEntry>)
    case issue(ID<Issue>)
    case party(ID<Party>)
    case position(ID<Position>)
    /// A position that only editions remember, by its index in the record.
    case remembered(Int)
    /// By its index in the graph.
    case option(Int)

    /// `report`, `issue`, `party`, `position` or `option`.
    var kind: String {
      switch self {
      case .report: "report"
      case .issue: "issue"
      case .party: "party"
      case .position, .remembered: "position"
      case .option: "option"
      }
    }
  }

  struct Vertex {
    let name: Name
    let label: String
    /// In the order of `attributeNames`, without absent ones.
    let attributes: [(name: String, value: String)]
    /// The corrections of a report, the newest first; formats without lists leave them out.
    var corrections: [Correction] = []
    /// The passages of a position that are the party's own words; formats without lists join them with
    /// `PositionTable.separator`.
    var verbatim: [String] = []
    /// Whether it is a part of a report that is a vertex.
    var isInReport = false
    /// Whether it is a position with the date of its report.
    var hasDateOfReport = false
    /// Whether it is a position whose anchor is made of the slugs of its issue and its party.
    var hasUsualAnchor = false
  }

  /// A public note on what was wrong in a report.
  struct Correction {
    let date: String
    let note: String
    /// The corrected position, or the issue and the party of a cell that holds none; empty: the report as a whole.
    let subjects: [(name: String, vertex: Name)]
  }

  struct Edge {
    let source: Name
    let target: Name
    let relation: String
    /// The time for which it holds, if it is limited: `from` and `to`, without absent ones.
    var attributes: [(name: String, value: String)] = []
  }

  /// The names of all attributes of edges.
  static let edgeAttributeNames = ["from", "to"]

  /// The names of all attributes.
  static let attributeNames = [
    "date", "date-origin", "stance", "stance-value", "status", "held-until", "proposition", "party-kind",
    "from",
    "to", "corrected", "evidence", "verbatim", "edition",
  ]

  private let record: RecordHistory
  private let remembered: [RememberedCell]
  private var graph: IssueGraph { record.graph }

  init(_ record: RecordHistory) {
    self.record = record
    remembered = record.rememberedCells
  }

  /// The number of positions that are vertices, apart from those that only editions remember.
  var presentCount: Int { graph.positions.count }

  /// The identifier of a vertex: its address below the site’s root.
  func address(of name: Name) -> String {
    switch name {
    case .report(let id): graph.way(to: graph.reports[id.index].address)
    case .issue(let id): graph.way(to: graph.issues[id.index].address)
    case .party(let id): graph.way(to: graph.parties[id.index].address)
    case .position(let id): graph.cellAddress(of: id)
    case .remembered(let index): remembered[index].address
    case .option(let index): graph.rowAddress(of: graph.options[index])
    }
  }

  /// Passes all vertices to `body`, by kind and in the order of the graph.
  func forEachVertex(_ body: (Vertex) -> Void) {
    for entry in graph.reports {
      var report = vertex(
        .report(entry.id), entry.report.header.title,
        [
          ("date", entry.report.date?.description),
          ("date-origin", entry.report.originOfDate.rawValue),
          ("corrected", entry.newestCorrections.first?.date.description),
        ])
      let positions = graph.correctedPositions(in: entry.id)
      report.corrections = entry.newestCorrections.map {
        correction($0, at: $0.cell.flatMap { positions[$0] })
      }
      body(report)
    }
    for issue in graph.issues {
      body(vertex(.issue(issue.id), issue.name, [("proposition", issue.file?.proposition)]))
    }
    for party in graph.parties {
      let lifetime = graph.lifetimes[party.id]
      body(
        vertex(
          .party(party.id), party.name,
          [
            ("party-kind", party.file?.kind), ("from", lifetime.from?.description),
            ("to", lifetime.to?.description),
          ]))
    }
    for (position, status) in zip(graph.positions, graph.statuses()) { body(vertex(position, status)) }
    for (index, cell) in remembered.enumerated() { body(vertex(cell, at: index)) }
    for (index, option) in graph.options.enumerated() {
      var vertex = vertex(.option(index), option.name, [])
      vertex.isInReport = true
      body(vertex)
    }
  }

  private func correction(_ correction: Graph.Correction, at position: ID<Position>?) -> Correction {
    var subjects: [(name: String, vertex: Name)] = []
    if let position {
      subjects = [("position", .position(position))]
    } else if let cell = correction.cell {
      subjects = [("issue", .issue(cell.issue)), ("party", .party(cell.party))]
    }
    return Correction(date: correction.date.description, note: correction.note, subjects: subjects)
  }

  private func vertex(_ position: Position, _ status: PositionStatus) -> Vertex {
    let end = status == .heldUntil ? graph.lifetimes[position.party].to : nil
    var vertex = vertex(
      .position(position.id), graph.text(of: position.id),
      [
        ("date", position.date?.description), ("date-origin", position.dateOrigin.rawValue),
        ("proposition", graph.proposition(of: position.id)), ("stance", position.stance?.word),
        ("stance-value", position.stance?.value.map(String.init)),
        ("status", status.rawValue), ("held-until", end?.description),
        ("corrected", graph.newestCorrection(of: position)?.date.description),
        ("evidence", position.evidence.text),
      ])
    vertex.verbatim = graph.verbatim(of: position.id)
    vertex.isInReport = true
    vertex.hasDateOfReport = graph.hasDateOfReport(position)
    vertex.hasUsualAnchor = position.ordinal == 1
    return vertex
  }

  private func vertex(_ cell: RememberedCell, at index: Int) -> Vertex {
    let position = cell.position.position
    var vertex = vertex(
      .remembered(index), position.text,
      [
        ("date", position.date?.description), ("date-origin", position.origin.rawValue),
        ("proposition", record.proposition(of: .remembered(cell.position), on: cell.issue)),
        ("stance", position.stance?.word), ("stance-value", position.stance?.value.map(String.init)),
        ("status", PositionTable.remembered), ("evidence", position.evidence.text),
        ("edition", cell.position.edition),
      ])
    vertex.verbatim = record.verbatim(of: cell.position)
    vertex.isInReport =
      cell.report.map { cell.address.hasPrefix(graph.way(to: graph.reports[$0.index].address) + "#") }
      ?? false
    return vertex
  }

  private func vertex(
    _ name: Name, _ label: String, _ attributes: [(String, String?)]
  ) -> Vertex {
    Vertex(
      name: name, label: label,
      attributes: attributes.compactMap { name, value in value.map { (name: name, value: $0) } })
  }

  /// Passes all edges to `body`, by source and in the order of the graph.
  func forEachEdge(_ body: (Edge) -> Void) {
    for issue in graph.issues {
      for other in issue.broader {
        body(Edge(source: .issue(issue.id), target: .issue(other), relation: "broader"))
      }
      for other in issue.related {
        body(Edge(source: .issue(issue.id), target: .issue(other), relation: "related"))
      }
    }
    for party in graph.parties { forEachEdge(of: party, body) }
    for position in graph.positions {
      edges(
        of: .position(position.id), on: position.issue, heldBy: position.party, in: position.report, body)
    }
    for (index, cell) in remembered.enumerated() {
      edges(of: .remembered(index), on: cell.issue, heldBy: cell.party, in: cell.report, body)
    }
    for (index, option) in graph.options.enumerated() {
      body(Edge(source: .option(index), target: .report(option.report), relation: "according-to"))
      for issue in option.issues {
        body(Edge(source: .option(index), target: .issue(issue), relation: "on"))
      }
    }
    for tension in graph.tensions {
      guard let side = tension.second, let source = name(of: tension.first, in: tension.report),
        let target = name(of: side, in: tension.report)
      else { continue }
      body(Edge(source: source, target: target, relation: "in-tension-with"))
    }
  }

  private func forEachEdge(of party: Party, _ body: (Edge) -> Void) {
    if let state = party.actsFor {
      body(Edge(source: .party(party.id), target: .party(state), relation: "acts-for"))
    }
    if let predecessor = party.predecessor {
      body(Edge(source: .party(party.id), target: .party(predecessor), relation: "succeeds"))
    }
    for membership in party.memberships {
      var edge = Edge(source: .party(party.id), target: .party(membership.bloc), relation: "member-of")
      edge.attributes = [("from", membership.period.from), ("to", membership.period.to)]
        .compactMap { name, date in date.map { (name: name, value: $0.description) } }
      body(edge)
    }
  }

  /// The position that a tension names; nil: nothing has it.
  private func name(of side: Tension.Side, in report: ID<ReportEntry>) -> Name? {
    switch record.position(of: side, in: report) {
    case .present(let id): .position(id)
    case .remembered(let old): remembered.firstIndex { $0.position == old }.map { .remembered($0) }
    case nil: nil
    }
  }

  private func edges(
    of position: Name, on issue: ID<Issue>, heldBy party: ID<Party>, in report: ID<ReportEntry>?,
    _ body: (Edge) -> Void
  ) {
    body(Edge(source: position, target: .issue(issue), relation: "on"))
    body(Edge(source: position, target: .party(party), relation: "held-by"))
    if let report { body(Edge(source: position, target: .report(report), relation: "according-to")) }
  }
}
