/// Splits a text into words, runs of white space and single signs; joined, the pieces give the original text.
enum WordSplitter {
  static func split(_ text: String) -> [Substring] {
    let scalars = text.unicodeScalars
    var pieces: [Substring] = []
    var start = scalars.startIndex
    var kind: Kind?
    var index = start
    while index < scalars.endIndex {
      let nextKind = Kind(scalars[index])
      if let known = kind, known == .sign || known != nextKind {
        pieces.append(Substring(scalars[start..<index]))
        start = index
      }
      kind = nextKind
      index = scalars.index(after: index)
    }
    if start < index { pieces.append(Substring(scalars[start..<index])) }
    return pieces
  }

  private enum Kind {
    case letters, space
    /// Punctuation, and characters of scripts that are written without spaces: each is a separate piece.
    case sign

    init(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: self = .letters
      case 0x09...0x0D, 0x20: self = .space
      case 0...0x7F: self = .sign
      case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF, 0x0E00...0x0EFF: self = .sign
      default: self = Self(beyondASCII: scalar)
      }
    }

    private init(beyondASCII scalar: Unicode.Scalar) {
      if scalar.properties.isWhitespace {
        self = .space
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        self = .letters
      } else {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: self = .letters
        default: self = .sign
        }
      }
    }
  }
}
