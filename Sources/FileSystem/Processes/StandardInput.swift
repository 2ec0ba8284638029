import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The standard input of this process.
package enum StandardInput {
  /// Whether it is a terminal, so that a user can answer questions.
  package static var isTerminal: Bool { isatty(0) == 1 }

  /// The bytes that come in, as soon as they do; ends with the input. Ask for it only once.
  package static func stream() -> AsyncStream<[UInt8]> {
    let (stream, chunks) = AsyncStream<[UInt8]>.makeStream()
    // A thread of its own: a read waits for as long as nothing comes.
    let thread = Thread {
      var buffer = [UInt8](repeating: 0, count: 65_536)
      while true {
        let count = buffer.withUnsafeMutableBytes { bytes in
          bytes.baseAddress.map { SystemCalls.read(0, $0, bytes.count) } ?? 0
        }
        if count <= 0 { break }
        chunks.yield(Array(buffer[..<count]))
      }
      chunks.finish()
    }
    thread.start()
    return stream
  }
}
