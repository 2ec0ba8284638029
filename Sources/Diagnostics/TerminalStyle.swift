/// How a part of a message is set on a terminal that knows ANSI sequences.
enum TerminalStyle {
  case bold, faint, underline
  case severity(Severity)

  static let reset = "\u{1B}[0m"

  var sequence: String {
    switch self {
    case .bold: "\u{1B}[1m"
    case .faint: "\u{1B}[2m"
    case .underline: "\u{1B}[1;32m"
    case .severity(.error): "\u{1B}[1;31m"
    case .severity(.warning): "\u{1B}[1;35m"
    case .severity(.note): "\u{1B}[1;36m"
    }
  }
}
