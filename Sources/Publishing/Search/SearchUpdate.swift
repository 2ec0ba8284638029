import FileSystem
import Text
import Workspace

/// Decides which parts of the old site's search index are still right, and makes the others.
struct SearchUpdate: Sendable {
  /// The number of parts that are made at once.
  private static let atOnce = 2

  private let pagefind: Pagefind
  private let feed: SearchFeed
  private let staging: Staging
  /// Empty without an index that fits.
  private let old: [SearchIndex.Part]

  /// Throws if a file has the path of an index file.
  init(
    _ pagefind: Pagefind, _ contents: OutputContents, _ output: OutputFolder, _ inventory: OutputInventory,
    _ staging: Staging
  ) throws(EnvironmentError) {
    try SearchIndex.check(contents.paths)
    self.pagefind = pagefind
    self.staging = staging
    let parts = SearchParts(
      general: contents.searched.count - contents.reports.count, reports: contents.reports.count,
      limit: contents.indexPart)
    let old = SearchIndex.old(inventory, output)
    self.old = old.count == parts.count ? old : []
    feed = try SearchFeed(parts, reports: Set(contents.reports.map(contents.path)), output, staging)
  }

  /// Must be called once, at the end.
  func close() { feed.close() }

  /// The indices of the files that are usually searched, and of all others.
  func order(_ contents: OutputContents) -> (searched: [Int], others: [Int]) {
    let own = contents.assets.indices.filter { PlacedFile.isPage(contents.assets[$0].path) }
    let searched = contents.searched + own.map { contents.pages.count + $0 }
    let known = Set(searched)
    return (searched, (0..<contents.count).filter { !known.contains($0) })
  }

  // MARK: What the index takes from a file

  func placed(
    _ path: String, _ outcome: Staging.Outcome, _ bytes: [UInt8]
  ) throws(EnvironmentError) -> PlacedFile {
    try feed.placed(path, outcome, bytes, writes: old.isEmpty || outcome == .written)
  }

  func placed(_ asset: Asset, _ outcome: Staging.Outcome) throws(EnvironmentError) -> PlacedFile {
    guard PlacedFile.isPage(asset.path) else { return PlacedFile(path: asset.path, outcome: outcome) }
    return try placed(asset.path, outcome, try asset.read())
  }

  // MARK: The index

  /// The parts that files change for sure, whatever others there are.
  func changed(_ files: [PlacedFile]) -> [Int] {
    let digests = digests(files)
    let written = Set(files.lazy.filter { $0.outcome == .written }.compactMap(\.searched?.part))
    return digests.indices.filter { part in
      digests[part] != nil && (old.isEmpty || written.contains(part) && digests[part] != old[part].digest)
    }
  }

  /// Makes some parts of the index, which have those of `files` that belong to them.
  func make(_ parts: [Int], of files: [PlacedFile]) async throws -> [Int: SearchIndex.Part] {
    let digests = digests(files)
    var made: [Int: SearchIndex.Part] = [:]
    try await withThrowingTaskGroup(of: (Int, SearchIndex.Part).self) { group in
      var waiting = parts.makeIterator()
      func add() {
        guard let part = waiting.next() else { return }
        group.addTask {
          try await feed.complete(files.filter { $0.searched?.part == part })
          return (part, try await .make(part, digest: digests[part] ?? "", pagefind, feed, staging))
        }
      }
      for _ in 0..<Self.atOnce { add() }
      while let (part, index) = try await group.next() {
        made[part] = index
        add()
      }
    }
    return made
  }

  /// The index of all files.
  ///
  /// - Parameters:
  ///   - early: the files that are usually searched.
  ///   - late: the other files. Only those of unusual themes are searched.
  ///   - made: the parts that were made of `early`.
  func index(
    _ early: [PlacedFile], _ late: [PlacedFile], made: [Int: SearchIndex.Part]
  ) async throws -> SearchIndex {
    var files = early + late
    if !files.contains(where: { $0.searched != nil }) {
      files = try await feed.whole(files.filter(\.isPage))
    }
    let parts = try await parts(of: files, made: made)
    try feed.remove()
    return try SearchIndex(parts, staging)
  }

  private func parts(
    of files: [PlacedFile], made: [Int: SearchIndex.Part]
  ) async throws -> [SearchIndex.Part] {
    let digests = digests(files)
    var parts = made.filter { $0.value.digest == digests[$0.key] }
    for (part, wrong) in made where parts[part] == nil { staging.remove(wrong.paths) }
    let kept = old.indices.filter { parts[$0] == nil && old[$0].digest == digests[$0] }
    for part in kept { parts[part] = old[part] }
    let missing = digests.indices.filter { digests[$0] != nil && parts[$0] == nil }
    parts.merge(try await make(missing, of: files)) { $1 }
    // Another Pagefind than before has made some: the browser reads parts of one version only.
    if Set(parts.values.map(\.version)).count > 1 {
      parts.merge(try await make(kept, of: files)) { $1 }
    }
    return digests.indices.map { parts[$0] ?? .none }
  }

  /// The digest of each part's pages; nil for a part without pages.
  private func digests(_ files: [PlacedFile]) -> [String?] {
    var pages = [[PlacedFile]](repeating: [], count: feed.parts.count)
    for file in files {
      if let searched = file.searched { pages[searched.part].append(file) }
    }
    return pages.map { $0.isEmpty ? nil : Self.digest($0) }
  }

  private static func digest(_ files: [PlacedFile]) -> String {
    var hash = StableHash()
    for selector in SearchExclusions.selectors { hash.add(selector) }
    for file in files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      hash.add(file.path)
      hash.add(0)
      hash.add(String(file.searched?.hash ?? 0))
    }
    return hash.digits
  }
}
