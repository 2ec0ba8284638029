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

  private static let outputLimit = 200_000_000
  private static let complaintLimit = 1_000_000
  private static let patience = Duration.seconds(180)

  private struct Outcome: Sendable {
    let status: TerminationStatus
    let output: [UInt8]
    let complaint: String
  }

  /// Runs it to its end; what it wrote on standard output.
  ///
  /// - Parameter folder: where it works.
  /// - Throws: when it is not installed, fails, writes more than 200 MB or takes more than three minutes.
  func run(_ arguments: [String], in folder: DiskPath) async throws(EnvironmentFault) -> [UInt8] {
    let outcome: Outcome?
    do {
      outcome = try await withThrowingTaskGroup(of: Outcome?.self) { group in
        group.addTask { try await call(arguments, in: folder) }
        group.addTask {
          try await Task.sleep(for: Self.patience)
          return nil
        }
        defer { group.cancelAll() }
        return try await group.next() ?? nil
      }
    } catch let error as SubprocessError {
      throw fault(error)
    } catch {
      throw EnvironmentFault("\(name) could not be run: \(error)")
    }
    guard let outcome else { throw EnvironmentFault("\(name) took more than three minutes, and was stopped") }
    guard outcome.status.isSuccess else {
      throw EnvironmentFault("\(name) failed: \(Self.firstLine(of: outcome.complaint, outcome.status))")
    }
    return outcome.output
  }

  private func call(_ arguments: [String], in folder: DiskPath) async throws -> Outcome {
    let result = try await Subprocess.run(
      name.contains("/") ? .path(FilePath(name)) : .name(name), arguments: Arguments(arguments),
      workingDirectory: FilePath(folder.text),
      output: .bytes(limit: Self.outputLimit), error: .string(limit: Self.complaintLimit))
    return Outcome(
      status: result.terminationStatus, output: result.standardOutput, complaint: result.standardError)
  }

  private func fault(_ error: SubprocessError) -> EnvironmentFault {
    switch error.code {
    case .executableNotFound:
      EnvironmentFault("\(name) is not installed, and it \(purpose)", advice: "apt-get install \(package)")
    case .outputLimitExceeded:
      EnvironmentFault("\(name) gives more than 200 MB, which is too much for a report")
    default: EnvironmentFault("\(name) could not be run: \(error)")
    }
  }

  private static func firstLine(of complaint: String, _ status: TerminationStatus) -> String {
    let lines = complaint.split(whereSeparator: \.isNewline).filter { $0.contains { !$0.isWhitespace } }
    // Python programs say what is wrong in the last line, others in the first.
    let line = lines.first?.hasPrefix("Traceback") == true ? lines.last : lines.first
    return line.map { String($0.prefix(300)) } ?? "it ended with \(status)"
  }
}

extension ProgramCall {
  static func pandoc(for format: ImportFormat) -> ProgramCall {
    ProgramCall(name: "pandoc", package: "pandoc", purpose: "reads \(format.rawValue) files")
  }
  static let sheets = ProgramCall(name: "xlsx2csv", package: "xlsx2csv", purpose: "reads xlsx files")
  static let unzip = ProgramCall(name: "unzip", package: "unzip", purpose: "opens odt files")
  static let zip = ProgramCall(name: "zip", package: "zip", purpose: "mends odt files")
}
