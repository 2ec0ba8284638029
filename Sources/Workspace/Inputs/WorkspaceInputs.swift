import Content
import Diagnostics
import FileSystem
import Graph
import Text

/// What a workspace is made from, besides the text of its files: the settings, the day and the list of files.
package struct WorkspaceInputs: Sendable {
  /// As `site.yml` has them; a caller may override some before it makes a workspace.
  package var settings: SiteSettings
  /// What readers may have cited, the oldest state first: its cells keep their anchors.
  package var published: [PublishedState] = []
  /// The day that decides which files are future or expired.
  package let today: PartialDate
  /// Drafts are part of the site.
  package let includesDrafts: Bool
  /// The site is one document; the files that it shows or links to are its assets.
  package let isSingleDocument: Bool
  package let listing: ContentListing
  /// Diagnostics of `site.yml`, of the list of files and of the time zone.
  package let diagnostics: [Diagnostic]

  /// Reads the settings and lists the files.
  ///
  /// Diagnostics: those of `site.yml`, of files that are left out (`link-out-of-content`, `link-cycle`, `invalid-file-name`,
  /// `special-file`), `empty-site`, and `invalid-value` for an unknown time zone. Throws if the disk cannot be read, or if
  /// the folder does not look like a site: it has neither a Content folder nor a Markdown file.
  ///
  /// - Parameters:
  ///   - switches: what `page-kinds:` can switch off.
  ///   - today: nil: today in the site's time zone.
  package static func read(
    _ folders: SiteFolders, from files: ContentFiles, switches: [PageSwitch], today: PartialDate? = nil,
    includesDrafts: Bool = false
  ) throws(EnvironmentError) -> WorkspaceInputs {
    var (settings, diagnostics) = try readSettings(folders, from: files, switches: switches)
    let listing = try ContentListing.list(folders, ignore: settings.ignore, documents: settings.documents)
    try requireContent(listing, in: folders)
    diagnostics += listing.diagnostics
    settings.unpublished = listing.unpublished
    settings.sources = try readSources(listing, from: files, &diagnostics)
    settings.sources.gone = goneSources(folders)
    readPublishedSources(folders, into: &settings.sources)
    if listing.sources.isEmpty { diagnostics.append(emptySite(folders)) }
    let day = today ?? CalendarDay.today(in: settings.timeZone)
    if day == nil { diagnostics.append(unknownTimeZone(settings.timeZone, in: folders)) }
    return WorkspaceInputs(
      settings: settings, today: day ?? fallbackDay, includesDrafts: includesDrafts,
      isSingleDocument: folders.singleFile != nil, listing: listing, diagnostics: diagnostics)
  }

  /// The addresses that `standpoint sources check` last found to be gone; none if it has not run.
  private static func goneSources(_ folders: SiteFolders) -> Set<String> {
    let path = folders.root.appending(".standpoint/" + SourceRecord.fileName)
    guard folders.singleFile == nil, let bytes = try? FileReader.readAll(path) else { return [] }
    let gone = SourceRecord.records(in: bytes).filter { $0.state == .gone }
    return Set(gone.map { SourceAddress.compared($0.address) })
  }

  /// Reads which sources had pages when `standpoint publish` published the site.
  private static func readPublishedSources(_ folders: SiteFolders, into library: inout SourceLibrary) {
    guard folders.singleFile == nil else { return }
    if let bytes = try? FileReader.readAll(folders.root.appending(".standpoint/published")) {
      let lines = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
      library.publishedSlugs = Set(lines.compactMap(SourceLibrary.slug(ofPage:)))
    }
    if let bytes = try? FileReader.readAll(folders.root.appending(SourceLibrary.ledgerPath)) {
      (library.publishedAddresses, library.publishedEntries) = SourceLibrary.ledger(bytes)
    }
  }

  /// Reads the descriptions of sources.
  private static func readSources(
    _ listing: ContentListing, from files: ContentFiles, _ diagnostics: inout [Diagnostic]
  ) throws(EnvironmentError) -> SourceLibrary {
    var entries: [SourceEntry] = []
    for path in listing.sourceDescriptions {
      switch try files.readFile(path).text {
      case .failure(let tooLarge): diagnostics.append(tooLarge.diagnostic)
      case .success(let source):
        if path == "sources.json" {
          let (found, problems) = SourceReader.entries(source)
          entries += found
          diagnostics += problems
        } else {
          let (entry, problems) = SourceReader.entry(source, path: path)
          entries.append(entry)
          diagnostics += problems
        }
      }
    }
    return entries.isEmpty ? SourceLibrary() : SourceLibrary(entries, diagnostics: &diagnostics)
  }

  /// Reads `site.yml`; without it, the settings are the defaults.
  package static func readSettings(
    _ folders: SiteFolders, from files: ContentFiles, switches: [PageSwitch]
  ) throws(EnvironmentError) -> (settings: SiteSettings, diagnostics: [Diagnostic]) {
    let path = "site.yml"
    var source = SourceText(path: folders.sourcePath(path), bytes: [])
    var problems: [Diagnostic] = []
    if folders.singleFile == nil, try files.version(path) != nil {
      switch try files.readFile(path).text {
      case .failure(let tooLarge): problems.append(tooLarge.diagnostic)
      case .success(let text): source = text
      }
    }
    let (settings, diagnostics) = ContentReader.readSettings(
      InputFile(path: path, role: .settings, source: source), switches: switches,
      languageFiles: folders.languageFiles)
    return (settings, problems + diagnostics)
  }

  /// The day in the site's time zone, now; UTC if there is no such time zone.
  package var currentDay: PartialDate { CalendarDay.today(in: settings.timeZone) ?? Self.fallbackDay }

  private static var fallbackDay: PartialDate { CalendarDay.today(in: "UTC") ?? PartialDate(year: 1970) }

  private static func requireContent(
    _ listing: ContentListing, in folders: SiteFolders
  ) throws(EnvironmentError) {
    guard folders.isItselfContent, listing.sources.isEmpty, listing.diagnostics.isEmpty else { return }
    throw EnvironmentError(
      "“\(folders.root.shown)” contains neither a Content folder nor a Markdown file",
      advice: "give the folder that contains the reports, or start a site: standpoint init my-briefing")
  }

  private static func emptySite(_ folders: SiteFolders) -> Diagnostic {
    Diagnostic(
      .emptySite, at: nil, "nothing to build: “\(folders.content.name)” contains no Markdown files",
      suggestion: Suggestion("add a report, such as “first.md”, to “\(folders.sourcePath("reports"))”"))
  }

  private static func unknownTimeZone(_ name: String, in folders: SiteFolders) -> Diagnostic {
    let nearest = NearestName.match(name, among: CalendarDay.zoneNames)
    return Diagnostic(
      .invalidValue, at: Place(path: folders.sourcePath("site.yml")), "unknown time zone “\(name)”",
      suggestion: nearest.map { Suggestion("did you mean “\($0)”?", replacement: $0) }
        ?? Suggestion("give a name such as “Europe/Berlin”, or “UTC”"))
  }

  /// The reader for the files.
  var reader: ContentReader {
    ContentReader(settings: settings, today: today, includesDrafts: includesDrafts)
  }

  /// Whether a file that was read with these inputs means the same with `other`.
  func readsLike(_ other: WorkspaceInputs) -> Bool {
    // Every setting may change what a document means, and so may the day.
    settings == other.settings && today == other.today && includesDrafts == other.includesDrafts
  }
}
