extension [UInt8] {
  /// The offset of each line’s first byte, in order. Lines end with LF, CR LF or CR, as in CommonMark; text after the last line
  /// end is a line, unless it is empty.
  package var lineStarts: [Int32] {
    guard !isEmpty else { return [] }
    var starts: [Int32] = [0]
    starts.reserveCapacity(count / 32 + 4)
    withUnsafeBytes { bytes in
      ByteSearch(10, 13, 10).forEach(in: bytes, from: 0) { index in
        let next = index + 1
        // Of CR LF, the second ends the line.
        if next < bytes.count, bytes[index] == 10 || bytes[next] != 10 {
          starts.append(Int32(truncatingIfNeeded: next))
        }
      }
    }
    return starts
  }
}
