import Content
import Foundation
import Publishing
import TestSupport
import Testing
import Workspace

@Suite("The guide as a site")
struct GuideSiteTests {
  private static let guide = packageRoot.appendingPathComponent("Guide")

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: guide.appendingPathComponent(path), encoding: .utf8)
  }

  private static func chapters() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: guide.path)
      .filter { $0.hasSuffix(".md") && $0 != "README.md" }.sorted()
  }

  @Test("builds without diagnostics, has a page for each chapter, and has no broken links")
  func builds() async throws {
    let folder = try TestFolder()
    let output = folder.url.appendingPathComponent("site")
    let folders = try SiteFolders(SiteFolders.Arguments(site: Self.guide.path, output: output.path))
    let outcome = try await SiteBuild(
      SitePipeline(folders, options: BuildOptions(), progress: { _ in })
    ).run()
    let complaints = outcome.site.diagnostics.entries.map(\.diagnostic).filter { $0.id != .withoutSearch }
    #expect(complaints.map { "\($0.message) [\($0.id.rawValue)]" } == [])
    #expect(outcome.site.counts.reports == 0)
    for chapter in try Self.chapters() {
      #expect(folder.exists("site/\(chapter.dropLast(3))/index.html"), "\(chapter)")
    }
    let walk = try LinkWalk(output)
    #expect(walk.problems == [])
    #expect(walk.followed > 900)
  }

  @Test("the menu and the home page link to every chapter")
  func complete() throws {
    let menu = try Self.text("site.yml")
    let home = try Self.text("README.md")
    for chapter in try Self.chapters() {
      #expect(menu.contains(": /\(chapter.dropLast(3))/\n"), "\(chapter)")
      #expect(home.contains("](\(chapter))"), "\(chapter)")
    }
  }

  @Test("no chapter links outside the guide, so that it works on a code host and as a site")
  func noWayOut() throws {
    for chapter in try Self.chapters() + ["README.md"] {
      let lines = try Self.text(chapter).split(separator: "\n").filter { !$0.contains("`[text](../") }
      #expect(!lines.contains { $0.contains("](../") }, "\(chapter)")
    }
  }
}
