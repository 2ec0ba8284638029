import Foundation
import TestSupport
import Testing

/// Published sites, served by nginx as in the guide, with all links followed over HTTP.
@Suite(.enabled(if: WebServer.isThere, "requires nginx and curl"))
struct ServedSiteTests {
  private func site(_ settings: String, base: String) throws -> TestFolder {
    let folder = try TestFolder()
    let own = packageRoot.appendingPathComponent("Content")
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "site"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: own, to: folder.url.appending(path: "site/Content"))
    let before = try folder.text("site/Content/site.yml")
    try folder.write("site/Content/site.yml", before + "\n" + settings)
    try folder.write(
      "site/Content/pages/moved.md",
      "---\nredirects: [/old/place/, /old/page.html, /alt/köln/]\n---\n# Moved here\n")
    let build = try Tool(folder: folder).run("build", "site", "--base-url", "http://127.0.0.1" + base)
    #expect(build.exitCode == 0, "\(build.errors)")
    #expect(try Tool(folder: folder).run("publish", "site", "--folder", "www").exitCode == 0)
    return folder
  }

  /// The server block in the guide, for the published folder at `base`.
  private func locations(_ base: String) throws -> String {
    let chapter = try String(
      contentsOf: packageRoot.appendingPathComponent("Guide/publishing.md"), encoding: .utf8)
    let start = try #require(chapter.range(of: "```nginx\n")?.upperBound)
    let block = chapter[start...].prefix(upTo: try #require(chapter[start...].range(of: "\n```")?.lowerBound))
    let text = block.replacingOccurrences(of: "/srv/www/briefing", with: "SITE/www")
    guard base == "/" else { return text }
    return text.replacingOccurrences(of: "location /briefing/", with: "location /")
      .replacingOccurrences(of: "^/briefing/(", with: "^/(").replacingOccurrences(
        of: "/briefing/404", with: "/404"
      )
      .replacingOccurrences(of: "alias SITE/www/;", with: "root SITE/www;")
  }

  @Test(
    "every link works, starting from the home page, at the root and below a path, with both address styles",
    arguments: [
      ("/", "pretty"), ("/briefing/", "pretty"), ("/", "plain"), ("/briefing/", "plain"),
    ])
  func walk(_ base: String, _ style: String) throws {
    let folder = try site("addresses: \(style)\n", base: base)
    let server = try WebServer(folder, locations: locations(base))
    var open = [base]
    var seen: Set<String> = [base]
    var pages = 0
    var answers: [(path: String, answer: WebServer.Answer)] = []
    while true {
      if answers.isEmpty {
        if open.isEmpty { break }
        answers = Array(zip(open, try server.get(all: open)))
        open = []
      }
      let (path, answer) = answers.removeLast()
      #expect(answer.status == 200, "\(path): \(answer.status)")
      guard answer.headers.contains(where: { $0.hasPrefix("content-type: text/html") }) else { continue }
      pages += 1
      #expect(
        answer.headers.contains { $0.hasPrefix("content-security-policy: default-src 'none';") }, "\(path)")
      let here = try #require(URL(string: server.address + path))
      for link in HTMLReferences(answer.body).links {
        guard let target = URL(string: link, relativeTo: here)?.absoluteURL, target.host() == "127.0.0.1",
          target.port == server.port
        else { continue }
        let next = target.path(percentEncoded: true)
        if seen.insert(next).inserted { open.append(next) }
      }
    }
    #expect(pages > 20, "\(pages) pages")
    let written = try folder.tree("www").keys.filter { $0.hasSuffix(".html") && $0 != "404.html" }
    let redirects = written.filter { $0.hasPrefix("old/") || $0.hasPrefix("alt/") }
    #expect(redirects.count == 3)
    let styled = seen.filter { $0.contains("/assets/site.") && $0.hasSuffix(".css") }
    #expect(styled.count == 1)
    let sheet = try server.get(try #require(styled.first))
    #expect(sheet.headers.contains("x-content-type-options: nosniff"))
    #expect(sheet.headers.contains("cache-control: public, max-age=31536000, immutable"), "\(sheet.headers)")
  }

  @Test(
    "old addresses redirect, and unknown addresses get the 404 page", arguments: ["/", "/briefing/"])
  func old(_ base: String) throws {
    let folder = try site("", base: base)
    let server = try WebServer(folder, locations: locations(base))
    for old in ["old/place/", "old/page.html", "alt/k%C3%B6ln/"] {
      let answer = try server.get(base + old)
      let page = String(decoding: answer.body, as: UTF8.self)
      let refresh = try #require(page.firstMatch(of: /http-equiv="refresh" content="0; url=([^"]+)"/))
      let here = try #require(URL(string: server.address + base + old))
      let target = try #require(URL(string: String(refresh.1), relativeTo: here)?.absoluteString)
      #expect(target == server.address + base + "moved/")
      #expect(try server.get(target).status == 200)
    }
    let missing = try server.get(base + "nowhere/at/all/")
    #expect(missing.status == 404)
    #expect(try missing.body == Array(Data(contentsOf: folder.url.appending(path: "www/404.html"))))
    #expect(missing.headers.contains { $0.hasPrefix("content-security-policy: default-src 'none';") })
    // The 404 page is served at any depth, and its links work from there.
    let here = try #require(URL(string: server.address + base + "nowhere/at/all/"))
    let links = HTMLReferences(missing.body).links.compactMap {
      URL(string: $0, relativeTo: here)?.absoluteURL
    }.filter { $0.port == server.port }
    #expect(links.count > 5)
    let answers = try server.get(all: links.map(\.absoluteString))
    for (link, answer) in zip(links, answers) { #expect(answer.status == 200, "\(link)") }
  }

  @Test(
    "pages comply with the Content-Security-Policy, sent by the server or in the pages",
    .enabled(if: PreviewBrowserTests.hasBrowser, "requires Chromium with a driver"),
    arguments: ["server", "github-pages"])
  func policy(_ way: String) async throws {
    let isServer = way == "server"
    let folder = try site(isServer ? "" : "host: github-pages\n", base: "/briefing/")
    let block = try locations("/briefing/")
    let lines = block.split(separator: "\n").filter { isServer || !$0.contains("Content-Security-Policy") }
    let server = try WebServer(folder, locations: lines.joined(separator: "\n"))
    let written = try folder.tree("www").keys.filter { $0.hasSuffix(".html") }.sorted()
    // One page of each kind: the first of each folder, and those at the top level.
    var kinds: Set<Substring> = []
    let pages = written.filter { path in
      let parts = path.split(separator: "/")
      return kinds.insert(parts.count > 2 ? parts[0] : path[...]).inserted
    }
    #expect(pages.count > 8)
    let addresses = pages.map { server.address + "/briefing/" + $0 } + [server.address + "/briefing/none/"]
    let script = packageRoot.appendingPathComponent("Tests/CommandLineTests/Browser/policy.py")
    let run = try await Tool(program: PreviewBrowserTests.python, folder: folder)
      .withBrowser([script.path] + addresses)
    #expect(run.exitCode == 0, "\(run.errors)")
    withExtendedLifetime(server) {}
  }
}
