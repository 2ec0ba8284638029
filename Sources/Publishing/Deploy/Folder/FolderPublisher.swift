import FileSystem
import Site
import Workspace

/// Copies a built site to a folder on this machine. The folder changes in one step.
struct FolderPublisher: Sendable {
  private let site: BuiltSite
  private let target: OutputFolder
  private let options: PublicationOptions

  init(_ site: BuiltSite, to target: OutputFolder, _ options: PublicationOptions) {
    self.site = site
    self.target = target
    self.options = options
  }

  func run() async throws -> PublicationReport {
    let published = try Manifest.read(target.manifest)
    let manifest = try takenOver(published)
    let inventory = try OutputInventory.take(target, manifest: manifest)
    let report = try await compare(with: inventory, published: Set(published?.paths ?? []))
    if options.isRehearsal { return report }
    if report.isEmpty, inventory.exists {
      try await cleanUp()
      return report
    }
    try target.makeParent()
    let lock = try await OutputLock.take(target) {}
    defer { lock.release() }
    let before = try Manifest.read(target.manifest)
    if options.takesOver, let manifest { try manifest.write(to: target.manifest) }
    do {
      try await write()
    } catch {
      // Files that were not replaced must not count as published.
      if options.takesOver { try? restore(before) }
      throw error
    }
    return report
  }

  /// Removes what a call that was killed after its last step has left.
  private func cleanUp() async throws {
    for left in [target.staging, target.previous, target.lock] {
      guard try FileStatus.of(left, followingLinks: false) != nil else { continue }
      let lock = try await OutputLock.take(target) {}
      defer { lock.release() }
      return try InterruptedBuildCleanup.run(target)
    }
  }

  private func write() async throws {
    let assets = site.paths.map { Asset(path: $0, source: site.path(of: $0)) }
    let contents = OutputContents(pages: [], assets: assets) { _ in OutputFile(path: "", bytes: []) }
    _ = try await SiteWriter(target).write(contents)
  }

  private func restore(_ manifest: Manifest?) throws(EnvironmentError) {
    if let manifest { return try manifest.write(to: target.manifest) }
    try FolderRemoval.removeAll(target.manifest)
  }

  /// With `--take-over`, every file in the target counts as published.
  private func takenOver(_ manifest: Manifest?) throws(EnvironmentError) -> Manifest? {
    guard options.takesOver, try FileStatus.of(target.path, followingLinks: false) != nil else {
      return manifest
    }
    return Manifest((manifest?.paths ?? []) + (try FileTree.files(of: target.path)))
  }

  /// - Parameter published: the paths of files that Standpoint published.
  private func compare(
    with inventory: OutputInventory, published: Set<String>
  ) async throws -> PublicationReport {
    let old = Set(inventory.own)
    let paths = site.paths
    let kept = paths.filter(old.contains)
    let (site, target) = (site, target.path)
    let differs = try await concurrentMap(kept.count) { index in
      let path = kept[index]
      return try !OpenFile(site.path(of: path)).isSame(as: target.appending(path))
    }
    let new = Set(paths)
    return PublicationReport(
      added: paths.filter { !old.contains($0) },
      changed: kept.indices.filter { differs[$0] }.map { kept[$0] },
      removed: inventory.own.filter { !new.contains($0) }, total: paths.count,
      isForeign: { !published.contains($0) })
  }
}
