import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// Another program that the tool calls: found on the PATH, given no terminal, and stopped when it takes too long.
struct ProgramCall: Sendable {
  /// Its name on the PATH, or where it lies.
  let name: String
  /// The Debian package that brings it.
  let package: String
  /// What it is needed for, such as `reads .docx files`.
  let purpose: String

  /// Variables that it gets with another value, or (nil) does not get.
  var environment: [String: String?] = [:]
  /// How long it may take.
  var patience = Duration.seconds(180)

  private static let outputLimit = 200_000_000
  private static let complaintLimit = 1_000_000

  /// How a call ended.
  struct Outcome: Sendable {
    /// Nil: a signal ended it.
    let exitCode: Int32?
    let output: [UInt8]
    let complaint: String

    /// The line of the complaint that says most; nil: it said nothing.
    var line: String? {
      let lines = complaint.split(whereSeparator: \.isNewline).filter { $0.contains { !$0.isWhitespace } }
      // Python programs say what is wrong in the last line, others in the first.
      let line = lines.first?.hasPrefix("Traceback") == true ? lines.last : lines.first
      return line.map { String($0.prefix(300)) }
    }
  }

  /// Runs it to its end; what it wrote on standard output.
  ///
  /// - Parameter folder: where it works.
  /// - Throws: when it is not installed, fails, writes more than 200 MB or takes too long.
  func run(_ arguments: [String], in folder: DiskPath, input: [UInt8] = []) async throws(EnvironmentError)
    -> [UInt8]
  {
    let outcome = try await finish(arguments, in: folder, input: input)
    guard outcome.exitCode == 0 else { throw fault(outcome) }
    return outcome.output
  }

  /// What a call that ended badly is told as.
  func fault(_ outcome: Outcome) -> EnvironmentError {
    let end = outcome.exitCode.map { "it ended with \($0)" } ?? "a signal ended it"
    return EnvironmentError("\(name) failed: \(outcome.line ?? end)")
  }

  /// Runs it to its end, however that is.
  ///
  /// - Throws: when it is not installed, writes more than 200 MB or takes too long.
  func finish(
    _ arguments: [String], in folder: DiskPath, input: [UInt8] = []
  ) async throws(EnvironmentError) -> Outcome {
    let outcome: Outcome?
    do {
      outcome = try await withThrowingTaskGroup(of: Outcome?.self) { group in
        group.addTask { try await call(arguments, in: folder, input: input) }
        group.addTask {
          try await Task.sleep(for: patience)
          return nil
        }
        defer { group.cancelAll() }
        return try await group.next() ?? nil
      }
    } catch let error as SubprocessError {
      throw fault(error)
    } catch {
      throw EnvironmentError("\(name) could not be run: \(error)")
    }
    guard let outcome else {
      throw EnvironmentError("\(name) took more than \(patience.components.seconds) seconds, and was stopped")
    }
    return outcome
  }

  private func call(_ arguments: [String], in folder: DiskPath, input: [UInt8]) async throws -> Outcome {
    var changes: [Environment.Key: String?] = [:]
    for (name, value) in environment { changes[Environment.Key(stringLiteral: name)] = .some(value) }
    let result = try await Subprocess.run(
      name.contains("/") ? .path(FilePath(name)) : .name(name), arguments: Arguments(arguments),
      environment: .inherit.updating(changes),
      workingDirectory: FilePath(folder.text), input: .array(input),
      output: .bytes(limit: Self.outputLimit), error: .string(limit: Self.complaintLimit))
    var exitCode: Int32?
    if case .exited(let code) = result.terminationStatus { exitCode = code }
    return Outcome(exitCode: exitCode, output: result.standardOutput, complaint: result.standardError)
  }

  private func fault(_ error: SubprocessError) -> EnvironmentError {
    switch error.code {
    case .executableNotFound:
      EnvironmentError("\(name) is not installed, and it \(purpose)", advice: "apt-get install \(package)")
    case .outputLimitExceeded:
      EnvironmentError("\(name) writes more than 200 MB, which is too much")
    default: EnvironmentError("\(name) could not be run: \(error)")
    }
  }
}

extension ProgramCall {
  static func pandoc(for format: ImportFormat) -> ProgramCall {
    ProgramCall(name: "pandoc", package: "pandoc", purpose: "reads \(format.rawValue) files")
  }
  static let sheets = ProgramCall(name: "xlsx2csv", package: "xlsx2csv", purpose: "reads xlsx files")
  static let unzip = ProgramCall(name: "unzip", package: "unzip", purpose: "opens odt files")
  static let git = ProgramCall(
    name: "git", package: "git", purpose: "publishes to branches",
    environment: gitEnvironment, patience: .seconds(3_600))
  static let rsync = ProgramCall(
    name: "rsync", package: "rsync", purpose: "publishes to other machines", environment: ["LC_ALL": "C"],
    patience: .seconds(3_600))
  static let zip = ProgramCall(name: "zip", package: "zip", purpose: "mends odt files")

  /// Inside a hook, git's variables name the repository of the hook, seen from another folder.
  private static let gitEnvironment: [String: String?] = [
    "LC_ALL": "C", "GIT_DIR": nil, "GIT_WORK_TREE": nil, "GIT_INDEX_FILE": nil, "GIT_PREFIX": nil,
    "GIT_COMMON_DIR": nil, "GIT_OBJECT_DIRECTORY": nil, "GIT_ALTERNATE_OBJECT_DIRECTORIES": nil,
    "GIT_QUARANTINE_PATH": nil,
  ]
}
