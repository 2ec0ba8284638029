import Content
import Diagnostics
import Graph

/// A source that has an address on another site, and what rests on it.
struct CitedSource: Sendable {
  /// Its key, otherwise its address.
  let name: String
  let link: ExternalLink
  /// Where a copy of it is kept; nil if none is given or it is not an HTTP or HTTPS URL.
  let archive: ExternalLink?
  /// How many positions rest on it.
  let positions: Int
}

/// A passage that a report gives as a party's own words.
struct CitedPassage: Sendable {
  let text: String
  let position: ID<Position>
  let place: Place
  /// Indices into `CitedSources.sources`.
  let sources: [Int]
}

/// The sources of a site that have an address on another site, and the passages that are said to be in them.
struct CitedSources: Sendable {
  /// Those with an entry by key, then the others in order of appearance.
  private(set) var sources: [CitedSource] = []
  /// By report, in order of appearance.
  private(set) var passages: [CitedPassage] = []

  init(_ graph: IssueGraph) {
    let index = EvidenceIndex(graph)
    var places: [SourceIdentity: Int] = [:]
    for entry in graph.settings.sources.entries {
      let place = entry.urlPlace ?? entry.place
      guard let url = entry.url, let link = ExternalLink(url, at: place) else { continue }
      places[.entry(entry.key)] = sources.count
      let archive = entry.archive.flatMap { ExternalLink($0, at: place) }
      let positions = index.positions(on: .entry(entry.key)).count
      sources.append(CitedSource(name: entry.key, link: link, archive: archive, positions: positions))
    }
    for position in graph.positions {
      for (identity, address, range) in index.links(of: position) where places[identity] == nil {
        let path = graph.reports[position.report.index].report.header.sourcePath
        guard let link = ExternalLink(address, at: Place(path: path, range: range)) else { continue }
        places[identity] = sources.count
        sources.append(
          CitedSource(
            name: link.address, link: link, archive: nil, positions: index.positions(on: identity).count))
      }
    }
    let sheets = graph.sheetPlaces
    for position in graph.positions {
      let header = graph.reports[position.report.index].report.header
      let cell = header.document.nodes[position.cell].source.range
      for text in graph.verbatim(of: position.id) {
        passages.append(
          CitedPassage(
            text: text, position: position.id,
            place: sheets.place(Place(path: header.sourcePath, range: cell)),
            sources: index.sources(of: position.id).compactMap { places[$0] }))
      }
    }
  }
}
