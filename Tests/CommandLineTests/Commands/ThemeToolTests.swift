import Foundation
import TestSupport
import Testing

/// `standpoint theme` and sites with their own templates, from the user's point of view.
@Suite struct ThemeToolTests {
  private static func site(_ files: [String: String] = [:]) throws -> TestFolder {
    let folder = try TestFolder()
    try folder.write(
      "Content/reports/plan.md",
      "---\ndate: 2025-03-02\n---\n\n# The plan\n\n| Issue | North | South |\n|---|---|---|\n| Water | [+] Yes | [-] No |\n"
    )
    for (path, text) in files { try folder.write(path, text) }
    return folder
  }

  @Test("overriding one custom property changes nothing else")
  func token() throws {
    let plain = try Self.site()
    let folder = try Self.site([
      "Templates/assets/custom.css": ":root { --link: #7a1fa2; background: url(dot.png) }\n",
      "Templates/assets/dot.png": "dot",
    ])
    for site in [plain, folder] {
      #expect(try Tool(folder: site).run("build", "--strict", "--now", "2025-03-03").exitCode == 0)
    }
    let names = try folder.names("Public/assets")
    let custom = try #require(names.first { $0.wholeMatch(of: /custom\.[0-9a-f]{12}\.css/) != nil })
    let dot = try #require(names.first { $0.wholeMatch(of: /dot\.[0-9a-f]{12}\.png/) != nil })
    #expect(
      try folder.text("Public/assets/" + custom) == ":root { --link: #7a1fa2; background: url(\(dot)) }\n")
    let link = try Regex("<link rel=\"stylesheet\" href=\"[^\"]*assets/\(custom)\">\n")
    var pages = 0
    for (path, data) in try folder.tree("Public") where path.hasSuffix(".html") {
      let page = String(decoding: data, as: UTF8.self)
      guard let place = page.firstMatch(of: link)?.range else { continue }
      pages += 1
      let head = page.components(separatedBy: "</head>")[0]
      #expect(!head[place.upperBound...].contains("stylesheet"), "\(path)")
      let rest = page.replacingCharacters(in: place, with: "")
      #expect(try rest == plain.text("Public/" + path), "\(path)")
    }
    #expect(try pages == folder.tree("Public").keys.filter { $0.hasSuffix(".html") }.count)
  }

  @Test("single partials and assets can be replaced")
  func partial() throws {
    let folder = try Self.site([
      "Templates/partials/byline.mustache": "<p class=\"byline\">Checked by two editors</p>\n",
      "Templates/assets/favicon.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
    ])
    #expect(try Tool(folder: folder).run("build", "--strict", "--now", "2025-03-03").exitCode == 0)
    let report = try folder.text("Public/reports/plan/index.html")
    #expect(report.contains("Checked by two editors") && report.contains("<h1>The plan</h1>"))
    let icon = try #require(
      try folder.names("Public/assets").first { $0.wholeMatch(of: /favicon\.[0-9a-f]{12}\.svg/) != nil })
    #expect(try folder.text("Public/assets/" + icon).hasSuffix("svg\"/>\n"))
    #expect(try !folder.text("Public/issues/water/index.html").contains("Checked by two editors"))
  }

  @Test("theme list shows every file, the site's replacements, and unused files")
  func list() throws {
    let folder = try Self.site([
      "Templates/footer.mustache": "<footer></footer>\n", "Templates/partials/haed.mustache": "x",
      "Templates/assets/custom.css": ":root {}\n",
    ])
    let tool = Tool(folder: folder)
    let list = try tool.run("theme", "list")
    #expect(list.exitCode == 0 && list.errors == "")
    let lines = list.output.components(separatedBy: "\n")
    func row(_ path: String) -> String? { lines.first { $0.hasPrefix("  \(path) ") } }
    #expect(row("footer.mustache")?.hasSuffix("replaced by Templates/footer.mustache") == true)
    #expect(row("home.mustache")?.hasSuffix("the home page") == true)
    #expect(row("assets/custom.css")?.hasSuffix("Templates/assets/custom.css") == true)
    #expect(
      row("partials/haed.mustache")?.hasSuffix(
        "Templates/partials/haed.mustache; did you mean “partials/head.mustache”?") == true)
    #expect(lines.contains("Unused files (they replace nothing)"))
    #expect(lines.dropLast().last?.hasPrefix("The site replaces 1 of the theme’s ") == true)
    #expect(try tool.run("theme").output == list.output)
  }

  @Test("theme list --format json prints one object per file")
  func json() throws {
    let folder = try Self.site(["Templates/raport.mustache": "x"])
    let run = try Tool(folder: folder).run("theme", "list", "--format", "json")
    let list = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: String]])
    let entry = try #require(list.first { $0["file"] == "raport.mustache" })
    #expect(
      entry == [
        "file": "raport.mustache", "kind": "part", "state": "unused", "source": "Templates/raport.mustache",
        "suggestion": "did you mean “report.mustache”?",
      ])
    let page = try #require(list.first { $0["file"] == "report.mustache" })
    #expect(
      page == ["file": "report.mustache", "kind": "page", "state": "built-in", "summary": "report pages"])
    #expect(list.count > 50)
  }

  @Test("theme eject copies the built-in file, says how to preview changes, and does not change the site")
  func eject() throws {
    let folder = try Self.site()
    let tool = Tool(folder: folder)
    #expect(try tool.run("build", "--now", "2025-03-03").exitCode == 0)
    let before = try folder.tree("Public")
    let run = try tool.run("theme", "eject", "partials/head.mustache", "footer", "assets/favicon.png")
    #expect(run.exitCode == 0)
    #expect(
      run.output
        == "Templates/partials/head.mustache\nTemplates/footer.mustache\nTemplates/assets/favicon.png\n")
    #expect(run.errors == "To preview your changes: standpoint serve\n")
    #expect(try tool.run("build", "--strict", "--now", "2025-03-03").exitCode == 0)
    #expect(try folder.tree("Public") == before)
    #expect(try tool.run("theme").output.contains("same as Templates/footer.mustache"))
  }

  @Test("theme eject overwrites files only with --force, and writes nothing if a name is unknown")
  func refusals() throws {
    let folder = try Self.site([
      "site/Content/index.md": "Hello.\n", "site/Templates/footer.mustache": "mine\n",
    ])
    let tool = Tool(folder: folder)
    let taken = try tool.run("theme", "eject", "header.mustache", "footer.mustache", "--site", "site")
    #expect(taken.exitCode == 2 && taken.output == "")
    #expect(
      taken.errors.contains("error: “site/Templates/footer.mustache” already exists\n"))
    #expect(taken.errors.contains("--force"))
    let unknown = try tool.run("theme", "eject", "header.mustache", "head.mustache", "--site", "site")
    #expect(unknown.exitCode == 2)
    #expect(unknown.errors.contains("the built-in theme has no file “head.mustache”"))
    #expect(unknown.errors.contains("did you mean “partials/head.mustache”?"))
    #expect(try folder.names("site/Templates") == ["footer.mustache"])
    #expect(try folder.text("site/Templates/footer.mustache") == "mine\n")
    let forced = try tool.run("theme", "eject", "footer.mustache", "--site", "site", "--force")
    #expect(forced.exitCode == 0 && forced.errors.hasSuffix("standpoint serve site\n"))
    #expect(try folder.text("site/Templates/footer.mustache").contains("{{site-title}}"))
    #expect(try tool.run("theme", "eject").exitCode == 64)
    #expect(try tool.run("theme", "eject", "").exitCode == 64)
  }

  @Test("theme reference prints the chapter of the guide")
  func reference() throws {
    let chapter = packageRoot.appendingPathComponent("Guide/theme-reference.md")
    let run = try Tool().run("theme", "reference")
    #expect(run.exitCode == 0)
    let isSame = try run.output == String(contentsOf: chapter, encoding: .utf8)
    #expect(isSame)
  }
}
