import Foundation
import Testing

/// `standpoint publish --branch` with real repositories.
@Suite(.enabled(if: OtherProgram.isThere("git"), "requires git"))
struct PublishBranchTests {
  /// A folder with a bare repository `remote.git` and a built site `site` whose remote `origin` it is.
  struct Place {
    let folder: TestFolder
    var tool: Tool { Tool(folder: folder) }
    var git: Git { Git(folder: folder) }

    func publish(_ more: String...) throws -> Tool.Run {
      try tool.start(["publish", "site", "--branch", "pages"] + more, environment: Git.environment).finish()
    }

    func build() throws { #expect(try tool.run("build", "site", "--quiet").exitCode == 0) }

    /// The paths in the branch, or the error message.
    func published(_ branch: String = "pages") throws -> [String] {
      try git("--git-dir=remote.git", "ls-tree", "-r", "--name-only", branch).split(separator: "\n").map(
        String.init)
    }
  }

  static func place() throws -> Place {
    let place = Place(folder: try TestFolder())
    try place.folder.write("site/Content/reports/plan.md", ToolTests.report)
    try place.folder.write("site/Content/site.yml", "search: off\n")
    try place.folder.write("site/Content/picture.png", "\u{89}PNG\r\n")
    try place.git("init", "--quiet", "--bare", "remote.git")
    try place.git("init", "--quiet", "--initial-branch=main", "site")
    try place.git("-C", "site", "config", "core.autocrlf", "true")
    try place.folder.write("site/.gitignore", "/Public/\n.*.standpoint-*\n/.standpoint/\n")
    try place.git("-C", "site", "add", ".")
    try place.git("-C", "site", "commit", "--quiet", "-m", "Begin")
    try place.git("-C", "site", "remote", "add", "origin", "../remote.git")
    try place.build()
    return place
  }

  @Test("the branch contains the site byte for byte, as one commit without a parent")
  func first() throws {
    let place = try Self.place()
    let run = try place.publish()
    #expect(run.exitCode == 0 && run.errors == "", "\(run.errors)")
    #expect(run.output.hasPrefix("Published ") && run.output.contains(" of origin: "))
    let site = try place.folder.tree("site/Public")
    #expect(try place.published().sorted() == (site.keys + [".nojekyll"]).sorted())
    #expect(try place.git("--git-dir=remote.git", "rev-list", "--count", "pages") == "1")
    try place.git("clone", "--quiet", "--branch", "pages", "remote.git", "clone")
    for (path, data) in site { #expect(try place.folder.tree("clone")[path] == data, "\(path)") }
  }

  @Test("the working tree, index, HEAD, branches and stash of the site’s repository do not change")
  func untouched() throws {
    let place = try Self.place()
    try place.folder.write("site/Content/reports/plan.md", ToolTests.report + "\nMore.\n")
    try place.folder.write("site/Content/new.md", "# New\n")
    try place.git("-C", "site", "add", "Content/new.md")
    func state() throws -> [String: Data] {
      try place.folder.tree("site").filter {
        !$0.key.hasPrefix(".git/objects/") && !$0.key.hasPrefix(".standpoint/")
          && !$0.key.hasPrefix(".git/refs/remotes/") && !$0.key.hasPrefix(".git/logs/refs/remotes/")
      }
    }
    try place.git("-C", "site", "status")
    let before = try state()
    #expect(try place.publish().exitCode == 0)
    #expect(try state() == before)
    #expect(try place.git("-C", "site", "fsck", "--strict").contains("error") == false)
    let message = try place.git("--git-dir=remote.git", "log", "-1", "--format=%B", "pages")
    let head = try place.git("-C", "site", "rev-parse", "HEAD")
    #expect(message.contains("Source: \(head) and uncommitted changes"))
  }

  @Test("publishing again adds a commit with the changes, or none if nothing changed")
  func again() throws {
    let place = try Self.place()
    #expect(try place.publish().exitCode == 0)
    let same = try place.publish()
    #expect(same.exitCode == 0 && same.output.hasPrefix("Nothing to publish"))
    try place.folder.write(
      "site/Content/reports/plan.md", ToolTests.report.replacing("The plan", with: "The new plan"))
    try place.folder.write("site/Content/other.txt", "x")
    try place.build()
    let changed = try place.publish()
    #expect(
      changed.output.contains(" 1 added, ") && changed.output.contains(" 0 removed"), "\(changed.output)")
    #expect(try place.git("--git-dir=remote.git", "rev-list", "--count", "pages") == "2")
    #expect(try place.published().contains("other.txt"))
  }

