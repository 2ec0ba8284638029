import Content
import Diagnostics
import FileSystem
import Site
import Text

extension SitePipeline {
  /// Reads settings, templates and editions, and lists the content.
  func load() throws(EnvironmentError) -> LoadedSite {
    progress(BuildProgress(phase: .load, done: 0, total: 0))
    var (settings, diagnostics) = try settings()
    if let baseURL = options.baseURL { settings.baseURL = baseURL }
    if options.isPreview {
      settings.host = nil
      settings.pageKinds[.fingerprints] = false
    }
    let listing = try ContentListing.list(
      folders, ignore: settings.ignore, documents: settings.documents)
    try requireContent(listing)
    let (overrides, found) = try templates()
    diagnostics += listing.diagnostics + found
    let (editions, problems) = settings.pageKinds[.changes] ? try EditionFolder(folders).readAll() : ([], [])
    diagnostics += problems
    if listing.sources.isEmpty { diagnostics.append(Self.emptySite(folders)) }
    return LoadedSite(
      settings: settings, today: today(settings, &diagnostics),
      templates: overrides,
      editions: editions, sources: listing.sources, assets: listing.assets,
      followsLinks: listing.followsLinks, diagnostics: diagnostics)
  }

  /// The settings in `site.yml`, with their diagnostics.
  func settings() throws(EnvironmentError) -> (SiteSettings, [Diagnostic]) {
    let path = "site.yml"
    guard folders.singleFile == nil,
      try FileStatus.of(folders.content.appending(path), followingLinks: true) != nil
    else { return (SiteSettings(switches: PageRegistry.switches), []) }
    switch try source(folders.content.appending(path), folders.sourcePath(path)) {
    case .failure(let tooLarge): return (SiteSettings(switches: PageRegistry.switches), [tooLarge.diagnostic])
    case .success(let source):
      return ContentReader.readSettings(
        InputFile(path: path, role: .settings, source: source), switches: PageRegistry.switches)
    }
  }

  /// Throws if the site's folder contains no content at all, because it is probably the wrong folder.
  private func requireContent(_ listing: ContentListing) throws(EnvironmentError) {
    guard folders.isItselfContent, listing.sources.isEmpty, listing.diagnostics.isEmpty else { return }
    throw EnvironmentError(
      "“\(folders.root.shown)” contains neither a Content folder nor a Markdown file",
      advice: "give the folder that contains the reports: standpoint build FOLDER")
  }

  private static func emptySite(_ folders: SiteFolders) -> Diagnostic {
    Diagnostic(
      .emptySite, at: nil, "there is nothing to build: “\(folders.content.name)” contains no Markdown file",
      suggestion: Suggestion("add a report, such as “first.md”, to “\(folders.sourcePath("reports"))”"))
  }

  /// Today's date in the site's time zone, unless the options set another date.
  func today(_ settings: SiteSettings, _ diagnostics: inout [Diagnostic]) -> PartialDate {
    if let today = options.today { return today }
    if let today = CalendarDay.today(in: settings.timeZone) { return today }
    let nearest = NearestName.match(settings.timeZone, among: CalendarDay.zoneNames)
    diagnostics.append(
      Diagnostic(
        .invalidValue, at: Place(path: folders.sourcePath("site.yml")),
        "unknown time zone “\(settings.timeZone)”",
        suggestion: nearest.map { Suggestion("did you mean “\($0)”?", replacement: $0) }
          ?? Suggestion("give a name such as “Europe/Berlin”, or “UTC”")))
    return CalendarDay.today(in: "UTC") ?? PartialDate(year: 1970)
  }

  /// The files of the site's own Templates/ folder by path below it, and diagnostics for files that are too large.
  func templates() throws(EnvironmentError) -> ([String: SourceText], [Diagnostic]) {
    guard let templates = folders.templates else { return ([:], []) }
    var overrides: [String: SourceText] = [:]
    var diagnostics: [Diagnostic] = []
    for path in try TemplateListing.list(templates) {
      switch try source(templates.appending(path), folders.templatePath(path)) {
      case .success(let source): overrides[path] = source
      case .failure(let tooLarge): diagnostics.append(tooLarge.diagnostic)
      }
    }
    return (overrides, diagnostics)
  }

  /// Reads one of the author's files; a failure if it is too large.
  func source(
    _ disk: DiskPath, _ sourcePath: String
  ) throws(EnvironmentError) -> Result<SourceText, TooLarge> {
    switch try FileReader.readSource(disk) {
    case .bytes(let bytes): .success(SourceText(path: sourcePath, bytes: bytes))
    case .tooLarge(let size): .failure(TooLarge(sourcePath: sourcePath, size: size))
    }
  }
}

/// One of the author's files is too large to read.
struct TooLarge: Error {
  let sourcePath: String
  /// In bytes.
  let size: Int

  var diagnostic: Diagnostic {
    let tenths = (size + 50_000) / 100_000
    return Diagnostic(
      .fileTooLarge, at: Place(path: sourcePath),
      "this file is too large: \(tenths / 10).\(tenths % 10) MB (the limit is \(FileReader.sourceLimit / 1_000_000) MB)",
      suggestion: Suggestion("split it into several files"))
  }
}
