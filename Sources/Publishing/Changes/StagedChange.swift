import FileSystem

/// A change whose record and new contents are on the disk, and of which some steps may have been taken.
struct StagedChange: Sendable {
  let place: ChangeFolder
  let record: ChangeRecord

  /// Takes the steps that have not been taken.
  ///
  /// - Parameter most: how many steps are looked at; nil: all.
  /// - Returns: the files that are neither as before nor as after the change, and are left as they are.
  func apply(atMost most: Int? = nil) throws(EnvironmentError) -> [DiskPath] {
    var left: [Int: DiskPath] = [:]
    for (index, step) in record.steps.prefix(most ?? record.steps.count).enumerated() {
      guard let path = place.target(step) else {
        left[index] = place.root.appending(step.path)
        continue
      }
      if let needed = step.needs, left[needed] != nil { continue }
      let isTaken: Bool
      if let mark = step.after {
        isTaken = try put(index, mark, path, step)
      } else {
        isTaken = try remove(path, step)
      }
      if !isTaken { left[index] = path }
    }
    return left.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Puts the new bytes in place; false: the file is not the same as before the change.
  private func put(
    _ index: Int, _ mark: String, _ path: DiskPath, _ step: ChangeRecord.Step
  ) throws(EnvironmentError) -> Bool {
    let staged = place.staged(index)
    // The file is moved into place, so the step was taken; it may have been changed since.
    guard try FileStatus.of(staged, followingLinks: false)?.kind == .regular else { return true }
    let now = try ChangeRecord.mark(of: path)
    if now == mark { return true }
    guard now == step.before, try ChangeRecord.mark(of: staged) == mark else { return false }
    try FileWriter.makeFolders(path.parent)
    return try FileWriter.moveOrCopy(staged, to: path, replaces: step.before != nil)
  }

  private func remove(_ path: DiskPath, _ step: ChangeRecord.Step) throws(EnvironmentError) -> Bool {
    let now = try ChangeRecord.mark(of: path)
    if now == nil { return true }
    guard now == step.before else { return false }
    try FileWriter.removeFile(path)
    return true
  }
}
