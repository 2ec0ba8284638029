import FileSystem
import Foundation
import TestSupport

/// A git repository with a site below `site/`: one report from 2024, renamed in 2025, one from 2025 that changed later, and
/// one that is not committed.
package struct DatedRepository {
  /// Whether git is installed; tests that need it are skipped otherwise.
  package static let hasGit = FileManager.default.isExecutableFile(atPath: "/usr/bin/git")
  /// The text of the reports, without a date.
  package static let table = "| Aspect | Red | Blue |\n|---|---|---|\n| Tolls | None | Some |\n"

  package let scratch: ScratchFolder

  package init() async throws {
    scratch = try ScratchFolder()
    try await Self.git(scratch.path, "init", "--quiet")
    try scratch.write("site/Content/reports/öld.md", Self.table)
    try scratch.write("README.md", "elsewhere")
    try await Self.git(scratch.path, "add", ".")
    try await Self.git(scratch.path, day: "2024-02-03", "commit", "--quiet", "-m", "one")
    try await Self.git(
      scratch.path, "mv", "site/Content/reports/öld.md", "site/Content/reports/a renamed.md")
    try scratch.write("site/Content/reports/new.md", "# New\n\n" + Self.table)
    try await Self.git(scratch.path, "add", ".")
    try await Self.git(scratch.path, day: "2025-06-07", "commit", "--quiet", "-m", "two")
    try scratch.write("site/Content/reports/new.md", "# New, and changed\n\n" + Self.table)
    try await Self.git(scratch.path, day: "2025-08-09", "commit", "--quiet", "--all", "-m", "three")
    try scratch.write("site/Content/reports/uncommitted.md", Self.table)
  }

  /// Adds reports that their name and their front matter date, and commits everything on 10 October 2025.
  package func addDatedReports() async throws {
    try scratch.write("site/Content/reports/2023-01-02-named.md", Self.table)
    try scratch.write("site/Content/reports/dated.md", "---\ndate: 2022-02-02\n---\n\n" + Self.table)
    try await Self.git(scratch.path, "add", ".")
    try await Self.git(scratch.path, day: "2025-10-10", "commit", "--quiet", "-m", "four")
  }

  /// Runs git in a folder, as an author of its own, on a day.
  package static func git(
    _ folder: DiskPath, day: String = "2024-01-01", _ arguments: String...
  ) async throws {
    let environment: [String: String?] = [
      "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A",
      "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_AUTHOR_DATE": day + "T12:00:00Z",
      "GIT_COMMITTER_DATE": day + "T12:00:00Z", "GIT_CONFIG_GLOBAL": "/dev/null",
      "GIT_CONFIG_SYSTEM": "/dev/null",
    ]
    let git = ExternalProgram(name: "git", package: "git", purpose: "is tested", environment: environment)
    _ = try await git.run(arguments, in: folder)
  }
}
