import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program of the system that is run for what it prints.
struct Program {
  /// Looked for in `PATH`.
  let name: String
  let arguments: [String]
  /// Variables of the environment that the program does not get, or gets with another value.
  var environment: [String: String?] = [:]

  /// Everything it wrote to standard output; nil when it is not there, cannot be run, or does not end with 0.
  ///
  /// It reads nothing, and what it complains about is not shown.
  func output() -> [UInt8]? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let process = start(writingTo: ends[1])
    closeDescriptor(ends[1])
    let bytes = process == nil ? nil : Self.readAll(ends[0])
    closeDescriptor(ends[0])
    guard let process else { return nil }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return nil }
    }
    return status == 0 ? bytes : nil
  }

  private func start(writingTo output: Int32) -> pid_t? {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    guard posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0) == 0,
      posix_spawn_file_actions_adddup2(&actions, output, 1) == 0,
      posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0) == 0
    else { return nil }
    var process: pid_t = 0
    let code = Self.withCStrings([name] + arguments) { arguments in
      Self.withCStrings(variables) { posix_spawnp(&process, name, &actions, nil, arguments, $0) }
    }
    return code == 0 ? process : nil
  }

  /// The environment of this process with the changes, as `NAME=value`.
  private var variables: [String] {
    var variables = ProcessInfo.processInfo.environment
    for (name, value) in environment { variables[name] = value }
    return variables.map { "\($0.key)=\($0.value)" }.sorted()
  }

  private static func withCStrings(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Int32
  ) -> Int32 {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }

  private static func readAll(_ descriptor: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = piece.withUnsafeMutableBytes { buffer in
        buffer.baseAddress.map { systemRead(descriptor, $0, buffer.count) } ?? 0
      }
      if count == 0 { return bytes }
      if count > 0 {
        bytes += piece[..<count]
      } else if errno != EINTR {
        return nil
      }
    }
  }
}
