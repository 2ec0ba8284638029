#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes a site beside the old one and then exchanges the two; the lock is held by the caller.
struct SiteWriter: Sendable {
  let output: OutputFolder
  let inventory: OutputInventory
  let manifest: Manifest?

  /// Clears leftovers and looks at what is there; throws when the folder may not be written.
  init(_ output: OutputFolder) throws(EnvironmentFault) {
    try Recovery.run(output)
    self.output = output
    manifest = try Manifest.read(output.manifest)
    inventory = try OutputInventory.take(output, manifest: manifest)
  }

  /// Writes all files; the output folder changes in one step at the end, or not at all.
  ///
  /// - Parameter advanced: told now and then how many files are done.
  func write(_ contents: OutputContents, advanced: (Int) -> Void = { _ in }) async throws -> WriteReport {
    let staging = try Staging(output, hasOld: inventory.exists)
    do {
      let report = try await fill(staging, contents, advanced)
      staging.close()
      return report
    } catch {
      staging.close()
      try? Recovery.run(output)
      throw error
    }
  }

  private func fill(
    _ staging: Staging, _ contents: OutputContents, _ advanced: (Int) -> Void
  ) async throws -> WriteReport {
    let outcomes = try await concurrentMap(contents.count, advanced: advanced) { index in
      if index < contents.pages.count {
        return try staging.place(contents.pages[index], contents.render(index).bytes)
      }
      return try staging.place(contents.assets[index - contents.pages.count])
    }
    let new = Manifest((0..<contents.count).map(contents.path))
    let removed = Self.missing(from: new, in: inventory.own)
    let unchanged = outcomes.indices.filter { outcomes[$0] == .unchanged }
    let report = WriteReport(
      pages: new.paths.count { $0.utf8.suffix(5).elementsEqual(".html".utf8) },
      written: outcomes.count - unchanged.count, unchanged: unchanged.count, removed: removed)
    if inventory.exists, report.written == 0, removed == 0 {
      try TreeRemoval.removeAll(output.staging)
      if manifest != new { try new.write(to: output.manifest) }
      return report
    }
    _ = try await concurrentMap(unchanged.count) { try staging.keep(contents.path(unchanged[$0])) }
    try keepForeign()
    try finish(new)
    return report
  }

  /// How many of the sorted `paths` are not in `manifest`.
  private static func missing(from manifest: Manifest, in paths: [String]) -> Int {
    let known = Set(manifest.paths)
    return paths.count { !known.contains($0) }
  }

  /// Gives `.gitignore` and the like a second name in the new folder, so that they are there at every instant.
  /// Folders (`.git`) have none; they are moved right after the exchange.
  private func keepForeign() throws(EnvironmentFault) {
    for kept in inventory.kept where !kept.isFolder {
      let from = output.path.appending(kept.name)
      // Where this fails, the file is moved like a folder.
      link(from.text, output.staging.appending(kept.name).text)
    }
  }

  /// Exchanges the folders. The list of written files names old and new ones until the old ones are gone, so that
  /// a build that is killed at any moment finds all of them its own.
  private func finish(_ new: Manifest) throws(EnvironmentFault) {
    let both = Manifest(inventory.own + new.paths)
    if both != manifest { try both.write(to: output.manifest) }
    try Exchange.perform(output, hasOld: inventory.exists)
    if inventory.exists {
      try Recovery.takeBackKept(from: output.staging, output)
      try removeOld()
    }
    if both != new { try new.write(to: output.manifest) }
  }

  private func removeOld() throws(EnvironmentFault) {
    let keptFiles = inventory.kept.filter { !$0.isFolder }.map(\.name)
    let isGone = TreeRemoval.remove(inventory.own + keptFiles, in: output.staging)
    if !isGone { try Rescue.run(output) }
  }
}
