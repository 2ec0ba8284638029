#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The standard input of this process.
package enum StandardInput {
  /// Somebody can type an answer.
  package static var isTerminal: Bool { isatty(0) == 1 }
}
