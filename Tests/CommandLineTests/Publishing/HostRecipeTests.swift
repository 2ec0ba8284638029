import Foundation
import TestSupport
import Testing

/// Files for hosts, checked against the documented formats.
@Suite struct HostRecipeTests {
  /// A built site from `init` with redirects and custom rules.
  private func built(_ host: String) throws -> TestFolder {
    let folder = try TestFolder()
    let tool = Tool(folder: folder)
    #expect(try tool.run("init", ".", "--host", host, "--domain", "b.example.org").exitCode == 0)
    try folder.write(
      "Content/pages/moved.md",
      "---\nredirects: [/old/new place/, /old.html, /köln/, \"/50%25 off/\"]\n---\n# Moved\n")
    let build = try tool.run("build", "--strict")
    #expect(build.exitCode == 0, "\(build.errors)")
    return folder
  }

  /// The lines of a rules file without comments and empty lines.
  private func rules(_ folder: TestFolder, _ path: String) throws -> [Substring] {
    try folder.text(path).split(separator: "\n").filter { !$0.hasPrefix("#") }
  }

  @Test(
    "_headers: a path, then indented fields, within the limits of the host",
    arguments: ["netlify", "cloudflare-pages"])
  func headers(_ host: String) throws {
    let folder = try built(host)
    var paths: [String] = []
    var fields: [String: [String]] = [:]
    var removed: [String: [String]] = [:]
    for line in try rules(folder, "Public/_headers") {
      #expect(line.utf8.count <= 2_000)
      if host == "cloudflare-pages", line.hasPrefix("  ! ") {
        removed[try #require(paths.last), default: []].append(String(line.dropFirst(4)))
      } else if line.hasPrefix("  ") {
        let name = try #require(line.wholeMatch(of: /\ \ ([A-Za-z-]+): \S.*/)?.1)
        fields[try #require(paths.last), default: []].append(String(name))
      } else {
        #expect(line.wholeMatch(of: /\/[A-Za-z0-9._~%*\/-]*/) != nil, "\(line)")
        paths.append(String(line))
      }
    }
    #expect(paths.first == "/*" && Set(paths).count == paths.count && (8...100).contains(paths.count))
    #expect(fields["/*"]?.contains("Content-Security-Policy") == true)
    // The site of `init` has pages for frames.
    let ofFrames = paths.dropFirst().filter { fields[$0] == ["Content-Security-Policy"] }
    #expect(
      ofFrames.first == "/embed/*" && (ofFrames.count == 1) == (host == "cloudflare-pages"), "\(ofFrames)")
    #expect(removed == (host == "cloudflare-pages" ? ["/embed/*": ["Content-Security-Policy"]] : [:]))
    for path in ofFrames.dropFirst() where path.hasSuffix("/*") {
      let name = try #require(path.dropLast(2).removingPercentEncoding)
      #expect(folder.exists("Public" + name), "\(path)")
    }
    for path in paths.dropFirst() where !ofFrames.contains(path) {
      #expect(fields[path] == ["Cache-Control"], "\(path)")
      #expect(folder.exists("Public" + path) && path.contains(/\.[0-9a-f]{12}\./))
    }
  }

  @Test(
    "_redirects: from, to and status, escaped, each old address once",
    arguments: ["netlify", "cloudflare-pages"])
  func redirects(_ host: String) throws {
    let folder = try built(host)
    var seen: Set<String> = []
    let lines = try rules(folder, "Public/_redirects")
    for line in lines {
      let parts = line.split(separator: " ").map(String.init)
      #expect(parts.count == 3 && line.utf8.count <= 1_000, "\(line)")
      #expect(parts.prefix(2).allSatisfy { $0.wholeMatch(of: /\/[A-Za-z0-9._~%\/-]*/) != nil }, "\(line)")
      #expect(parts[2] == (host == "netlify" ? "301!" : "301"))
      #expect(seen.insert(parts[0]).inserted)
      #expect(folder.exists("Public\(parts[1])index.html"), "\(line)")
    }
    #expect(seen.isSuperset(of: ["/old/new%20place/", "/old.html", "/k%C3%B6ln/"]), "\(seen)")
    #expect(lines.count == (host == "netlify" ? 4 : 7), "\(lines)")
  }

  @Test("netlify.toml is TOML with the command and the folder", .enabled(if: OtherProgram.isThere("python3")))
  func toml() throws {
    let folder = try built("netlify")
    let python = try #require(OtherProgram("python3"))
    let read =
      "import json, tomllib; print(json.dumps(tomllib.load(open('netlify.toml', 'rb')), sort_keys=True))"
    let run = try python.run(["-c", read], in: folder)
    #expect(
      run.output
        == #"{"build": {"command": "PUBLISHED_AT=\"$URL\" ./build.sh --base-url \"$URL\"", "publish": "Public"}, "#
        + #""context": {"deploy-preview": {"command": "./build.sh --preview \"PR $REVIEW_ID\" --base-url \"$DEPLOY_PRIME_URL\""}}}"#
        + "\n",
      "\(run.errors)")
  }

