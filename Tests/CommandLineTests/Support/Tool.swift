import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The built program, run as its users run it.
struct Tool {
  /// What one run came to.
  struct Run {
    let exitCode: Int32
    /// Nil: it ended by itself.
    let signal: Int32?
    let output: String
    let errors: String

    /// What was said on standard error, but for the note that a machine has no Pagefind.
    var complaints: String {
      guard let start = errors.range(of: "note: the program “pagefind” is not on the PATH"),
        let end = errors.range(of: "“search: off” to site.yml\n", range: start.upperBound..<errors.endIndex)
      else { return errors }
      let rest = errors[end.upperBound...]
      return String(errors[..<start.lowerBound] + (rest.first == "\n" ? rest.dropFirst() : rest))
    }
  }

  /// The program beside the test bundle.
  static var location: URL {
    let bundles = CommandLine.arguments + Bundle.allBundles.map(\.bundlePath)
    let bundle = bundles.first { $0.hasSuffix(".xctest") }
    let folder =
      bundle.map { URL(fileURLWithPath: $0).deletingLastPathComponent() }
      ?? packageRoot.appendingPathComponent(".build/debug")
    return folder.appendingPathComponent("standpoint")
  }

  var program = Tool.location
  /// Where it is run; nil: in a folder without meaning.
  var folder: TestFolder?

  /// Runs the program to its end.
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
      .merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: scratch.url.appendingPathComponent("in"))
    process.standardOutput = try FileHandle(forWritingTo: scratch.url.appendingPathComponent("out"))
    process.standardError = try FileHandle(forWritingTo: scratch.url.appendingPathComponent("err"))
    try process.run()
    return Running(process: process, scratch: scratch)
  }

  /// A run that has not ended.
  struct Running {
    let process: Process
    let scratch: TestFolder

    var output: String { (try? scratch.text("out")) ?? "" }
    var errors: String { (try? scratch.text("err")) ?? "" }

    /// The same as `finish`, without keeping other tests from running: for programs that wait more than they work.
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

/// Ends a process at once, without a chance to tidy up.
private func endProcess(_ identifier: pid_t) { kill(identifier, SIGKILL) }
