import CSyscalls

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Exchanges two folders.
package enum FolderExchange {
  /// Exchanges two folders on the same file system atomically (renameat2(2) with RENAME_EXCHANGE).
  ///
  /// - Returns: false if the file system does not support this; nothing is changed then.
  package static func perform(_ first: DiskPath, _ second: DiskPath) throws(EnvironmentError) -> Bool {
    switch standpoint_exchange(first.text, second.text) {
    case 0: return true
    case EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP: return false
    case let code: throw EnvironmentError("cannot replace", second, code: code)
    }
  }
}