  @Test("a page removed without a redirect is reported; one with a redirect is not")
  func gone() throws {
    let place = try Self.place()
    #expect(try place.publish().exitCode == 0)
    try FileManager.default.moveItem(
      at: place.folder.url.appending(path: "site/Content/reports/plan.md"),
      to: place.folder.url.appending(path: "site/Content/reports/march.md"))
    try place.build()
    let run = try place.publish("--dry-run")
    #expect(
      run.output.contains("remove reports/plan/index.html\n") && run.output.contains("add reports/march/"))
    #expect(run.errors.contains("without a redirect:\n  reports/plan/index.html\n"), "\(run.errors)")
    try place.folder.write(
      "site/Content/reports/march.md",
      "---\nredirects: [/reports/plan/]\n---\n" + ToolTests.report)
    try place.build()
    let mended = try place.publish()
    #expect(mended.exitCode == 0 && !mended.errors.contains("without a redirect"), "\(mended.errors)")
  }

  @Test("--dry-run lists what would change, and changes no repository")
  func rehearsal() throws {
    let place = try Self.place()
    let before = try place.folder.tree(".")
    let run = try place.publish("--dry-run")
    #expect(run.exitCode == 0)
    let listed = run.output.split(separator: "\n").map(String.init).sorted()
    #expect(try listed == place.folder.tree("site/Public").keys.map { "add \($0)" }.sorted())
    #expect(try place.folder.tree(".") == before)
  }

  @Test("a branch whose last commit is by someone else is only changed with --take-over")
  func foreign() throws {
    let place = try Self.place()
    try place.git("-C", "site", "push", "--quiet", "origin", "main:pages")
    let before = try place.folder.tree("remote.git")
    let refused = try place.publish()
    #expect(refused.exitCode == 2 && refused.errors.contains("was not created by standpoint publish"))
    #expect(refused.errors.contains("“Begin” by An Author") && refused.errors.contains("--take-over"))
    #expect(try place.folder.tree("remote.git") == before)
    #expect(try place.publish("--take-over").exitCode == 0)
    #expect(try place.git("--git-dir=remote.git", "rev-list", "--count", "pages") == "2")
    #expect(try !place.published().contains("Content/reports/plan.md"))
    #expect(try place.publish().output.hasPrefix("Nothing to publish"))
  }

  @Test("commits that someone pushed on top of a published site are not lost")
  func onTop() throws {
    let place = try Self.place()
    #expect(try place.publish().exitCode == 0)
    try place.git("clone", "--quiet", "--branch", "pages", "remote.git", "clone")
    try place.folder.write("clone/CNAME", "a.example\n")
    try place.git("-C", "clone", "add", ".")
    try place.git("-C", "clone", "commit", "--quiet", "-m", "Create CNAME")
    try place.git("-C", "clone", "push", "--quiet")
    let refused = try place.publish()
    #expect(refused.exitCode == 2 && refused.errors.contains("“Create CNAME” by An Author"))
    #expect(try place.published().contains("CNAME"))
  }

