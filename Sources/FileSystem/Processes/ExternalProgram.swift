import Subprocess
import SystemPackage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An external program: found on the PATH, run without a terminal, and stopped if it takes too long or if this process ends.
package struct ExternalProgram: Sendable {
  /// Its name on the PATH, or its path.
  package let name: String
  /// The Debian package that contains it.
  package let package: String
  /// What Standpoint uses it for, such as `reads docx files`.
  package let purpose: String
  /// Changes to the environment variables that it inherits; nil removes a variable.
  package var environment: [String: String?]
  /// The time limit for one call, by the clock.
  package var timeout: Duration
  /// The CPU time that a call may take, in seconds; nil: no limit. Unlike time by the clock, it does not depend on what else the
  /// machine does.
  package var cpuLimit: Int?
  /// The address space that a call may take, in megabytes; nil: no limit.
  package var memoryLimit: Int?
  /// What happens to the program when this process ends, however that happens.
  package var ending: Ending

  /// What happens to a program when the process that has started it ends, or when it takes too long.
  package enum Ending: Sendable, Hashable {
    /// It is killed at once, with all programs that it has started.
    case killed
    /// It is told to end, so that it can clean up, and killed if it does not. It may use the terminal, such as for a password.
    case told
    /// It goes on.
    case none
  }

  /// The most bytes that a call may write.
  package static let outputLimit = 200_000_000
  private static let errorLimit = 100_000_000

  /// A program.
  package init(
    name: String, package: String, purpose: String, environment: [String: String?] = [:],
    timeout: Duration = .seconds(180), cpuLimit: Int? = nil, memoryLimit: Int? = nil, ending: Ending = .killed
  ) {
    self.name = name
    self.package = package
    self.purpose = purpose
    self.environment = environment
    self.timeout = timeout
    self.cpuLimit = cpuLimit
    self.memoryLimit = memoryLimit
    self.ending = ending
  }

  /// A program that computes without waiting for anything: its CPU time is limited, and by the clock it may take twenty times as
  /// long, so that a busy machine stops no program that makes progress.
  ///
  /// - Parameters:
  ///   - seconds: the limit of CPU time.
  ///   - memoryLimit: in megabytes.
  package static func computing(
    name: String, package: String, purpose: String, environment: [String: String?] = [:], seconds: Int,
    memoryLimit: Int? = nil
  ) -> ExternalProgram {
    ExternalProgram(
      name: name, package: package, purpose: purpose, environment: environment,
      timeout: .seconds(20 * seconds), cpuLimit: seconds, memoryLimit: memoryLimit)
  }

  /// The result of a call.
  package struct Outcome: Sendable {
    /// Nil if it was ended by a signal.
    package let exitCode: Int32?
    /// Standard output.
    package let output: [UInt8]
    /// Standard error.
    package let errors: String

    /// Whether it was ended because its CPU time was used up. Shells add 128 to the number of a signal.
    var isOutOfTime: Bool { exitCode == 128 + SIGXCPU }

    /// Whether the program says, or its end shows, that it ran out of memory.
    var isOutOfMemory: Bool {
      // 251 is what programs written in Haskell, such as pandoc, exit with; shells add 128 to the number of a signal.
      if exitCode == 251 || exitCode == 128 + 6 || exitCode == 128 + 9 || exitCode == 128 + 11 { return true }
      let text = errors.lowercased()
      return ["out of memory", "memory allocation", "cannot allocate", "heap exhausted", "bad_alloc"].contains
      {
        text.contains($0)
      }
    }

    /// The most informative line of standard error; nil if it is empty.
    package var line: String? {
      let lines = errors.split(whereSeparator: \.isNewline).filter { $0.contains { !$0.isWhitespace } }
      // Python programs print the reason in the last line, others in the first, rclone after what it noticed.
      let line =
        lines.first?.hasPrefix("Traceback") == true
        ? lines.last : lines.first { !$0.contains(" NOTICE: ") } ?? lines.first
      return line.map { String($0.prefix(300)) }
    }
  }

  /// Whether the program is installed.
  package func isInstalled() async -> Bool { await location() != nil }

  /// Where the program is; nil if it is not installed.
  package func location() async -> DiskPath? {
    (try? await executable.resolveExecutablePath(in: .inherit)).map { DiskPath($0.string) }
  }

  /// Runs the program and returns its standard output.
  ///
  /// - Parameter folder: its working directory.
  /// - Throws: if it is not installed, fails, writes more than 200 MB or takes too long.
  package func run(
    _ arguments: [String], in folder: DiskPath, input: [UInt8] = []
  ) async throws(EnvironmentError) -> [UInt8] {
    let outcome = try await finish(arguments, in: folder, input: input)
    guard outcome.exitCode == 0 else { throw failure(outcome) }
    return outcome.output
  }

  /// The error for a call that failed.
  package func failure(_ outcome: Outcome) -> EnvironmentError {
    EnvironmentError("\(name) failed: \(reason(outcome))")
  }

  /// Why a call failed: the program's error message, or how it ended.
  package func reason(_ outcome: Outcome) -> String {
    // Shells add 128 to the number of a signal.
    let code = outcome.exitCode.flatMap { (129...159).contains($0) ? nil : $0 }
    let line = outcome.line.flatMap { code == nil && Self.isNoteOfShell($0) ? nil : $0 }
    let reason = line ?? code.map { "it exited with \($0)" } ?? "it was terminated by a signal"
    guard let memoryLimit, outcome.isOutOfMemory else { return reason }
    // The machine may have less than the limit.
    return "it ran out of memory; its limit is \(memoryLimit) MB (\(reason))"
  }

  /// Whether a line is what a shell may print when a program is ended by a signal.
  private static func isNoteOfShell(_ line: String) -> Bool {
    ["Killed", "Terminated", "Aborted", "Hangup", "Segmentation fault", "Bus error", "Illegal instruction"]
      .contains { line == $0 || line == $0 + " (core dumped)" }
  }

  /// Runs the program and returns its result, even if it fails.
  ///
  /// - Parameter lock: is held until the program ends, even if this process ends first. It takes the place of the input.
  /// - Throws: if it is not installed, writes more than 200 MB or takes too long.
  package func finish(
    _ arguments: [String], in folder: DiskPath, input: [UInt8] = [], holding lock: FileLock? = nil
  ) async throws(EnvironmentError) -> Outcome {
    do {
      return try await finish(arguments, in: folder, input: input, limit: Self.outputLimit, lock)
    } catch let error as SubprocessError {
      throw failure(error)
    } catch let error as EnvironmentError {
      throw error
    } catch {
      throw EnvironmentError("cannot run \(name): \(error)")
    }
  }

  /// The same, for output that may be too long.
  ///
  /// - Parameter limit: in bytes.
  /// - Returns: nil if it writes more than `limit` bytes; it is stopped then.
  package func finishIfShort(
    _ arguments: [String], in folder: DiskPath, limit: Int
  ) async throws(EnvironmentError) -> Outcome? {
    do {
      return try await finish(arguments, in: folder, input: [], limit: limit)
    } catch let error as SubprocessError {
      if error.code == .outputLimitExceeded { return nil }
      throw failure(error)
    } catch let error as EnvironmentError {
      throw error
    } catch {
      throw EnvironmentError("cannot run \(name): \(error)")
    }
  }

  private func finish(
    _ arguments: [String], in folder: DiskPath, input: [UInt8], limit: Int, _ lock: FileLock? = nil
  ) async throws -> Outcome {
    let outcome = try await withThrowingTaskGroup(of: Outcome?.self) { group in
      group.addTask { try await call(arguments, in: folder, input: input, limit: limit, lock) }
      group.addTask {
        try await Task.sleep(for: timeout)
        return nil
      }
      defer { group.cancelAll() }
      return try await group.next() ?? nil
    }
    guard let outcome else { throw tooLong("\(timeout.components.seconds) s") }
    if let cpuLimit, outcome.isOutOfTime { throw tooLong("\(cpuLimit) s of CPU time") }
    return outcome
  }

  private func tooLong(_ limit: String) -> EnvironmentError {
    EnvironmentError(
      "\(name) took more than \(limit) and was stopped; the input may be damaged or very large")
  }

  private var executable: Executable { name.contains("/") ? .path(FilePath(name)) : .name(name) }

  private func call(
    _ arguments: [String], in folder: DiskPath, input: [UInt8], limit: Int, _ lock: FileLock?
  ) async throws -> Outcome {
    if let lock {
      // The lock belongs to the open file, which is empty, and so to every process that has it as its input.
      let file = FileDescriptor(rawValue: lock.descriptor)
      return try await call(
        arguments, in: folder, limit: limit, .fileDescriptor(file, closeAfterSpawningProcess: false))
    }
    return try await call(arguments, in: folder, limit: limit, .array(input))
  }

  private func call(
    _ arguments: [String], in folder: DiskPath, limit: Int, _ input: some InputProtocol & Sendable
  ) async throws -> Outcome {
    var changes: [Environment.Key: String?] = [:]
    for (name, value) in environment { changes[Environment.Key(stringLiteral: name)] = .some(value) }
    let guarded = try await guarded(arguments)
    let result = try await Subprocess.run(
      guarded.executable, arguments: Arguments(guarded.arguments),
      environment: .inherit.updating(changes), workingDirectory: FilePath(folder.text),
      platformOptions: guarded.options, input: input, output: .bytes(limit: limit),
      error: .string(limit: Self.errorLimit))
    var exitCode: Int32?
    if case .exited(let code) = result.terminationStatus { exitCode = code }
    return Outcome(exitCode: exitCode, output: result.standardOutput, errors: result.standardError)
  }

  /// What is run for a call.
  private func guarded(
    _ arguments: [String]
  ) async throws -> (executable: Executable, arguments: [String], options: PlatformOptions) {
    guard let script = ProgramGuard.script(ending) else { return (executable, arguments, PlatformOptions()) }
    let path = try await executable.resolveExecutablePath(in: .inherit).string
    let memory = memoryLimit.map { String($0 * 1_024) } ?? "unlimited"
    let time = cpuLimit.map(String.init) ?? "unlimited"
    return (
      .path("/bin/sh"),
      ["-c", script, "sh", memory, time, String(getpid()), String(ProgramGuard.leash), path] + arguments,
      options
    )
  }

  /// What ends the program if its task is cancelled.
  private var options: PlatformOptions {
    var options = PlatformOptions()
    if ending == .killed {
      // A group of its own, so that the shell and the program end together.
      options.processGroupID = 0
      options.teardownSequence = [
        .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)
      ]
    } else {
      options.teardownSequence = [.send(signal: .terminate, allowedDurationToNextStep: .seconds(10))]
    }
    return options
  }

  private func failure(_ error: SubprocessError) -> EnvironmentError {
    switch error.code {
    case .executableNotFound:
      EnvironmentError("\(name), which \(purpose), is not installed", advice: "apt-get install \(package)")
    case .outputLimitExceeded: EnvironmentError("\(name) wrote too much output")
    default: EnvironmentError("cannot run \(name): \(error)")
    }
  }
}
