/// A template with marks in place of its long literal texts, which pages get back when they are assembled: the engine parses
/// character by character, and needs to see only tags, line ends and white space.
struct TemplateLiterals {
  /// The number of the first mark of a library. Values have lower numbers; see `Placeholder`.
  static let firstNumber = 1 << 24
  /// In bytes. A mark is not worth it for shorter ones.
  private static let shortest = 16

  private(set) var bytes: [UInt8] = []
  /// The texts, in the order of their marks.
  private(set) var texts: [[UInt8]] = []

  /// - Parameter count: how many texts other templates of the library have.
  init(_ template: [UInt8], after count: Int) {
    bytes.reserveCapacity(template.count)
    var index = 0
    while index < template.count {
      let text = template[index...].prefix { !Self.isBoundary($0) }
      add(text, count)
      index = Self.endOfTag(template, from: text.endIndex)
      bytes += template[text.endIndex..<index]
    }
  }

  private mutating func add(_ text: ArraySlice<UInt8>, _ count: Int) {
    let inner = text.drop(while: Self.isSpace)
    let end = inner.lastIndex { !Self.isSpace($0) }.map { $0 + 1 } ?? inner.startIndex
    guard end - inner.startIndex >= Self.shortest else {
      bytes += text
      return
    }
    bytes += text[..<inner.startIndex]
    bytes += Placeholder(number: Self.firstNumber + count + texts.count).renderText.utf8
    bytes += text[end...]
    texts.append(Array(text[inner.startIndex..<end]))
  }

  private static func isBoundary(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == 0x0A || byte == 0x0D
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// The end of the tag, brace or line end at `start`.
  private static func endOfTag(_ template: [UInt8], from start: Int) -> Int {
    let isTag = template[start...].starts(with: "{{".utf8)
    guard isTag, let close = template.firstRange(of: Array("}}".utf8), in: start..<template.count) else {
      return min(start + 1, template.count)
    }
    return close.upperBound
  }
}
