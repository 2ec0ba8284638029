import Content
import Diagnostics
import Foundation
import Graph
import TestSites
import TestSupport
import Testing
import Workspace

@testable import Publishing
@testable import Site

@Suite("The map of issues") struct MapPlacingTests {
  private static func site(_ scratch: ScratchFolder) throws -> SiteFolders {
    for name in ["a", "b"] {
      try scratch.write(
        "Content/reports/\(name).md",
        "| Issue | Upland | Lowland |\n|---|---|---|\n| Dam | Yes | No |\n| Tolls | Yes | No |\n| Mills | Yes | No |\n"
      )
    }
    return try SiteFolders(SiteFolders.Arguments(site: scratch.path.text))
  }

  private static func options(_ scratch: ScratchFolder, program: String) -> BuildOptions {
    var options = BuildOptions()
    options.today = PartialDate(year: 2030, month: 1, day: 1)
    options.layoutCache = scratch.disk("cache/standpoint")
    options.mapProgram = program
    return options
  }

  private static func page(_ site: PlannedSite) throws -> String {
    let page = try #require(site.plan.pages.first { $0.path == "map/index.html" })
    return String(decoding: site.plan.render(page).bytes, as: UTF8.self)
  }

  private static func notes(_ site: PlannedSite) -> [String] {
    let own = DiagnosticPolicy().apply(
      to: site.diagnostics.entries.map(\.diagnostic).filter { $0.id == .mapNotDrawn })
    return DiagnosticPrinter { _ in nil }.text(own).split(separator: "\n").map(String.init)
  }

  @Test("is a list if Graphviz is not installed, and the build says so") func missing() async throws {
    let scratch = try ScratchFolder()
    let site = try await SitePipeline(
      Self.site(scratch), options: Self.options(scratch, program: "standpoint-no-such-program")
    ).plan()
    #expect(
      Self.notes(site) == [
        "note: cannot draw the map of issues, so it is only a list: standpoint-no-such-program, which "
          + "calculates the layout of the map, is not installed [map-not-drawn]",
        "     = help: apt-get install graphviz, or turn the map off: “page-kinds: {map: false}” in site.yml",
      ])
    #expect(try !Self.page(site).contains("<svg") && !site.diagnostics.hasErrors)
  }

  @Test(
    "is a list if the program fails or prints something else",
    arguments: [
      ("echo broken >&2; exit 3", "failed: broken"), ("echo hello", "did not place every issue"),
    ])
  func failing(script: String, reason: String) async throws {
    let scratch = try ScratchFolder()
    let program = try scratch.program("layout", script)
    let site = try await SitePipeline(Self.site(scratch), options: Self.options(scratch, program: program))
      .plan()
    #expect(Self.notes(site).first?.contains(reason) == true)
    #expect(try !Self.page(site).contains("<svg"))
  }

  @Test("is laid out once, and then drawn from the cache outside the site") func kept()
    async throws
  {
    let scratch = try ScratchFolder()
    let program = try scratch.program(
      "layout",
      "echo >> \(scratch.path.text)/calls\nprintf 'node 0 1 1 1 1\\nnode 1 3 1 1 1\\nnode 2 5 1 1 1\\n'\n")
    let folders = try Self.site(scratch)
    let pipeline = SitePipeline(folders, options: Self.options(scratch, program: program))
    let first = try Self.page(try await pipeline.plan())
    let second = try Self.page(try await pipeline.plan())
    #expect(first.contains("<svg") && first == second)
    #expect(try Data(contentsOf: URL(filePath: scratch.disk("calls").text)).count == 1)
    try scratch.write(
      "Content/reports/c.md",
      "| Issue | Upland | Lowland |\n|---|---|---|\n| Ferry | Yes | No |\n"
    )
    try scratch.write("Content/issues/ferry.md", "---\ntitle: Ferry\nrelated: [Dam]\n---\n")
    let third = try await pipeline.plan()
    #expect(Self.notes(third).first?.contains("did not place") == true)
  }

  @Test(
    "is laid out by Graphviz without overlapping issues",
    .enabled(if: Programs.areInstalled("neato")))
  func graphviz() async throws {
    let scratch = try ScratchFolder()
    var random = SeededGenerator(seed: 7)
    for number in 0..<40 {
      let rows = Set((0..<8).map { _ in Int.random(in: 0..<70, using: &random) }).sorted()
        .map { "| Issue number \($0) | Yes | No |\n" }.joined()
      try scratch.write(
        "Content/reports/r\(number).md", "| Issue | Upland | Lowland |\n|---|---|---|\n" + rows)
    }
    let folders = try SiteFolders(SiteFolders.Arguments(site: scratch.path.text))
    let pipeline = SitePipeline(folders, options: Self.options(scratch, program: "neato"))
    let graph = try await pipeline.graph().graph
    let (placed, notes) = await MapPlacing(pipeline.options).place(MapOfIssues(graph))
    let map = try #require(placed)
    let layout = try #require(map.layout)
    #expect(notes.isEmpty && map.marks.count > 30)
    let boxes = map.marks.indices.map { place in
      let (mark, ring) = (map.marks[place], layout.rings[place])
      let top = ring.y - mark.middle(isAbove: mark.isNamed && layout.isAbove[place])
      return CGRect(x: ring.x - mark.width / 2, y: top, width: mark.width, height: mark.height).insetBy(
        dx: 1, dy: 1)
    }
    for (place, box) in boxes.enumerated() {
      #expect(!boxes[(place + 1)...].contains { $0.intersects(box) }, "\(place)")
      #expect(CGRect(x: 0, y: 0, width: layout.size.x, height: layout.size.y).contains(box))
    }
  }

  @Test("is cached for the last 32 requests, and different requests are never confused")
  func cache() throws {
    let scratch = try ScratchFolder()
    let cache = LayoutCache(folder: scratch.disk("cache"))
    for number in 0..<40 { cache.keep([UInt8(number)], of: Array("request \(number)".utf8)) }
    let kept = try FileManager.default.contentsOfDirectory(atPath: scratch.disk("cache").text)
    #expect(kept.count == LayoutCache.mostMaps)
    #expect(cache.answer(to: Array("request 39".utf8)) == [39])
    #expect(cache.answer(to: Array("request".utf8)) == nil)
    #expect(LayoutCache(folder: scratch.disk("nowhere")).answer(to: [1]) == nil)
  }
}
