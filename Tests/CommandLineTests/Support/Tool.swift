import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The built program, run as a process.
struct Tool {
  /// The result of one run.
  struct Run {
    let exitCode: Int32
    /// The signal that ended it; nil if it exited by itself.
    let signal: Int32?
    let output: String
    let errors: String

    /// Standard error without the note that Pagefind is not installed.
    var complaints: String {
      guard let start = errors.range(of: "note: the program “pagefind” is not on the PATH"),
        let end = errors.range(of: "“search: off” to site.yml\n", range: start.upperBound..<errors.endIndex)
      else { return errors }
      let rest = errors[end.upperBound...]
      return String(errors[..<start.lowerBound] + (rest.first == "\n" ? rest.dropFirst() : rest))
    }
  }

  /// The built program, beside the test bundle.
  static var location: URL {
    let bundles = CommandLine.arguments + Bundle.allBundles.map(\.bundlePath)
    let bundle = bundles.first { $0.hasSuffix(".xctest") }
    let folder =
      bundle.map { URL(fileURLWithPath: $0).deletingLastPathComponent() }
      ?? packageRoot.appendingPathComponent(".build/debug")
    return folder.appendingPathComponent("standpoint")
  }

  var program = Tool.location
  /// The working directory; nil for any folder.
  var folder: TestFolder?

  /// Runs the program and waits for it to end.
  func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws -> Run {
    try start(arguments, input: input, environment: environment).finish()
  }

  /// Starts the program.
  func start(_ arguments: [String], input: String = "", environment: [String: String] = [:]) throws -> Running
  {
    let scratch = try TestFolder()
    try scratch.write("in", input)
    try scratch.write("out", "")
    try scratch.write("err", "")
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder?.url ?? scratch.url
    process.environment = ProcessInfo.processInfo.environment
      .merging(["SWIFT_BACKTRACE": "enable=no", "STANDPOINT_TOOLS": ""]) { $1 }.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: scratch.url.appendingPathComponent("in"))
    process.standardOutput = try FileHandle(forWritingTo: scratch.url.appendingPathComponent("out"))
    process.standardError = try FileHandle(forWritingTo: scratch.url.appendingPathComponent("err"))
    try process.run()
    return Running(process: process, scratch: scratch)
  }

  /// A running process.
  struct Running {
    let process: Process
    let scratch: TestFolder

    var output: String { (try? scratch.text("out")) ?? "" }
    var errors: String { (try? scratch.text("err")) ?? "" }

    /// The same as `finish`, but without blocking other tests: for programs that mostly wait.
    func ended() async throws -> Run {
      await withCheckedContinuation { continuation in
        Thread.detachNewThread { [process] in
          process.waitUntilExit()
          continuation.resume()
        }
      }
      return try finish()
    }

    func finish() throws -> Run {
      process.waitUntilExit()
      let ended = process.terminationReason == .exit
      return Run(
        exitCode: ended ? process.terminationStatus : -1, signal: ended ? nil : process.terminationStatus,
        output: try scratch.text("out"), errors: try scratch.text("err"))
    }

    func kill() { endProcess(process.processIdentifier) }
  }
}

/// Kills the process immediately, so that it cannot clean up.
private func endProcess(_ identifier: pid_t) { kill(identifier, SIGKILL) }
