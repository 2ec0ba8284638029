#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Clears what a killed build left beside the output folder.
enum InterruptedBuildCleanup {
  /// To be called while the lock is held.
  static func run(_ output: OutputFolder) throws(EnvironmentError) {
    if try exists(output.previous) {
      if try exists(output.path) {
        try takeBackKept(from: output.previous, output)
        try TreeRemoval.removeAll(output.previous)
      } else if rename(output.previous.text, output.path.text) != 0 {
        throw EnvironmentError("cannot restore", output.path, code: errno)
      }
    }
    if try exists(output.staging) {
      try takeBackKept(from: output.staging, output)
      try TreeRemoval.removeAll(output.staging)
    }
  }

  /// Moves `.git` and the like to the output folder, when the kill came between the exchange and this move.
  static func takeBackKept(from folder: DiskPath, _ output: OutputFolder) throws(EnvironmentError) {
    for entry in try FolderListing.entries(of: folder) where entry.name.utf8.starts(with: ".git".utf8) {
      let target = output.path.appending(entry.name)
      if try exists(target) {
        guard try entry.kind(at: folder.appending(entry.name)) == .folder else { continue }
        throw EnvironmentError(
          "“\(folder.appending(entry.name).shown)” is left from an ended build, and “\(target.shown)” exists too",
          advice: "keep the right one of the two in “\(output.path.shown)” and remove the other")
      }
      guard rename(folder.appending(entry.name).text, target.text) == 0 else {
        throw EnvironmentError("cannot restore", target, code: errno)
      }
    }
  }

  private static func exists(_ path: DiskPath) throws(EnvironmentError) -> Bool {
    try FileStatus.of(path, followingLinks: false) != nil
  }
}
