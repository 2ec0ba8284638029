#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A failure of the file system, the operating system, the network or another program. Problems in the content are diagnostics.
package struct EnvironmentError: Error, Sendable, Hashable {
  /// What failed and why: one sentence, lower-case start, no full stop.
  package let message: String
  /// How to fix it; nil without specific advice.
  package let advice: String?

  /// An error with a message and optional advice, worded as described for the properties.
  package init(_ message: String, advice: String? = nil) {
    self.message = message
    self.advice = advice
  }

  /// A failed system call.
  ///
  /// - Parameters:
  ///   - action: such as `cannot read`.
  ///   - code: the `errno` of the call.
  init(_ action: String, _ path: DiskPath, code: Int32) {
    self.init("\(action) “\(path.shown)”: \(Self.words(for: code))")
  }

  /// The reason for an error number, as a clause for a message.
  static func words(for code: Int32) -> String {
    switch code {
    case ENOENT: "no such file or folder"
    case EACCES, EPERM: "permission denied"
    case EROFS: "the file system is read-only"
    case ENOSPC: "the disk is full"
    case EDQUOT: "the disk quota is exceeded"
    case EMFILE, ENFILE: "too many files are open"
    case ENOTDIR: "part of the path is not a folder"
    case EISDIR: "it is a folder"
    case ELOOP: "too many symbolic links"
    case ENAMETOOLONG: "the path is too long"
    case EXDEV, EBUSY: "it is a mount point or on another file system"
    default: lowercasedFirst(String(cString: strerror(code)))
    }
  }

  private static func lowercasedFirst(_ text: String) -> String {
    text.prefix(1).lowercased() + text.dropFirst()
  }
}
