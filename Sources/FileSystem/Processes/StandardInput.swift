#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The standard input of this process.
package enum StandardInput {
  /// Whether it is a terminal, so that a user can answer questions.
  package static var isTerminal: Bool { isatty(0) == 1 }
}
