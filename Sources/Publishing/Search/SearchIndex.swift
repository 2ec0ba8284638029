import FileSystem
import Workspace

/// The search index as part of the output: created from the pages that are searched, and written like other files.
struct SearchIndex: Sendable {
  /// Its folder below the output folder.
  static let folder = "assets/pagefind"
  /// The file that every index contains.
  private static let entry = folder + "/pagefind-entry.json"
  /// Where Pagefind reads and writes, below the staging folder; removed before the site is moved into place.
  private static let scratch = ".standpoint-index"
  /// Pagefind's own user interfaces, which the theme's search replaces.
  private static let unused = [
    "pagefind-ui.", "pagefind-modular-ui.", "pagefind-component-ui.", "pagefind-highlight.",
  ]

  /// Sorted.
  let paths: [String]
  /// One for each entry of `paths`.
  let outcomes: [Staging.Outcome]

  /// The paths of files that the old site has with the same bytes.
  var unchanged: [String] { paths.indices.filter { outcomes[$0] == .unchanged }.map { paths[$0] } }

  /// An empty index.
  static let none = SearchIndex(paths: [], outcomes: [])

  /// The index among the old site's files; nil without one.
  static func old(_ own: [String]) -> SearchIndex? {
    let index = own.filter(isIndex)
    guard index.contains(entry) else { return nil }
    return SearchIndex(paths: index, outcomes: index.map { _ in .unchanged })
  }

  private static func isIndex(_ path: String) -> Bool { path.utf8.starts(with: (folder + "/").utf8) }

  /// Throws if one of the site's other files would be part of the index.
  static func check(_ paths: [String]) throws(EnvironmentError) {
    guard let other = paths.first(where: isIndex) else { return }
    throw EnvironmentError(
      "“\(other)” conflicts with the folder of the search index",
      advice: "move this file, or add “search: off” to site.yml")
  }

  /// Creates the index of some files of the new site, and writes the files of the index that the old site does not have.
  ///
  /// - Parameter files: their paths, and what happened to them.
  static func make(
    _ pagefind: Pagefind, _ output: OutputFolder, _ staging: Staging, of files: [(String, Staging.Outcome)]
  ) async throws -> SearchIndex {
    let scratch = output.staging.appending(Self.scratch)
    try FolderRemoval.removeAll(scratch)
    // An index that was made of fewer files.
    try FolderRemoval.removeAll(output.staging.appending(folder))
    let (site, index) = (scratch.appending("site"), scratch.appending("index"))
    try FileWriter.makeFolders(site)
    try await link(files, staging, into: site)
    try await pagefind.run(site: site, output: index)
    let isThere = try FileStatus.of(index, followingLinks: false) != nil
    let names = try isThere ? FolderListing.files(below: index).filter(isUsed) : []
    guard names.contains("pagefind-entry.json") else { throw Pagefind.error("the index is empty") }
    let outcomes = try await concurrentMap(names.count) { number in
      try staging.place(folder + "/" + names[number], try FileReader.readAll(index.appending(names[number])))
    }
    try FolderRemoval.removeAll(scratch)
    return SearchIndex(paths: names.map { folder + "/" + $0 }, outcomes: outcomes)
  }

  private static func link(
    _ files: [(String, Staging.Outcome)], _ staging: Staging, into site: DiskPath
  ) async throws {
    let folder = try OpenFolder(site)
    defer { folder.close() }
    _ = try await concurrentMap(files.count) { try staging.link(files[$0].0, files[$0].1, into: folder) }
  }

  private static func isUsed(_ path: String) -> Bool { !unused.contains { path.hasPrefix($0) } }
}
