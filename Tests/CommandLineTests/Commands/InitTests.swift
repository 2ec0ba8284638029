import Foundation
import Publishing
import Testing

/// `standpoint init` from the user's point of view.
@Suite struct InitTests {
  @Test(
    "a new site builds without diagnostics, without a host and with each host",
    arguments: StarterHost.allCases)
  func builds(_ host: StarterHost) throws {
    let folder = try TestFolder()
    let tool = Tool(folder: folder)
    let made = try tool.run("init", "my site", "--host", host.rawValue, "--domain", "Briefing.example.org")
    #expect(made.exitCode == 0, "\(made.errors)")
    for line in made.output.split(separator: "\n") { #expect(folder.exists(String(line)), "\(line)") }
    let build = try tool.run("build", "my site", "--strict")
    #expect(build.exitCode == 0 && build.complaints == "", "\(build.errors)")
    #expect(build.output.hasPrefix("Built 1 report, 3 issues, 2 parties, 6 positions"))
    #expect(folder.exists("my site/Public/404.html"))
  }

  @Test(
    "the printed cd leads into the new folder, whatever its name",
    arguments: ["My Site", "it's", "$HOME", "-dash", "plain"])
  func enters(_ name: String) throws {
    let folder = try TestFolder()
    let made = try Tool(folder: folder).run("init", "--", name)
    #expect(made.exitCode == 0, "\(made.errors)")
    let line = try #require(made.errors.split(separator: "\n").first { $0.hasPrefix("  cd ") })
    let shell = try Tool(program: URL(filePath: "/bin/sh"), folder: folder).run("-c", "\(line) && ls")
    #expect(shell.output.contains("Content\n"), "\(line): \(shell.errors)")
  }

  @Test("without a domain, the only diagnostic is the note on the missing base URL")
  func note() throws {
    let folder = try TestFolder()
    #expect(try Tool(folder: folder).run("init", ".", "--quiet").output == "")
    let check = try Tool(folder: folder).run("check", "--strict")
    #expect(check.exitCode == 0, "\(check.errors)")
    #expect(!check.errors.contains("warning") && !check.errors.contains("error"))
  }

  @Test("each host gets its files, and those that it reads from the site are published")
  func hosts() throws {
    let folder = try TestFolder()
    let tool = Tool(folder: folder)
    let expected: [(String, [String], [String])] = [
      ("none", [], []),
      (
        "github-pages",
        [
          ".github/workflows/publish.yml", ".github/workflows/review.yml", "review.sh", "build.sh",
          "Content/CNAME",
        ], ["CNAME"]
      ),
      ("netlify", ["netlify.toml", "build.sh"], ["_headers", "_redirects"]),
      ("cloudflare-pages", ["build.sh"], ["_headers", "_redirects"]),
    ]
    for (host, files, published) in expected {
      #expect(try tool.run("init", host, "--host", host, "--domain", "b.example.org").exitCode == 0)
      #expect(try tool.run("build", host).exitCode == 0)
      for file in files { #expect(folder.exists("\(host)/\(file)"), "\(host): \(file)") }
      for file in published { #expect(folder.exists("\(host)/Public/\(file)"), "\(host): \(file)") }
    }
    #expect(!folder.exists("none/build.sh") && !folder.exists("netlify/Content/CNAME"))
    #expect(try folder.text("github-pages/Public/CNAME") == "b.example.org\n")
    #expect(try tool.run("init", "bare", "--host", "github-pages").exitCode == 0)
    #expect(!folder.exists("bare/Content/CNAME"))
  }

  @Test(
    "headers and redirects have the format of their hosts: a path, then indented fields; three columns"
  )
  func rules() throws {
    let folder = try TestFolder()
    #expect(try Tool(folder: folder).run("init", ".", "--host", "netlify").exitCode == 0)
    let headers = try folder.text("Content/_headers").split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(headers.first == "/*" && headers.count > 3)
    for line in headers.dropFirst() {
      #expect(line.hasPrefix("  ") && line.contains(": ") && line.utf8.count < 2_000, "\(line)")
    }
    let redirects = try folder.text("Content/_redirects").split(separator: "\n")
    #expect(redirects.allSatisfy { $0.hasPrefix("#") })
  }

  @Test("the pages of a new site comply with its Content-Security-Policy")
  func policy() throws {
    let folder = try TestFolder()
    #expect(try Tool(folder: folder).run("init", ".").exitCode == 0)
    #expect(try Tool(folder: folder).run("build").exitCode == 0)
    for (path, data) in try folder.tree("Public") where path.hasSuffix(".html") {
      let page = String(decoding: data, as: UTF8.self)
      #expect(
        !page.contains(" style=\"") && !page.contains("<style") && !page.contains(" onclick="), "\(path)")
      for script in page.components(separatedBy: "<script").dropFirst() {
        #expect(script.hasPrefix(" src=\"") || script.hasPrefix(" type=\"application/"), "\(path)")
      }
    }
  }

  @Test("a folder that is not empty is rejected; with --force, only missing files are added")
  func force() throws {
    let folder = try TestFolder()
    try folder.write(".git/HEAD", "x")
    try folder.write("README.md", "mine")
    try folder.write(".gitignore", "mine")
    let refused = try Tool(folder: folder).run("init", ".")
    #expect(
      refused.exitCode == 2 && refused.errors.contains("is not empty") && refused.errors.contains("--force"))
    #expect(try folder.names() == [".git", ".gitignore", "README.md"])
    let added = try Tool(folder: folder).run("init", ".", "--force")
    #expect(added.exitCode == 0 && added.errors.hasPrefix("not changed: .gitignore\n"))
    #expect(try folder.text(".gitignore") == "mine" && folder.text("README.md") == "mine")
    #expect(try Tool(folder: folder).run("build", "--strict").exitCode == 0)
    let before = try folder.tree(".")
    let again = try Tool(folder: folder).run("init", ".", "--force")
    #expect(again.exitCode == 0 && again.output == "")
    #expect(try folder.tree(".") == before)
  }

  @Test("a site that has content gets no example, and a folder that is itself content is rejected")
  func own() throws {
    let folder = try TestFolder()
    try folder.write("a/Content/reports/mine.md", "# Mine\n")
    #expect(try Tool(folder: folder).run("init", "a", "--force", "--host", "netlify").exitCode == 0)
    #expect(folder.exists("a/netlify.toml") && !folder.exists("a/Content/reports/first.md"))
    try folder.write("b/notes.md", "# Mine\n")
    let refused = try Tool(folder: folder).run("init", "b", "--force")
    #expect(
      refused.exitCode == 2
        && refused.errors.contains("is itself the content of a site: it contains “notes.md”")
    )
    #expect(try folder.names("b") == ["notes.md"])
  }

