import FileSystem

/// A built site in its output folder.
struct BuiltSite: Sendable {
  let folder: DiskPath
  /// The paths of all its files below `folder`, sorted by bytes.
  let paths: [String]
  /// See `Manifest.previewOptions`.
  let previewOptions: String?

  /// Throws if the site is missing or incomplete, or if the folder contains files that Standpoint did not write.
  init(_ output: OutputFolder) throws(EnvironmentError) {
    folder = output.path
    let manifest = try Manifest.read(output.manifest)
    let inventory = try OutputInventory.take(output, manifest: manifest)
    guard let manifest, inventory.exists, !manifest.paths.isEmpty else {
      throw EnvironmentError(
        "“\(output.path.shown)” does not contain a site", advice: "build it first: standpoint build")
    }
    previewOptions = manifest.previewOptions
    paths = inventory.own
    guard paths.count == manifest.paths.count else {
      let here = Set(paths)
      let missing = manifest.paths.first { !here.contains($0) } ?? ""
      throw EnvironmentError(
        "the site in “\(output.path.shown)” is incomplete: “\(missing)” is missing",
        advice: "build it again: standpoint build")
    }
  }

  func path(of file: String) -> DiskPath { folder.appending(file) }
}
