extension UnsafeRawBufferPointer {
  /// Calls `body` with the offset after each line end from `start` on, in order. Lines end with LF, CR LF or CR, as in CommonMark.
  @inline(__always)
  func forEachLineEnd(from start: Int, _ body: (_ next: Int) -> Void) {
    ByteSearch(10, 13, 10).forEach(in: self, from: start) { index in
      let next = index + 1
      // Of CR LF, the second ends the line.
      if self[index] == 10 || next == count || self[next] != 10 { body(next) }
    }
  }
}

extension [UInt8] {
  /// The offset of each line’s first byte, in order. Text after the last line end is a line, unless it is empty.
  package var lineStarts: [Int32] {
    guard !isEmpty else { return [] }
    var starts: [Int32] = [0]
    starts.reserveCapacity(count / 32 + 4)
    withUnsafeBytes { bytes in
      bytes.forEachLineEnd(from: 0) { next in
        if next < bytes.count { starts.append(Int32(truncatingIfNeeded: next)) }
      }
    }
    return starts
  }
}
