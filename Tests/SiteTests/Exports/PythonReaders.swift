import Foundation

/// Readers of the exports that are not ours: Python with networkx and PyLD, set up once in a folder of its own.
struct PythonReaders {
  /// Why they are not there.
  struct Unavailable: Error, CustomStringConvertible {
    let description: String
  }

  private static let packages = ["networkx==3.4.2", "PyLD==2.0.4"]
  private let python: URL

  /// Sets them up on first use; throws `Unavailable` without Python or without a way to its packages.
  static let shared: Result<PythonReaders, Unavailable> = setUp()

  private static func setUp() -> Result<PythonReaders, Unavailable> {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = package.appending(path: ".build/export-readers")
    let python = folder.appending(path: "bin/python3")
    let readers = PythonReaders(python: python)
    if (try? readers.run("import networkx, pyld", [])) != nil { return .success(readers) }
    do {
      let environment = URL(filePath: "/usr/bin/env")
      _ = try run(environment, ["python3", "-m", "venv", folder.path])
      _ = try run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"] + packages)
      return .success(readers)
    } catch {
      return .failure(Unavailable(description: "\(error)"))
    }
  }

  /// Runs a program text with arguments; gives what it prints.
  func run(_ program: String, _ arguments: [String]) throws -> String {
    try Self.run(python, ["-c", program] + arguments)
  }

  private static func run(_ program: URL, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    let output = FileManager.default.temporaryDirectory.appending(path: "readers-\(UUID().uuidString)")
    guard FileManager.default.createFile(atPath: output.path, contents: nil) else {
      throw Unavailable(description: "no temporary file can be made")
    }
    defer { try? FileManager.default.removeItem(at: output) }
    let handle = try FileHandle(forWritingTo: output)
    process.standardOutput = handle
    process.standardError = handle
    do { try process.run() } catch { throw Unavailable(description: "\(program.path) cannot be run") }
    process.waitUntilExit()
    let text = try String(contentsOf: output, encoding: .utf8)
    guard process.terminationStatus == 0 else {
      throw Unavailable(description: "\(program.lastPathComponent) failed: \(text.suffix(400))")
    }
    return text
  }
}
