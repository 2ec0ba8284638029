import FileSystem
import Text

/// A change to several files that was interrupted: the command was killed, or the machine stopped.
package struct InterruptedChange: Sendable, Hashable {
  /// What happened to it.
  package enum Outcome: Sendable, Hashable {
    /// All of its files are changed now, except for those that have been changed since.
    case completed(left: [DiskPath])
    /// Nothing was changed, and it is given up.
    case discarded
    /// Some of its files may be changed; it is not completed, because the command writes nothing or the folder is read-only.
    case pending
    /// It cannot be completed for this reason.
    case stuck(EnvironmentError)
  }

  /// The command, as messages name it.
  package let command: String
  /// How many files it changes; 0: it is not known.
  package let files: Int
  /// The folder with its record.
  package let place: DiskPath
  package let outcome: Outcome

  /// Whether all of its files are changed now.
  package var isComplete: Bool {
    if case .completed = outcome { true } else { false }
  }

  /// Completes the change to a site that was interrupted, if there is one, and removes unfinished files that killed commands
  /// have left in the site's folder; nil: no change was interrupted.
  ///
  /// A file that is neither as before nor as after the change is left as it is.
  ///
  /// - Parameters:
  ///   - root: the site's folder.
  ///   - content: the content folder, if it is elsewhere.
  ///   - onlyTells: nothing is written.
  package static func finish(
    in root: DiskPath, content: DiskPath? = nil, onlyTells: Bool = false
  ) throws(EnvironmentError) -> InterruptedChange? {
    let place = ChangeFolder(root, others: [content].compactMap(\.self))
    if !onlyTells { UnfinishedFile.removeAbandoned(in: root) }
    guard (try? ChangeFolder.exists(place.own)) == true else { return nil }
    if !onlyTells { UnfinishedFile.removeAbandoned(in: place.own) }
    // A killed command leaves its lock, too.
    var isThere = false
    for path in [place.change, place.done, place.lock] where try ChangeFolder.exists(path) { isThere = true }
    if !isThere { return nil }
    if onlyTells || !FileWriter.isWritable(place.own) { return try look(place) }
    return try place.locked { () throws(EnvironmentError) in try finishLocked(place) }
  }

  /// The same. The caller holds the lock.
  static func finishLocked(_ place: ChangeFolder) throws(EnvironmentError) -> InterruptedChange? {
    guard let found = try look(place, isLocked: true) else {
      try place.clear()
      return nil
    }
    if found.outcome == .discarded {
      try place.clear()
      return found
    }
    guard let record = try readRecord(place) else { return found }
    do throws(EnvironmentError) {
      let left = try StagedChange(place: place, record: record).apply()
      try place.clear()
      return found.with(.completed(left: left))
    } catch {
      return found.with(.stuck(error))
    }
  }

  /// What is there now; nothing is changed.
  private static func look(
    _ place: ChangeFolder, isLocked: Bool = false
  ) throws(EnvironmentError) -> InterruptedChange? {
    guard try FileStatus.of(place.change, followingLinks: false)?.kind == .folder else { return nil }
    // The command that makes the change still runs.
    if !isLocked, FileLock.isHeld(place.lock) { return nil }
    if try ChangeFolder.exists(place.record) {
      guard let record = try readRecord(place) else { return unreadable(place) }
      return InterruptedChange(
        command: record.command, files: record.steps.count { $0.after != nil }, place: place.change,
        outcome: .pending)
    }
    let name = (try? FileReader.readAll(place.command)).map { String(decoding: $0, as: UTF8.self) }
    return InterruptedChange(
      command: name ?? "a command", files: 0, place: place.change, outcome: .discarded)
  }

  private static func readRecord(_ place: ChangeFolder) throws(EnvironmentError) -> ChangeRecord? {
    guard try FileStatus.of(place.record, followingLinks: false)?.kind == .regular else { return nil }
    return ChangeRecord(try FileReader.readAll(place.record))
  }

  private static func unreadable(_ place: ChangeFolder) -> InterruptedChange {
    let error = EnvironmentError("“\(place.record.shown)” is damaged or was written by a different version")
    return InterruptedChange(command: "a command", files: 0, place: place.change, outcome: .stuck(error))
  }

  private func with(_ outcome: Outcome) -> InterruptedChange {
    InterruptedChange(command: command, files: files, place: place, outcome: outcome)
  }
}

extension InterruptedChange {
  /// What to tell, and what to do about it; without advice, nothing needs to be done.
  package var words: (message: String, advice: String?) {
    let name = command.hasPrefix("standpoint ") ? "“\(command)”" : command
    switch outcome {
    case .completed(let left) where left.isEmpty:
      return ("\(name) was interrupted earlier; its change to \(files.counted("file")) is now complete", nil)
    case .completed(let left):
      return (
        "\(name) was interrupted earlier; its change to \(files.counted("file")) is now complete, except in files that have changed since",
        "compare these yourself; they were left as they are: "
          + left.map { "“\($0.shown)”" }.joined(separator: ", ")
      )
    case .discarded:
      return (
        "\(name) was interrupted earlier, before it changed any files",
        "run it again if you still want the change"
      )
    case .pending:
      return (
        "\(name) was interrupted earlier and may have changed only some of its \(files.counted("file"))",
        "a command that writes to the site, such as “standpoint build”, completes the change"
      )
    case .stuck(let error):
      return (
        "\(name) was interrupted earlier, and its change cannot be completed: \(error.message)",
        "correct that and run any command again, or remove “\(place.shown)” to leave the files as they are"
      )
    }
  }
}
