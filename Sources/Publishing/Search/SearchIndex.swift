import FileSystem
import Workspace

/// The search index as part of the output: made from the staged pages, written like other files.
struct SearchIndex: Sendable {
  /// Where it lies below the output folder.
  static let folder = "assets/pagefind"
  /// Without this file there is no index.
  private static let entry = folder + "/pagefind-entry.json"
  /// Where Pagefind writes, below the staging folder; gone before the site is in place.
  private static let scratch = ".standpoint-index"
  /// Interfaces that Pagefind brings along and that ours takes the place of.
  private static let unused = [
    "pagefind-ui.", "pagefind-modular-ui.", "pagefind-component-ui.", "pagefind-highlight.",
  ]

  /// Sorted.
  let paths: [String]
  /// One an entry of `paths`.
  let outcomes: [Staging.Outcome]

  /// Those that the old site has just so.
  var unchanged: [String] { paths.indices.filter { outcomes[$0] == .unchanged }.map { paths[$0] } }

  /// No index.
  static let none = SearchIndex(paths: [], outcomes: [])

  /// The index of the old site, if it holds for the new one as well: no page has come, gone or changed.
  ///
  /// - Parameters:
  ///   - own: the files of the old site.
  ///   - paths: those of the new one.
  ///   - written: those of the new one that are new or changed.
  static func kept(own: [String], paths: [String], written: some Sequence<String>) -> SearchIndex? {
    let index = own.filter { $0.utf8.starts(with: (folder + "/").utf8) }
    guard index.contains(entry), !written.contains(where: isPage) else { return nil }
    let new = Set(paths)
    guard own.allSatisfy({ !isPage($0) || new.contains($0) }) else { return nil }
    return SearchIndex(paths: index, outcomes: index.map { _ in .unchanged })
  }

  private static func isPage(_ path: String) -> Bool { path.utf8.suffix(5).elementsEqual(".html".utf8) }

  /// Makes the index of all pages of the staging folder, and puts into it what the old site does not have.
  ///
  /// - Parameter paths: the other files of the site.
  static func make(
    _ pagefind: Pagefind, _ output: OutputFolder, _ staging: Staging, besides paths: [String]
  ) async throws -> SearchIndex {
    if let other = paths.first(where: { $0.utf8.starts(with: (folder + "/").utf8) }) {
      throw EnvironmentError(
        "“\(other)” is in the place of the search index",
        advice: "move that file, or add “search: off” to site.yml")
    }
    let scratch = output.staging.appending(Self.scratch)
    try await pagefind.run(site: output.staging, output: scratch)
    let isThere = try FileStatus.of(scratch, followingLinks: false) != nil
    let names = try isThere ? FolderListing.files(below: scratch).filter(isUsed) : []
    guard names.contains("pagefind-entry.json") else { throw Pagefind.error("it created no index") }
    let outcomes = try await concurrentMap(names.count) { number in
      try staging.place(
        folder + "/" + names[number], try FileReader.readAll(scratch.appending(names[number])))
    }
    try FolderRemoval.removeAll(scratch)
    return SearchIndex(paths: names.map { folder + "/" + $0 }, outcomes: outcomes)
  }

  private static func isUsed(_ path: String) -> Bool { !unused.contains { path.hasPrefix($0) } }
}
