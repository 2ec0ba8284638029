import FileSystem
import Workspace

/// What a folder is to Standpoint, found out without reading its files.
package enum FolderPurpose: Sendable, Hashable {
  /// It holds a site: the folder of the content, the number of Markdown files, and whether the site is built.
  case site(content: DiskPath, documents: Int, isBuilt: Bool)
  /// It is inside the content of this site.
  case insideSite(DiskPath)
  /// It has Markdown files, and can be built as it is.
  case notes(documents: Int)
  /// It has nothing but dot-files.
  case empty
  /// It has files, but none that can be read.
  case other

  /// More entries are not looked at: a count must not take long in any folder.
  private static let mostEntries = 20_000

  package static func of(_ folder: DiskPath) -> FolderPurpose {
    if let site = SiteFolders.siteAbove(folder) { return .insideSite(site) }
    let content = folder.appending("Content")
    let isSite = (try? FileStatus.of(content, followingLinks: true))??.kind == .folder
    let hasSettings = (try? FileStatus.of(folder.appending("site.yml"), followingLinks: true)) ?? nil != nil
    let isBuilt = (try? FileStatus.of(folder.appending("Public"), followingLinks: true))??.kind == .folder
    let place = isSite ? content : folder
    let documents = documents(below: place)
    if isSite || hasSettings { return .site(content: place, documents: documents, isBuilt: isBuilt) }
    if documents > 0, folder.resolved != DiskPath.home, folder.text != "/" {
      return .notes(documents: documents)
    }
    let names = ((try? FolderListing.entries(of: folder)) ?? []).map(\.name)
    return names.contains { !$0.hasPrefix(".") } ? .other : .empty
  }

  private static func documents(below folder: DiskPath) -> Int {
    var (seen, found) = (0, 0)
    try? FolderListing.walk(folder) { entry, path throws(EnvironmentError) in
      seen += 1
      if seen > mostEntries || entry.name.hasPrefix(".") || path == "Public" || path == "Templates" {
        return false
      }
      let kind = try? entry.kind(at: folder.appending(path))
      if kind == .regular, FileRole.isMarkdown(path) { found += 1 }
      return kind == .folder
    }
    return found
  }
}
