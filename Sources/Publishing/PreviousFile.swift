#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Holds the files of the old site against new ones, a piece at a time.
enum PreviousFile {
  private static let pieceSize = 65_536

  /// Whether the regular file at `path` below the open folder holds exactly `bytes`.
  static func holds(_ bytes: [UInt8], at path: String, in folder: Int32) -> Bool {
    guard let descriptor = open(path, in: folder, size: bytes.count) else { return false }
    defer { closeDescriptor(descriptor) }
    return bytes.withUnsafeBytes { wanted in
      withUnsafeTemporaryAllocation(byteCount: pieceSize, alignment: 1) { piece in
        matches(wanted, descriptor, piece)
      }
    }
  }

  /// Whether the regular file at `path` below the open folder holds exactly what `source` does.
  static func equals(_ source: Int32, size: Int, at path: String, in folder: Int32) -> Bool {
    guard let descriptor = open(path, in: folder, size: size) else { return false }
    defer { closeDescriptor(descriptor) }
    return withUnsafeTemporaryAllocation(byteCount: pieceSize, alignment: 1) { wanted in
      withUnsafeTemporaryAllocation(byteCount: pieceSize, alignment: 1) { piece in
        while true {
          guard let count = FileCopy.fill(wanted, from: source) else { return false }
          if count == 0 { return true }
          let part = UnsafeRawBufferPointer(rebasing: wanted[..<count])
          if !matches(part, descriptor, piece) { return false }
        }
      }
    }
  }

  /// Whether two regular files hold the same bytes; throws when the first cannot be read.
  static func areSame(_ first: DiskPath, _ second: DiskPath) throws(EnvironmentError) -> Bool {
    let source = openFile(first.text, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard source >= 0, let size = FileStatus.of(descriptor: source)?.size else {
      throw EnvironmentError("cannot read", first, code: errno)
    }
    defer { closeDescriptor(source) }
    return equals(source, size: size, at: second.text, in: AT_FDCWD)
  }

  private static func open(_ path: String, in folder: Int32, size: Int) -> Int32? {
    let descriptor = openat(folder, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    if let status = FileStatus.of(descriptor: descriptor), status.kind == .regular, status.size == size {
      return descriptor
    }
    closeDescriptor(descriptor)
    return nil
  }

  /// Whether the next bytes of `descriptor` are `wanted`.
  private static func matches(
    _ wanted: UnsafeRawBufferPointer, _ descriptor: Int32, _ piece: UnsafeMutableRawBufferPointer
  ) -> Bool {
    var rest = wanted[...]
    while !rest.isEmpty {
      let part = UnsafeMutableRawBufferPointer(rebasing: piece.prefix(rest.count))
      guard let count = FileCopy.fill(part, from: descriptor), count == part.count else { return false }
      guard let left = UnsafeRawBufferPointer(rebasing: rest).baseAddress, let right = part.baseAddress,
        memcmp(left, right, count) == 0
      else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
