import Content
import Diagnostics
import Graph
import Site

/// The steps from source folders to a planned site, one function for each.
package struct SitePipeline: Sendable {
  package let folders: SiteFolders
  package let options: BuildOptions
  let progress: @Sendable (BuildProgress) -> Void

  /// - Parameter progress: called from time to time with the progress; never by two threads at once.
  package init(
    _ folders: SiteFolders, options: BuildOptions = BuildOptions(),
    progress: @escaping @Sendable (BuildProgress) -> Void = { _ in }
  ) {
    self.folders = folders
    self.options = options
    self.progress = progress
  }

  /// Runs all steps. Throws only file system errors.
  ///
  /// - Parameter searching: whether to look for the program that creates the search index, if the site wants an index.
  package func plan(searching: Bool = false) async throws -> PlannedSite {
    var times = PhaseTimes()
    var start = ContinuousClock.now
    func finish(_ phase: BuildPhase) {
      times.add(phase, since: start)
      start = .now
    }
    let loaded = try load()
    finish(.load)
    // Runs while files are read; only planning the pages needs it.
    async let theme = loaded.theme()
    let wantsSearch = searching && loaded.settings.search
    let pagefind = wantsSearch ? await Pagefind.find() : nil
    let read = try await read(loaded)
    finish(.read)
    let all = try await link(read, loaded)
    let (linked, rules) = try takingRules(from: all, loaded.settings)
    finish(.link)
    let plan = await plan(
      linked.graph, loaded, theme, assets: linked.assets, rules: rules, hasSearch: pagefind != nil)
    finish(.plan)
    var others = collisions(plan, linked.assets)
    if wantsSearch, pagefind == nil { others.append(Pagefind.missing) }
    return planned(plan, linked, loaded, others: others, pagefind: pagefind, times: times)
  }

  /// The plan of the site, with the map laid out if Graphviz can do it.
  func plan(
    _ graph: IssueGraph, _ loaded: LoadedSite, _ theme: Theme, assets: [String],
    rules: HostRules = HostRules(), hasSearch: Bool = false
  ) async -> SitePlan {
    let (map, diagnostics) = await MapPlacing(options).place(MapOfIssues(graph))
    return SitePlan(
      graph: graph, theme: theme, editions: loaded.editions, today: loaded.today, map: map,
      diagnostics: diagnostics, copied: assets, rules: rules, hasSearch: hasSearch)
  }

  /// Diagnostics for files that would be written to the same path.
  func collisions(_ plan: SitePlan, _ assets: [String]) -> [Diagnostic] {
    AddressCollisions.find(pages: plan.pages.lazy.map(\.path), assets: assets, folders)
  }

  /// - Parameter others: the diagnostics of `collisions`, and any others about the plan.
  func planned(
    _ plan: SitePlan, _ linked: LinkedSite, _ loaded: LoadedSite, others: [Diagnostic],
    pagefind: Pagefind? = nil, times: PhaseTimes = PhaseTimes()
  ) -> PlannedSite {
    let assets = linked.assets.map { Asset(path: $0, source: folders.content.appending($0)) }
    var diagnostics = loaded.diagnostics + linked.diagnostics + plan.diagnostics
    if !options.concerns.isEmpty {
      let coverage = Coverage(linked.graph, today: loaded.today)
      diagnostics += coverage.diagnostics(options.concerns, of: linked.graph)
    }
    diagnostics += others
    let policy = DiagnosticPolicy(isStrict: options.isStrict, quiet: loaded.settings.quiet)
    return PlannedSite(
      plan: plan, graph: linked.graph, settings: loaded.settings, counts: linked.counts, assets: assets,
      withheld: linked.withheld,
      diagnostics: policy.apply(to: diagnostics), pagefind: pagefind, times: times)
  }
}
