#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Moves bytes from one open file to another.
enum FileCopy {
  /// Copies the rest of `source` to `target`. Returns 0, or the `errno` of the failure.
  static func copy(_ source: Int32, to target: Int32) -> Int32 {
    withUnsafeTemporaryAllocation(byteCount: 262_144, alignment: 16) { piece in
      while true {
        guard let count = fill(piece, from: source) else { return errno }
        if count == 0 { return 0 }
        let failure = systemWriteAll(target, UnsafeRawBufferPointer(rebasing: piece[..<count]))
        if failure != 0 { return failure }
      }
    }
  }

  /// Reads until `buffer` is full or the file ends; the number of bytes, or nil on failure (see `errno`).
  static func fill(_ buffer: UnsafeMutableRawBufferPointer, from source: Int32) -> Int? {
    var count = 0
    while count < buffer.count, let base = buffer.baseAddress {
      let got = systemRead(source, base + count, buffer.count - count)
      if got == 0 { break }
      if got < 0 {
        if errno == EINTR { continue }
        return nil
      }
      count += got
    }
    return count
  }
}
