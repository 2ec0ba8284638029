import CSyscalls

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Puts the finished site in place of the old one.
enum Exchange {
  /// Makes the staging folder the output folder; if there was an old one, it then stands where staging stood.
  ///
  /// One step where the file system can exchange two folders (ext4, XFS, Btrfs, tmpfs, APFS …). Where it cannot,
  /// two renames: between them there is no output folder for an instant, and a build that is killed just there
  /// leaves the old site at `previous`, from where the next build takes it back.
  static func perform(_ output: OutputFolder, hasOld: Bool) throws(EnvironmentError) {
    guard hasOld else { return try move(output.staging, output.path) }
    switch standpoint_exchange(output.staging.text, output.path.text) {
    case 0: return
    case EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP: try renameTwice(output)
    case let code: throw EnvironmentError("cannot replace", output.path, code: code)
    }
  }

  static func renameTwice(_ output: OutputFolder) throws(EnvironmentError) {
    try move(output.path, output.previous)
    do {
      try move(output.staging, output.path)
    } catch {
      try move(output.previous, output.path)
      throw error
    }
    try move(output.previous, output.staging)
  }

  private static func move(_ from: DiskPath, _ to: DiskPath) throws(EnvironmentError) {
    guard rename(from.text, to.text) == 0 else { throw EnvironmentError("cannot replace", to, code: errno) }
  }
}
