import Content
import Diagnostics
import Editions
import FileSystem
import Graph
import Publishing
import Text
import Workspace

/// A site and the texts that it was made from, at one moment. Requests are answered from it.
struct Snapshot: Sendable {
  let folders: SiteFolders
  /// The positions of the site, and those that editions remember.
  let record: RecordHistory
  var graph: IssueGraph { record.graph }
  /// For completion; those of `graph`.
  let names: KnownNames
  /// The open documents, by their path below the content folder.
  var documents: [String: OpenDocument]
  /// By `sourcePath`.
  let diagnostics: [String: [DiagnosticList.Entry]]
  let client: ClientAbilities

  /// The path below the content folder; nil: the file is elsewhere.
  func path(_ uri: String) -> String? { FileURI.path(uri).flatMap { Self.path($0, folders) } }

  static func path(_ disk: DiskPath, _ folders: SiteFolders) -> String? {
    disk.relative(to: folders.content) ?? disk.resolved.relative(to: folders.content.resolved)
  }

  /// The address of a content file, as the client writes it if it has it open.
  func uri(_ path: String) -> String {
    documents[path]?.uri ?? FileURI.of(folders.content.appending(path))
  }

  /// The address of a file that diagnostics and places name.
  func uri(ofSource sourcePath: String) -> String {
    let disk = folders.diskPath(of: sourcePath)
    return disk.relative(to: folders.content).map { uri($0) } ?? FileURI.of(disk)
  }

  /// The lines of a file, open or on disk; nil: it cannot be read.
  func lines(_ path: String) -> LineIndex? {
    if let document = documents[path] { return document.lines }
    return (try? FileReader.readAll(folders.content.appending(path))).map { LineIndex($0) }
  }

  /// The lines of a file that diagnostics and places name.
  func lines(ofSource sourcePath: String) -> LineIndex? {
    let disk = folders.diskPath(of: sourcePath)
    if let path = disk.relative(to: folders.content) { return lines(path) }
    return (try? FileReader.readAll(disk)).map { LineIndex($0) }
  }

  /// A place for the client; the start of the file if it is a whole file, or cannot be read.
  func location(_ place: Place) -> FileLocation {
    var locator = FileLocator(self)
    return locator.location(place)
  }

  /// Places for the client; see `location(_:)`.
  func locations(_ places: [Place]) -> [FileLocation] {
    var locator = FileLocator(self)
    return places.map { locator.location($0) }
  }

  /// The open or saved text of a document, and the offset of a position in it.
  func cursor(_ document: DocumentIdentifier, _ position: TextPosition) -> (path: String, offset: Int)? {
    guard let path = path(document.uri), let lines = lines(path) else { return nil }
    return (path, lines.offset(of: position, client.unit))
  }

  /// The schema of the YAML of a file; nil for a file without.
  func schema(_ path: String) -> EditorSchema? {
    let role: InputFile.Role? =
      if case .input(let role) = FileRole(path: path, documents: graph.settings.documents) { role } else {
        nil
      }
    return EditorSchema(path: path, role: role)
  }

  /// The authored file at a path; nil: it is not part of the site.
  func file(_ path: String) -> SiteFile? { SiteFile(path, in: graph) }
}

/// Finds places for the client, and reads each file once.
struct FileLocator {
  private let snapshot: Snapshot
  /// By path, as places have it; files that cannot be read are empty.
  private var lines: [String: LineIndex] = [:]

  init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  /// See `Snapshot.location(_:)`.
  mutating func location(_ place: Place) -> FileLocation {
    let uri = snapshot.uri(ofSource: place.path)
    guard let range = place.range else { return FileLocation(uri: uri, range: .start) }
    if lines[place.path] == nil { lines[place.path] = snapshot.lines(ofSource: place.path) ?? LineIndex([]) }
    let found = lines[place.path]?.nextRange(of: range, snapshot.client.unit)
    return FileLocation(uri: uri, range: found ?? .start)
  }
}

/// One Markdown file of the site, with its links.
struct SiteFile {
  let header: FileHeader
  let links: DocumentLinks
  /// What its page is about.
  let subject: SymbolTarget
  /// Nil: it is not a report.
  let report: ReportEntry?

  /// nil: the graph has no such file.
  init?(_ path: String, in graph: IssueGraph) {
    if let entry = graph.reports.first(where: { $0.report.header.path == path }) {
      (header, links, subject, report) = (entry.report.header, entry.links, .report(entry.id), entry)
    } else if let issue = graph.issues.first(where: { $0.file?.header.path == path }), let file = issue.file {
      (header, links, subject, report) = (file.header, issue.links ?? .none, .issue(issue.id), nil)
    } else if let party = graph.parties.first(where: { $0.file?.header.path == path }), let file = party.file
    {
      (header, links, subject, report) = (file.header, party.links ?? .none, .party(party.id), nil)
    } else if let page = graph.authoredPages.first(where: { $0.page.header.path == path }) {
      (header, links, subject, report) = (page.page.header, page.links, .page(page.address), nil)
    } else {
      return nil
    }
  }
}
