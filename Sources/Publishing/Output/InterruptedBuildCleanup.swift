import FileSystem

/// Cleans up after an interrupted build: restores the output folder and removes temporary folders beside it.
enum InterruptedBuildCleanup {
  /// Must be called while the lock is held.
  static func run(_ output: OutputFolder) throws(EnvironmentError) {
    UnfinishedFile.removeAbandoned(in: output.path.parent)
    if try exists(output.previous) {
      if try exists(output.path) {
        try takeBackKept(from: output.previous, output)
        try FolderRemoval.removeAll(output.previous)
      } else {
        try FileWriter.move(output.previous, to: output.path, action: "cannot restore")
      }
    }
    if try exists(output.staging) {
      try takeBackKept(from: output.staging, output)
      try FolderRemoval.removeAll(output.staging)
    }
  }

  /// Moves `.git` and similar entries back to the output folder, in case the build was killed between the exchange and this move.
  static func takeBackKept(from folder: DiskPath, _ output: OutputFolder) throws(EnvironmentError) {
    for entry in try FolderListing.entries(of: folder) where entry.name.utf8.starts(with: ".git".utf8) {
      let target = output.path.appending(entry.name)
      if try exists(target) {
        guard try entry.kind(at: folder.appending(entry.name)) == .folder else { continue }
        throw EnvironmentError(
          "an interrupted build left “\(folder.appending(entry.name).shown)”, but “\(target.shown)” exists too",
          advice: "keep the one you need in “\(output.path.shown)” and remove the other")
      }
      try FileWriter.move(folder.appending(entry.name), to: target, action: "cannot restore")
    }
  }

  private static func exists(_ path: DiskPath) throws(EnvironmentError) -> Bool {
    try FileStatus.of(path, followingLinks: false) != nil
  }
}
