#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder of our own for the time of one call, readable by nobody else; removed at its end.
enum TemporaryDirectory {
  static func with<Result>(
    _ work: (DiskPath) async throws(EnvironmentError) -> Result
  ) async throws(EnvironmentError) -> Result {
    let folder = try make()
    let result: Result
    do {
      result = try await work(folder)
    } catch {
      // The first fault is the one that counts.
      try? TreeRemoval.removeAll(folder)
      throw error
    }
    try TreeRemoval.removeAll(folder)
    return result
  }

  private static func make() throws(EnvironmentError) -> DiskPath {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let base = DiskPath(parent.isEmpty ? "/tmp" : parent)
    var template = Array((base.text + "/standpoint-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw EnvironmentError("cannot make a folder in", base, code: errno)
    }
    return DiskPath(String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }
}
