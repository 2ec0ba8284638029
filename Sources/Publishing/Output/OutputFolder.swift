import FileSystem
import Workspace

/// The folder that the site is written to, and what stands beside it while and after it is written.
///
/// Beside `Public` stand `.Public.standpoint-manifest` (the files that Standpoint wrote), and during a build
/// `.Public.standpoint-lock` and `.Public.standpoint-staging`.
package struct OutputFolder: Sendable, Hashable {
  /// The folder itself, with the links of the folders above it resolved.
  package let path: DiskPath
  /// What messages call it.
  let role: Role

  /// Why a folder is written.
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
  /// Where the old site stands for an instant on a file system that cannot exchange two folders.
  var previous: DiskPath { beside("previous") }

  /// The output of `folders`, when it may be one; throws where writing there could harm other files.
  package init(_ folders: SiteFolders) throws(EnvironmentError) {
    let given = folders.output
    path = given.text == "/" ? given : given.parent.resolved.appending(given.name)
    role = .output
    try requireUsable(given)
    try requireApart(folders, given)
  }

  /// A folder that the site of `folders` is to be copied to; throws where that could harm other files.
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
        advice: "give the folder that it leads to: “\(path.resolved.shown)”")
    case .regular, .special:
      throw EnvironmentError("the \(role.rawValue) “\(path.shown)” is a file")
    }
  }

  private func requireApart(_ folders: SiteFolders, _ given: DiskPath) throws(EnvironmentError) {
    let advice = role.advice
    guard path.text != "/" else {
      throw EnvironmentError("the \(role.rawValue) is the root of the file system", advice: advice)
    }
    if let home = DiskPath.home, path == home || home.isBelow(path) {
      throw EnvironmentError(
        "the \(role.rawValue) “\(path.text)” is or holds your home folder", advice: advice)
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
    case equals = "is"
    case holds = "holds"
    case liesIn = "lies in"
  }

  private func relation(to other: DiskPath) throws(EnvironmentError) -> Relation? {
    if path == other { return .equals }
    let identity = try FileStatus.of(path, followingLinks: true)?.identity
    if let identity, try identity == FileStatus.of(other, followingLinks: true)?.identity { return .equals }
    if other.isBelow(path) { return .holds }
    return path.isBelow(other) ? .liesIn : nil
  }

  /// `Public/` in a folder that is itself the content is not read, so it may lie there.
  private func isOwnPlace(_ relation: Relation, _ other: DiskPath, _ folders: SiteFolders) -> Bool {
    let root = folders.root.resolved
    return role == .output && relation == .liesIn && folders.isItselfContent && other == root
      && path == root.appending("Public")
  }
}
