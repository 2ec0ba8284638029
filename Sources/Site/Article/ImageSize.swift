import Text

/// The size of an image as Obsidian writes it after the last bar of its description: `map|400`, `map|400x300`.
struct ImageSize {
  /// In pixels of CSS.
  private let width: Int
  /// In pixels of CSS; nil: that of the image at this width.
  private let height: Int?

  private static let limit = 10_000

  /// The description without the size, and the size; nil: there is none.
  ///
  /// - Parameter needsBar: whether a description that is only a number stays one.
  static func split(
    _ text: ArraySlice<UInt8>, needsBar: Bool = false
  ) -> (description: ArraySlice<UInt8>, size: ImageSize?) {
    let bar = text.lastIndex(of: UInt8(ascii: "|"))
    if needsBar, bar == nil { return (text, nil) }
    let words = bar.map { text[($0 + 1)...] } ?? text
    let parts = words.split(separator: UInt8(ascii: "x"), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let width = number(parts[0]) else { return (text, nil) }
    let height = parts.count == 2 ? number(parts[1]) : nil
    guard parts.count == 1 || height != nil else { return (text, nil) }
    let description = bar.map { text[..<$0] } ?? text.prefix(0)
    return (description, ImageSize(width: width, height: height))
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      let number = Int(String(decoding: digits, as: UTF8.self)), (1...limit).contains(number)
    else { return nil }
    return number
  }

  /// Writes the attributes, with a space before each.
  func write(into output: inout HTML) {
    output.markup(" width=\"\(width)\"")
    if let height { output.markup(" height=\"\(height)\"") }
  }
}
