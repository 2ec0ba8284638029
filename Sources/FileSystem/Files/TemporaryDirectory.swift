#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder that exists during one call, is accessible only to the current user, and is removed at the end.
package enum TemporaryDirectory {
  /// Calls `work` with a new folder, and removes the folder afterwards.
  ///
  /// - Throws: the error of `work`, or one if the folder cannot be created or removed.
  package static func with<Result>(
    _ work: (DiskPath) async throws(EnvironmentError) -> Result
  ) async throws(EnvironmentError) -> Result {
    let folder = try make()
    let result: Result
    do {
      result = try await work(folder)
    } catch {
      // The first error is the one to report.
      try? FolderRemoval.removeAll(folder)
      throw error
    }
    try FolderRemoval.removeAll(folder)
    return result
  }

  private static func make() throws(EnvironmentError) -> DiskPath {
    let parent = Variables.value("TMPDIR") ?? ""
    let base = DiskPath(parent.isEmpty ? "/tmp" : parent)
    var template = Array((base.text + "/standpoint-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw EnvironmentError("cannot create a folder in", base, code: errno)
    }
    return DiskPath(String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }
}
