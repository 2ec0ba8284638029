import FileSystem
import Publishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One of the two streams that the tool speaks through.
struct Terminal: Sendable {
  private let descriptor: Int32

  static let standardOutput = Terminal(descriptor: 1)
  static let standardError = Terminal(descriptor: 2)

  /// A person reads along.
  var isInteractive: Bool { isatty(descriptor) == 1 }

  /// Colours are wanted: a terminal that knows them, and no `NO_COLOR` (https://no-color.org).
  var usesColour: Bool {
    guard isInteractive else { return false }
    if let refused = getenv("NO_COLOR"), refused.pointee != 0 { return false }
    return getenv("TERM").map { String(cString: $0) != "dumb" } ?? false
  }

  /// Writes all of `text`; what cannot be written is not missed by anybody.
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

  /// One line.
  func writeLine(_ text: String) { write(text + "\n") }

  /// What the environment refuses, in the form of a diagnostic.
  func write(error: EnvironmentError) {
    let (bold, red, plain) = usesColour ? ("\u{1B}[1m", "\u{1B}[1;31m", "\u{1B}[0m") : ("", "", "")
    writeLine("\(red)error:\(plain) \(bold)\(error.message)\(plain)")
    if let advice = error.advice { writeLine("     = \(bold)help:\(plain) \(advice)") }
  }

  /// Lets a reader who has seen enough (`standpoint render x.md | head`) end the tool without a word, also
  /// where the caller had told it to ignore that signal.
  static func endQuietlyOnClosedPipes() { signal(SIGPIPE, SIG_DFL) }
}

/// `write(2)`, under a name that methods called `write` do not hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
