import FileSystem
import Workspace

/// The folder that the site is written to, and Standpoint's own files beside it.
///
/// Beside `Public` there are `.Public.standpoint-manifest` (the files that Standpoint wrote) and, during a build,
/// `.Public.standpoint-lock` and `.Public.standpoint-staging`.
package struct OutputFolder: Sendable, Hashable {
  /// The folder itself, with symbolic links in its parent folders resolved.
  package let path: DiskPath
  /// What messages call the folder.
  let role: Role

  /// What the folder is used for.
  enum Role: String, Sendable, Hashable {
    case output = "output folder"
    case target = "target folder"

    var advice: String {
      self == .output ? "choose another folder with --output" : "choose another folder with --folder"
    }
  }

  var staging: DiskPath { beside("staging") }
  var manifest: DiskPath { beside("manifest") }
  var lock: DiskPath { beside("lock") }
  /// Where the old site is for a moment on a file system that cannot exchange two folders.
  var previous: DiskPath { beside("previous") }

  /// The output folder of `folders`. Throws if writing there could damage other files.
  package init(_ folders: SiteFolders) throws(EnvironmentError) {
    let given = folders.output
    path = given.text == "/" ? given : given.parent.resolved.appending(given.name)
    role = .output
    try requireUsable(given)
    try requireApart(folders, given)
  }

  /// A folder that the site of `folders` is copied to. Throws if writing there could damage other files.
  init(target given: DiskPath, of folders: SiteFolders) throws(EnvironmentError) {
    path = given.text == "/" ? given : given.parent.resolved.appending(given.name)
    role = .target
    try requireUsable(given)
    try requireApart(folders, given)
  }

  /// Creates the folder that contains the output folder, and those above it, if they do not exist.
  func makeParent() throws(EnvironmentError) { try FileWriter.makeFolders(path.parent) }

  private func beside(_ what: String) -> DiskPath {
    path.parent.appending(".\(path.name).standpoint-\(what)")
  }

  private func requireUsable(_ path: DiskPath) throws(EnvironmentError) {
    switch try FileStatus.of(path, followingLinks: false)?.kind {
    case nil, .folder: return
    case .link:
      throw EnvironmentError(
        "the \(role.rawValue) “\(path.shown)” is a symbolic link",
        advice: "give the folder that it points to: “\(path.resolved.shown)”")
    case .regular, .special:
      throw EnvironmentError("the \(role.rawValue) “\(path.shown)” is not a folder")
    }
  }

  private func requireApart(_ folders: SiteFolders, _ given: DiskPath) throws(EnvironmentError) {
    let advice = role.advice
    guard path.text != "/" else {
      throw EnvironmentError("the \(role.rawValue) is the root of the file system", advice: advice)
    }
    if let home = DiskPath.home, path == home || home.isBelow(path) {
      throw EnvironmentError(
        "the \(role.rawValue) “\(path.text)” is or contains your home folder", advice: advice)
    }
    var others = [("content folder", folders.content.resolved)]
    if let templates = folders.templates { others.append(("template folder", templates.resolved)) }
    if role == .target { others.append(("output folder", folders.output.resolved)) }
    for (what, other) in others {
      guard let relation = try relation(to: other), !isOwnPlace(relation, other, folders) else { continue }
      throw EnvironmentError(
        "the \(role.rawValue) “\(given.shown)” \(relation.rawValue) the \(what) “\(other.shown)”",
        advice: advice)
    }
  }

  private enum Relation: String {
    case equals = "is the same as"
    case holds = "contains"
    case liesIn = "is inside"
  }

  private func relation(to other: DiskPath) throws(EnvironmentError) -> Relation? {
    if path == other { return .equals }
    let identity = try FileStatus.of(path, followingLinks: true)?.identity
    if let identity, try identity == FileStatus.of(other, followingLinks: true)?.identity { return .equals }
    if other.isBelow(path) { return .holds }
    return path.isBelow(other) ? .liesIn : nil
  }

  /// If the site's folder is itself the content, `Public/` in it is not read as content, so it may be the output folder.
  private func isOwnPlace(_ relation: Relation, _ other: DiskPath, _ folders: SiteFolders) -> Bool {
    let root = folders.root.resolved
    return role == .output && relation == .liesIn && folders.isItselfContent && other == root
      && path == root.appending("Public")
  }
}
