import Diagnostics
import FileSystem
import Publishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Standard output or standard error.
struct Terminal: Sendable {
  private let descriptor: Int32

  static let standardOutput = Terminal(descriptor: 1)
  static let standardError = Terminal(descriptor: 2)

  /// Whether it is a terminal.
  var isInteractive: Bool { isatty(descriptor) == 1 }

  /// Whether to use colours: on a terminal that supports them, unless `NO_COLOR` is set (https://no-color.org).
  var usesColour: Bool {
    guard isInteractive else { return false }
    if let refused = getenv("NO_COLOR"), refused.pointee != 0 { return false }
    return getenv("TERM").map { String(cString: $0) != "dumb" } ?? false
  }

  /// Writes all of `text`, ignoring errors.
  func write(_ text: String) { write(Array(text.utf8)) }

  func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(descriptor, $0) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Writes one line.
  func writeLine(_ text: String) { write(text + "\n") }

  /// Writes an error in the format of a diagnostic.
  func write(error: EnvironmentError) {
    let (bold, red, plain) = usesColour ? ("\u{1B}[1m", "\u{1B}[1;31m", "\u{1B}[0m") : ("", "", "")
    writeLine("\(red)error:\(plain) \(bold)\(error.message)\(plain)")
    if let advice = error.advice { writeLine("     = \(bold)help:\(plain) \(advice)") }
  }

  /// Writes a note in the format of a diagnostic.
  func write(note: String, advice: String?) {
    let (bold, plain) = usesColour ? ("\u{1B}[1m", "\u{1B}[0m") : ("", "")
    writeLine(TerminalText.line("\(bold)note:\(plain) \(note)"))
    if let advice { writeLine(TerminalText.line("     = \(bold)help:\(plain) \(advice)")) }
  }

  /// Ends the process silently if the reader closes the pipe (`standpoint render x.md | head`), even if the caller set
  /// SIGPIPE to be ignored.
  static func endQuietlyOnClosedPipes() { signal(SIGPIPE, SIG_DFL) }
}

/// `write(2)`, under a name that does not conflict with methods called `write`.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
