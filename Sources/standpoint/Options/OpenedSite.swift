import FileSystem
import Publishing
import Workspace

extension SiteFolders {
  /// The folders of the site that a command works on. A change to the site that was interrupted is completed before, and
  /// the user is told.
  ///
  /// - Parameter onlyTells: whether the user is only told.
  static func opened(
    _ arguments: Arguments, onlyTells: Bool = false
  ) throws(EnvironmentError) -> SiteFolders {
    let root = DiskPath(arguments.site)
    if try FileStatus.of(root, followingLinks: true)?.kind == .folder {
      let content = arguments.content.map { DiskPath($0) }
      _ = try InterruptedChange.finishAndTell(in: root, content: content, onlyTells: onlyTells)
    }
    return try SiteFolders(arguments)
  }
}

extension InterruptedChange {
  /// Completes an interrupted change to a site, and prints what became of it on standard error.
  static func finishAndTell(
    in root: DiskPath, content: DiskPath? = nil, onlyTells: Bool = false
  ) throws(EnvironmentError) -> InterruptedChange? {
    guard let change = try finish(in: root, content: content, onlyTells: onlyTells) else { return nil }
    let (message, advice) = change.words
    Terminal.standardError.write(note: message, advice: advice)
    return change
  }
}
