import Diagnostics
import FileSystem
import Site
import Text
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
    var change = SiteChange(by: "standpoint theme eject", in: folders.root, content: templates)
    for (file, path) in chosen {
      try change.write(path, file.bytes)
      try change.write(Self.original(file, in: templates), file.bytes)
    }
    try change.perform()
    return chosen.map(\.path)
  }

  /// The folder below Templates/ with each copied file as it was built in then.
  static let originals = ".built-in"

  private static func original(_ file: ThemeFile, in templates: DiskPath) -> DiskPath {
    templates.appending(originals + "/" + file.path)
  }

  private func record(_ file: ThemeFile, in templates: DiskPath) throws(EnvironmentError) {
    let path = Self.original(file, in: templates)
    try FileWriter.makeFolders(path.parent)
    try FileWriter.write(file.bytes, to: path)
  }

  /// Records that the site's copies take the present built-in files into account.
  ///
  /// - Returns: the paths of the copies, in the order of `names`.
  package func accept(_ names: [String]) throws(EnvironmentError) -> [DiskPath] {
    guard let templates = folders.templates else {
      throw EnvironmentError("the site does not replace any theme files", advice: nil)
    }
    var paths: [DiskPath] = []
    for name in names {
      let file = try Self.file(name)
      let path = templates.appending(file.path)
      guard try FileStatus.of(path, followingLinks: true) != nil else {
        throw EnvironmentError(
          "the site does not replace “\(file.path)”", advice: "list all files: standpoint theme list")
      }
      try record(file, in: templates)
      paths.append(path)
    }
    return paths
  }

  /// Warnings about copies whose built-in file has changed since it was copied, with what changed in it.
  func changedFiles() throws(EnvironmentError) -> [Diagnostic] {
    guard let templates = folders.templates else { return [] }
    var diagnostics: [Diagnostic] = []
    for file in ThemeFile.all {
      let original = templates.appending(Self.originals + "/" + file.path)
      guard try FileStatus.of(original, followingLinks: true) != nil,
        try FileStatus.of(templates.appending(file.path), followingLinks: true) != nil
      else { continue }
      let before = try FileReader.readAll(original)
      if before != file.bytes { diagnostics.append(changed(file, from: before)) }
    }
    return diagnostics
  }

  /// The largest number of changed lines that a warning shows.
  private static let mostLines = 40

  private func changed(_ file: ThemeFile, from before: [UInt8]) -> Diagnostic {
    let lines = LineDifference.lines(
      from: String(decoding: before, as: UTF8.self), to: String(decoding: file.bytes, as: UTF8.self))
    var notes = lines.prefix(Self.mostLines).map { Note($0) }
    if lines.count > notes.count { notes.append(Note("and \(lines.count - notes.count) more lines")) }
    return Diagnostic(
      .changedTemplate, at: Place(path: folders.templatePath(file.path)),
      "the built-in “\(file.path)” has changed since it was copied", notes: notes,
      suggestion: Suggestion(
        "make the same changes in your copy, then run “standpoint theme accept \(file.path)”"))
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
