import Content
import Diagnostics
import Graph

extension RecordHistory {
  /// Diagnostics without those of links to positions that no report of the site has, but that editions remember.
  package func withoutAnswered(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    if remembersNothing || !diagnostics.contains(where: { $0.id == .unknownPosition }) { return diagnostics }
    let answered = answeredLinks
    return diagnostics.filter { diagnostic in
      guard diagnostic.id == .unknownPosition, let place = diagnostic.place else { return true }
      return !answered.contains(place)
    }
  }

  private var answeredLinks: Set<Place> {
    var places: Set<Place> = []
    for (header, links) in graph.linkedFiles {
      for link in links.unansweredStandings
      where !standing(linkedBy: link, in: links.report).isEmpty {
        let range = header.document.nodes[Int(link.node)].source.range
        places.insert(Place(path: header.sourcePath, range: range))
      }
    }
    for tension in graph.tensions {
      let path = graph.reports[tension.report.index].report.header.sourcePath
      for side in tension.sides where side.position == nil && position(of: side, in: tension.report) != nil {
        places.insert(Place(path: path, range: side.range))
      }
    }
    return places
  }
}

extension RecordHistory {
  /// The tensions whose positions are in the site or remembered by editions.
  package var tensions: [Tension] { graph.tensions.filter(isAnswered) }

  package func isAnswered(_ tension: Tension) -> Bool {
    tension.sides.allSatisfy { position(of: $0, in: tension.report) != nil }
  }

  /// The position that a tension names: the one of a cell, or what a party held at the date of the tension’s report; nil: neither
  /// the site nor an edition has it.
  package func position(of side: Tension.Side, in report: ID<ReportEntry>) -> RecordedPosition? {
    switch side.link {
    case .standing where remembers(side.party, on: side.issue):
      standing(side.issue, side.party, linkedFrom: report).first
    case .cell(let cell, let anchor) where side.position == nil:
      remembered(on: side.issue, of: side.party).first {
        $0.position.anchor == anchor && self.report(of: $0) == cell
      }.map(RecordedPosition.remembered)
    case .standing, .cell: side.position.map(RecordedPosition.present)
    }
  }
}