  @Test(
    "the workflow has the permissions and steps that GitHub requires to publish pages, in the right order")
  func workflow() throws {
    let folder = try built("github-pages")
    let text = try folder.text(".github/workflows/publish.yml")
    let order = [
      "on:\n  push:\n    branches: [main, master]\n", "  schedule:\n    - cron: \"17 4 * * *\"\n",
      "permissions:\n", "  pages: write\n",
      "  id-token: write\n",
      "concurrency:\n", "jobs:\n", "    environment:\n      name: github-pages\n",
      "uses: actions/checkout@v4\n",
      "fetch-depth: 0", "uses: actions/configure-pages@v5\n", "run: ./build.sh --base-url \"$BASE_URL\"\n",
      "uses: actions/upload-pages-artifact@v3\n", "path: Public\n", "uses: actions/deploy-pages@v4\n",
    ]
    var rest = text[...]
    for words in order {
      let range = try #require(rest.range(of: words), "\(words)")
      rest = rest[range.upperBound...]
    }
    #expect(
      !text.contains("\t") && text.contains("page_url")
        && text.contains("${{ steps.pages.outputs.base_url }}"))
    #expect(try folder.text("Public/CNAME") == "b.example.org\n" && folder.exists("Public/.nojekyll"))
    #expect(folder.exists("Public/404.html"))
  }

  @Test("the build script installs Pagefind for the search, and builds without it if that fails")
  func search() throws {
    let folder = try TestFolder()
    #expect(
      try Tool(folder: folder).run("init", "site", "--host", "cloudflare-pages", "--force").exitCode == 0)
    // In place of Python: an environment whose pip “installs” a Pagefind, or fails.
    try folder.write(
      "bin/python3",
      """
      #!/bin/sh
      mkdir -p "$3/bin" "$3/lib/python3.0/site-packages/pagefind_bin_extended"
      cat >"$3/bin/pip" <<'END'
      #!/bin/sh
      case "$*" in *"pagefind[extended]==1.5.2"*) ;; *) exit 1 ;; esac
      [ -z "$OFFLINE" ] || exit 1
      cp "$PAGEFIND" "${0%/bin/pip}/lib/python3.0/site-packages/pagefind_bin_extended/pagefind_extended"
      END
      chmod +x "$3/bin/pip"

      """)
    try folder.write("pagefind", SearchTests.stand)
    for name in ["bin/python3", "pagefind"] {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder.url.appending(path: name).path)
    }
    let script = Tool(program: folder.url.appending(path: "site/build.sh"), folder: folder)
    let path = [folder.url.appending(path: "bin").path, Tool.location.deletingLastPathComponent().path]
    func build(offline: String) throws -> Tool.Run {
      try script.run(
        environment: [
          "PATH": path.joined(separator: ":") + ":/usr/bin:/bin", "OFFLINE": offline,
          "PAGEFIND": folder.url.appending(path: "pagefind").path, "CI": "",
        ])
    }
    let without = try build(offline: "1")
    #expect(without.exitCode == 0 && without.errors.contains("build.sh: cannot install pagefind, so"))
    #expect(try folder.tree("site/Public")["assets/pagefind/pagefind-entry.json"] == nil)
    let with = try build(offline: "")
    #expect(with.exitCode == 0, "\(with.errors)")
    #expect(try folder.tree("site/Public")["assets/pagefind/pagefind-entry.json"] != nil)
  }

  @Test("the version of Pagefind that the build script installs is the project's")
  func versionOfPagefind() throws {
    let setup = try String(contentsOf: packageRoot.appending(path: "Scripts/setup"), encoding: .utf8)
    let folder = try TestFolder()
    #expect(try Tool(folder: folder).run("init", ".", "--host", "netlify").exitCode == 0)
    let script = try folder.text("build.sh")
    let version = try #require(setup.firstMatch(of: /\npagefind=([\d.]+)\n/)?.1)
    #expect(script.contains("'pagefind[extended]==\(version)'"))
  }

  @Test(
    "on a host, the build script fetches the history that a shallow clone lacks",
    .enabled(if: OtherProgram.isThere("git")))
  func history() throws {
    let folder = try TestFolder()
    let git = Git(folder: folder)
    try git("init", "--quiet", "--initial-branch=main", "site")
    #expect(
      try Tool(folder: folder).run("init", "site", "--host", "cloudflare-pages", "--force").exitCode == 0)
    // Nothing is installed from elsewhere.
    try folder.write("site/Content/site.yml", try folder.text("site/Content/site.yml") + "\nsearch: off\n")
    try git("-C", "site", "add", ".")
    try git("-C", "site", "commit", "--quiet", "-m", "One")
    try git("-C", "site", "commit", "--quiet", "--allow-empty", "-m", "Two")
    try git("clone", "--quiet", "--depth=1", "file://\(folder.path)/site", "copy")
    #expect(try git("-C", "copy", "rev-list", "--count", "HEAD") == "1")
    let script = Tool(program: folder.url.appending(path: "copy/build.sh"), folder: folder)
    let path = Tool.location.deletingLastPathComponent().path + ":/usr/bin:/bin"
    let local = try script.run(environment: Git.environment.merging(["PATH": path, "CI": ""]) { $1 })
    #expect(local.exitCode == 0, "\(local.errors)")
    #expect(try git("-C", "copy", "rev-list", "--count", "HEAD") == "1")
    let hosted = try script.run(environment: Git.environment.merging(["PATH": path, "CI": "true"]) { $1 })
    #expect(hosted.exitCode == 0, "\(hosted.errors)")
    #expect(try git("-C", "copy", "rev-list", "--count", "HEAD") == "2")
  }

  @Test(
    "the next steps are printed for each host",
    arguments: [
      ("none", "publish --branch gh-pages, --folder"),
      ("github-pages", "enter b.example.org as the custom domain"),
      ("netlify", "netlify.toml has the settings"), ("cloudflare-pages", "output directory to Public"),
    ])
  func next(_ host: String, _ words: String) throws {
    let tool = Tool(folder: try TestFolder())
    let run = try tool.run("init", "site", "--host", host, "--domain", "b.example.org")
    #expect(run.errors.contains("To publish:\n") && run.errors.contains(words), "\(run.errors)")
  }

  @Test("for a site with settings, the missing lines for its host are printed")
  func settings() throws {
    let folder = try TestFolder()
    let tool = Tool(folder: folder)
    #expect(try tool.run("init", ".").exitCode == 0)
    let run = try tool.run("init", ".", "--force", "--host", "netlify", "--domain", "b.example.org")
    #expect(
      run.errors.contains(
        "- add to Content/site.yml: host: netlify and base-url: https://b.example.org/\n"),
      "\(run.errors)")
    try folder.write("Content/site.yml", "base-url: https://a.example/\nhost: netlify\n")
    let again = try tool.run("init", ".", "--force", "--host", "netlify", "--domain", "b.example.org")
    #expect(!again.errors.contains("add to Content/site.yml"), "\(again.errors)")
  }

  @Test(
    "publish without a target lists the targets, and what the host does by itself",
    arguments: [
      ("none", "--rsync host:"), ("github-pages", "publishes that branch, or builds the site itself"),
      ("netlify", "Netlify, the host in site.yml, builds the site itself"),
      ("cloudflare-pages", "Cloudflare Pages, the host"),
    ])
  func place(_ host: String, _ words: String) throws {
    let tool = Tool(folder: try TestFolder())
    #expect(try tool.run("init", "site", "--host", host).exitCode == 0)
    let run = try tool.run("publish", "site")
    #expect(
      run.exitCode == 64 && run.errors.hasPrefix("Error: choose where to publish")
        && run.errors.contains(words),
      "\(run.errors)")
  }
}
