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

  /// Every file of the theme, with its override, if any. Files that are too large to read are ignored.
  package func listing() throws(EnvironmentError) -> ThemeListing {
    let pipeline = SitePipeline(folders)
    let language = try pipeline.settings().0.language
    return ThemeListing(overrides: try pipeline.templates().0, language: language)
  }

  /// Copies files of the built-in theme to the folder, which is created if necessary.
  ///
  /// Nothing is written if a name is unknown or, without `replaces`, if a file already exists.
  ///
  /// - Returns: the paths of the copies, in the order of `names`.
  package func eject(_ names: [String], replaces: Bool) throws(EnvironmentError) -> [DiskPath] {
    guard folders.singleFile == nil else {
      throw EnvironmentError(
        "a single-file site has no templates folder", advice: "give a folder with --site")
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
        ?? "list all files: standpoint theme list")
  }

  private static func inTheWay(_ path: DiskPath) -> EnvironmentError {
    EnvironmentError(
      "“\(path.shown)” already exists",
      advice: "add --force to replace it with the built-in file")
  }
}
