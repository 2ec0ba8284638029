/// Stretches of a text that libcmark must not look into, and the characters that stand for them there.
///
/// A placeholder is U+FDD0, the decimal index of the stretch, U+FDD1: noncharacters and digits, so that emphasis and
/// quotes around it are read as around a word. An author's own U+FDD0 is a stretch, too.
struct Placeholders {
  enum Meaning {
    /// `[[target|shown]]`, both as ranges of `text`; `shown` is nil without one.
    case wikilink(target: Range<Int>, shown: Range<Int>?, isEmbed: Bool)
    /// Index of the footnote's definition.
    case footnote(Int)
    /// A reference to a footnote that is not defined.
    case undefinedFootnote
    /// A bare address.
    case autolink(Autolink.Scheme)
    /// Stands for itself.
    case itself
  }

  struct Stretch {
    let meaning: Meaning
    /// What the author wrote, as a range of `text`.
    let written: Range<Int>
    /// What the author wrote, in the file.
    let source: ByteRange
  }

  /// The bytes that the stretches' ranges point into.
  private(set) var text: [UInt8] = []
  private(set) var stretches: [Stretch] = []

  var isEmpty: Bool { stretches.isEmpty }

  mutating func add(_ meaning: Meaning, _ written: Range<Int>, _ source: ByteRange) {
    stretches.append(Stretch(meaning: meaning, written: written, source: source))
  }

  mutating func keep(_ text: [UInt8]) { self.text = text }

  /// The bytes that stand for the stretch added next.
  var nextMark: [UInt8] { [0xEF, 0xB7, 0x90] + Array(String(stretches.count).utf8) + [0xEF, 0xB7, 0x91] }

  /// The placeholder that starts at `index`: the index of its stretch, and its end; nil when none does.
  func placeholder(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (stretch: Int, end: Int)? {
    guard index + 6 < bytes.count, bytes[index] == 0xEF, bytes[index + 1] == 0xB7, bytes[index + 2] == 0x90
    else { return nil }
    var number = 0
    var end = index + 3
    while end < bytes.count, bytes[end].isDigit, end < index + 12 {
      number = number * 10 + Int(bytes[end] - 0x30)
      end += 1
    }
    return number < stretches.count ? (number, end + 3) : nil
  }

  /// Appends `bytes` with what the author wrote in place of placeholders.
  func restore(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    guard !isEmpty else { return output.append(contentsOf: bytes) }
    var copied = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] == 0xEF, let found = placeholder(bytes, at: index) else {
        index += 1
        continue
      }
      output.append(contentsOf: bytes[copied..<index])
      output.append(contentsOf: text[stretches[found.stretch].written])
      (copied, index) = (found.end, found.end)
    }
    output.append(contentsOf: bytes[copied...])
  }
}
