import FileSystem
import Text

/// What Graphviz said of maps before, a file a map, in a folder outside of any site.
///
/// A cache: what cannot be read or written is as good as not there.
package struct LayoutCache: Sendable {
  /// `$XDG_CACHE_HOME/standpoint`, else `~/.cache/standpoint` (XDG Base Directory Specification); nil without either.
  package static var usualFolder: DiskPath? {
    if let value = Variables.value("XDG_CACHE_HOME"), value.hasPrefix("/") {
      return DiskPath(value).appending("standpoint")
    }
    return DiskPath.home?.appending(".cache/standpoint")
  }

  /// The most maps that are kept; the oldest go first.
  static let mostMaps = 32
  private static let ending = ".map"

  let folder: DiskPath

  /// The answer to `request`; nil: it was never asked, or is not kept.
  func answer(to request: [UInt8]) -> [UInt8]? {
    guard case .bytes(let bytes)? = try? FileReader.readSource(path(of: request)) else { return nil }
    // The request stands before its answer: two requests of one hash are told apart.
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
      // The next build asks again.
    }
  }

  private func path(of request: [UInt8]) -> DiskPath {
    folder.appending(StableHash(request).digits + Self.ending)
  }

  private func dropOldest() throws(EnvironmentError) {
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
