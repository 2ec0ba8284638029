import FileSystem

/// Removes what an interrupted build left beside the output folder.
enum InterruptedBuildCleanup {
  /// To be called while the lock is held.
  static func run(_ output: OutputFolder) throws(EnvironmentError) {
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

  /// Moves `.git` and similar to the output folder, if the build was killed between the exchange and this move.
  static func takeBackKept(from folder: DiskPath, _ output: OutputFolder) throws(EnvironmentError) {
    for entry in try FolderListing.entries(of: folder) where entry.name.utf8.starts(with: ".git".utf8) {
      let target = output.path.appending(entry.name)
      if try exists(target) {
        guard try entry.kind(at: folder.appending(entry.name)) == .folder else { continue }
        throw EnvironmentError(
          "“\(folder.appending(entry.name).shown)” is left from an ended build, and “\(target.shown)” exists too",
          advice: "keep the right one of the two in “\(output.path.shown)” and remove the other")
      }
      try FileWriter.move(folder.appending(entry.name), to: target, action: "cannot restore")
    }
  }

  private static func exists(_ path: DiskPath) throws(EnvironmentError) -> Bool {
    try FileStatus.of(path, followingLinks: false) != nil
  }
}
