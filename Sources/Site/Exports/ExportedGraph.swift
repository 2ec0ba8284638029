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
  struct Vertex {
    let id: String
    /// `report`, `issue`, `party`, `position` or `option`.
    let kind: String
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
    /// The identifiers of the corrected position, or of the issue and the party of a cell that holds none; empty: the
    /// report as a whole.
    let subjects: [(name: String, id: String)]
  }

  struct Edge {
    let source: String
    let target: String
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

  /// Passes all vertices to `body`, by kind and in the order of the graph.
  func forEachVertex(_ body: (Vertex) -> Void) {
    for entry in graph.reports {
      var report = vertex(
        graph.way(to: entry.address), "report", entry.report.header.title,
        [
          ("date", entry.report.date?.description),
          ("date-origin", entry.report.originOfDate.rawValue),
          ("corrected", entry.newestCorrections.first?.date.description),
        ])
      report.corrections = entry.newestCorrections.map { correction($0, of: entry.id) }
      body(report)
    }
    for issue in graph.issues {
      body(
        vertex(graph.way(to: issue.address), "issue", issue.name, [("proposition", issue.file?.proposition)]))
    }
    for party in graph.parties {
      let lifetime = graph.lifetimes[party.id]
      body(
        vertex(
          graph.way(to: party.address), "party", party.name,
          [
            ("party-kind", party.file?.kind), ("from", lifetime.from?.description),
            ("to", lifetime.to?.description),
          ]))
    }
    for (position, status) in zip(graph.positions, graph.statuses()) { body(vertex(position, status)) }
    for cell in remembered { body(vertex(cell)) }
    for option in graph.options {
      var vertex = vertex(graph.rowAddress(of: option), "option", option.name, [])
      vertex.isInReport = true
      body(vertex)
    }
  }

  private func correction(_ correction: Graph.Correction, of report: ID<ReportEntry>) -> Correction {
    var subjects: [(name: String, id: String)] = []
    if let position = graph.position(of: correction, in: report) {
      subjects = [("position", graph.cellAddress(of: position))]
    } else if let cell = correction.cell {
      subjects = [
        ("issue", graph.way(to: graph.issues[cell.issue.index].address)),
        ("party", graph.way(to: graph.parties[cell.party.index].address)),
      ]
    }
    return Correction(date: correction.date.description, note: correction.note, subjects: subjects)
  }

  private func vertex(_ position: Position, _ status: PositionStatus) -> Vertex {
    let end = status == .heldUntil ? graph.lifetimes[position.party].to : nil
    var vertex = vertex(
      graph.cellAddress(of: position.id), "position", graph.text(of: position.id),
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

  private func vertex(_ cell: RememberedCell) -> Vertex {
    let position = cell.position.position
    var vertex = vertex(
      cell.address, "position", position.text,
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
    _ id: String, _ kind: String, _ label: String, _ attributes: [(String, String?)]
  ) -> Vertex {
    Vertex(
      id: id, kind: kind, label: label,
      attributes: attributes.compactMap { name, value in value.map { (name: name, value: $0) } })
  }

  /// Passes all edges to `body`, by source and in the order of the graph.
  func forEachEdge(_ body: (Edge) -> Void) {
    for issue in graph.issues {
      for other in issue.broader { body(edge(issue.address, "broader", graph.issues[other.index].address)) }
      for other in issue.related { body(edge(issue.address, "related", graph.issues[other.index].address)) }
    }
    for party in graph.parties {
      if let state = party.actsFor {
        body(edge(party.address, "acts-for", graph.parties[state.index].address))
      }
      if let predecessor = party.predecessor {
        body(edge(party.address, "succeeds", graph.parties[predecessor.index].address))
      }
      for membership in party.memberships {
        var edge = edge(party.address, "member-of", graph.parties[membership.bloc.index].address)
        edge.attributes = [("from", membership.period.from), ("to", membership.period.to)]
          .compactMap { name, date in date.map { (name: name, value: $0.description) } }
        body(edge)
      }
    }
    for position in graph.positions {
      edges(
        of: graph.cellAddress(of: position.id), on: position.issue, heldBy: position.party,
        in: position.report,
        body)
    }
    for cell in remembered {
      edges(of: cell.address, on: cell.issue, heldBy: cell.party, in: cell.report, body)
    }
    for option in graph.options {
      let target = graph.way(to: graph.reports[option.report.index].address)
      body(Edge(source: graph.rowAddress(of: option), target: target, relation: "according-to"))
      for issue in option.issues {
        let target = graph.way(to: graph.issues[issue.index].address)
        body(Edge(source: graph.rowAddress(of: option), target: target, relation: "on"))
      }
    }
    for tension in graph.tensions {
      guard let side = tension.second, let source = address(of: tension.first, in: tension.report),
        let target = address(of: side, in: tension.report)
      else { continue }
      body(Edge(source: source, target: target, relation: "in-tension-with"))
    }
  }

  /// The identifier of the position that a tension names; nil: nothing has it.
  private func address(of side: Tension.Side, in report: ID<ReportEntry>) -> String? {
    switch record.position(of: side, in: report) {
    case .present(let id): graph.cellAddress(of: id)
    case .remembered(let old): remembered.first { $0.position == old }?.address
    case nil: nil
    }
  }

  private func edges(
    of position: String, on issue: ID<Issue>, heldBy party: ID<Party>, in report: ID<ReportEntry>?,
    _ body: (Edge) -> Void
  ) {
    let targets = [
      ("on", graph.issues[issue.index].address), ("held-by", graph.parties[party.index].address),
      report.map { ("according-to", graph.reports[$0.index].address) },
    ]
    for case (let relation, let target)? in targets {
      body(Edge(source: position, target: graph.way(to: target), relation: relation))
    }
  }

  private func edge(_ source: String, _ relation: String, _ target: String) -> Edge {
    Edge(source: graph.way(to: source), target: graph.way(to: target), relation: relation)
  }
}
