/// Where the text of a node stands in the text that libcmark read.
struct TextPlace {
  /// Index of the node, as it was when its block was read.
  let node: Int
  /// Bytes of the text that libcmark read.
  let written: Range<Int>
  /// The text stands there byte by byte; else there are escapes or entities in it.
  let isExact: Bool

  /// Where the byte at `index` of `literal` is written; `literal` is the node's text.
  func offset(of index: Int, in literal: ArraySlice<UInt8>, _ bytes: [UInt8]) -> Int {
    if isExact { return written.lowerBound + index - literal.startIndex }
    var place = written.lowerBound
    var at = literal.startIndex
    while at < index, place < written.upperBound {
      (at, place, _) = step(at, place, literal, bytes)
    }
    return min(place, written.upperBound)
  }

  /// Calls `body` with the index of each byte of `literal` that comes from an escape or an entity.
  func forEachInert(in literal: ArraySlice<UInt8>, _ bytes: [UInt8], _ body: (Int) -> Void) {
    guard !isExact else { return }
    var place = written.lowerBound
    var at = literal.startIndex
    while at < literal.endIndex, place < written.upperBound {
      let next = step(at, place, literal, bytes)
      if next.isInert { body(at) }
      (at, place) = (next.at, next.place)
    }
  }

  /// One character on, in the literal and where it is written.
  private func step(
    _ at: Int, _ place: Int, _ literal: ArraySlice<UInt8>, _ bytes: [UInt8]
  ) -> (at: Int, place: Int, isInert: Bool) {
    let byte = bytes[place]
    if byte == ASCII.backslash, place + 1 < written.upperBound, bytes[place + 1].isPunctuation,
      bytes[place + 1] == literal[at]
    {
      return (at + 1, place + 2, true)
    }
    if byte == ASCII.ampersand, let end = entityEnd(place, bytes),
      !stands(place..<end, at: at, literal, bytes)
    {
      var next = at + 1
      while next < literal.endIndex, literal[next] & 0xC0 == 0x80 { next += 1 }
      return (next, end, true)
    }
    return byte == literal[at] ? (at + 1, place + 1, false) : (at + 1, place, false)
  }

  /// Where an entity ends that starts at `place`.
  private func entityEnd(_ place: Int, _ bytes: [UInt8]) -> Int? {
    let limit = min(written.upperBound, place + 40)
    var index = place + 1
    while index < limit, bytes[index].isAlphanumeric || bytes[index] == ASCII.hash { index += 1 }
    return index < limit && index > place + 1 && bytes[index] == ASCII.semicolon ? index + 1 : nil
  }

  /// What looks like an entity stands in the literal as it is, so it is none.
  private func stands(_ range: Range<Int>, at: Int, _ literal: ArraySlice<UInt8>, _ bytes: [UInt8]) -> Bool {
    literal[at...].starts(with: bytes[range])
  }
}
