#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Wakes a thread that waits in `poll`.
final class WakePipe: Sendable {
  /// Readable after `wake()`.
  let descriptor: Int32
  private let writeEnd: Int32

  /// Nil when the process may open no more files.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (descriptor, writeEnd) = (ends[0], ends[1])
  }

  deinit {
    closeDescriptor(descriptor)
    closeDescriptor(writeEnd)
  }

  /// A pipe that is full wakes as well: nothing is lost by not writing then.
  func wake() { _ = withUnsafeBytes(of: UInt8(1)) { systemWriteAll(writeEnd, $0) } }

  /// Takes back what `wake()` has done so far.
  func reset() {
    withUnsafeTemporaryAllocation(byteCount: 512, alignment: 1) { buffer in
      guard let base = buffer.baseAddress else { return }
      while systemRead(descriptor, base, buffer.count) > 0 {}
    }
  }
}
