import Foundation
import TestSupport
import Testing

/// Sites for checkers, each built with the real program in its own test folder.
struct BuiltForChecks {
  let folder: TestFolder

  /// Calls `look` with a folder to build sites in, which exists during the call.
  static func look<Result>(_ look: (BuiltForChecks) async throws -> Result) async throws -> Result {
    let sites = BuiltForChecks(folder: try TestFolder())
    let result = try await look(sites)
    return withExtendedLifetime(sites.folder) { result }
  }

  static let generator = packageRoot.appendingPathComponent("../shared/bench/make_corpus.py")
    .standardizedFileURL
  /// Whether the program that writes archives of any size is available.
  static var canMakeArchive: Bool { FileManager.default.fileExists(atPath: generator.path) }

  /// Whether Pagefind is installed by `Scripts/setup` or on the PATH.
  static var hasPagefind: Bool {
    OtherProgram.isThere("pagefind") || FileManager.default.isExecutableFile(atPath: tools + "/pagefind")
  }
  private static let tools = packageRoot.appendingPathComponent(".build-tools/bin").path

  /// What is off unless a site asks for it.
  private static let optional = "embeds: true\nmarkdown-copies: true\n"

  /// Builds the sample in Content/ with additional `settings`, and returns the folder of the site.
  func sample(_ name: String = "sample", settings: String = "") throws -> String {
    let content = "\(name)-source/Content"
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("\(name)-source"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: BuiltSampleTests.sample, to: folder.url.appendingPathComponent(content))
    try folder.write(content + "/site.yml", try folder.text(content + "/site.yml") + Self.optional + settings)
    return try build("\(name)-source", name)
  }

  func guide() throws -> String { try build(packageRoot.appendingPathComponent("Guide").path, "guide") }

  /// A site in a right-to-left language.
  func arabic() throws -> String {
    try build(Self.recorded.appendingPathComponent("arabic").path, "arabic")
  }

  /// The sites with recorded pages.
  static let recorded = packageRoot.appendingPathComponent("Tests/SiteTests/Fixtures")

  /// Three reports on so many parties that the matrix has no room for words, and pages have no room for earlier years.
  func crowded() throws -> String {
    let parties = ["North", "South", "East", "West", "Up", "Down", "Left", "Right", "Inside", "Outside"]
    let marks = ["[++] ", "[+] ", "[~] ", "[0] ", "[-] ", "[--] ", ""]
    for year in 2023...2025 {
      var text = "---\ntitle: The year \(year)\ndate: \(year)-05-01\n---\n\n"
      text +=
        "| Issue | \(parties.joined(separator: " | ")) |\n" + String(repeating: "|--", count: 11) + "|\n"
      for (row, issue) in ["Water", "Fish", "Tolls on bridges"].enumerated() {
        let cells = parties.indices.map { marks[($0 + row + year) % marks.count] + "Says so in \(year)" }
        text += "| \(issue) | \(cells.joined(separator: " | ")) |\n"
      }
      try folder.write("crowded-source/Content/reports/\(year).md", text)
    }
    try folder.write(
      "crowded-source/Content/site.yml",
      """
      title: A crowd
      search: off
      positions-per-page: 5
      embeds: true
      withdrawn:
        - {address: /reports/2022/, date: 2026-01-10, reason: Its source was forged}
        - {address: /reports/2023/#fish--nobody, date: 2026-01-10, reason: A mistake}

      """)
    return try build("crowded-source", "crowded")
  }

  /// A generated archive with every kind of page and a matrix with too many parties for words, without search.
  func archive(reports: Int) throws -> String {
    let content = folder.url.appendingPathComponent("archive-source/Content").path
    let made = try Tool(program: URL(fileURLWithPath: "/usr/bin/env"), folder: folder).run(
      "python3", Self.generator.path, "--reports", "\(reports)", "--parties", "12", "--out",
      content)
    try #require(made.exitCode == 0, "\(made.errors)")
    try folder.write(
      "archive-source/Content/site.yml",
      """
      title: An archive
      description: Made up.
      base-url: https://archive.example/briefs/
      ignore: [corpus.json]
      search: off
      feeds: [United States]
      embeds: true

      """)
    return try build("archive-source", "archive")
  }

  private func build(_ site: String, _ name: String) throws -> String {
    let path = Self.tools + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
    let run = try Tool(folder: folder).run(
      "build", site, "--output", name, "--now", "2026-01-01", environment: ["PATH": path])
    try #require(run.exitCode == 0, "\(run.errors)")
    return folder.url.appendingPathComponent(name).path
  }
}
