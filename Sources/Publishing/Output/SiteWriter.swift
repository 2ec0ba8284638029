import FileSystem
import Workspace

/// Writes a site beside the old one and then exchanges the two. The caller holds the lock.
struct SiteWriter: Sendable {
  let output: OutputFolder
  let inventory: OutputInventory
  let manifest: Manifest?

  /// Cleans up after interrupted builds and lists the old site. Throws if the folder must not be written.
  init(_ output: OutputFolder) throws(EnvironmentError) {
    try InterruptedBuildCleanup.run(output)
    self.output = output
    manifest = try Manifest.read(output.manifest)
    inventory = try OutputInventory.take(output, manifest: manifest)
  }

  /// Writes all files. The output folder changes in one step at the end, or not at all.
  ///
  /// - Parameters:
  ///   - pagefind: creates the search index; nil if the site has none.
  ///   - indexing: called when indexing starts.
  ///   - advanced: called from time to time with the number of files done.
  func write(
    _ contents: OutputContents, pagefind: Pagefind? = nil, indexing: () -> Void = {},
    advanced: (Int) -> Void = { _ in }
  ) async throws -> WriteReport {
    let staging = try Staging(output, hasOld: inventory.exists)
    do {
      let report = try await fill(staging, contents, pagefind, indexing, advanced)
      staging.close()
      return report
    } catch {
      staging.close()
      try? InterruptedBuildCleanup.run(output)
      throw error
    }
  }

  private func fill(
    _ staging: Staging, _ contents: OutputContents, _ pagefind: Pagefind?, _ indexing: () -> Void,
    _ advanced: (Int) -> Void
  ) async throws -> WriteReport {
    guard let pagefind else {
      let placed = try await place(Array(0..<contents.count), contents, staging, advanced: advanced)
      return try await conclude(staging, placed, .none, previewOptions: contents.previewOptions)
    }
    let update = try SearchUpdate(pagefind, contents, output, inventory, staging)
    defer { update.close() }
    let (first, others) = update.order(contents)
    let early = try await place(first, contents, staging, update, advanced: advanced)
    let changed = update.changed(early)
    if !changed.isEmpty { indexing() }
    // Pagefind works while the other files are written.
    async let made = update.make(changed, of: early)
    let late = try await place(others, contents, staging, update) { advanced(first.count + $0) }
    let index = try await update.index(early, late, made: made)
    return try await conclude(staging, early + late, index, previewOptions: contents.previewOptions)
  }

  /// Writes the files with some indices.
  ///
  /// - Parameter update: finds out what the search index takes from the files; nil: nothing.
  private func place(
    _ indices: [Int], _ contents: OutputContents, _ staging: Staging, _ update: SearchUpdate? = nil,
    advanced: (Int) -> Void
  ) async throws -> [PlacedFile] {
    try await concurrentMap(indices.count, advanced: advanced) { number in
      let index = indices[number]
      let path = contents.path(index)
      guard index < contents.pages.count else {
        let asset = contents.assets[index - contents.pages.count]
        let outcome = try staging.place(asset)
        return try update?.placed(asset, outcome) ?? PlacedFile(path: path, outcome: outcome)
      }
      if let file = contents.longFile(index) {
        return PlacedFile(path: path, outcome: try staging.place(path, file))
      }
      let bytes = contents.render(index).bytes
      let outcome = try staging.place(path, bytes)
      return try update?.placed(path, outcome, bytes) ?? PlacedFile(path: path, outcome: outcome)
    }
  }

