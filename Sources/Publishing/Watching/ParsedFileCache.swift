import Content
import FileSystem

/// The parsed files of a site, in the order of its sources.
struct ParsedFileCache: Sendable {
  /// A parsed file and its status on disk just before it was read.
  struct File: Sendable {
    let status: FileStatus?
    let file: ReadFile
  }

  private(set) var files: [File] = []
  private var places: [String: Int] = [:]

  init() {}

  /// - Parameter sources: the sources of `files`, in the same order.
  init(_ files: [File], of sources: [ContentListing.Source]) {
    self.files = files
    places.reserveCapacity(sources.count)
    for (place, source) in sources.enumerated() { places[source.path] = place }
  }

  /// The file at a path below the content folder; nil if it is not in the cache.
  subscript(path: String) -> File? { places[path].map { files[$0] } }

  /// Replaces the file that was read from the same path.
  mutating func replace(_ path: String, with file: File) {
    if let place = places[path] { files[place] = file }
  }

  /// Only the files whose status is the same as when they were read.
  func unchanged(in folder: DiskPath) throws(EnvironmentError) -> ParsedFileCache {
    var kept = ParsedFileCache()
    for (path, place) in places {
      let status = try FileStatus.of(folder.appending(path), followingLinks: true)
      guard let status, status == files[place].status else { continue }
      kept.places[path] = kept.files.count
      kept.files.append(files[place])
    }
    return kept
  }
}
