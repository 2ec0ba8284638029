import FileSystem
import Text

/// A cache of map layouts by Graphviz: one file for each map, in a folder outside the site.
///
/// Files that cannot be read or written are ignored.
package struct LayoutCache: Sendable {
  /// `$XDG_CACHE_HOME/standpoint`, otherwise `~/.cache/standpoint` (XDG Base Directory Specification); nil without either.
  package static var usualFolder: DiskPath? {
    if let value = Variables.value("XDG_CACHE_HOME"), value.hasPrefix("/") {
      return DiskPath(value).appending("standpoint")
    }
    return DiskPath.home?.appending(".cache/standpoint")
  }

  /// The maximum number of cached maps; the oldest are removed first.
  static let mostMaps = 32
  private static let ending = ".map"

  let folder: DiskPath

  /// The cached answer to `request`; nil if it is not in the cache.
  func answer(to request: [UInt8]) -> [UInt8]? {
    guard case .bytes(let bytes)? = try? FileReader.readSource(path(of: request)) else { return nil }
    // Each file has the request before its answer, to detect hash collisions.
    guard bytes.starts(with: request), bytes.count > request.count, bytes[request.count] == 0 else {
      return nil
    }
    return Array(bytes[(request.count + 1)...])
  }

  func keep(_ answer: [UInt8], of request: [UInt8]) {
    do {
      try FileWriter.makeFolders(folder)
      try FileWriter.write(request + [0] + answer, to: path(of: request))
      try dropOldest()
    } catch {
      // The next build runs Graphviz again.
    }
  }

  private func path(of request: [UInt8]) -> DiskPath {
    folder.appending(StableHash(request).digits + Self.ending)
  }

  private func dropOldest() throws(EnvironmentError) {
    UnfinishedFile.removeAbandoned(in: folder)
    var maps: [(modified: Int, path: DiskPath)] = []
    for entry in try FolderListing.entries(of: folder) where entry.isUTF8 && entry.name.hasSuffix(Self.ending)
    {
      let path = folder.appending(entry.name)
      guard let status = try FileStatus.of(path, followingLinks: false), status.kind == .regular else {
        continue
      }
      maps.append((status.modified, path))
    }
    for map in maps.sorted(by: { $0.modified > $1.modified }).dropFirst(Self.mostMaps) {
      FileWriter.remove(map.path)
    }
  }
}
