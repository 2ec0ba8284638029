import FileSystem
import Workspace

/// The file statuses of the author's files, to detect changes without reading them. Only valid within one process.
package struct SourceFingerprint: Sendable, Hashable {
  fileprivate var statuses: [String: FileStatus] = [:]

  /// The absolute paths of files that have changed since `old`, including removed and new ones.
  func changes(since old: SourceFingerprint) -> Set<String> {
    var paths = Set(statuses.keys.filter { statuses[$0] != old.statuses[$0] })
    paths.formUnion(old.statuses.keys.filter { statuses[$0] == nil })
    return paths
  }

  /// The absolute paths, sorted, of files modified after an instant in nanoseconds since 1970.
  func files(after instant: Int) -> [String] {
    statuses.filter { $0.value.modified > instant }.map(\.key).sorted()
  }
}

extension SitePipeline {
  /// Throws if a file has changed since `old`: what was found out about the site then holds no longer.
  func requireUnchanged(since old: SourceFingerprint) throws(EnvironmentError) {
    guard let path = try fingerprint().changes(since: old).min() else { return }
    throw SiteChange.changed(DiskPath(path))
  }

  /// Takes the status of every content and template file, even if the folders were created or removed since. Of the files, only
  /// site.yml is read, for its `ignore:`.
  package func fingerprint() throws(EnvironmentError) -> SourceFingerprint {
    var fingerprint = SourceFingerprint()
    let settings = try settings().0
    let listing = try ContentListing.list(folders, ignore: settings.ignore, documents: settings.documents)
    var files = listing.sources.map { folders.content.appending($0.path) }
    files += listing.assets.map { folders.content.appending($0) }
    files.append(folders.content.appending("site.yml"))
    let editions = EditionFolder(folders)
    files += try editions.names().map(editions.path)
    if let templates = try folders.lookingAgain().templates {
      files += try TemplateListing.list(templates).map { templates.appending($0) }
    }
    for file in files {
      fingerprint.statuses[file.text] = try FileStatus.of(file, followingLinks: true)
    }
    return fingerprint
  }
}
