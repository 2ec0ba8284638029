import Foundation

/// Python with third-party packages, set up once in a separate folder below `.build/`.
struct PythonEnvironment {
  /// The reason why it is not available.
  struct Unavailable: Error, CustomStringConvertible {
    let description: String
  }

  /// Packages that read the exports.
  static let readers = setUp(
    "export-readers", packages: ["networkx==3.4.2", "PyLD==2.0.4"], trial: "import networkx, pyld")
  /// The validator of data packages.
  static let validator = setUp(
    "data-package", packages: ["frictionless==5.21.0"], trial: "import frictionless")
  /// A browser that a program controls.
  static let browser = setUp(
    "browser", packages: ["playwright==1.55.0"],
    trial: """
      from playwright.sync_api import sync_playwright
      with sync_playwright() as playwright:
          playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"]).close()
      """)

  private let python: URL

  /// Whether the packages that read exports are available; if not, standard error says so once.
  static let hasReaders = isReady(readers, for: "exports are not read by others")
  /// Whether data packages can be validated; if not, standard error says so once.
  static let hasValidator = isReady(validator, for: "the data package is not validated")
  /// Whether the browser is available; if not, standard error says so once.
  static let hasBrowser = isReady(browser, for: "the scripts of pages are not tried in a browser")

  private static func isReady(_ environment: Result<PythonEnvironment, Unavailable>, for tests: String)
    -> Bool
  {
    guard case .failure(let reason) = environment else { return true }
    FileHandle.standardError.write(Data("SKIPPED: \(tests): \(reason)\n".utf8))
    return false
  }

  /// Sets it up unless the trial program already runs; `Unavailable` without Python or without access to the packages.
  private static func setUp(
    _ name: String, packages: [String], trial: String
  ) -> Result<PythonEnvironment, Unavailable> {
    let folder = Package.root.appending(path: ".build/\(name)")
    let environment = PythonEnvironment(python: folder.appending(path: "bin/python3"))
    if (try? environment.run(trial, [])) != nil { return .success(environment) }
    do {
      _ = try run(URL(filePath: "/usr/bin/env"), ["python3", "-m", "venv", folder.path])
      _ = try run(
        environment.python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"] + packages)
      _ = try environment.run(trial, [])
      return .success(environment)
    } catch {
      return .failure(Unavailable(description: "\(error)"))
    }
  }

  /// Runs the text of a program with arguments; returns its output.
  func run(_ program: String, _ arguments: [String]) throws -> String {
    try Self.run(python, ["-c", program] + arguments)
  }

  /// The same, but without blocking other tests: for programs that mostly wait.
  func runAside(_ program: String, _ arguments: [String]) async throws -> String {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { continuation.resume(with: Result { try run(program, arguments) }) }
    }
  }

  private static func run(_ program: URL, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    let output = FileManager.default.temporaryDirectory.appending(path: "python-\(UUID().uuidString)")
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
      throw Unavailable(description: "\(program.lastPathComponent) failed: \(text.suffix(6_000))")
    }
    return text
  }
}
