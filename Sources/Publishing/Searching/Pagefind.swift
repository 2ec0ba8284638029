import Diagnostics
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// The program that makes the search index, as it was found on the `PATH`.
struct Pagefind: Sendable {
  /// Its name on the `PATH`.
  static let name = "pagefind"
  /// What stands on a page for other eyes than a searcher's: signs and numbers, lists of links, former words, and what
  /// other pages say. The sign beside a heading stays, since it tells where the heading ends.
  private static let excluded = [
    "td .permalink", ".cite", ".copy", ".legend", ".kicker", ".badges", ".contents", ".sides", ".report-end",
    ".back",
    ".table-end", ".filters", ".tags", ".wording", ".unseen", ".source", ".relations", "sup.footnote",
    ".represented", ".mentions", ".earlier-title",
  ]
  private static let complaintLimit = 1_000_000

  private let path: FilePath

  /// Looks for it; nil: it is not there.
  static func find() async -> Pagefind? {
    let path = try? await Executable.name(name).resolveExecutablePath(in: .inherit)
    return path.map { Pagefind(path: $0) }
  }

  /// Makes the index of all HTML files below `site`, and writes its files below `output`.
  func run(site: DiskPath, output: DiskPath) async throws(EnvironmentError) {
    let arguments = [
      "--site", site.text, "--output-path", output.text, "--exclude-selectors",
      Self.excluded.joined(separator: ","), "--silent",
    ]
    do {
      let result = try await Subprocess.run(
        .path(path), arguments: Arguments(arguments), workingDirectory: FilePath(site.text),
        output: .discarded, error: .string(limit: Self.complaintLimit))
      guard result.terminationStatus.isSuccess else {
        throw Self.fault(Self.complaint(result.standardError) ?? "it ended with \(result.terminationStatus)")
      }
    } catch let fault as EnvironmentError {
      throw fault
    } catch {
      throw Self.fault("it could not be run: \(error)")
    }
  }

  static func fault(_ reason: String) -> EnvironmentError {
    EnvironmentError(
      "pagefind could not make the search index: \(reason)",
      advice: "“search: off” in site.yml builds the site without it")
  }

  /// The first line that says anything.
  private static func complaint(_ text: String?) -> String? {
    text?.split(whereSeparator: \.isNewline).first { $0.contains { !$0.isWhitespace } }.map {
      String($0.prefix(300))
    }
  }

  /// Says that it is not there.
  static var missing: Diagnostic {
    Diagnostic(
      .withoutSearch, at: nil,
      "the program “\(name)” is not on the PATH, so the site has no index and no search box",
      suggestion: Suggestion("put it there, or add “search: off” to site.yml"))
  }
}
