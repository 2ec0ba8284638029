import FileSystem
import Foundation
import Workspace

/// The search index as part of the output: one or more parts, created from the pages that are searched, and written like
/// other files.
struct SearchIndex: Sendable {
  /// Its folder below the output folder.
  static let folder = "assets/pagefind"
  /// The file that every part contains.
  static let entry = "pagefind-entry.json"
  /// Tells the search script how many parts there are, and the next build what they were made of.
  static let recordPath = folder + "/parts.json"
  /// Pagefind's own user interfaces, which the theme's search replaces.
  private static let unused = [
    "pagefind-ui.", "pagefind-modular-ui.", "pagefind-component-ui.", "pagefind-highlight.",
  ]
  /// Files that only the first part needs: the program that searches all of them.
  private static let shared = ["pagefind.js", "pagefind-worker.", "wasm."]

  /// What Pagefind made of some pages.
  struct Part: Sendable {
    /// Of the pages that it was made of.
    let digest: String
    /// The version of Pagefind; nil if it does not say.
    let version: String?
    let paths: [String]
    /// One for each entry of `paths`.
    let outcomes: [Staging.Outcome]

    /// A part without pages.
    static let none = Part(digest: "", version: nil, paths: [], outcomes: [])
  }

  /// The contents of the record.
  struct Record: Codable, Sendable, Equatable {
    /// The version of Pagefind; nil if it does not say.
    let version: String?
    /// One for each part; empty for one without pages.
    let digests: [String]
  }

  let parts: [Part]
  /// What happened to the record; nil without parts.
  private(set) var recordOutcome: Staging.Outcome?

  /// An empty index.
  static let none = SearchIndex(parts: [], recordOutcome: nil)

  var paths: [String] { parts.flatMap(\.paths) + (recordOutcome == nil ? [] : [Self.recordPath]) }
  /// One for each entry of `paths`.
  var outcomes: [Staging.Outcome] { parts.flatMap(\.outcomes) + (recordOutcome.map { [$0] } ?? []) }

  /// The paths of files that the old site has with the same bytes.
  var unchanged: [String] { zip(paths, outcomes).filter { $0.1 == .unchanged }.map(\.0) }

  private static func isIndex(_ path: String) -> Bool { path.utf8.starts(with: (folder + "/").utf8) }

  /// Throws if one of the site's other files would be part of the index.
  static func check(_ paths: [String]) throws(EnvironmentError) {
    guard let other = paths.first(where: isIndex) else { return }
    throw EnvironmentError(
      "“\(other)” conflicts with the folder of the search index",
      advice: "move this file, or add “search: off” to site.yml")
  }

  /// The folder of a part below the output folder.
  static func folder(of part: Int) -> String { part == 0 ? folder : folder + "/part-\(part)" }

  // MARK: The old site's index

  /// The parts among the old site's files; empty without an index, or with one of another kind.
  static func old(_ inventory: OutputInventory, _ output: OutputFolder) -> [Part] {
    let files = inventory.own.filter(isIndex)
    guard files.contains(recordPath), let bytes = try? FileReader.readAll(output.path.appending(recordPath)),
      let record = try? JSONDecoder().decode(Record.self, from: Data(bytes))
    else { return [] }
    let others = Set((1..<max(1, record.digests.count)).map { folder(of: $0) })
    return record.digests.enumerated().map { number, digest in
      let top = folder(of: number) + "/"
      let own = files.filter { path in
        guard path.hasPrefix(top), path != recordPath else { return false }
        return number > 0 || !others.contains { path.hasPrefix($0 + "/") }
      }
      // Without its entry, a part is of no use.
      return Part(
        digest: own.contains(top + entry) ? digest : "", version: record.version, paths: own,
        outcomes: own.map { _ in .unchanged })
    }
  }

  // MARK: A new index

  /// Writes the record of some parts.
  init(_ parts: [Part], _ staging: Staging) throws {
    self.parts = parts
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let record = Record(version: parts.first?.version, digests: parts.map(\.digest))
    recordOutcome = try staging.place(Self.recordPath, Array(encoder.encode(record)) + [UInt8(ascii: "\n")])
  }

  /// Whether a part needs a file that Pagefind makes.
  fileprivate static func isUsed(_ name: String, by part: Int) -> Bool {
    !(part == 0 ? unused : unused + shared).contains { name.hasPrefix($0) }
  }

  private init(parts: [Part], recordOutcome: Staging.Outcome?) {
    self.parts = parts
    self.recordOutcome = recordOutcome
  }
}

extension SearchIndex.Part {
  /// Creates the part of the index that has been fed, and writes those of its files that the old site does not have.
  static func make(
    _ number: Int, digest: String, _ pagefind: Pagefind, _ feed: SearchFeed, _ staging: Staging
  ) async throws -> SearchIndex.Part {
    let (site, index) = feed.place(of: number)
    try await pagefind.run(site: site, output: index)
    let isThere = try FileStatus.of(index, followingLinks: false) != nil
    let names =
      try isThere ? FolderListing.files(below: index).filter { SearchIndex.isUsed($0, by: number) } : []
    guard names.contains(SearchIndex.entry) else { throw Pagefind.error("the index is empty") }
    let folder = SearchIndex.folder(of: number) + "/"
    let outcomes = try await concurrentMap(names.count) {
      try staging.place(folder + names[$0], try FileReader.readAll(index.appending(names[$0])))
    }
    let version = version(try FileReader.readAll(index.appending(SearchIndex.entry)))
    try FolderRemoval.removeAll(index)
    return SearchIndex.Part(
      digest: digest, version: version, paths: names.map { folder + $0 }, outcomes: outcomes)
  }

  private static func version(_ entry: [UInt8]) -> String? {
    struct Entry: Decodable { let version: String? }
    return (try? JSONDecoder().decode(Entry.self, from: Data(entry)))?.version
  }
}
