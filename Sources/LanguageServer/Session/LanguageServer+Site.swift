import Diagnostics
import FileSystem
import Graph
import Publishing
import Text
import Workspace

extension LanguageServer {
  /// Finds the folders of the site; without one, requests have empty answers.
  func openSite(_ site: String?) {
    let base = root.map { DiskPath($0) } ?? DiskPath.current
    let path = site.map { $0.hasPrefix("/") ? DiskPath($0) : base.appending($0) } ?? base
    do throws(EnvironmentError) {
      folders = try SiteFolders(
        SiteFolders.Arguments(site: path.text, content: setup.content, templates: setup.templates))
    } catch {
      tell("window/showMessage", MessageParams(type: 2, message: "Standpoint: \(error.message)"))
    }
  }

  /// Asks the client to say when files of the site change.
  func watchFiles() {
    guard client.watchesFiles, let folders else { return }
    let watchers = [
      folders.content.text, folders.root.appending("Templates").text,
      folders.root.appending(".standpoint").text,
    ]
    .map { RegistrationParams.Registration.Options.Watcher(globPattern: $0 + "/**") }
    ask(
      "client/registerCapability",
      RegistrationParams(registrations: [
        .init(
          id: "files", method: "workspace/didChangeWatchedFiles", registerOptions: .init(watchers: watchers))
      ]))
  }

  /// The path of a document below the content folder; nil: it is elsewhere.
  private func path(_ uri: String) -> String? {
    guard let folders, let disk = FileURI.path(uri) else { return nil }
    return Snapshot.path(disk, folders)
  }

  func didOpen(_ params: DidOpenParams) {
    let document = OpenDocument(params.textDocument)
    open[document.uri] = document
    changed(document.uri)
  }

  func didChange(_ params: DidChangeParams) {
    guard open[params.textDocument.uri] != nil else { return }
    open[params.textDocument.uri]?.apply(params, client.unit)
    changed(params.textDocument.uri)
  }

  func didClose(_ params: DocumentParams) {
    guard open.removeValue(forKey: params.textDocument.uri) != nil else { return }
    changed(params.textDocument.uri)
  }

  func didSave(_ params: DocumentParams) {
    guard let path = path(params.textDocument.uri) else { return }
    // A new file is not in the list of files yet.
    if analysis.map({ SiteFile(path, in: $0.graph) == nil }) ?? true { pending.isVague = true }
    pending.paths.insert(path)
    work()
  }

  func didChange(_ params: WatchedFilesParams) {
    for event in params.changes {
      // The text of an open document is the client's.
      if event.type == 2, open[event.uri] != nil { continue }
      if let path = path(event.uri), event.type == 2 {
        pending.paths.insert(path)
      } else {
        pending.isVague = true
      }
    }
    work()
  }

  private func changed(_ uri: String) {
    guard let path = path(uri) else { return }
    pending.paths.insert(path)
    work()
  }

  /// The open documents of the site, by their path below the content folder.
  private var documents: [String: OpenDocument] {
    var documents: [String: OpenDocument] = [:]
    for (uri, document) in open { if let path = path(uri) { documents[path] = document } }
    return documents
  }

  /// Starts an analysis, unless one is running: it will take the changes.
  func work() {
    guard working == nil, let folders, !pending.isEmpty else { return }
    working = Task {
      while !pending.isEmpty, !Task.isCancelled {
        let changes = pending
        pending = PendingWork()
        isCatchingUp = true
        await analyse(changes, folders)
        isCatchingUp = false
        wake()
      }
      working = nil
      wake()
    }
  }

  private func analyse(_ changes: PendingWork, _ folders: SiteFolders) async {
    let documents = documents
    if changes.isVague { published = nil }
    let pipeline = SitePipeline(
      folders, options: setup.options, files: ContentFiles(documents, over: folders))
    do {
      if let before = analysis, let site = before.site {
        adopt(try await Self.refreshed(site, pipeline, changes, documents, before))
      } else {
        try await load(pipeline, documents)
      }
    } catch is CancellationError {
    } catch {
      let failure = error as? EnvironmentError ?? EnvironmentError("cannot read the site: \(error)")
      tell("window/showMessage", MessageParams(type: 1, message: "Standpoint: \(failure.message)"))
    }
  }

