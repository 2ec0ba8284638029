import Diagnostics
import FileSystem
import Site
import Workspace

/// A site's own `Templates/` folder, beside the built-in theme.
package struct ThemeFolder: Sendable {
  private let folders: SiteFolders

  package init(_ folders: SiteFolders) {
    self.folders = folders
  }

  /// Every file of the theme, and what became of it; files that are too large to be read count as not there.
  package func listing() throws(EnvironmentError) -> ThemeListing {
    let pipeline = SitePipeline(folders)
    let language = try pipeline.settings().0.language
    return ThemeListing(overrides: try pipeline.templates().0, language: language)
  }

  /// Writes files of the built-in theme into the folder, which is made if need be, and says where, in the order of `names`.
  ///
  /// Nothing is written unless every name is known and, without `replaces`, no file is in the way.
  package func eject(_ names: [String], replaces: Bool) throws(EnvironmentError) -> [DiskPath] {
    guard folders.singleFile == nil else {
      throw EnvironmentError("a single file has no templates of its own", advice: "give a folder with --site")
    }
    let templates = folders.templates ?? folders.root.appending("Templates")
    var chosen: [(file: ThemeFile, path: DiskPath)] = []
    for name in names {
      let file = try Self.file(name)
      let path = templates.appending(file.path)
      if !replaces, try FileStatus.of(path, followingLinks: false) != nil { throw Self.inTheWay(path) }
      if !chosen.contains(where: { $0.file == file }) { chosen.append((file, path)) }
    }
    for (file, path) in chosen {
      try FileWriter.makeFolders(path.parent)
      try FileWriter.write(file.bytes, to: path)
    }
    return chosen.map(\.path)
  }

  private static func file(_ name: String) throws(EnvironmentError) -> ThemeFile {
    if let file = ThemeFile.named(name) { return file }
    throw EnvironmentError(
      "the built-in theme has no file “\(name)”",
      advice: ThemeFile.nearest(to: name).map { "did you mean “\($0)”?" }
        ?? "see all with: standpoint theme list")
  }

  private static func inTheWay(_ path: DiskPath) -> EnvironmentError {
    EnvironmentError(
      "“\(path.shown)” exists already, and is left as it is",
      advice: "--force puts the built-in one in its place")
  }
}
