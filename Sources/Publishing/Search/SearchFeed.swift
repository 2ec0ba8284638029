import FileSystem
import Text
import Workspace

/// A file of the new site that is in the staging folder, or that the old site has with the same bytes.
struct PlacedFile: Sendable {
  let path: String
  let outcome: Staging.Outcome
  /// What the search index takes from it; nil: nothing.
  var searched: Searched?

  /// A page as a part of the search index.
  struct Searched: Sendable {
    /// The number of the part.
    let part: Int
    /// The hash of what Pagefind reads.
    let hash: UInt64
    /// Whether it is already where Pagefind reads it.
    let isFed: Bool
  }

  /// Whether it is an HTML file.
  var isPage: Bool { Self.isPage(path) }

  static func isPage(_ path: String) -> Bool { path.utf8.suffix(5).elementsEqual(".html".utf8) }
}

/// The folders below the staging folder where Pagefind reads what is searched, and where it writes the parts of the index.
struct SearchFeed: Sendable {
  /// Removed before the site is moved into place.
  private static let scratch = ".standpoint-index"

  let parts: SearchParts
  private let output: OutputFolder
  private let staging: Staging
  private let folders: [OpenFolder]
  private let reports: Set<String>

  /// Creates the folders.
  ///
  /// - Parameter reports: the paths of the pages that are reports.
  init(
    _ parts: SearchParts, reports: Set<String>, _ output: OutputFolder, _ staging: Staging
  ) throws(EnvironmentError) {
    self.parts = parts
    self.reports = reports
    self.output = output
    self.staging = staging
    var folders: [OpenFolder] = []
    for part in 0..<parts.count {
      let folder = Self.folder(part, output).appending("site")
      try FileWriter.makeFolders(folder)
      folders.append(try OpenFolder(folder))
    }
    self.folders = folders
  }

  /// Must be called once, at the end.
  func close() {
    for folder in folders { folder.close() }
  }

  /// Removes the folders with everything in them.
  func remove() throws(EnvironmentError) {
    try FolderRemoval.removeAll(output.staging.appending(Self.scratch))
  }

  private static func folder(_ part: Int, _ output: OutputFolder) -> DiskPath {
    let top = output.staging.appending(scratch)
    return part == 0 ? top : top.appending("part-\(part)")
  }

  /// Where Pagefind reads the pages of a part, and where it writes.
  func place(of part: Int) -> (site: DiskPath, index: DiskPath) {
    let folder = Self.folder(part, output)
    return (folder.appending("site"), folder.appending("index"))
  }

  /// Notes what is searched of a file, and writes it to where Pagefind reads it.
  ///
  /// - Parameter writes: whether its part will be created again, as far as that is known.
  func placed(
    _ path: String, _ outcome: Staging.Outcome, _ bytes: [UInt8], writes: Bool
  ) throws(EnvironmentError) -> PlacedFile {
    var file = PlacedFile(path: path, outcome: outcome)
    guard file.isPage, let text = SearchedText(bytes) else { return file }
    file.searched = try searched(path, text.page, writes: writes)
    return file
  }

  /// The same files as pages that Pagefind reads as a whole. Without the mark of searched text, it reads each page.
  func whole(_ files: [PlacedFile]) async throws -> [PlacedFile] {
    try await concurrentMap(files.count) { number in
      var file = files[number]
      file.searched = try searched(file.path, try staging.read(file.path, file.outcome), writes: false)
      return file
    }
  }

  private func searched(
    _ path: String, _ page: [UInt8], writes: Bool
  ) throws(EnvironmentError) -> PlacedFile.Searched {
    let part = parts.part(of: path, isReport: reports.contains(path))
    if writes { try folders[part].write(page, to: path) }
    return PlacedFile.Searched(part: part, hash: StableHash(page).value, isFed: writes)
  }

  /// Writes those files to where Pagefind reads them that are not there.
  func complete(_ files: [PlacedFile]) async throws {
    let missing = files.filter { $0.searched?.isFed == false }
    _ = try await concurrentMap(missing.count) { number in
      let file = missing[number]
      let bytes = try staging.read(file.path, file.outcome)
      guard let searched = file.searched else { return }
      let place = place(of: searched.part).site.appending(file.path)
      if try FileStatus.of(place, followingLinks: false) != nil { return }
      try folders[searched.part].write(SearchedText(bytes)?.page ?? bytes, to: file.path)
    }
  }
}