  @Test(
    "any title is escaped so that it is read back correctly",
    arguments: ["Who: stands", "\"a\" # b", "- x", "2025", "Ось"])
  func titles(_ title: String) throws {
    let folder = try TestFolder()
    #expect(try Tool(folder: folder).run("init", ".", "--title=\(title)").exitCode == 0)
    let build = try Tool(folder: folder).run("build", "--strict")
    #expect(build.exitCode == 0, "\(build.errors)")
    let shown = title.replacingOccurrences(of: "\"", with: "&quot;")
    #expect(try folder.text("Public/index.html").contains(shown))
  }

  @Test("an invalid domain, an unknown host and an empty title are usage errors")
  func usage() throws {
    let tool = Tool(folder: try TestFolder())
    for domain in ["https://a.org", "a", "a..b", "-a.org", "a/b.org", ""] {
      #expect(try tool.run("init", "x", "--domain", domain).exitCode == 64, "\(domain)")
    }
    #expect(try tool.run("init", "x", "--host", "geocities").exitCode == 64)
    #expect(try tool.run("init", "x", "--title", " ").exitCode == 64)
    #expect(try tool.folder?.names() == [])
  }

  @Test(
    "the hook and the build script run: the hook rejects content with errors, the script installs a missing tool"
  )
  func scripts() throws {
    let folder = try TestFolder()
    #expect(try Tool(folder: folder).run("init", ".", "--host", "netlify").exitCode == 0)
    // Nothing is installed from elsewhere.
    try folder.write("Content/site.yml", try folder.text("Content/site.yml") + "\nsearch: off\n")
    let program = folder.url.appendingPathComponent("build.sh")
    let path = Tool.location.deletingLastPathComponent().path + ":/usr/bin:/bin"
    let built = try Tool(program: program, folder: folder)
      .run("--base-url", "https://example.org/", environment: ["PATH": path])
    #expect(built.exitCode == 0 && folder.exists("Public/index.html"), "\(built.errors)")
    // Without the tool, it is installed with pip, in the version that wrote the script.
    try folder.write(
      "bin/python3", "#!/bin/sh\nmkdir -p .tool/bin\ncp \"$0\" .tool/bin/pip\necho \"$@\" >>asked\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.url.appending(path: "bin/python3").path)
    let lost = try Tool(program: program, folder: folder)
      .run(environment: ["PATH": folder.path + "/bin:/usr/bin:/bin"])
    #expect(lost.exitCode != 0 && lost.errors.contains("standpoint: not found"), "\(lost.errors)")
    let asked = try folder.text("asked")
    #expect(asked.hasPrefix("-m venv .tool\ninstall "))
    #expect(asked.hasSuffix(" standpoint-briefing==\(ProgramVersion.current)\n"), "\(asked)")
    let git = Tool(program: URL(filePath: "/usr/bin/git"), folder: folder)
    #expect(try git.run("init", "--quiet").exitCode == 0)
    let hook = Tool(program: folder.url.appendingPathComponent(".githooks/pre-commit"), folder: folder)
    #expect(try hook.run(environment: ["PATH": path]).exitCode == 0)
    try folder.write("Content/reports/bad.md", "[[Nothing of that name]]\n")
    #expect(try hook.run(environment: ["PATH": path]).exitCode == 1)
  }
}
