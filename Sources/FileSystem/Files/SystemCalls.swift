#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// System calls under names that do not conflict with methods of the same name; some are retried after an interrupting signal.
enum SystemCalls {
  /// `read(2)`.
  static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer, count)
    #else
      Darwin.read(descriptor, buffer, count)
    #endif
  }

  /// `open(2)` of an existing file.
  static func open(_ path: String, _ flags: Int32) -> Int32 {
    #if canImport(Glibc)
      Glibc.open(path, flags)
    #else
      Darwin.open(path, flags)
    #endif
  }

  /// `close(2)`.
  @discardableResult
  static func close(_ descriptor: Int32) -> Int32 {
    #if canImport(Glibc)
      Glibc.close(descriptor)
    #else
      Darwin.close(descriptor)
    #endif
  }

  /// Writes all bytes with `write(2)`. Returns 0, or `errno` on failure.
  static func writeAll(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      guard let base = UnsafeRawBufferPointer(rebasing: rest).baseAddress else { return 0 }
      let count = write(descriptor, base, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      rest = rest.dropFirst(count)
    }
    return 0
  }

  /// Reads until `buffer` is full or the file ends. Returns the number of bytes, or nil on failure (see `errno`).
  static func fill(_ buffer: UnsafeMutableRawBufferPointer, from source: Int32) -> Int? {
    var count = 0
    while count < buffer.count, let base = buffer.baseAddress {
      let got = read(source, base + count, buffer.count - count)
      if got == 0 { break }
      if got < 0 {
        if errno == EINTR { continue }
        return nil
      }
      count += got
    }
    return count
  }

  /// Copies the rest of `source` to `target`. Returns 0, or `errno` on failure.
  static func copy(_ source: Int32, to target: Int32) -> Int32 {
    withUnsafeTemporaryAllocation(byteCount: 262_144, alignment: 16) { piece in
      while true {
        guard let count = fill(piece, from: source) else { return errno }
        if count == 0 { return 0 }
        let failure = writeAll(target, UnsafeRawBufferPointer(rebasing: piece[..<count]))
        if failure != 0 { return failure }
      }
    }
  }
}
