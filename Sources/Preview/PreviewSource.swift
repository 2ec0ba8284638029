import Diagnostics
import FileSystem
import Publishing
import Site
import Workspace

/// Holds the current version of the site, answers requests, and notifies browsers of changes.
package actor PreviewSource {
  /// An event to report to the author.
  package enum Event: Sendable {
    /// The site was read, at the start or after a change.
    case read(PlannedSite)
    /// The site could not be read after a change; the previous version is still shown.
    case failed(EnvironmentError)
    /// The system does not report changes, so files are polled although this was not requested.
    case looksByItself
    /// After a change of `base-url:`, the pages are at this address of the server, such as `/briefing/`.
    case moved(String)
  }

  private var pipeline: SitePipeline
  /// Whether to poll files even if the system reports changes.
  private let polls: Bool
  private var watch: SourceWatch
  private let tell: @Sendable (Event) -> Void
  private var memory: IncrementalSite
  /// The version shown: the last one without errors, or the last one if all had errors.
  private var shown: PreviewSite
  /// The `reading` of the version shown.
  private var shownReading: Int
  /// The errors, formatted as in the terminal; nil without errors.
  private var problem: String?
  private var clients = LiveClients()
  /// Counts changes to style sheets, pictures and similar files. Starts at a random number, to distinguish runs of the preview.
  private var fileChanges = Int.random(in: 1...1_000_000_000)
  /// Changes that could not be read and must be tried again.
  private var owed = FileChanges()
  private var refreshing: Task<Void, Never>?
  private var listening: Task<Void, Never>?

  /// Reads the site. Throws file system errors.
  ///
  /// - Parameter polls: whether to poll files twice a second even if the system reports changes.
  package init(
    _ folders: SiteFolders, options: BuildOptions, polls: Bool = false,
    tell: @escaping @Sendable (Event) -> Void
  ) async throws {
    pipeline = SitePipeline(folders, options: options)
    self.polls = polls
    self.tell = tell
    // Watch before reading the files, so that changes in between are noticed.
    watch = SourceWatch(pipeline, polls: polls)
    do {
      memory = try await IncrementalSite.read(pipeline)
    } catch {
      watch.stop()
      throw error
    }
    shown = PreviewSite(memory.site)
    shownReading = memory.reading
    problem = ErrorText.of(memory.site, folders)
    tell(.read(memory.site))
    listen()
  }

  /// The address of the site's root on the server, such as `/` or `/briefing/`.
  package var address: String { RequestTarget.address(of: shown.base) }

  /// Stops watching and closes all event streams; the current version is still served.
  package func end() {
    listening?.cancel()
    watch.stop()
    clients.end()
  }

  /// The answer to a GET request for `target`, the raw request target.
  nonisolated func answer(to target: String) async -> PreviewAnswer {
    guard target.utf8.count <= RequestTarget.limit else {
      return PreviewAnswer(status: 414, "The address is too long.")
    }
    guard let target = RequestTarget(target) else {
      return PreviewAnswer(status: 400, "This is not a valid address.")
    }
    if target.path == LivePage.scriptPath { return LiveScript.answer }
    let (site, files) = await current()
    return LivePage.with(site.answer(to: target), files: files)
  }

  /// The events for a page, beginning with what the browser does not know yet.
  func events(_ subscription: LivePage.Subscription) -> AsyncStream<LiveEvent> {
    let (number, events) = clients.add(subscription.page, version: subscription.version) {
      [weak self] number in
      Task { await self?.forget(number) }
    }
    clients.tell(problem.map(LiveEvent.problem) ?? .fixed, to: number)
    if let files = subscription.files, files != fileChanges { clients.tell(.stale, to: number) }
    clients.tellVersions { PageVersion.of(shown.answer(to: $0)) }
    return events
  }

  private func forget(_ number: Int) { clients.remove(number) }

  private func listen() {
    if watch.isPolling, !polls { tell(.looksByItself) }
    listening?.cancel()
    listening = Task { [weak self, signals = watch.signals] in
      for await _ in signals { _ = await self?.refreshed() }
    }
  }

  private func current() async -> (PreviewSite, files: Int) {
    let site = await refreshed()
    return (site, fileChanges)
  }

  /// The current version, including every file that was closed or renamed before the call.
  private func refreshed() async -> PreviewSite {
    while true {
      if let refreshing {
        await refreshing.value
        continue
      }
      guard var changes = watch.take() else { return shown }
      changes.add(owed)
      owed = FileChanges()
      let task = Task { [changes] in await apply(changes) }
      refreshing = task
      await task.value
    }
  }

  private func apply(_ changes: FileChanges) async {
    do {
      try lookForTemplates()
      let next = try await memory.refreshed(pipeline, after: changes)
      adopt(next)
    } catch {
      owed = changes
      let failure = error as? EnvironmentError ?? EnvironmentError("cannot read the site: \(error)")
      tell(.failed(failure))
      show(problem: ErrorText.of(failure))
    }
    refreshing = nil
  }

  /// Checks whether the template folder was created or removed.
  private func lookForTemplates() throws {
    let folders = try pipeline.folders.lookingAgain()
    guard folders != pipeline.folders else { return }
    watch.stop()
    pipeline = SitePipeline(folders, options: pipeline.options)
    watch = SourceWatch(pipeline, polls: polls)
    listen()
  }

  private func adopt(_ next: IncrementalSite) {
    let isSame = next.reading == memory.reading
    let keepsPlaces = next.keepsAddresses && shownReading == memory.reading
    let (old, oldMemory) = (shown, memory)
    // A large site takes time to free, and a request may be waiting.
    defer { Task.detached(priority: .utility) { withExtendedLifetime((old, oldMemory)) {} } }
    memory = next
    if !isSame {
      tell(.read(next.site))
      if !next.site.diagnostics.hasErrors || shown.site.diagnostics.hasErrors {
        shown = keepsPlaces ? PreviewSite(next.site, placesOf: old) : PreviewSite(next.site)
        shownReading = next.reading
        if shown.base != old.base { tell(.moved(address)) }
        clients.tellVersions { PageVersion.of(shown.answer(to: $0)) }
      }
    }
    let files = next.changedAssets + (isSame || keepsPlaces ? [] : shown.changedThemeFiles(since: old))
    for path in files {
      fileChanges += 1
      clients.tell(.file(RequestTarget.address(of: shown.base + path), count: fileChanges))
    }
    show(problem: ErrorText.of(next.site, pipeline.folders))
  }

  private func show(problem: String?) {
    if problem == self.problem { return }
    self.problem = problem
    clients.tell(problem.map(LiveEvent.problem) ?? .fixed)
  }
}
