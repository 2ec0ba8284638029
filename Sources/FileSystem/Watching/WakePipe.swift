#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Wakes a thread that waits in `poll(2)`.
package final class WakePipe: Sendable {
  /// Becomes readable after `wake()`.
  package let descriptor: Int32
  private let writeEnd: Int32

  /// Nil if the process cannot open more files.
  package init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (descriptor, writeEnd) = (ends[0], ends[1])
  }

  deinit {
    SystemCalls.close(descriptor)
    SystemCalls.close(writeEnd)
  }

  /// Wakes the waiting thread. If the pipe is full, the thread is woken anyway.
  package func wake() { _ = withUnsafeBytes(of: UInt8(1)) { SystemCalls.writeAll(writeEnd, $0) } }

  /// Waits until `wake()` is called, `other` is readable, or the time is over.
  ///
  /// - Parameter other: another descriptor; -1 for none.
  package func wait(seconds: Double, or other: Int32) {
    var files = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: other, events: Int16(POLLIN), revents: 0),
    ]
    poll(&files, 2, Int32((seconds * 1_000).rounded(.up)))
    reset()
  }

  private func reset() {
    withUnsafeTemporaryAllocation(byteCount: 512, alignment: 1) { buffer in
      guard let base = buffer.baseAddress else { return }
      while SystemCalls.read(descriptor, base, buffer.count) > 0 {}
    }
  }
}
