import Content
import Diagnostics
import Editions
import FileSystem
import Site
import Workspace

/// The parts of a site that are read before its Markdown files: settings, the list of files, templates and editions.
package struct LoadedSite: Sendable {
  let inputs: WorkspaceInputs
  /// The site's own templates, by path.
  let templates: [String: SourceText]
  /// Oldest first.
  let editions: [Edition]
  /// What `standpoint publish` published, the oldest state first.
  let published: [Edition]
  /// The folder with the files of the editions.
  let folder: EditionFolder
  /// All diagnostics so far, including those of `inputs`.
  let diagnostics: [Diagnostic]

  /// The editions, and what the site leaves out now.
  func archive(withheld: [WithheldPage]) -> EditionArchive {
    EditionArchive(
      editions, withheld: withheld.map(FrozenWithheldReport.init), published: published
    ) { [folder] in
      try? folder.bytes(of: $0)
    }
  }

  var settings: SiteSettings { inputs.settings }
  var today: PartialDate { inputs.today }

  /// The templates, the site's own in place of built-in ones; reading them takes a while.
  func theme() -> Theme {
    Theme(
      overrides: templates, language: settings.language, stanceNames: settings.stanceNames,
      fingerprints: settings.pageKinds[.fingerprints])
  }
}

extension SitePipeline {
  /// Reads settings, templates and editions, and lists the content.
  func load() throws(EnvironmentError) -> LoadedSite {
    progress(BuildProgress(phase: .load, done: 0, total: 0))
    var inputs = try inputs()
    for path in inputs.listing.unfinished {
      UnfinishedFile.removeIfAbandoned(folders.content.appending(path))
    }
    let (templates, tooLarge) = try templates()
    let (editions, problems) = try EditionFolder(folders).readAll()
    let published = try PublicationLedger.read(folders)
    inputs.published = (editions.filter(\.isPublic) + published).map(\.published)
    // Anchors are those of all editions, but the record of a day tells nothing of later ones.
    let day = options.recordDay?.lastDayNumber
    return LoadedSite(
      inputs: inputs, templates: templates,
      editions: day.map { day in editions.filter { $0.date.dayNumber <= day } } ?? editions,
      published: day == nil ? published : [],
      folder: EditionFolder(folders),
      diagnostics: inputs.diagnostics + tooLarge + problems)
  }

  /// What the workspace is made from, with the settings that the command line or the preview overrides.
  private func inputs() throws(EnvironmentError) -> WorkspaceInputs {
    let lastDay = options.recordDay.map { PartialDate(dayNumber: $0.lastDayNumber) }
    var inputs = try WorkspaceInputs.read(
      folders, from: files, switches: PageRegistry.switches, today: options.today ?? lastDay,
      includesDrafts: options.includesDrafts)
    inputs.settings.recordDay = options.recordDay
    if options.listsAllDiagnostics {
      inputs.settings.limits[.diagnosticsOfOneCause] = .max
      inputs.settings.limits[.diagnosticsOfOneKind] = .max
    }
    if let baseURL = options.baseURL { inputs.settings.baseURL = baseURL }
    if let name = options.previewName {
      inputs.settings.previewName = name
      inputs.settings.pageKinds[.feeds] = false
    }
    if options.isPreview {
      inputs.settings.host = nil
      inputs.settings.pageKinds[.fingerprints] = false
    }
    return inputs
  }

  /// The settings in `site.yml`, and its diagnostics.
  func settings() throws(EnvironmentError) -> (SiteSettings, [Diagnostic]) {
    try WorkspaceInputs.readSettings(folders, from: files, switches: PageRegistry.switches)
  }

  /// The files of the site's own template folder, by path below it, and diagnostics of those that are too large.
  func templates() throws(EnvironmentError) -> ([String: SourceText], [Diagnostic]) {
    guard let templates = folders.templates else { return ([:], []) }
    var overrides: [String: SourceText] = [:]
    var diagnostics: [Diagnostic] = []
    for path in try TemplateListing.list(templates) {
      switch try FileText(onDisk: templates.appending(path), sourcePath: folders.templatePath(path)).text {
      case .success(let source): overrides[path] = source
      case .failure(let tooLarge): diagnostics.append(tooLarge.diagnostic)
      }
    }
    return (overrides, diagnostics)
  }
}
