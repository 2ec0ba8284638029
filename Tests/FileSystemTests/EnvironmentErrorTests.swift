import Testing

@testable import FileSystem

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct EnvironmentErrorTests {
  @Test(
    "error numbers are described in words",
    arguments: [
      (ENOSPC, "the disk is full"), (EROFS, "the file system is read-only"), (EACCES, "permission denied"),
      (EXDEV, "it is a mount point or on another file system"),
    ])
  func words(_ code: Int32, _ words: String) {
    #expect(EnvironmentError.words(for: code) == words)
  }
}
