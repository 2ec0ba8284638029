import Graph

/// A data file that is part of a built site.
enum DataFile: Sendable, Hashable {
  case export(ExportFile)
  /// The positions on an issue, by the address of its page.
  case issue(ID<Issue>, address: String)
  /// The feed of changes between editions.
  case changesFeed
  /// The feed of moves.
  case movesFeed
  /// The feed of corrections.
  case correctionsFeed
  /// An edition, by its place among the published ones.
  case edition(volume: Int, name: String)
  /// The published addresses that no position has now; only sites with such addresses have it.
  case retiredAddresses
  /// What the search needs to answer; only sites with a search have it.
  case searchNames

  /// Path below the output folder.
  var path: String {
    switch self {
    case .export(let file): file.path
    case .issue(_, let address): address + "/index.json"
    case .changesFeed: SiteFeeds.path(of: ChangeListPage.address)
    case .movesFeed: SiteFeeds.path(of: MoveListPage.address)
    case .correctionsFeed: SiteFeeds.path(of: CorrectionListPage.address)
    case .edition(_, let name): "\(EditionListPage.address)/\(name).json"
    case .retiredAddresses: RetiredAddresses.path
    case .searchNames: "assets/search.json"
    }
  }

  /// The data files of a site.
  static func files(of layout: SiteLayout, hasSearch: Bool) -> [DataFile] {
    let graph = layout.graph
    var files: [DataFile] = []
    if graph.settings.pageKinds[.exports] {
      files = ExportFormat.files.map { .export($0) }
      files += graph.issues.map { .issue($0.id, address: $0.address) }
      if !layout.retiredAddresses.isEmpty { files.append(.retiredAddresses) }
    }
    if layout.history.hasFeed(graph.settings) { files.append(.changesFeed) }
    if layout.moves.hasFeed(graph.settings) { files.append(.movesFeed) }
    if layout.corrections.hasFeed(graph.settings) { files.append(.correctionsFeed) }
    for (place, volume) in layout.editions.volumes.enumerated() {
      files.append(.edition(volume: place, name: volume.edition.name))
    }
    if hasSearch { files.append(.searchNames) }
    return files
  }

  func bytes(_ layout: SiteLayout, words: LocalizedStrings) -> [UInt8] {
    let graph = layout.graph
    return switch self {
    case .export(let file): file.bytes(layout.record)
    case .issue(let id, _): SubjectFile(layout.record).bytes(of: id)
    case .changesFeed: ChangesFeed(layout.history, settings: graph.settings, words: words).bytes
    case .movesFeed: MovesFeed(layout.moves, record: layout.record, words: words).bytes
    case .correctionsFeed: CorrectionsFeed(layout.corrections, graph: graph, words: words).bytes
    case .edition(let volume, _): layout.editions.file(of: volume)
    case .retiredAddresses: RetiredAddresses.table(of: layout.retiredAddresses)
    case .searchNames: SearchNames(graph: graph, words: words).bytes
    }
  }
}