  @concurrent private static func refreshed(
    _ site: IncrementalSite, _ pipeline: SitePipeline, _ changes: PendingWork,
    _ documents: [String: OpenDocument], _ before: SiteAnalysis
  ) async throws -> SiteAnalysis {
    let next = try await site.refreshed(pipeline, after: changes.changes(in: pipeline.folders))
    return try SiteAnalysis(next, pipeline, documents, before: before, changes: changes.paths)
  }

  /// Reads the whole site: first its graph, from which requests can be answered, then its pages.
  private func load(_ pipeline: SitePipeline, _ documents: [String: OpenDocument]) async throws {
    let (progress, steps) = AsyncStream<BuildProgress>.makeStream(bufferingPolicy: .bufferingNewest(1))
    let told = Task { await show(progress) }
    defer { steps.finish() }
    let watched = SitePipeline(
      pipeline.folders, options: pipeline.options, files: ContentFiles(documents, over: pipeline.folders),
      progress: { steps.yield($0) })
    let (linked, analysis) = try await Self.linked(watched, documents)
    self.analysis = analysis
    isCatchingUp = false
    wake()
    steps.finish()
    await told.value
    adopt(try await Self.planned(linked, pipeline, documents, analysis))
  }

  @concurrent private static func linked(
    _ pipeline: SitePipeline, _ documents: [String: OpenDocument]
  ) async throws -> (LinkedWorkspace, SiteAnalysis) {
    let linked = try await LinkedWorkspace.read(pipeline)
    return (linked, SiteAnalysis(linked, documents))
  }

  @concurrent private static func planned(
    _ linked: LinkedWorkspace, _ pipeline: SitePipeline, _ documents: [String: OpenDocument],
    _ before: SiteAnalysis
  ) async throws -> SiteAnalysis {
    try SiteAnalysis(
      await IncrementalSite(pipeline, planning: linked), pipeline, documents, before: before)
  }

  /// Shows how far the site is read.
  private func show(_ progress: AsyncStream<BuildProgress>) async {
    guard client.showsProgress else { return }
    let token = "standpoint-load"
    ask("window/workDoneProgress/create", ProgressToken(token: token))
    func say(_ value: ProgressParams.Value) { tell("$/progress", ProgressParams(token: token, value: value)) }
    say(ProgressParams.Value(kind: "begin", title: "Reading the site", percentage: 0))
    var last = 0
    for await step in progress where step.total > 0 {
      let half = step.phase == .read ? 0 : 50
      let percentage = half + 50 * step.done / step.total
      if percentage > last {
        last = percentage
        let files = "\(step.done) of \(step.total) files"
        say(ProgressParams.Value(kind: "report", message: files, percentage: percentage))
      }
    }
    say(ProgressParams.Value(kind: "end"))
  }

  private func adopt(_ next: SiteAnalysis) {
    analysis = next
    publish(next)
  }

  /// What requests are answered from; nil: there is no site.
  ///
  /// - Parameter latest: wait until all changes so far are analysed.
  func snapshot(waiting latest: Bool) async -> Snapshot? {
    while working != nil, analysis == nil || latest && (isCatchingUp || !pending.isEmpty) {
      // The first analysis is of use before its task ends.
      await withCheckedContinuation { waiting.append($0) }
    }
    guard let folders, let analysis else { return nil }
    return Snapshot(
      folders: folders, record: analysis.record, names: analysis.names,
      documents: latest ? analysis.documents : documents, diagnostics: analysis.diagnostics, client: client)
  }

  /// Lets requests go on that wait for an analysis.
  private func wake() {
    let all = waiting
    waiting = []
    for request in all { request.resume() }
  }
}
