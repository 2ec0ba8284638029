import Diagnostics
import Workspace

/// Finds files that would be written to one place, also where a file system does not tell `A` from `a`.
///
/// Pages do not collide among themselves (the plan sees to that); a copied file may collide with a page, with
/// another copied file, or stand where a page needs a folder.
enum AddressCollisions {
  static func find(
    pages: some Sequence<String>, assets: [String], _ folders: SiteFolders
  ) -> [Diagnostic] {
    if assets.isEmpty { return [] }
    var files: [String: String] = [:]
    var parents: [String: String] = [:]
    var diagnostics: [Diagnostic] = []
    func report(_ asset: String, _ words: String, _ other: String, isPage: Bool) {
      let place = Place(path: folders.sourcePath(asset))
      let otherName = isPage ? "the page “\(other)”" : "the file “\(folders.sourcePath(other))”"
      diagnostics.append(
        Diagnostic(
          .duplicateAddress, at: place, "the copied file “\(asset)” \(words) \(otherName)",
          suggestion: Suggestion("rename the file, or add it to “ignore:” in site.yml")))
    }
    for asset in assets {
      let key = asset.lowercased()
      if let other = files[key] { report(asset, "differs only by case from", other, isPage: false) }
      files[key] = asset
      for parent in Self.parents(of: key) { parents[parent] = asset }
    }
    for page in pages {
      let key = page.lowercased()
      if let asset = files[key] { report(asset, "has the address of", page, isPage: true) }
      if let asset = parents[key] { report(asset, "needs a folder where there is", page, isPage: true) }
      for parent in Self.parents(of: key) {
        if let asset = files[parent] {
          report(asset, "is in the place of a folder for", page, isPage: true)
        }
      }
    }
    for asset in assets {
      for parent in Self.parents(of: asset.lowercased()) {
        if let other = files[parent] {
          report(other, "is in the place of a folder for", asset, isPage: false)
        }
      }
    }
    return firstOfEach(diagnostics)
  }

  /// One diagnostic a file: a file named `reports` would stand in the way of every report.
  private static func firstOfEach(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<String> = []
    return diagnostics.filter { seen.insert($0.place?.path ?? "").inserted }
  }

  private static func parents(of path: String) -> [String] {
    path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }.map { String(path[..<$0]) }
  }
}
