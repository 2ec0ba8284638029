#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads the bytes of one Markdown, YAML or template file.
package enum SourceReader {
  /// The largest Markdown or YAML file that is read, in bytes.
  package static let limit = 10_000_000

  /// What reading came to.
  package enum Outcome: Sendable {
    case bytes([UInt8])
    /// The file holds more than `limit` bytes; how many.
    case tooLarge(Int)
  }

  /// Reads the whole of `path`; throws when it cannot be read or is no regular file.
  package static func read(_ path: DiskPath) throws(EnvironmentError) -> Outcome {
    try read(path, limit: limit)
  }

  /// Reads the whole of a file that may have any size.
  static func readAll(_ path: DiskPath) throws(EnvironmentError) -> [UInt8] {
    switch try read(path, limit: .max) {
    case .bytes(let bytes): bytes
    case .tooLarge: []
    }
  }

  /// Reads standard input to its end.
  package static func readStandardInput() throws(EnvironmentError) -> Outcome {
    var bytes: [UInt8] = []
    var failure: Int32 = 0
    let pieceSize = 65_536
    while bytes.count <= limit {
      let piece = [UInt8](unsafeUninitializedCapacity: pieceSize) { buffer, count in
        (count, failure) = fill(buffer, from: 0)
      }
      bytes += piece
      if failure != 0 {
        throw EnvironmentError("cannot read standard input: \(EnvironmentError.words(for: failure))")
      }
      if piece.count < pieceSize { break }
    }
    return bytes.count > limit ? .tooLarge(bytes.count) : .bytes(bytes)
  }

  private static func read(_ path: DiskPath, limit: Int) throws(EnvironmentError) -> Outcome {
    // Without O_NONBLOCK, a FIFO that took the file's place would make the call wait for ever.
    let descriptor = open(path.text, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw EnvironmentError("cannot read", path, code: errno) }
    defer { close(descriptor) }
    guard let status = FileStatus.of(descriptor: descriptor) else {
      throw EnvironmentError("cannot read", path, code: errno)
    }
    guard status.kind == .regular else {
      throw EnvironmentError("cannot read “\(path.shown)”: it is not a regular file")
    }
    if status.size > limit { return .tooLarge(status.size) }
    return try read(descriptor, expected: status.size, of: path)
  }

  private static func read(
    _ descriptor: Int32, expected: Int, of path: DiskPath
  ) throws(EnvironmentError) -> Outcome {
    var failure: Int32 = 0
    // One byte more than expected, so that a file that grew meanwhile is noticed and its end is found in one call.
    let bytes = [UInt8](unsafeUninitializedCapacity: expected + 1) { buffer, count in
      (count, failure) = fill(buffer, from: descriptor)
    }
    if failure != 0 { throw EnvironmentError("cannot read", path, code: failure) }
    if bytes.count > expected {
      throw EnvironmentError("cannot read “\(path.shown)”: it is being written by another program")
    }
    return .bytes(bytes)
  }

  private static func fill(_ buffer: UnsafeMutableBufferPointer<UInt8>, from descriptor: Int32) -> (
    Int, Int32
  ) {
    var count = 0
    while count < buffer.count, let base = buffer.baseAddress {
      let got = systemRead(descriptor, base + count, buffer.count - count)
      if got == 0 { break }
      if got < 0 {
        if errno == EINTR { continue }
        return (count, errno)
      }
      count += got
    }
    return (count, 0)
  }
}
