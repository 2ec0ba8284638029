import Foundation
import Testing

@testable import Preview

extension PreviewServerTests {
  @Test(
    "folders that vanish and come back are shown again", arguments: ["", "/Content", "/Content/reports"],
    ["", "empty", "file"])
  func vanished(_ name: String, meanwhile: String) async throws {
    let site = try await ServedSite()
    let manager = FileManager.default
    let path = site.folder.path + name
    let away = site.folder.path + "-away"
    defer { try? manager.removeItem(atPath: away) }
    try manager.moveItem(atPath: path, toPath: away)
    if meanwhile == "empty" {
      try manager.createDirectory(atPath: path, withIntermediateDirectories: false)
    } else if meanwhile == "file" {
      try Data("a file".utf8).write(to: URL(filePath: path))
    }
    for _ in 0..<3 { #expect(try await site.get("/").status != 0) }
    if !meanwhile.isEmpty { try manager.removeItem(atPath: path) }
    try manager.moveItem(atPath: away, toPath: path)
    try site.write("Content/reports/plan.md", ServedSite.report + "\nBack again.\n")
    #expect(
      try await site.eventually { try await site.get("/reports/plan/").body.contains("Back again.") })
    try await site.server.stop()
  }

  @Test("a page contains its version, and the live reload script is served")
  func script() async throws {
    let site = try await ServedSite()
    let page = try await site.get("/reports/plan/")
    let version = try #require(page.version)
    #expect(page.body.hasSuffix("defer></script>\n</body>\n</html>\n"))
    #expect(try await site.get("/reports/plan/").version == version)
    let script = try await site.get("/_standpoint/live.js")
    #expect(script.status == 200 && script.headers["content-type"] == "text/javascript; charset=utf-8")
    try await site.server.stop()
  }

  @Test("a saved file notifies the page that it changes, and no other")
  func edit() async throws {
    let site = try await ServedSite()
    try site.write("Content/reports/other.md", "# Another\n\nText.\n")
    let plan = try await EventStream(site, page: "/reports/plan/")
    let other = try await EventStream(site, page: "/reports/other/")
    #expect(await plan.waitFor("event: fixed"))
    #expect(await other.waitFor("event: fixed"))
    try site.write("Content/reports/plan.md", ServedSite.report + "\nA new sentence.\n")
    #expect(await plan.waitFor("event: page"))
    #expect(try await site.get("/reports/plan/").body.contains("A new sentence."))
    // The last event for the other page, so no earlier event was about that page.
    try site.write("Content/reports/map one.svg", "<svg/>")
    #expect(await other.waitFor(" /reports/map%20one.svg\""))
    #expect(!other.text.contains("event: page"))
    try await site.server.stop()
  }

  @Test("a page that was loaded before a style sheet changed, and connects after it, is told to reload")
  func staleFiles() async throws {
    let site = try await ServedSite()
    let page = try await site.get("/reports/plan/")
    let token = try #require(page.token)
    let current = try await EventStream(site, page: "/reports/plan/", token: token)
    #expect(await current.waitFor("event: fixed"))
    try site.write("Content/reports/map one.svg", "<svg/>")
    #expect(await current.waitFor("event: file"))
    #expect(!current.text.contains("event: stale"))
    let late = try await EventStream(site, page: "/reports/plan/", token: token)
    #expect(await late.waitFor("event: stale"))
    try await site.server.stop()
  }

  @Test("errors are sent as in the terminal while the last good page stays, and so is the fix")
  func errors() async throws {
    let site = try await ServedSite()
    let events = try await EventStream(site, page: "/reports/plan/")
    #expect(await events.waitFor("event: fixed"))
    try site.write("Content/reports/plan.md", "---\ntitle: [\n---\n# Broken\n")
    #expect(await events.waitFor("event: problem"))
    #expect(events.text.contains("reports/plan.md:") && events.text.contains("error: "))
    let page = try await site.get("/reports/plan/")
    #expect(page.status == 200 && page.body.contains("NATO expansion"))
    try site.write("Content/reports/plan.md", ServedSite.report + "\nMended now.\n")
    #expect(await events.waitFor("event: fixed", times: 2))
    #expect(await events.waitFor("event: page"))
    #expect(try await site.get("/reports/plan/").body.contains("Mended now."))
    try await site.server.stop()
  }

