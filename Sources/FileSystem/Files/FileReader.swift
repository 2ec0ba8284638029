#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads whole files.
package enum FileReader {
  /// The maximum size of a Markdown, YAML or template file, in bytes.
  package static let sourceLimit = 10_000_000

  /// The result of reading.
  package enum Outcome: Sendable {
    case bytes([UInt8])
    /// The file is larger than the limit; its size in bytes.
    case tooLarge(Int)
  }

  /// Reads a source file of at most `sourceLimit` bytes. Throws if it cannot be read or is not a regular file.
  package static func readSource(_ path: DiskPath) throws(EnvironmentError) -> Outcome {
    try read(path, limit: sourceLimit).outcome
  }

  /// The same, with the file's status from just before it was read: a file that is written meanwhile has a different one
  /// afterwards.
  ///
  /// - Parameter enclosure: where the file must be; nil: anywhere.
  package static func readSourceWithStatus(
    _ path: DiskPath, within enclosure: Enclosure? = nil
  ) throws(EnvironmentError) -> (outcome: Outcome, status: FileStatus) {
    try read(path, limit: sourceLimit, within: enclosure)
  }

  /// Reads a file of any size.
  ///
  /// - Parameter enclosure: where the file must be; nil: anywhere.
  package static func readAll(
    _ path: DiskPath, within enclosure: Enclosure? = nil
  ) throws(EnvironmentError) -> [UInt8] {
    switch try read(path, limit: .max, within: enclosure).outcome {
    case .bytes(let bytes): bytes
    case .tooLarge: []
    }
  }

  /// Reads standard input to its end, but not beyond `sourceLimit` bytes.
  package static func readStandardInput() throws(EnvironmentError) -> Outcome {
    var bytes: [UInt8] = []
    let pieceSize = 65_536
    while bytes.count <= sourceLimit {
      let (piece, failure) = read(0, atMost: pieceSize)
      bytes += piece
      if failure != 0 {
        throw EnvironmentError("cannot read standard input: \(EnvironmentError.words(for: failure))")
      }
      if piece.count < pieceSize { break }
    }
    return bytes.count > sourceLimit ? .tooLarge(bytes.count) : .bytes(bytes)
  }

  private static func read(
    _ path: DiskPath, limit: Int, within enclosure: Enclosure? = nil
  ) throws(EnvironmentError) -> (outcome: Outcome, status: FileStatus) {
    // Without O_NONBLOCK, the call would wait for ever if a FIFO had taken the file's place.
    let descriptor = open(path.text, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw EnvironmentError("cannot read", path, code: errno) }
    defer { SystemCalls.close(descriptor) }
    guard let status = FileStatus.of(descriptor: descriptor) else {
      throw EnvironmentError("cannot read", path, code: errno)
    }
    guard status.kind == .regular else { throw notRegular(path) }
    try enclosure?.check(descriptor, path)
    if status.size > limit { return (.tooLarge(status.size), status) }
    // One byte more than expected shows in one call that the file has ended, or that it has grown meanwhile.
    let (bytes, failure) = read(descriptor, atMost: status.size + 1)
    if failure != 0 { throw EnvironmentError("cannot read", path, code: failure) }
    if bytes.count > status.size {
      throw EnvironmentError("cannot read “\(path.shown)”: another program is writing to it")
    }
    return (.bytes(bytes), status)
  }

  static func notRegular(_ path: DiskPath) -> EnvironmentError {
    EnvironmentError("cannot read “\(path.shown)”: it is not a regular file")
  }

  /// The bytes, and the `errno` of a failure or 0.
  private static func read(_ descriptor: Int32, atMost count: Int) -> ([UInt8], Int32) {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, read in
      if let filled = SystemCalls.fill(UnsafeMutableRawBufferPointer(buffer), from: descriptor) {
        read = filled
      } else {
        failure = errno
      }
    }
    return (bytes, failure)
  }
}
