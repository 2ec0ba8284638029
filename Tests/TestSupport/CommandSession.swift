import Foundation

/// A command that reads one document after the other, from a shell that keeps running. A process with much memory, such as one
/// with a sanitizer, takes far longer to start a program than a shell does.
package actor CommandSession {
  private let process = Process()
  private let input: FileHandle
  private let output: FileHandle

  /// - Parameter command: reads a document from its standard input; no byte of its output is NUL.
  /// - Returns: nil if its program is not installed.
  package init?(_ command: String) {
    let program = command.prefix { $0 != " " }
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/\(program)") else { return nil }
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c", #"while IFS= read -r count; do head -c "$count" | \#(command) || exit 1; printf '\0'; done"#,
    ]
    process.standardInput = input
    process.standardOutput = output
    self.input = input.fileHandleForWriting
    self.output = output.fileHandleForReading
    do { try process.run() } catch { return nil }
  }

  deinit { process.terminate() }

  /// What the command prints for a document.
  ///
  /// - Throws: if the command failed for this document or an earlier one.
  package func output(for document: String) throws -> String {
    let bytes = Data(document.utf8)
    try input.write(contentsOf: Data("\(bytes.count)\n".utf8) + bytes)
    var found = Data()
    while found.last != 0 {
      let more = output.availableData
      if more.isEmpty { throw CocoaError(.fileReadUnknown) }
      found += more
    }
    return String(decoding: found.dropLast(), as: UTF8.self)
  }

  /// What a command prints for each document.
  ///
  /// - Throws: if the command is not installed, or fails for one of them.
  package static func outputs(of command: String, for documents: [String]) async throws -> [String] {
    guard let session = CommandSession(command) else { throw CocoaError(.fileNoSuchFile) }
    var outputs: [String] = []
    for document in documents { outputs.append(try await session.output(for: document)) }
    return outputs
  }
}
