import FileSystem
import Workspace

/// The search index as part of the output: created from the staged pages and written like other files.
struct SearchIndex: Sendable {
  /// Its folder below the output folder.
  static let folder = "assets/pagefind"
  /// The file that every index contains.
  private static let entry = folder + "/pagefind-entry.json"
  /// Where Pagefind writes, below the staging folder; removed before the site is moved into place.
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

  /// The index of the old site, if it is still valid: no page was added, removed or changed.
  ///
  /// - Parameters:
  ///   - own: the paths of the old site's files.
  ///   - paths: the paths of the new site's files.
  ///   - written: the paths among them that are new or changed.
  static func kept(own: [String], paths: [String], written: some Sequence<String>) -> SearchIndex? {
    let index = own.filter { $0.utf8.starts(with: (folder + "/").utf8) }
    guard index.contains(entry), !written.contains(where: isPage) else { return nil }
    let new = Set(paths)
    guard own.allSatisfy({ !isPage($0) || new.contains($0) }) else { return nil }
    return SearchIndex(paths: index, outcomes: index.map { _ in .unchanged })
  }

  private static func isPage(_ path: String) -> Bool { path.utf8.suffix(5).elementsEqual(".html".utf8) }

  /// Creates the index of all pages in the staging folder, and writes there the index files that the old site does not have.
  ///
  /// - Parameter paths: the paths of the site's other files.
  static func make(
    _ pagefind: Pagefind, _ output: OutputFolder, _ staging: Staging, besides paths: [String]
  ) async throws -> SearchIndex {
    if let other = paths.first(where: { $0.utf8.starts(with: (folder + "/").utf8) }) {
      throw EnvironmentError(
        "“\(other)” conflicts with the folder of the search index",
        advice: "move this file, or add “search: off” to site.yml")
    }
    let scratch = output.staging.appending(Self.scratch)
    try await pagefind.run(site: output.staging, output: scratch)
    let isThere = try FileStatus.of(scratch, followingLinks: false) != nil
    let names = try isThere ? FolderListing.files(below: scratch).filter(isUsed) : []
    guard names.contains("pagefind-entry.json") else { throw Pagefind.error("the index is empty") }
    let outcomes = try await concurrentMap(names.count) { number in
      try staging.place(
        folder + "/" + names[number], try FileReader.readAll(scratch.appending(names[number])))
    }
    try FolderRemoval.removeAll(scratch)
    return SearchIndex(paths: names.map { folder + "/" + $0 }, outcomes: outcomes)
  }

  private static func isUsed(_ path: String) -> Bool { !unused.contains { path.hasPrefix($0) } }
}
