import Content
import Diagnostics
import Editions
import FileSystem
import Graph
import Publishing
import Workspace

/// A site as the texts of one moment make it.
struct SiteAnalysis: Sendable {
  /// The texts that it was made from, by their path below the content folder.
  let documents: [String: OpenDocument]
  /// The positions of the site, and those that editions remember.
  let record: RecordHistory
  var graph: IssueGraph { record.graph }
  let names: KnownNames
  /// Nil: only the graph is known, and the pages are not planned yet.
  let site: IncrementalSite?
  /// What `standpoint check` reports, by `sourcePath`; what does not belong to a file is listed at `site.yml`.
  let diagnostics: [String: [DiagnosticList.Entry]]
  /// The files whose text has changed since the analysis before, below the content folder.
  let changes: Set<String>

  private init(
    _ record: RecordHistory, _ documents: [String: OpenDocument], site: IncrementalSite?, names: KnownNames,
    diagnostics: [String: [DiagnosticList.Entry]], changes: Set<String>
  ) {
    self.record = record
    self.documents = documents
    self.site = site
    self.names = names
    self.diagnostics = diagnostics
    self.changes = changes
  }

  /// The first analysis: the graph alone, without what editions remember, which takes longer to find out.
  init(_ linked: LinkedWorkspace, _ documents: [String: OpenDocument]) {
    self.init(
      RecordHistory(linked.graph), documents, site: nil, names: KnownNames(linked.graph), diagnostics: [:],
      changes: [])
  }

  /// - Parameter before: the analysis before; its names are kept while the names of the site are the same.
  init(
    _ site: IncrementalSite, _ pipeline: SitePipeline, _ documents: [String: OpenDocument],
    before: SiteAnalysis?, changes: Set<String> = []
  ) throws {
    let record = site.site.plan.record
    let graph = record.graph
    let keepsNames = site.keepsAddresses && before?.site != nil
    let found = try SiteCheck.diagnostics(of: site.site, pipeline)
    let settings = pipeline.folders.sourcePath("site.yml")
    self.init(
      record, documents, site: site,
      names: keepsNames ? before?.names ?? KnownNames(graph) : KnownNames(graph),
      diagnostics: Dictionary(grouping: found.entries) { $0.diagnostic.place?.path ?? settings },
      changes: changes)
  }
}

/// What has changed since the last analysis, and how the next one reads the texts.
struct PendingWork: Sendable {
  /// Paths below the content folder whose text has changed.
  var paths: Set<String> = []
  /// Any file may have changed.
  var isVague = false

  var isEmpty: Bool { paths.isEmpty && !isVague }

  /// As the preview is told about changes to files.
  func changes(in folders: SiteFolders) -> FileChanges {
    var changes = FileChanges()
    changes.paths = Set(paths.map { folders.content.appending($0).text })
    changes.isVague = isVague
    return changes
  }
}

extension ContentFiles {
  /// The files on disk, with the texts of open documents in their place.
  init(_ documents: [String: OpenDocument], over folders: SiteFolders) {
    let disk = ContentFiles(onDisk: folders, followsHead: true)
    self = disk
    readFile = { (path) throws(EnvironmentError) in
      guard let document = documents[path] else { return try disk.readFile(path) }
      let source = SourceText(path: folders.sourcePath(path), bytes: document.bytes)
      guard document.bytes.count <= FileReader.sourceLimit else { return try disk.readFile(path) }
      return FileText(text: .success(source), version: .unsaved(document.version))
    }
    version = { (path) throws(EnvironmentError) in
      guard let document = documents[path] else { return try disk.version(path) }
      return .unsaved(document.version)
    }
  }
}
