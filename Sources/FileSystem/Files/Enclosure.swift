#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder that must contain every file that is read: a file may become a symbolic link to another place at any moment, even between
/// being listed and being opened.
package struct Enclosure: Sendable, Hashable {
  private let folder: DiskPath
  private let resolved: DiskPath

  package init(_ folder: DiskPath) {
    self.folder = folder
    resolved = folder.resolved
  }

  /// Throws if an open file is outside the folder.
  ///
  /// - Parameter path: the path by which the file was opened.
  func check(_ descriptor: Int32, _ path: DiskPath) throws(EnvironmentError) {
    let place = Self.place(of: descriptor) ?? path.resolved
    // The folder itself may have been moved, or be a link that leads elsewhere now.
    if place.isBelow(resolved) || place.isBelow(folder.resolved) { return }
    throw EnvironmentError(
      "cannot read “\(path.shown)”: it has become a symbolic link that leads out of its folder",
      advice: "copy the file into the folder")
  }

  /// Where an open file is, without symbolic links; nil if the system does not say.
  private static func place(of descriptor: Int32) -> DiskPath? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4_097) { buffer -> DiskPath? in
      guard let start = buffer.baseAddress else { return nil }
      #if canImport(Glibc)
        let length = readlink("/proc/self/fd/\(descriptor)", start, 4_096)
        guard length > 0, length < 4_096 else { return nil }
        buffer[length] = 0
      #else
        guard fcntl(descriptor, F_GETPATH, start) == 0 else { return nil }
      #endif
      return String(validatingCString: start).map { DiskPath($0) }
    }
  }
}
