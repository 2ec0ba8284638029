import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program that runs beside a test.
///
/// It waits in the kernel: Foundation’s `Process` keeps a core busy while it waits, which the programs under test need.
package final class ChildProcess: Sendable {
  /// How a program ended.
  package enum Ending: Sendable, Hashable {
    case exit(Int32)
    case signal(Int32)
  }

  /// Where the standard streams lead; nil: nowhere.
  package struct Streams {
    /// The path of the file that it reads.
    package var input: String?
    /// The paths of the files that it writes; both may be the same.
    package var output, errors: String?

    package init(input: String? = nil, output: String? = nil, errors: String? = nil) {
      (self.input, self.output, self.errors) = (input, output, errors)
    }
  }

  /// The program could not be started.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  package let identifier: pid_t
  private let ending = Mutex<Ending?>(nil)

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - program: its path.
  ///   - folder: its working directory; nil: that of the tests.
  ///   - environment: all its variables; nil: those of the tests.
  package init(
    _ program: String, _ arguments: [String], in folder: String? = nil, environment: [String: String]? = nil,
    streams: Streams = Streams()
  ) throws {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, streams.input ?? "/dev/null", O_RDONLY, 0)
    let writing = O_WRONLY | O_CREAT | O_APPEND
    posix_spawn_file_actions_addopen(&actions, 1, streams.output ?? "/dev/null", writing, 0o644)
    posix_spawn_file_actions_addopen(&actions, 2, streams.errors ?? "/dev/null", writing, 0o644)
    let variables = environment ?? ProcessInfo.processInfo.environment
    // The shell changes the folder and then becomes the program, which keeps its number.
    let inFolder = folder.map { ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", $0] } ?? []
    let call = inFolder + [program] + arguments
    var started: pid_t = 0
    let code = Self.withPointers(call) { arguments in
      Self.withPointers(variables.map { "\($0)=\($1)" }) {
        posix_spawn(&started, call[0], &actions, nil, arguments, $0)
      }
    }
    guard code == 0 else { throw Failure(description: "\(program): \(String(cString: strerror(code)))") }
    identifier = started
  }

  /// Waits for the program to end.
  @discardableResult
  package func wait() -> Ending {
    ending.withLock { known in
      if let known { return known }
      var status: Int32 = 0
      while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
      let ending = status & 0x7F == 0 ? Ending.exit(status >> 8 & 0xFF) : .signal(status & 0x7F)
      known = ending
      return ending
    }
  }

  /// The same, but without blocking other tests: for programs that mostly wait.
  package func ended() async -> Ending {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: self.wait()) }
    }
  }

  /// Sends a signal, such as `SIGTERM`; call it before `wait`.
  package func send(_ signal: Int32) { kill(identifier, signal) }

  /// Runs a program, and waits for it.
  ///
  /// - Returns: how it ended, and what it wrote to both streams.
  package static func run(
    _ program: String, _ arguments: [String], in folder: String? = nil
  ) throws -> (ending: Ending, output: String) {
    let scratch = try ScratchFolder()
    let output = scratch.absolute("output")
    let child = try ChildProcess(
      program, arguments, in: folder, streams: Streams(output: output, errors: output))
    let ending = child.wait()
    let data = FileManager.default.contents(atPath: output) ?? Data()
    return (ending, String(decoding: data, as: UTF8.self))
  }

  private static func withPointers<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = strings.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }
}
