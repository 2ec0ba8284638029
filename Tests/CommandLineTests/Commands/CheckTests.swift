import Foundation
import Testing

/// `standpoint check`, where it does more than a build.
@Suite struct CheckTests {
  private func site() throws -> TestFolder {
    let folder = try TestFolder()
    try folder.write("site/Content/reports/plan.md", ToolTests.report)
    try folder.write("site/Content/reports/other.md", "# Other\n")
    try folder.write("site/Content/site.yml", "base-url: https://a.example/\n")
    #expect(try Tool(folder: folder).run("build", "site", "--quiet").exitCode == 0)
    #expect(try Tool(folder: folder).run("publish", "site", "--folder", "www", "--quiet").exitCode == 0)
    return folder
  }

  @Test("a published page that no longer exists is reported until it redirects or is removed from the list")
  func gone() throws {
    let folder = try site()
    let tool = Tool(folder: folder)
    #expect(try tool.run("check", "site").errors == "")
    let old = folder.url.appending(path: "site/Content/reports/plan.md")
    try FileManager.default.moveItem(at: old, to: folder.url.appending(path: "site/Content/reports/plans.md"))
    let run = try tool.run("check", "site")
    #expect(run.exitCode == 0)
    #expect(
      run.errors.contains(
        "warning: the page “/reports/plan/” was published before, but no longer exists and has no redirect [published-page-gone]"
      ),
      "\(run.errors)")
    #expect(
      run.errors.contains(
        "add “redirects: [/reports/plan/]” to “/reports/plans/”, or the page that replaced it,"))
    #expect(try tool.run("check", "site", "--strict").exitCode == 1)
    #expect(try tool.run("build", "site", "--strict").exitCode == 0)
    let front = "---\nredirects: [/reports/plan/]\n---\n"
    try folder.write("site/Content/reports/plans.md", front + ToolTests.report)
    #expect(try tool.run("check", "site").errors == "")
    try folder.write("site/Content/reports/plans.md", ToolTests.report)
    let list = try folder.text("site/.standpoint/published").split(separator: "\n")
    #expect(list.contains("reports/plan/index.html") && !list.contains("404.html"))
    try folder.write(
      "site/.standpoint/published",
      list.filter { !$0.hasPrefix("reports/plan/") }.joined(separator: "\n") + "\n")
    #expect(try tool.run("check", "site").errors == "")
    try folder.write("site/Content/site.yml", "base-url: https://a.example/\nquiet: [published-page-gone]\n")
  }

  @Test(
    "external links are checked once, and working ones not again",
    .enabled(if: WebServer.isThere, "requires nginx and curl"))
  func external() throws {
    let folder = try TestFolder()
    let server = try WebServer(
      folder,
      locations: """
        location = /there { return 200 "yes"; }
        location = /moved { return 301 /there; }
        location = /gone { return 410; }
        location = /headless { if ($request_method = HEAD) { return 405; } return 200 "yes"; }
        location = /closed { return 403; }
        location = /broken { return 500; }
        location = /loop { return 302 /loop; }
        """)
    let names = [
      "there", "moved", "gone", "headless", "closed", "broken", "loop", "missing", "there#part", "a[b]{c,d}",
    ]
    let links = names.map { "[\($0)](<\(server.address)/\($0)>)\n" }.joined()
    try folder.write(
      "site/Content/reports/a.md",
      "# A\n\n\(links)\n[nobody](http://nobody.invalid/x) [mail](mailto:a@b.example) ![x](\(server.address)/there)\n"
    )
    let tool = Tool(folder: folder)
    let quiet = try tool.run("check", "site")
    #expect(quiet.exitCode == 0 && server.requests.isEmpty)
    let run = try tool.run("check", "site", "--external")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("Checked 10 external links"), "\(run.output)")
    let lines = run.errors.split(separator: "\n")
    func told(_ name: String, _ id: String, _ words: String) {
      #expect(
        lines.contains { $0.contains(id) && $0.contains("/\(name)”") && $0.contains(words) },
        "\(name): \(run.errors)")
    }
    told("gone", "[broken-external-link]", "the page was removed permanently (410)")
    told("missing", "[broken-external-link]", "the page does not exist (404)")
    told("loop", "[broken-external-link]", "it redirects in a loop")
    told("x", "[broken-external-link]", "the host does not exist")
    told("closed", "[unchecked-external-link]", "(403)")
    told("broken", "[unchecked-external-link]", "(500)")
    for name in ["there", "moved", "headless"] { #expect(!lines.contains { $0.contains("/\(name)”") }) }
    #expect(server.requests.contains("HEAD /headless 405") && server.requests.contains("GET /headless 200"))
    #expect(
      server.requests.filter { $0.hasSuffix("/there 200") }.count == 2, "one for itself, one for the redirect"
    )
    #expect(!server.requests.contains { $0.hasPrefix("GET /there") })
    let before = server.requests.count
    let again = try tool.run("check", "site", "--external")
    #expect(again.output.contains("Checked 7 external links; 3 more worked within the last week"))
    #expect(
      !server.requests.dropFirst(before).contains { $0.contains("/there ") || $0.contains("/headless ") })
    try folder.write("site/.standpoint/external-links", "nonsense\n\u{0}")
    #expect(try tool.run("check", "site", "--external").output.contains("Checked 10 external links"))
  }

  @Test(
    "--format sarif writes a valid SARIF 2.1.0 log, and --format github one command per diagnostic")
  func formats() throws {
    let folder = try TestFolder()
    try folder.write("Content/reports/a b.md", "# A\n\nSee [[Nobody, 100%]].\n\n[x](missing.md)\n")
    let sarif = try Tool(folder: folder).run("check", "--format", "sarif")
    #expect(sarif.exitCode == 1 && sarif.errors.contains("error"))
    let log = try #require(try JSONSerialization.jsonObject(with: Data(sarif.output.utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0" && log["$schema"] is String)
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.contains { $0["ruleId"] as? String == "broken-link" })
    let github = try Tool(folder: folder).run("check", "--format", "github")
    let lines = github.output.split(separator: "\n")
    #expect(lines.count == results.count)
    let pattern =
      /::(error|warning|notice) (file=[^,:]+,line=\d+,col=\d+,endLine=\d+,endColumn=\d+,)?title=[a-z-]+::.+/
    for line in lines { #expect(line.wholeMatch(of: pattern) != nil, "\(line)") }
    #expect(
      lines.contains { $0.contains("file=Content/reports/a b.md,line=3,col=5,") && $0.contains("100%25") })
  }
}
