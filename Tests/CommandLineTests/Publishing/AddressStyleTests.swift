import Foundation
import Testing

/// `addresses:`, `redirects:`, `host:` and fingerprints in built sites.
@Suite struct AddressStyleTests {
  private func built(
    _ settings: String, _ files: [String: String] = [:], base: String = "https://a.example/"
  ) throws -> TestFolder {
    let folder = try TestFolder()
    try folder.write("Content/reports/plan.md", ToolTests.report)
    try folder.write(
      "Content/pages/about.md",
      "# About\n\n[The plan](/reports/plan/), [again](/reports/plan.html), [up](../reports/plan.md), [home](/), [all](/issues/), [data](/positions.csv)\n"
    )
    try folder.write("Content/site.yml", "base-url: \(base)\n" + settings)
    for (path, text) in files { try folder.write(path, text) }
    let build = try Tool(folder: folder).run("build", "--strict")
    #expect(build.exitCode == 0 && build.complaints == "", "\(build.errors)")
    return folder
  }

  @Test("with plain addresses, no link points to a folder, so that the site works from disk")
  func plain() throws {
    let parties = (1...60).map { "Party \($0)" }
    let rows = (1...90).map { row in "| Issue \(row) |" + parties.map { _ in " [+] Yes |" }.joined() + "\n" }
    let head =
      "| Issue | " + parties.joined(separator: " | ") + " |\n|---|" + parties.map { _ in "---|" }.joined()
      + "\n"
    let large = [
      "Content/reports/wide.md": "---\ndate: 2024-01-01\n---\n# Wide\n\n" + head + rows.joined(),
      "Content/reports/later.md": "---\ndate: 2025-01-01\n---\n# Later\n\n" + head + rows.prefix(3).joined(),
    ]
    let folder = try built(
      "addresses: plain\npositions-per-page: 60\nnav: [Plan: /reports/plan/, About: /about/#top, Home: /]\n",
      large)
    #expect(folder.exists("Public/issues/issue-1/2024.html") && folder.exists("Public/matrix.html"))
    #expect(try folder.names("Public/matrix").contains { $0.hasSuffix(".html") })
    let site = folder.url.appending(path: "Public")
    #expect(
      try folder.names("Public/reports").contains("plan.html") && !folder.exists("Public/about/index.html"))
    let walk = try LinkWalk(site, baseURL: "https://a.example/")
    #expect(
      walk.problems.filter { !$0.contains("/about.html#top") && !$0.contains("no id “top”") }.isEmpty,
      "\(walk.problems)")
    #expect(walk.followed > 100)
    for (path, data) in try folder.tree("Public") where path.hasSuffix(".html") && path != "404.html" {
      for link in HTMLReferences(Array(data)).links where !link.contains("://") {
        let bare = link.prefix { $0 != "#" && $0 != "?" }
        #expect(bare.isEmpty || !bare.hasSuffix("/") && !bare.hasSuffix("."), "\(path): \(link)")
      }
    }
    #expect(
      try folder.text("Public/sitemap.xml").contains("<loc>https://a.example/reports/plan.html</loc>"))
    let csv = try folder.text("Public/positions.csv")
    #expect(csv.contains("reports/plan.html#") && !csv.contains("reports/plan/#"))
  }

  @Test("the default addresses are unchanged, and links to them may end in .html")
  func pretty() throws {
    let folder = try built("")
    #expect(folder.exists("Public/reports/plan/index.html"))
    let walk = try LinkWalk(folder.url.appending(path: "Public"), baseURL: "https://a.example/")
    #expect(walk.problems.isEmpty, "\(walk.problems)")
  }

  @Test("a site with plain addresses may redirect from its pretty addresses, but not from its own pages")
  func plainRedirects() throws {
    let page = "---\nredirects: [/new/]\n---\n# New\n"
    let folder = try built("addresses: plain\n", ["Content/pages/new.md": page])
    let text = try folder.text("Public/new/index.html")
    #expect(text.contains("content=\"0; url=../new.html\"") && text.contains("https://a.example/new.html"))
    try folder.write("Content/pages/new.md", "---\nredirects: [/new.html]\n---\n# New\n")
    let refused = try Tool(folder: folder).run("check")
    #expect(refused.exitCode == 1 && refused.errors.contains("redirects a page to itself"))
  }

  @Test("an unknown value of a setting is reported with the valid values")
  func unknown() throws {
    let folder = try TestFolder()
    try folder.write("Content/reports/plan.md", ToolTests.report)
    try folder.write("Content/site.yml", "addresses: pretti\nhost: heroku\n")
    let run = try Tool(folder: folder).run("check")
    #expect(run.exitCode == 1 && run.errors.contains("did you mean “pretty”?"), "\(run.errors)")
    #expect(run.errors.contains("“host” should be “github-pages”, “netlify” or “cloudflare-pages”"))
  }

  @Test(
    "a redirect is never written outside the site, and its text is escaped",
    arguments: ["/%2e%2e/%2e%2e/x/", "/a%2f..%2f..%2fb/", "/%00/", "/a<b>&\\\"c/"])
  func hostile(_ address: String) throws {
    let folder = try TestFolder()
    try folder.write("site/Content/pages/a.md", "---\nredirects: [\"\(address)\"]\n---\n# <b>&\n\nWords.\n")
    let run = try Tool(folder: folder).run("build", "site")
    #expect(run.exitCode == 0 || run.errors.contains("error["), "\(run.errors)")
    #expect(try folder.names() == ["site"])
    for (path, data) in (try? folder.tree("site/Public")) ?? [:] where path.hasSuffix("index.html") {
      #expect(!String(decoding: data, as: UTF8.self).contains("<b>&"), "\(path)")
    }
  }

  @Test("rules for hosts: the author’s first, then old addresses and caching")
  func rules() throws {
    let page = "---\nredirects: [/old/new place/, /old.html]\n---\n# New\n"
    let files = [
      "Content/pages/new.md": page, "Content/_redirects": "/a /b 302", "Content/_headers": "/*\n  X-A: b\n",
    ]
    let netlify = try built("host: netlify\n", files)
    #expect(
      try netlify.text("Public/_redirects").hasPrefix("/a /b 302\n\n# ")
        && netlify.text("Public/_redirects").hasSuffix(
          "/old/new%20place/ /new/ 301!\n/old.html /new/ 301!\n")
    )
    let headers = try netlify.text("Public/_headers")
    #expect(headers.hasPrefix("/*\n  X-A: b\n\n# "))
    let kept = headers.split(separator: "\n").filter { $0.hasPrefix("/assets/") }
    for line in kept { #expect(netlify.exists("Public" + line)) }
    #expect(kept.contains { $0.contains("/site.") && $0.hasSuffix(".css") })
    let cloudflare = try built("host: cloudflare-pages\n", files, base: "https://a.example/b/")
    #expect(
      try cloudflare.text("Public/_redirects").hasSuffix(
        "/old/new%20place https://a.example/b/new/ 301\n/old/new%20place/ https://a.example/b/new/ 301\n/old.html https://a.example/b/new/ 301\n"
      ))
    let copied = try built("", files)
    #expect(try copied.text("Public/_redirects") == "/a /b 302")
  }

  @Test("GitHub Pages: no Jekyll, and the policy in every page except in the preview")
  func github() throws {
    let folder = try built("host: github-pages\n")
    #expect(folder.exists("Public/.nojekyll"))
    for (path, data) in try folder.tree("Public") where path.hasSuffix(".html") {
      let page = String(decoding: data, as: UTF8.self)
      #expect(
        page.contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
          || page.contains("Content-Security-Policy\" content=\"default-src &#39;none&#39;;"), "\(path)")
      #expect(!page.contains("frame-ancestors"), "\(path)")
    }
    let other = try built("")
    #expect(try !other.text("Public/index.html").contains("Content-Security-Policy"))
  }

  @Test("pages and style sheets refer to theme files by names that change with their bytes")
  func fingerprints() throws {
    let sheet = "body { background: url(\"dot.png?a#b\") } p { background: url(missing.png) }\n"
    let files = [
      "Templates/assets/site.css": sheet, "Templates/assets/dot.png": "dot",
      "Templates/footer.mustache": "<footer><img src=\"{{home}}assets/dot.png\" alt=\"\"></footer>\n",
    ]
    let folder = try built("", files)
    func names() throws -> [String] { try folder.names("Public/assets") }
    let first = try #require(try names().first { $0.wholeMatch(of: /site\.[0-9a-f]{12}\.css/) != nil })
    let dot = try #require(try names().first { $0.wholeMatch(of: /dot\.[0-9a-f]{12}\.png/) != nil })
    #expect(try folder.text("Public/assets/" + first) == sheet.replacingOccurrences(of: "dot.png", with: dot))
    // Each file is there once.
    #expect(try !names().contains("site.css") && !names().contains("dot.png"))
    #expect(try folder.text("Public/index.html").contains("href=\"assets/\(first)\""))
    try folder.write("Templates/assets/dot.png", "other")
    #expect(try Tool(folder: folder).run("build").exitCode == 0)
    #expect(try !names().contains(first) && !names().contains(dot))
    let off = try built("page-kinds: {fingerprints: false}\n", files)
    #expect(try off.names("Public/assets").allSatisfy { $0.firstMatch(of: /\.[0-9a-f]{12}\./) == nil })
  }
}
