import FileSystem
import Workspace

/// Writes a site beside the old one and then exchanges the two; the lock is held by the caller.
struct SiteWriter: Sendable {
  let output: OutputFolder
  let inventory: OutputInventory
  let manifest: Manifest?

  /// Clears leftovers and looks at what is there; throws when the folder may not be written.
  init(_ output: OutputFolder) throws(EnvironmentError) {
    try InterruptedBuildCleanup.run(output)
    self.output = output
    manifest = try Manifest.read(output.manifest)
    inventory = try OutputInventory.take(output, manifest: manifest)
  }

  /// Writes all files; the output folder changes in one step at the end, or not at all.
  ///
  /// - Parameters:
  ///   - pagefind: makes an index of the pages; nil: the site has none.
  ///   - indexing: told when the index is begun.
  ///   - advanced: told now and then how many files are done.
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
    let outcomes = try await concurrentMap(contents.count, advanced: advanced) { index in
      if index < contents.pages.count {
        return try staging.place(contents.pages[index], contents.render(index).bytes)
      }
      return try staging.place(contents.assets[index - contents.pages.count])
    }
    let paths = (0..<contents.count).map(contents.path)
    var unchanged = paths.indices.filter { outcomes[$0] == .unchanged }.map { paths[$0] }
    var index = SearchIndex.none
    if let pagefind {
      let written = paths.indices.lazy.filter { outcomes[$0] == .written }.map { paths[$0] }
      if let kept = SearchIndex.kept(own: inventory.own, paths: paths, written: written) {
        index = kept
      } else {
        indexing()
        // The index is made of all pages, so those that stay have to be there.
        try await keep(unchanged, staging)
        unchanged = []
        index = try await SearchIndex.make(pagefind, output, staging, besides: paths)
      }
    }
    return try await conclude(staging, paths, outcomes, unchanged, index)
  }

  /// Puts what is there into place, and says what it came to.
  ///
  /// - Parameter unchanged: files that are to be taken over from the old site, besides those of the index.
  private func conclude(
    _ staging: Staging, _ paths: [String], _ outcomes: [Staging.Outcome], _ unchanged: [String],
    _ index: SearchIndex
  ) async throws -> WriteReport {
    let new = Manifest(paths + index.paths)
    let removed = Self.missing(from: new, in: inventory.own)
    let written = (outcomes + index.outcomes).count { $0 == .written }
    let report = WriteReport(
      pages: new.paths.count { $0.utf8.suffix(5).elementsEqual(".html".utf8) },
      written: written, unchanged: outcomes.count + index.outcomes.count - written, removed: removed)
    if inventory.exists, report.written == 0, removed == 0 {
      try FolderRemoval.removeAll(output.staging)
      if manifest != new { try new.write(to: output.manifest) } else { noteTime() }
      return report
    }
    try await keep(unchanged + index.unchanged, staging)
    try keepForeign()
    try finish(new)
    return report
  }

  /// Takes over files of the old site.
  private func keep(_ paths: [String], _ staging: Staging) async throws {
    _ = try await concurrentMap(paths.count) { try staging.keep(paths[$0]) }
  }

  /// How many of the sorted `paths` are not in `manifest`.
  private static func missing(from manifest: Manifest, in paths: [String]) -> Int {
    let known = Set(manifest.paths)
    return paths.count { !known.contains($0) }
  }

  /// Gives `.gitignore` and the like a second name in the new folder, so that they are there at every instant.
  /// Folders (`.git`) have none; they are moved right after the exchange.
  private func keepForeign() throws(EnvironmentError) {
    for kept in inventory.kept where !kept.isFolder {
      let from = output.path.appending(kept.name)
      // Where this fails, the file is moved like a folder.
      FileWriter.link(from, to: output.staging.appending(kept.name))
    }
  }

  /// Exchanges the folders. The list of written files names old and new ones until the old ones are gone, so that
  /// a build that is killed at any moment finds all of them its own.
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

  /// Makes the staging folder the output folder; an old one is then where staging was.
  ///
  /// This is one step if the file system can exchange two folders (ext4, XFS, Btrfs, tmpfs, APFS …). Otherwise it takes
  /// two renames: between them there is no output folder for an instant, and a build that is killed just there
  /// leaves the old site at `previous`, from where the next build takes it back.
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

  /// The list of written files is as old as the last build. Where the system will not have it, nothing is lost.
  private func noteTime() { FileWriter.touch(output.manifest) }

  private func removeOld() throws(EnvironmentError) {
    let keptFiles = inventory.kept.filter { !$0.isFolder }.map(\.name)
    let isGone = FolderRemoval.remove(inventory.own + keptFiles, in: output.staging)
    if !isGone { try ForeignFileBackup.run(output) }
  }
}
