import FileSystem

/// A folder of a store that rclone reaches, such as `store:briefing`.
struct RcloneTarget: Sendable {
  /// rclone's exit codes for a folder and for a file that does not exist.
  private static let missing: Set<Int32> = [3, 4]

  /// As the command line gives it, without a trailing slash.
  let text: String
  private let rclone = Programs.rclone

  init(_ text: String) {
    var text = text
    while text.hasSuffix("/") { text.removeLast() }
    self.text = text
  }

  /// Throws if the text is not that of a remote: rclone would take it for a folder of this machine.
  private func requireRemote() throws(EnvironmentError) {
    if text.contains(":"), !text.hasPrefix("-") { return }
    throw EnvironmentError(
      "“\(text)” is not an rclone remote",
      advice:
        "write REMOTE:PATH, with a remote that “rclone listremotes” lists; for a folder on this machine, use --folder"
    )
  }

  /// The address of a file or folder below it.
  func place(of path: String) -> String {
    text.hasSuffix(":") ? text + path : text + "/" + path
  }

  /// The bytes of a file; nil if it does not exist.
  func read(_ path: String) async throws(EnvironmentError) -> [UInt8]? {
    try requireRemote()
    let outcome = try await rclone.finish(["cat", place(of: path)], in: .current)
    if outcome.exitCode == 0 { return outcome.output }
    if let code = outcome.exitCode, Self.missing.contains(code) { return nil }
    throw rclone.failure(outcome)
  }

  /// The sizes of all files by path, in bytes; empty if the folder does not exist.
  func sizes() async throws(EnvironmentError) -> [String: Int] {
    let outcome = try await rclone.finish(
      ["lsf", "--recursive", "--files-only", "--format", "sp", "--separator", "\t", text], in: .current)
    if let code = outcome.exitCode, Self.missing.contains(code) { return [:] }
    guard outcome.exitCode == 0 else { throw rclone.failure(outcome) }
    var sizes: [String: Int] = [:]
    for line in String(decoding: outcome.output, as: UTF8.self).split(separator: "\n") {
      let fields = line.split(separator: "\t", maxSplits: 1)
      if fields.count == 2 { sizes[String(fields[1])] = Int(fields[0]) ?? -1 }
    }
    return sizes
  }

  /// Copies files below `folder` to the same paths.
  func put(_ paths: [String], from folder: DiskPath, _ scratch: DiskPath) async throws(EnvironmentError) {
    if paths.isEmpty { return }
    let list = try list(paths, scratch)
    _ = try await rclone.run(
      ["copy", "--ignore-times", "--no-traverse", "--files-from-raw", list, folder.text, text], in: .current)
  }

  /// Removes files, and then the folders that are empty because of that.
  func remove(_ paths: [String], leaving kept: [String], _ scratch: DiskPath) async throws(EnvironmentError) {
    if paths.isEmpty { return }
    _ = try await rclone.run(["delete", "--files-from-raw", try list(paths, scratch), text], in: .current)
    let folders = Self.folders(of: paths).subtracting(Self.folders(of: kept))
    let deepestFirst = folders.sorted {
      ($0.utf8.count { $0 == 0x2F }, $0) > ($1.utf8.count { $0 == 0x2F }, $1)
    }
    // Stores without folders have none to remove, and folders with files of others stay.
    for folder in deepestFirst { _ = try await rclone.finish(["rmdir", place(of: folder)], in: .current) }
  }

  private func list(_ paths: [String], _ scratch: DiskPath) throws(EnvironmentError) -> String {
    if let path = paths.first(where: { $0.contains("\n") }) {
      throw EnvironmentError("rclone cannot publish “\(path)”: its name has a line break")
    }
    let file = scratch.appending("paths")
    try FileWriter.write(Array(paths.map { $0 + "\n" }.joined().utf8), to: file)
    return file.text
  }

  /// Every folder on the way to one of the files.
  private static func folders(of paths: [String]) -> Set<String> {
    var folders: Set<String> = []
    for path in paths {
      for index in path.utf8.indices where path.utf8[index] == UInt8(ascii: "/") {
        folders.insert(String(path[..<index]))
      }
    }
    return folders
  }
}
