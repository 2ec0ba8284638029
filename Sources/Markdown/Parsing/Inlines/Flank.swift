/// The character next to a run of marks, as far as it matters for the rules of emphasis (CommonMark 0.30, section 6.2).
struct Flank {
  let isSpace: Bool
  let isPunctuation: Bool

  /// The neighbour of a text node: line ends and the ends of the block count as space, other inlines as punctuation.
  init(_ neighbour: NodeKind?) {
    isSpace = neighbour == nil || neighbour == .softBreak || neighbour == .lineBreak
    isPunctuation = !isSpace
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>, endingAt end: Int, from start: Int) {
    var first = end - 1
    while first > start, bytes[first] & 0xC0 == 0x80 { first -= 1 }
    self.init(bytes, startingAt: first, to: end)
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>, startingAt start: Int, to end: Int) {
    guard bytes[start] >= 0x80 else {
      isSpace = bytes[start].isSpace
      isPunctuation = bytes[start].isPunctuation
      return
    }
    let scalar = String(decoding: bytes[start..<min(end, start + 4)], as: UTF8.self).unicodeScalars.first
    isSpace = scalar?.properties.generalCategory == .spaceSeparator
    isPunctuation = scalar.map { Self.punctuation.contains($0.properties.generalCategory) } ?? false
  }

  private static let punctuation: Set<Unicode.GeneralCategory> = [
    .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
    .finalPunctuation, .otherPunctuation,
  ]
}

/// Whether marks of emphasis are directly before or after a construct, with punctuation on their other side.
struct FlankedMarks {
  private(set) var before = false
  private(set) var after = false

  /// - Parameters:
  ///   - construct: its range in `bytes`.
  ///   - start: where the text before it starts that was not looked at yet.
  init(_ bytes: [UInt8], _ construct: Range<Int>, after start: Int) {
    bytes.withUnsafeBufferPointer { bytes in
      var index = construct.lowerBound
      while index > start, Self.isMark(bytes[index - 1]) { index -= 1 }
      before =
        index < construct.lowerBound && index > 0 && Flank(bytes, endingAt: index, from: 0).isPunctuation
      index = construct.upperBound
      while index < bytes.count, Self.isMark(bytes[index]) { index += 1 }
      after =
        index > construct.upperBound && index < bytes.count
        && Flank(bytes, startingAt: index, to: bytes.count).isPunctuation
    }
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || PairedMark.all.contains { $0.byte == byte }
  }
}
