import FileSystem

/// A file of the new site that is in the staging folder, or that the old site has with the same bytes.
struct PlacedFile: Sendable {
  let path: String
  let outcome: Staging.Outcome
  /// Whether it is a page with an element that is searched.
  var isSearched = false
  /// Whether the old site's file at this path gives another index, or whether there is none.
  var changesIndex = false

  /// Whether it is an HTML file.
  var isPage: Bool { Self.isPage(path) }

  static func isPage(_ path: String) -> Bool { path.utf8.suffix(5).elementsEqual(".html".utf8) }
}

/// Decides whether the search index of the old site is still right, and makes a new one if not.
struct SearchUpdate: Sendable {
  let pagefind: Pagefind
  let output: OutputFolder
  let inventory: OutputInventory

  /// The indices of the files that are usually searched, and of all others. Throws if a file has the path of an index file.
  func parts(_ contents: OutputContents) throws(EnvironmentError) -> (searched: [Int], others: [Int]) {
    try SearchIndex.check(contents.paths)
    let searched = Set(contents.searched)
    return (contents.searched, (0..<contents.count).filter { !searched.contains($0) })
  }

  // MARK: What the index takes from a file

  func placed(_ path: String, _ outcome: Staging.Outcome, _ bytes: [UInt8]) -> PlacedFile {
    var file = PlacedFile(path: path, outcome: outcome)
    guard file.isPage else { return file }
    file.isSearched = SearchedText.isIn(bytes)
    if outcome == .written { file.changesIndex = SearchedText(bytes) != oldText(path) }
    return file
  }

  func placed(_ asset: Asset, _ outcome: Staging.Outcome) throws(EnvironmentError) -> PlacedFile {
    guard PlacedFile.isPage(asset.path) else { return PlacedFile(path: asset.path, outcome: outcome) }
    return placed(asset.path, outcome, try asset.read())
  }

  /// nil if the old site has no such file, or no searched text in it.
  private func oldText(_ path: String) -> SearchedText? {
    guard inventory.exists, let bytes = try? FileReader.readAll(output.path.appending(path)) else {
      return nil
    }
    return SearchedText(bytes)
  }

  // MARK: The index

  /// The old site's index, if the files that are usually searched do not change it; nil if it must be made.
  func oldIndex(_ early: [PlacedFile], newPaths: [String]) -> SearchIndex? {
    guard let index = SearchIndex.old(inventory.own), !early.contains(where: \.changesIndex) else {
      return nil
    }
    return removedPages(newPaths).contains { oldText($0) != nil } ? nil : index
  }

  /// The old site's pages that the new one does not have.
  private func removedPages(_ newPaths: [String]) -> [String] {
    let new = Set(newPaths)
    return inventory.own.filter { PlacedFile.isPage($0) && !new.contains($0) }
  }

  /// The index of the searched files among `early`; nil if none is searched.
  func index(_ early: [PlacedFile], _ staging: Staging) async throws -> SearchIndex? {
    let searched = early.filter(\.isSearched)
    return searched.isEmpty ? nil : try await make(searched, staging)
  }

  /// The index of all files.
  ///
  /// - Parameters:
  ///   - old: the old site's index, if `early` does not change it.
  ///   - made: the index of `early`; nil if it was not made.
  ///   - late: the other files. Only those of unusual themes are searched.
  func index(
    old: SearchIndex?, made: SearchIndex?, _ early: [PlacedFile], _ late: [PlacedFile], _ staging: Staging
  ) async throws -> SearchIndex {
    let files = early + late
    guard files.contains(where: \.isSearched) else {
      // Without the attribute, Pagefind reads each page as a whole.
      let pages = files.filter(\.isPage)
      if let old, pages.allSatisfy({ $0.outcome == .unchanged }), removedPages(files.map(\.path)).isEmpty {
        return old
      }
      return try await make(pages, staging)
    }
    if !late.contains(where: \.changesIndex) {
      if let old { return old }
      if let made, !late.contains(where: \.isSearched) { return made }
    }
    return try await make(files.filter(\.isSearched), staging)
  }

  private func make(_ files: [PlacedFile], _ staging: Staging) async throws -> SearchIndex {
    try await SearchIndex.make(pagefind, output, staging, of: files.map { ($0.path, $0.outcome) })
  }
}
