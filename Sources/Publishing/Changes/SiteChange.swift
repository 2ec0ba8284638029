import FileSystem

/// A change to several files of a site that belong together.
///
/// Nothing is written if one of the files is not as it was read. A record of the change is on the disk before the first file
/// changes, so that if the command is killed, the next one completes the change (`InterruptedChange`).
struct SiteChange: Sendable {
  /// The new bytes of a file; nil: it is removed.
  private struct File: Sendable {
    let path: DiskPath
    let bytes: [UInt8]?
    let isExecutable: Bool
  }

  private let place: ChangeFolder
  private var record: ChangeRecord
  private var files: [File] = []

  /// - Parameters:
  ///   - command: as messages name it, such as `standpoint rename`.
  ///   - root: the site's folder.
  ///   - content: the content folder, which may be elsewhere.
  init(by command: String, in root: DiskPath, content: DiskPath? = nil) {
    place = ChangeFolder(root, others: [content].compactMap(\.self))
    record = ChangeRecord(command: command, steps: [])
  }

  /// Replaces the bytes of a file; does nothing if they are the same.
  mutating func replace(_ path: DiskPath, _ old: [UInt8], by new: [UInt8]) {
    if old == new { return }
    add(File(path: path, bytes: new, isExecutable: false), before: ChangeRecord.mark(old))
  }

  /// Creates a file, which must not exist.
  mutating func create(_ path: DiskPath, _ bytes: [UInt8], isExecutable: Bool = false) {
    add(File(path: path, bytes: bytes, isExecutable: isExecutable), before: nil)
  }

  /// Writes a file, whatever is there now.
  mutating func write(_ path: DiskPath, _ bytes: [UInt8]) throws(EnvironmentError) {
    let isThere = try FileStatus.of(path, followingLinks: false) != nil
    if isThere { replace(path, try FileReader.readAll(path), by: bytes) } else { create(path, bytes) }
  }

  /// Gives a file another name, and other bytes.
  mutating func move(_ path: DiskPath, to target: DiskPath, _ old: [UInt8], by new: [UInt8]) {
    create(target, new)
    let needed = record.steps.count - 1
    add(File(path: path, bytes: nil, isExecutable: false), before: ChangeRecord.mark(old), needs: needed)
  }

  private mutating func add(_ file: File, before: String?, needs: Int? = nil) {
    files.append(file)
    record.steps.append(
      ChangeRecord.Step(
        path: place.name(of: file.path), before: before, after: file.bytes.map(ChangeRecord.mark),
        needs: needs))
  }

  /// Makes the change.
  ///
  /// - Throws: if a file is not as it was read, cannot be written or exists already; then nothing is changed.
  func perform() throws(EnvironmentError) {
    if files.isEmpty { return }
    if files.count == 1 { return try performOne(files[0]) }
    try place.locked { () throws(EnvironmentError) in
      let earlier = try InterruptedChange.finishLocked(place)
      if let earlier, case .stuck = earlier.outcome {
        throw EnvironmentError(earlier.words.message, advice: earlier.words.advice)
      }
      let staged = try stage()
      let left = try staged.apply()
      try place.clear()
      if let first = left.first { throw Self.changed(first) }
    }
  }

  /// One file changes in one step, without a record.
  private func performOne(_ file: File) throws(EnvironmentError) {
    try check(0)
    guard let bytes = file.bytes else { return try FileWriter.removeFile(file.path) }
    try FileWriter.makeFolders(file.path.parent)
    if record.steps[0].before != nil { return try FileWriter.write(bytes, to: file.path) }
    guard try FileWriter.writeNew(bytes, to: file.path, isExecutable: file.isExecutable) else {
      throw Self.changed(file.path)
    }
  }

  /// Writes the new bytes and the record. The caller holds the lock.
  func stage() throws(EnvironmentError) -> StagedChange {
    for index in files.indices { try check(index) }
    try place.clear()
    do throws(EnvironmentError) {
      try writeStaged()
    } catch {
      try? place.clear()
      throw error
    }
    return StagedChange(place: place, record: record)
  }

  private func writeStaged() throws(EnvironmentError) {
    try FileWriter.makeNewFolder(place.change)
    try FileWriter.write(Array(record.command.utf8), to: place.command)
    // Many single files would each wait for the disk.
    let syncsEach = files.count <= 64
    for (index, file) in files.enumerated() {
      guard let bytes = file.bytes else { continue }
      try FileWriter.write(
        bytes, to: place.staged(index), durably: syncsEach, permissionsOf: file.path,
        isExecutable: file.isExecutable)
    }
    try FileWriter.synchronize(place.change, wholeFileSystem: !syncsEach)
    try FileWriter.write(record.bytes, to: place.record, durably: true)
    try FileWriter.synchronize(place.change)
    try FileWriter.synchronize(place.own)
  }

  /// Throws if a file is not as it was read, or cannot be written.
  private func check(_ index: Int) throws(EnvironmentError) {
    let path = files[index].path
    if try ChangeRecord.mark(of: path) != record.steps[index].before { throw Self.changed(path) }
    var folder = path.parent
    while folder.text != "/", try FileStatus.of(folder, followingLinks: true) == nil {
      folder = folder.parent
    }
    try FileWriter.requireWritable(folder, for: path)
  }

  /// The error for a file that is not as it was read.
  static func changed(_ path: DiskPath) -> EnvironmentError {
    EnvironmentError(
      "“\(path.shown)” was changed by another program at the same time",
      advice: "run the command again; if an editor has the file open, save it first")
  }
}
