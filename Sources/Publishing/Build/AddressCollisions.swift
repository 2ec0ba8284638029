import Diagnostics
import Workspace

/// Finds files that would be written to the same path, including on file systems that ignore case.
///
/// Pages never collide with each other (the plan ensures that). A copied file may collide with a page or with
/// another copied file, or have the path of a folder that a page needs.
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
      if let other = files[key] { report(asset, "differs only in case from", other, isPage: false) }
      files[key] = asset
      for parent in Self.parents(of: key) { parents[parent] = asset }
    }
    for page in pages {
      let key = page.lowercased()
      if let asset = files[key] { report(asset, "has the same address as", page, isPage: true) }
      if let asset = parents[key] { report(asset, "needs a folder at the path of", page, isPage: true) }
      for parent in Self.parents(of: key) {
        if let asset = files[parent] {
          report(asset, "has the path of a folder needed for", page, isPage: true)
        }
      }
    }
    for asset in assets {
      for parent in Self.parents(of: asset.lowercased()) {
        if let other = files[parent] {
          report(other, "has the path of a folder needed for", asset, isPage: false)
        }
      }
    }
    return firstOfEach(diagnostics)
  }

  /// Keeps one diagnostic for each file: a file named `reports` would collide with every report.
  private static func firstOfEach(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<String> = []
    return diagnostics.filter { seen.insert($0.place?.path ?? "").inserted }
  }

  private static func parents(of path: String) -> [String] {
    path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }.map { String(path[..<$0]) }
  }
}
