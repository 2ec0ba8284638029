import FileSystem

/// Where a site keeps the record of a change to several files while it is made: `.standpoint/change` with the new contents of
/// the files, each named after its step, and `record.json`, which is written last. It is removed when the change is complete.
struct ChangeFolder: Sendable {
  /// The site's folder.
  let root: DiskPath
  /// Other folders in which files may be changed: the content, if it is elsewhere.
  let others: [DiskPath]

  /// How long a command waits for another one that changes the site.
  static let patience = Duration.seconds(60)

  init(_ root: DiskPath, others: [DiskPath] = []) {
    self.root = root
    self.others = others
  }

  /// Standpoint’s own files of the site.
  var own: DiskPath { root.appending(".standpoint") }
  var change: DiskPath { own.appending("change") }
  /// A change that is complete, and about to be removed.
  var done: DiskPath { own.appending("change-done") }
  var lock: DiskPath { own.appending("change-lock") }
  var record: DiskPath { change.appending("record.json") }
  /// The name of the command, for messages about a change without a record.
  var command: DiskPath { change.appending("command") }
  /// The new bytes of a file.
  func staged(_ step: Int) -> DiskPath { change.appending(String(step)) }

  /// Calls `work` while no other command changes the site.
  func locked<Result>(
    _ work: () throws(EnvironmentError) -> Result
  ) throws(EnvironmentError) -> Result {
    let lock = try take()
    defer {
      lock.release()
      // Does nothing if the folder has other files.
      _ = FolderRemoval.remove([], in: own)
    }
    return try work()
  }

  private func take() throws(EnvironmentError) -> FileLock {
    var attempts = 0
    while true {
      try FileWriter.makeFolders(own)
      do throws(EnvironmentError) {
        if let lock = try FileLock.wait(for: lock, atMost: Self.patience) { return lock }
      } catch {
        attempts += 1
        // A command that has ended removes an empty folder.
        if attempts < 100, try !Self.exists(own) { continue }
        throw error
      }
      throw EnvironmentError(
        "another command has been changing “\(root.shown)” for \(Self.patience.components.seconds) seconds",
        advice: "wait for it to end, or stop it, and run this command again")
    }
  }

  static func exists(_ path: DiskPath) throws(EnvironmentError) -> Bool {
    try FileStatus.of(path, followingLinks: false) != nil
  }

  /// A path as records have it.
  func name(of path: DiskPath) -> String { path.relative(to: root) ?? path.text }

  /// The file of a step; nil: it is outside the site, so a change of it is not completed. A record may have come with the
  /// files of strangers.
  func target(_ step: ChangeRecord.Step) -> DiskPath? {
    let path = step.path.hasPrefix("/") ? DiskPath(step.path) : root.appending(step.path)
    let parts = path.text.split(separator: "/").map { $0.lowercased() }
    if step.path.isEmpty || parts.contains("..") || parts.contains(".git") { return nil }
    let real = path.parent.resolved.appending(path.name)
    return ([root] + others).contains { real.isBelow($0.resolved) } ? path : nil
  }

  /// Removes what is left of a change: one that is complete, or one without a record.
  func clear() throws(EnvironmentError) {
    try FolderRemoval.removeAll(done)
    guard try Self.exists(change) else { return }
    try FileWriter.move(change, to: done, action: "cannot remove", subject: change)
    try FolderRemoval.removeAll(done)
  }
}
