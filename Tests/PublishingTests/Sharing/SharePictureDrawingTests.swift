import Content
import Diagnostics
import Foundation
import TestSites
import TestSupport
import Testing
import Workspace

@testable import FileSystem
@testable import Publishing
@testable import Site

@Suite("Drawing the link preview images")
struct SharePictureDrawingTests {
  private static let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/bin/rsvg-convert")

  private static func site(_ scratch: ScratchFolder, stance: String = "+") throws -> SiteFolders {
    try scratch.write(
      "Content/site.yml",
      "title: Rivers\nbase-url: https://site.example/\nshare-pictures: true\nsearch: off\n")
    try scratch.write(
      "Content/reports/march.md",
      "---\ndate: 2025-03-02\n---\n\n| Issue | Upland | Низина 低地 | Hills & Co |\n|---|---|---|---|\n| Dam | [\(stance)] Yes | [-] No | [~] ِAhl العربية |\n"
    )
    return try SiteFolders(SiteFolders.Arguments(site: scratch.path.text))
  }

  private static func options(_ scratch: ScratchFolder, program: String = "rsvg-convert") -> BuildOptions {
    var options = BuildOptions()
    options.today = PartialDate(year: 2025, month: 6, day: 1)
    options.layoutCache = scratch.disk("cache/standpoint")
    options.pictureProgram = program
    return options
  }

  /// A program that notes each call, and then runs `script`.
  private static func program(_ script: String, _ scratch: ScratchFolder) throws -> String {
    try scratch.program("draw", "echo call >> '\(scratch.disk("calls").text)'\n" + script)
  }

  private static func calls(_ scratch: ScratchFolder) -> Int {
    (try? String(contentsOfFile: scratch.disk("calls").text, encoding: .utf8))?.split(separator: "\n").count
      ?? 0
  }

  private static func notes(_ site: PlannedSite) -> [String] {
    let own = DiagnosticPolicy().apply(
      to: site.diagnostics.entries.map(\.diagnostic).filter { $0.id == .picturesNotDrawn })
    return DiagnosticPrinter { _ in nil }.text(own).split(separator: "\n").map(String.init)
  }

  private static func page(_ path: String, of site: PlannedSite) throws -> String {
    let page = try #require(site.plan.pages.first { $0.path == path })
    return String(decoding: site.plan.render(page).bytes, as: UTF8.self)
  }

  @Test("without the program, links have no pictures, and the build says so")
  func missing() async throws {
    let scratch = try ScratchFolder()
    let site = try await SitePipeline(
      Self.site(scratch), options: Self.options(scratch, program: "standpoint-no-such-program")
    ).plan()
    #expect(
      Self.notes(site) == [
        "note: cannot draw link preview images, so links are shown without them: standpoint-no-such-program, which draws the "
          + "link preview images, is not installed [pictures-not-drawn]",
        "     = help: apt-get install librsvg2-bin, or turn them off: “share-pictures: false” in site.yml",
      ])
    #expect(site.pictures.isEmpty && !site.diagnostics.hasErrors)
    #expect(try !Self.page("issues/dam/index.html", of: site).contains("og:image"))
  }

  @Test(
    "a program that fails or writes no picture leaves links without pictures",
    arguments: [
      ("cat > /dev/null; echo broken >&2; exit 3", "failed: broken"),
      ("cat > /dev/null; echo hello", "wrote no picture"),
    ])
  func failing(script: String, reason: String) async throws {
    let scratch = try ScratchFolder()
    let program = try Self.program(script, scratch)
    let site = try await SitePipeline(Self.site(scratch), options: Self.options(scratch, program: program))
      .plan()
    #expect(Self.notes(site).first?.contains(reason) == true, "\(Self.notes(site))")
    #expect(site.pictures.isEmpty)
  }

  @Test("a picture is drawn once for each content")
  func kept() async throws {
    let scratch = try ScratchFolder()
    let program = try Self.program("cat > /dev/null; printf '\\211PNG'", scratch)
    let options = Self.options(scratch, program: program)
    let first = try await SitePipeline(Self.site(scratch), options: options).plan()
    #expect(first.pictures.count == 5 && Self.calls(scratch) == 5)
    let again = try await SitePipeline(Self.site(scratch), options: options).plan()
    #expect(again.pictures == first.pictures && Self.calls(scratch) == 5)
    // The stance of one party changes the picture of the issue and its own.
    let changed = try await SitePipeline(Self.site(scratch, stance: "--"), options: options).plan()
    #expect(Self.calls(scratch) == 7)
    let different = zip(changed.pictures, first.pictures).filter { $0 != $1 }.map(\.0.path)
    #expect(different == ["assets/share/issues/dam.png", "assets/share/parties/upland.png"])
  }

  @Test("the preview draws the pictures of what changed")
  func preview() async throws {
    let scratch = try ScratchFolder()
    let program = try Self.program("cat > /dev/null; printf '\\211PNG'", scratch)
    let pipeline = SitePipeline(try Self.site(scratch), options: Self.options(scratch, program: program))
    let before = try await IncrementalSite.read(pipeline)
    _ = try Self.site(scratch, stance: "++")
    var changes = FileChanges()
    changes.paths = [scratch.disk("Content/reports/march.md").text]
    let after = try await before.refreshed(pipeline, after: changes)
    #expect(after.site.pictures.map(\.path) == before.site.pictures.map(\.path))
    #expect(after.site.pictures != before.site.pictures && Self.calls(scratch) == 7)
  }

  @Test(
    "a built site has its pictures, 1200 by 630 pixels, and the same content gives the same bytes",
    .enabled(if: isInstalled, "rsvg-convert is not installed"))
  func drawn() async throws {
    let scratch = try ScratchFolder()
    let folders = try Self.site(scratch)
    _ = try await SiteBuild(SitePipeline(folders, options: Self.options(scratch))).run()
    func bytes(_ name: String) throws -> Data {
      try Data(contentsOf: URL(fileURLWithPath: scratch.disk("Public/assets/share/" + name).text))
    }
    let names = ["site.png", "issues/dam.png", "parties/upland.png", "parties/низина-低地.png"]
    let first = try names.map(bytes)
    for png in first {
      #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]) && png.count > 2_000)
      // The width and the height stand in the first chunk.
      #expect(Array(png[16..<24]) == [0, 0, 0x04, 0xB0, 0, 0, 0x02, 0x76])
    }
    try FileManager.default.removeItem(atPath: scratch.disk("cache").text)
    _ = try await SiteBuild(SitePipeline(folders, options: Self.options(scratch))).run()
    #expect(try names.map(bytes) == first)
  }
}
