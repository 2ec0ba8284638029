import Diagnostics
import FileSystem

/// The program that creates the search index.
struct Pagefind: Sendable {
  private let program: ExternalProgram
  /// Is held until the program ends, even if this process is killed: it writes to the staging folder.
  private var lock: FileLock?

  init(program: ExternalProgram) { self.program = program }

  /// The same program, which holds the lock of the output folder while it runs.
  func holding(_ lock: FileLock) -> Pagefind {
    var pagefind = self
    pagefind.lock = lock
    return pagefind
  }

  /// Finds the program: on the `PATH`, or among the tools of the project that this program was built in; nil if it is nowhere.
  static func find() async -> Pagefind? {
    let program = Programs.pagefind
    if await program.isInstalled() { return Pagefind(program: program) }
    return ProjectTools.program(program).map { Pagefind(program: $0) }
  }

  /// Creates the index of all HTML files below `site` and writes its files below `output`.
  func run(site: DiskPath, output: DiskPath) async throws(EnvironmentError) {
    let arguments = [
      "--site", site.text, "--output-path", output.text, "--exclude-selectors",
      SearchExclusions.selectors.joined(separator: ","), "--silent",
    ]
    let outcome: ExternalProgram.Outcome
    do throws(EnvironmentError) {
      outcome = try await program.finish(arguments, in: site, holding: lock)
    } catch {
      throw Self.error(error.message)
    }
    guard outcome.exitCode == 0 else { throw Self.error(program.reason(outcome)) }
  }

  static func error(_ reason: String) -> EnvironmentError {
    EnvironmentError(
      "pagefind could not create the search index: \(reason)",
      advice: "to build the site without it, add “search: off” to site.yml")
  }

  /// The diagnostic for a missing program.
  static var missing: Diagnostic {
    Diagnostic(
      .withoutSearch, at: nil,
      "the program “\(Programs.pagefind.name)” is not on the PATH, so the site has no search index or search box",
      suggestion: Suggestion("install it, or add “search: off” to site.yml"))
  }
}