  @Test("files in new and renamed folders, and files saved by renaming, are noticed")
  func foldersAndRenames() async throws {
    let site = try await ServedSite()
    try site.write("Content/reports/2025/deep/march.md", "# March\n\nFirst.\n")
    #expect(try await site.shows("First.", at: "/reports/march/"))
    try site.write("Content/reports/2025/deep/march.md", "# March\n\nSecond.\n")
    #expect(try await site.shows("Second.", at: "/reports/march/"))
    try FileManager.default.moveItem(
      at: site.folder.appendingPathComponent("Content/reports/2025"),
      to: site.folder.appendingPathComponent("Content/reports/old"))
    try site.write("Content/reports/old/deep/march.md", "# March\n\nThird.\n")
    #expect(try await site.shows("Third.", at: "/reports/march/"))
    try site.write("Content/reports/old/deep/.march.swp", "# March\n\nFourth.\n")
    try #require(
      rename(
        site.folder.path + "/Content/reports/old/deep/.march.swp",
        site.folder.path + "/Content/reports/old/deep/march.md") == 0)
    #expect(try await site.shows("Fourth.", at: "/reports/march/"))
    try FileManager.default.removeItem(
      at: site.folder.appendingPathComponent("Content/reports/old/deep/march.md"))
    #expect(try await site.eventually { try await site.get("/reports/march/").status == 404 })
    try await site.server.stop()
  }

  @Test("changes to settings and a new template folder are noticed too")
  func settingsAndTemplates() async throws {
    let site = try await ServedSite()
    try site.write("Content/site.yml", "title: Seldom Seen\n")
    #expect(try await site.shows("Seldom Seen", at: "/"))
    try site.write("Templates/assets/site.css", "body { color: teal }")
    let isTeal = try await site.eventually { try await site.get("/assets/site.css").body.contains("teal") }
    #expect(isTeal)
    let events = try await EventStream(site, page: "/")
    #expect(await events.waitFor("event: fixed"))
    try site.write("Templates/assets/site.css", "body { color: navy }")
    #expect(await events.waitFor(" /assets/site.css\""))
    try await site.server.stop()
  }

  @Test("a new style sheet of the site is added to pages, and its changes reach open pages")
  func customStylesheet() async throws {
    let site = try await ServedSite()
    #expect(try await !site.get("/").body.contains("assets/custom."))
    try site.write("Templates/assets/custom.css", ":root { --link: teal }")
    #expect(try await site.shows("href=\"assets/custom.", at: "/"))
    let events = try await EventStream(site, page: "/")
    #expect(await events.waitFor("event: fixed"))
    try site.write("Templates/assets/custom.css", ":root { --link: navy }")
    #expect(await events.waitFor(" /assets/custom.css\""))
    #expect(try await site.get("/assets/custom.css").body.contains("navy"))
    try await site.server.stop()
  }

  @Test("200 saves in quick succession end in the right state")
  func manySaves() async throws {
    let site = try await ServedSite()
    for number in 1...200 {
      try site.write("Content/reports/plan.md", ServedSite.report + "\nSave \(number).\n")
    }
    #expect(try await site.get("/reports/plan/").body.contains("Save 200."))
    try await site.server.stop()
  }

  @Test("old addresses redirect to the page, drafts are marked, and the base path is kept")
  func redirectsDraftsAndBase() async throws {
    let site = try await ServedSite(drafts: true)
    try site.write("Content/site.yml", "base-url: https://example.org/brief/\n")
    try site.write(
      "Content/reports/new.md", "---\nredirects: [/old/place/]\ndraft: true\n---\n# New\n\nText.\n")
    #expect(try await site.shows("data-draft", at: "/brief/reports/new/"))
    #expect(try await !site.get("/brief/reports/plan/").body.contains("data-draft"))
    let moved = try await site.get("/brief/old/place/")
    #expect(moved.status == 307 && moved.headers["location"] == "/brief/reports/new/")
    #expect(try await site.get("/").headers["location"] == "/brief/")
    #expect(try await site.get("/reports/plan/").status == 404)
    #expect(!FileManager.default.fileExists(atPath: site.folder.path + "/Public"))
    try await site.server.stop()
  }
}

/// Listens to the events of a page.
final class EventStream {
  private let connection: RawConnection
  private(set) var text = ""

  /// - Parameter token: the page's version and file count; nil for the current ones.
  init(_ site: ServedSite, page: String, token: String? = nil) async throws {
    var version = token
    if version == nil { version = try await site.get(page).token }
    connection = try await RawConnection(port: site.server.port)
    await connection.send(
      "GET /_standpoint/events/\(version ?? "none")\(page) HTTP/1.1\r\nHost: localhost\r\n\r\n")
  }

  deinit { connection.end() }

  /// Reads until `words` have arrived `times` times; false if they do not within a minute.
  func waitFor(_ words: String, times: Int = 1) async -> Bool {
    let end = ContinuousClock.now + .seconds(60)
    while text.components(separatedBy: words).count <= times {
      // Keep-alive comments arrive however long it takes.
      guard ContinuousClock.now < end, let more = await connection.readSome() else { return false }
      text += more
    }
    return true
  }
}

extension ServedSite {
  /// Whether the condition becomes true within 30 seconds.
  func eventually(_ condition: () async throws -> Bool) async throws -> Bool {
    for _ in 0..<1_500 {
      if try await condition() { return true }
      try await Task.sleep(for: .milliseconds(20))
    }
    return false
  }

  /// Whether a page eventually contains `words`.
  func shows(_ words: String, at target: String) async throws -> Bool {
    try await eventually { try await get(target).body.contains(words) }
  }
}

extension ServedSite.Answer {
  /// What the page's script sends: its version and the number of changes to other files.
  var token: String? {
    let files = body.components(separatedBy: "data-files=\"").dropFirst().first?.components(separatedBy: "\"")
      .first
    return version.flatMap { version in files.map { version + "." + $0 } }
  }

  /// The version in the page.
  var version: String? {
    body.components(separatedBy: "data-standpoint=\"").dropFirst().first?.components(separatedBy: "\"").first
  }
}
