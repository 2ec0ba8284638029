#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes single files so that nobody ever sees a part of one.
package enum AtomicFile {
  /// Writes `bytes` beside `path` and then puts them in its place.
  package static func write(_ bytes: [UInt8], to path: DiskPath) throws(EnvironmentError) {
    let draft = path.parent.appending(".\(path.name).\(getpid())")
    let descriptor = open(draft.text, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { throw EnvironmentError("cannot write", path, code: errno) }
    var failure = bytes.withUnsafeBytes { systemWriteAll(descriptor, $0) }
    if close(descriptor) != 0, failure == 0 { failure = errno }
    if failure == 0, rename(draft.text, path.text) != 0 { failure = errno }
    guard failure == 0 else {
      unlink(draft.text)
      throw EnvironmentError("cannot write", path, code: failure)
    }
  }

  /// Makes the folder `path` in a folder that is there; it may be there already.
  static func makeFolder(_ path: DiskPath) throws(EnvironmentError) {
    if mkdir(path.text, 0o777) != 0, errno != EEXIST {
      throw EnvironmentError("cannot make the folder", path, code: errno)
    }
  }
}