  @Test("a push that the remote rejects changes nothing, and the reason is printed")
  func failed() throws {
    let place = try Self.place()
    #expect(try place.publish().exitCode == 0)
    try place.folder.write("remote.git/hooks/pre-receive", "#!/bin/sh\necho 'not on Sundays' >&2\nexit 1\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: place.folder.path + "/remote.git/hooks/pre-receive")
    try place.folder.write("site/Content/other.txt", "x")
    try place.build()
    let refs = try place.git("--git-dir=remote.git", "show-ref")
    let own = try place.git("-C", "site", "show-ref")
    let record = try place.folder.text("site/.standpoint/published")
    let run = try place.publish()
    #expect(run.exitCode == 2 && run.errors.contains("not on Sundays"), "\(run.errors)")
    #expect(try place.git("--git-dir=remote.git", "show-ref") == refs)
    #expect(try place.git("-C", "site", "show-ref") == own)
    #expect(try place.folder.text("site/.standpoint/published") == record)
  }

  @Test("a site outside a repository can be published to a URL")
  func address() throws {
    let place = try Self.place()
    try place.folder.write("loose/Content/reports/plan.md", ToolTests.report)
    #expect(try place.tool.run("build", "loose", "--quiet").exitCode == 0)
    for expected in ["1", "2"] {
      try place.folder.write("loose/Content/count.txt", expected)
      #expect(try place.tool.run("build", "loose", "--quiet").exitCode == 0)
      let run = try place.tool.run(
        "publish", "loose", "--branch", "main", "--remote", "remote.git", environment: Git.environment)
      #expect(run.exitCode == 0, "\(run.errors)")
      #expect(try place.git("--git-dir=remote.git", "rev-list", "--count", "main") == expected)
    }
    #expect(!place.folder.exists("loose/.git"))
  }

  @Test(
    "the name of the source branch may be used in another repository, but not in the site’s own",
    arguments: [
      ("other.git", true), ("elsewhere", true), ("remote.git", false), ("origin", false), ("FILE", false),
    ])
  func sameName(_ remote: String, _ isOther: Bool) throws {
    let place = try Self.place()
    try place.git("init", "--quiet", "--bare", "other.git")
    try place.git("-C", "site", "remote", "add", "elsewhere", "../other.git")
    let given = remote == "FILE" ? "file://\(place.folder.path)/remote.git/" : remote
    let run = try place.tool.run(
      "publish", "site", "--branch", "main", "--remote", given, environment: Git.environment)
    #expect(run.exitCode == (isOther ? 0 : 2), "\(run.errors)")
    #expect(
      isOther || run.errors.contains("the branch that contains the site’s source files"), "\(run.errors)")
    #expect(try (place.git("--git-dir=other.git", "for-each-ref") != "") == isOther)
    #expect(try place.git("--git-dir=remote.git", "for-each-ref") == "")
  }

  @Test("without a repository or a remote, a message says what to do")
  func without() throws {
    let place = try Self.place()
    try place.git("-C", "site", "remote", "remove", "origin")
    #expect(try place.publish().errors.contains("git remote add origin URL"))
    try FileManager.default.removeItem(at: place.folder.url.appending(path: "site/.git"))
    let loose = try place.publish()
    #expect(loose.exitCode == 2 && loose.errors.contains("not in a git repository"), "\(loose.errors)")
    #expect(loose.errors.contains("--remote git@"))
  }

  @Test(
    "invalid branches and remotes are rejected",
    arguments: [
      (["--branch", "main"], "the branch that contains the site’s source files"),
      (["--branch", "a..b"], "“a..b” is not a valid branch name"),
      (["--branch", "pages", "--remote", "upstream"], "unknown git remote “upstream”"),
      (["--branch", "pages", "--remote", "--upload-pack=x"], "“--upload-pack=x” is not a git remote"),
    ])
  func refused(_ arguments: [String], _ words: String) throws {
    let place = try Self.place()
    let run = try place.tool.start(["publish", "site"] + arguments, environment: Git.environment).finish()
    #expect(run.exitCode == 2 || run.exitCode == 64)
    #expect(run.errors.contains(words) || run.exitCode == 64, "\(run.errors)")
    #expect(try place.git("--git-dir=remote.git", "for-each-ref") == "")
  }
}
