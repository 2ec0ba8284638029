import FileSystem

/// A site that a build has written, as it lies in its output folder.
struct BuiltSite: Sendable {
  let folder: DiskPath
  /// The paths of all its files below `folder`, sorted by their bytes.
  let paths: [String]

  /// Throws when there is no whole site, or when other files lie among those of the site.
  init(_ output: OutputFolder) throws(EnvironmentError) {
    folder = output.path
    let manifest = try Manifest.read(output.manifest)
    let inventory = try OutputInventory.take(output, manifest: manifest)
    guard let manifest, inventory.exists, !manifest.paths.isEmpty else {
      throw EnvironmentError(
        "there is no site in “\(output.path.shown)”", advice: "build it: standpoint build")
    }
    paths = inventory.own
    guard paths.count == manifest.paths.count else {
      let here = Set(paths)
      let missing = manifest.paths.first { !here.contains($0) } ?? ""
      throw EnvironmentError(
        "the site in “\(output.path.shown)” is incomplete: “\(missing)” is gone",
        advice: "build it again: standpoint build")
    }
  }

  func path(of file: String) -> DiskPath { folder.appending(file) }
}
