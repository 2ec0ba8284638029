import Content
import Diagnostics
import Editions
import FileSystem
import Graph
import Site
import Workspace

/// The path of the data from folders to a planned site, one function for each step.
package struct SitePipeline: Sendable {
  package let folders: SiteFolders
  package let options: BuildOptions
  /// The content folder as the workspace reads it.
  let files: ContentFiles
  let progress: @Sendable (BuildProgress) -> Void

  /// - Parameters:
  ///   - files: nil: those on disk.
  ///   - progress: called from time to time with the progress; never by two threads at once.
  package init(
    _ folders: SiteFolders, options: BuildOptions = BuildOptions(), files: ContentFiles? = nil,
    progress: @escaping @Sendable (BuildProgress) -> Void = { _ in }
  ) {
    self.folders = folders
    self.options = options
    self.files = files ?? ContentFiles(onDisk: folders, followsHead: true)
    self.progress = progress
  }

  /// Runs all steps. Throws only file system errors.
  ///
  /// - Parameter searching: the site gets a search index, if its settings want one and the program is installed.
  package func plan(searching: Bool = false) async throws -> PlannedSite {
    var times = PhaseTimes()
    var start = ContinuousClock.now
    func finish(_ phase: BuildPhase) {
      times.add(phase, since: start)
      start = .now
    }
    let loaded = try load()
    finish(.load)
    // Runs while files are read; nothing before the pages needs it.
    async let theme = loaded.theme()
    let wantsSearch = searching && loaded.settings.search
    let pagefind = wantsSearch ? await Pagefind.find() : nil
    let (linked, rules) = try takingRules(from: try await link(loaded, finish), loaded.settings)
    finish(.link)
    let plan = await plan(linked, loaded, theme, rules: rules, hasSearch: pagefind != nil)
    finish(.plan)
    let drawn = await SharePictureDrawing(options).draw(plan)
    var others = collisions(plan, linked.assets) + drawn.diagnostics
    if wantsSearch, pagefind == nil { others.append(Pagefind.missing) }
    return planned(
      drawn.plan, linked, loaded, others: others, pictures: drawn.pictures, pagefind: pagefind, times: times)
  }

  /// The steps up to the graph. Throws only errors of the disk.
  package func graph() async throws -> GraphedSite {
    let loaded = try load()
    let linked = try await link(loaded)
    let policy = options.policy(loaded.settings)
    return GraphedSite(
      graph: linked.graph, today: loaded.today, origin: origin(loaded),
      withheld: linked.withheld.map(FrozenWithheldReport.init),
      diagnostics: policy.apply(to: loaded.diagnostics + answered(linked, loaded)))
  }

  /// Reads and links all files, with the diagnostics of the whole record. A function of its own, so that nothing but its result
  /// is in memory while the site is planned.
  private func link(
    _ loaded: LoadedSite, _ finish: (BuildPhase) -> Void = { _ in }
  ) async throws -> LinkedSite {
    let whole = try await wholeRecord()
    let content = try await read(loaded, from: whole?.files ?? files)
    finish(.read)
    let linked = try await link(content)
    return linked.with(diagnostics(of: linked, whole))
  }

  /// Diagnostics without those of links to what only editions remember.
  private func answered(_ linked: LinkedSite, _ loaded: LoadedSite) -> [Diagnostic] {
    let diagnostics = linked.diagnostics
    guard options.recordDay == nil, diagnostics.contains(where: { $0.id == .unknownPosition }) else {
      return diagnostics
    }
    return record(of: linked, loaded).withoutAnswered(diagnostics)
  }

  /// The positions of a site, and those that editions remember.
  func record(of linked: LinkedSite, _ loaded: LoadedSite) -> RecordHistory {
    let archive = loaded.archive(withheld: linked.withheld)
    let now = Edition(
      freezing: linked.graph, name: Edition.now, date: loaded.today, withheld: archive.withheld)
    return RecordHistory(linked.graph, memory: archive.memory(before: now))
  }

  private func origin(_ loaded: LoadedSite) -> Edition.Origin {
    Edition.Origin(
      made: loaded.inputs.currentDay, includesDrafts: options.includesDrafts)
  }

  func read(_ loaded: LoadedSite, from files: ContentFiles? = nil) async throws -> ParsedContent {
    let count = loaded.inputs.listing.sources.count
    return try await ParsedContent.read(loaded.inputs, from: files ?? self.files) {
      progress(BuildProgress(phase: .read, done: $0, total: count))
    }
  }

  func link(_ content: ParsedContent) async throws -> LinkedSite {
    try await LinkedSite(linking: content) {
      progress(BuildProgress(phase: .link, done: $0, total: $1))
    }
  }

  /// Reads and links all files, so that they can be updated.
  func workspace(_ loaded: LoadedSite) async throws -> Workspace {
    try await Workspace(linking: try await read(loaded)) {
      progress(BuildProgress(phase: .link, done: $0, total: $1))
    }
  }

  /// The rules for the site's host that are among the copied files, and the site without those files: they become part of
  /// files that the build writes.
  func takingRules(
    from linked: LinkedSite, _ settings: SiteSettings
  ) throws(EnvironmentError) -> (LinkedSite, HostRules) {
    var rules = HostRules()
    let paths = HostRules.paths(settings).filter(linked.assets.contains)
    if paths.isEmpty { return (linked, rules) }
    let enclosure = Enclosure(folders.content)
    for path in paths {
      rules.authored[path] = try FileReader.readAll(folders.content.appending(path), within: enclosure)
    }
    var next = linked
    next.assets.removeAll(where: paths.contains)
    return (next, rules)
  }

  /// The plan of the site, with a layout of its map if there can be one.
  func plan(
    _ linked: LinkedSite, _ loaded: LoadedSite, _ theme: Theme,
    rules: HostRules = HostRules(), hasSearch: Bool = false
  ) async -> SitePlan {
    let (map, diagnostics) = await MapPlacing(options).place(MapOfIssues(linked.graph))
    return SitePlan(
      graph: linked.graph, theme: theme, archive: loaded.archive(withheld: linked.withheld),
      today: loaded.today,
      map: map, diagnostics: diagnostics, copied: linked.assets, rules: rules, hasSearch: hasSearch)
  }

  /// Diagnostics for files that would be written to the same path.
  func collisions(_ plan: SitePlan, _ assets: [String]) -> [Diagnostic] {
    AddressCollisions.find(pages: plan.pages.lazy.map(\.path), assets: assets, folders)
  }

  /// - Parameters:
  ///   - others: what `collisions` found, and other diagnostics about the plan.
  ///   - pictures: the pictures of links.
  ///   - differences: those of the site before its texts changed; nil: there was none.
  func planned(
    _ plan: SitePlan, _ linked: LinkedSite, _ loaded: LoadedSite, others: [Diagnostic],
    pictures: [Asset] = [], differences: SourceDifferences? = nil, pagefind: Pagefind? = nil,
    times: PhaseTimes = PhaseTimes()
  ) -> PlannedSite {
    let enclosure = Enclosure(folders.content)
    let assets = linked.assets.map {
      Asset(path: $0, source: folders.content.appending($0), enclosure: enclosure)
    }
    var diagnostics =
      loaded.diagnostics + plan.record.withoutAnswered(linked.diagnostics) + plan.diagnostics
    if let warning = TableReport.noPositions(in: linked.graph) { diagnostics.append(warning) }
    let differences = differences?.updating(linked.graph) ?? SourceDifferences(linked.graph)
    diagnostics += differences.diagnostics
    if let warning = StarterSite.leftover(in: linked.graph) { diagnostics.append(warning) }
    if !options.concerns.isEmpty {
      let coverage = Coverage(plan.graph, today: loaded.today)
      diagnostics += coverage.diagnostics(options.concerns, of: plan.graph)
    }
    diagnostics += others
    let policy = options.policy(loaded.settings)
    return PlannedSite(
      plan: plan, graph: plan.graph, settings: loaded.settings, counts: linked.counts, assets: assets,
      pictures: pictures,
      today: loaded.today, withheld: linked.withheld,
      diagnostics: policy.apply(to: linked.graph.sheetPlaces.moved(diagnostics)), differences: differences,
      previewOptions: options.previewOptions(today: loaded.inputs.currentDay), pagefind: pagefind,
      times: times)
  }
}