  /// Moves the staged site into place and reports what was written.
  ///
  /// - Parameter previewOptions: see `Manifest.previewOptions`.
  private func conclude(
    _ staging: Staging, _ placed: [PlacedFile], _ index: SearchIndex, previewOptions: String?
  ) async throws -> WriteReport {
    let new = Manifest(placed.map(\.path) + index.paths, previewOptions: previewOptions)
    let removed = Self.missing(from: new, in: inventory.own)
    let written = (placed.map(\.outcome) + index.outcomes).count { $0 == .written }
    let report = WriteReport(
      pages: new.paths.count { $0.utf8.suffix(5).elementsEqual(".html".utf8) },
      written: written, unchanged: placed.count + index.outcomes.count - written, removed: removed)
    if inventory.exists, report.written == 0, removed == 0 {
      try FolderRemoval.removeAll(output.staging)
      if manifest != new { try new.write(to: output.manifest) } else { noteTime() }
      return report
    }
    try await keep(placed.filter { $0.outcome == .unchanged }.map(\.path) + index.unchanged, staging)
    try keepForeign()
    try finish(new)
    return report
  }

  /// Keeps files of the old site.
  private func keep(_ paths: [String], _ staging: Staging) async throws {
    _ = try await concurrentMap(paths.count) { try staging.keep(paths[$0]) }
  }

  /// How many of the sorted `paths` are not in `manifest`.
  private static func missing(from manifest: Manifest, in paths: [String]) -> Int {
    let known = Set(manifest.paths)
    return paths.count { !known.contains($0) }
  }

  /// Creates hard links to `.gitignore` and similar files in the new folder, so that they exist at every moment.
  /// Folders (`.git`) cannot have hard links; they are moved right after the exchange.
  private func keepForeign() throws(EnvironmentError) {
    for kept in inventory.kept where !kept.isFolder {
      let from = output.path.appending(kept.name)
      // If this fails, the file is moved like a folder.
      FileWriter.link(from, to: output.staging.appending(kept.name))
    }
  }

  /// Exchanges the folders. The manifest lists both old and new files until the old ones are removed, so that after a build is
  /// killed at any moment, the next one recognises all of them.
  private func finish(_ new: Manifest) throws(EnvironmentError) {
    let both = Manifest(inventory.own + new.paths)
    if both != manifest { try both.write(to: output.manifest) }
    try exchange()
    if inventory.exists {
      try InterruptedBuildCleanup.takeBackKept(from: output.staging, output)
      try removeOld()
    }
    if both != new { try new.write(to: output.manifest) } else { noteTime() }
  }

  /// Makes the staging folder the output folder. The old output folder, if any, is then at the staging path.
  ///
  /// This is one step if the file system can exchange two folders (ext4, XFS, Btrfs, tmpfs, APFS …). Otherwise it takes
  /// two renames: between them the output folder does not exist for a moment, and a build that is killed there
  /// leaves the old site at `previous`, from where the next build restores it.
  private func exchange() throws(EnvironmentError) {
    let replaces = "cannot replace"
    guard inventory.exists else {
      return try FileWriter.move(output.staging, to: output.path, action: replaces)
    }
    if try FolderExchange.perform(output.staging, output.path) { return }
    try Self.renameTwice(output)
  }

  static func renameTwice(_ output: OutputFolder) throws(EnvironmentError) {
    let replaces = "cannot replace"
    try FileWriter.move(output.path, to: output.previous, action: replaces)
    do {
      try FileWriter.move(output.staging, to: output.path, action: replaces)
    } catch {
      try FileWriter.move(output.previous, to: output.path, action: replaces)
      throw error
    }
    try FileWriter.move(output.previous, to: output.staging, action: replaces)
  }

  /// Sets the manifest's modification time to that of this build. Failure does no harm.
  private func noteTime() { FileWriter.touch(output.manifest) }

  private func removeOld() throws(EnvironmentError) {
    let keptFiles = inventory.kept.filter { !$0.isFolder }.map(\.name)
    let isGone = FolderRemoval.remove(inventory.own + keptFiles, in: output.staging)
    if !isGone { try ForeignFileBackup.run(output) }
  }
}

/// The result of writing a site.
package struct WriteReport: Sendable, Hashable {
  /// The number of HTML files in the site.
  package let pages: Int
  /// The number of new or changed files.
  package let written: Int
  /// The number of files that were already there with the same bytes.
  package let unchanged: Int
  /// The number of files of an earlier build that are no longer part of the site.
  package let removed: Int

  /// The number of files in the site.
  package var total: Int { written + unchanged }
}
