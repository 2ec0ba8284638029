import Foundation
import Testing

/// The workflows that review proposed changes, run as a host runs them.
@Suite(.enabled(if: OtherProgram.isThere("git"), "requires git"))
struct ReviewTests {
  /// A clone of a local bare repository, with a site whose main branch is published, on a branch with a change.
  private struct Clone {
    let folder: TestFolder
    let git: Git
    var site: TestFolder { get throws { try TestFolder(in: folder, "site") } }

    init(_ arguments: String...) throws {
      folder = try TestFolder()
      git = Git(folder: folder)
      try git("init", "--quiet", "--bare", "--initial-branch=main", "remote.git")
      try git("clone", "--quiet", "remote.git", "site")
      let made = try Tool(folder: folder).start(["init", "site", "--force", "--quiet"] + arguments).finish()
      #expect(made.exitCode == 0, "\(made.errors)")
      try folder.write("site/Content/index.md", "---\ntitle: Rivers\n---\n\nWho wants which dam.\n")
      try commit("Begin")
      try git("-C", "site", "push", "--quiet", "origin", "HEAD:main")
      try git("-C", "site", "fetch", "--quiet", "origin")
      try git("-C", "site", "checkout", "--quiet", "-b", "change")
    }

    func commit(_ message: String) throws {
      try git("-C", "site", "add", ".")
      try git("-C", "site", "commit", "--quiet", "-m", message)
    }

    func edit(_ old: String, _ new: String) throws {
      let path = "site/Content/reports/first.md"
      try folder.write(path, try folder.text(path).replacing(old, with: new))
      try commit("Edit")
    }

    /// Runs a step of a workflow with stand-ins for `gh` and `curl` on the PATH.
    func run(_ script: String, _ environment: [String: String]) throws -> Tool.Run {
      let path = "\(folder.path)/bin:\(Tool.location.deletingLastPathComponent().path):/usr/bin:/bin"
      return try Tool(program: URL(filePath: "/bin/bash"), folder: site).start(
        ["-e", "-o", "pipefail", "-c", script],
        environment: Git.environment.merging(["PATH": path]) { $1 }.merging(environment) { $1 }
      ).finish()
    }

    func install(_ name: String, _ script: String) throws {
      try folder.write("bin/\(name)", script)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder.url.appending(path: "bin/\(name)").path)
    }
  }

  /// The command of a named step of a workflow, with its indentation removed.
  private func step(_ name: String, of workflow: String) throws -> String {
    let start = try #require(workflow.range(of: "- name: \(name)\n")?.upperBound)
    let command = try #require(workflow[start...].range(of: "        run: ")?.upperBound)
    let lines = workflow[command...].split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first == "|" else { return String(lines.first ?? "") }
    return lines.dropFirst().prefix { $0.hasPrefix("          ") }.map { $0.dropFirst(10) + "\n" }.joined()
  }

  /// Keeps one comment in a file, as GitHub's program would keep it in a pull request.
  private static let gitHub = """
    #!/bin/sh
    echo "$*" >>../calls
    case "$*" in
      *--paginate*) if [ -f ../posted ] && grep -q '^<!-- standpoint review -->$' ../posted; then echo 77; fi ;;
      *POST*) [ ! -f ../posted ] && cp body.md ../posted ;;
      *PATCH*comments/77*) [ -f ../posted ] && cp body.md ../posted ;;
      *DELETE*comments/77*) rm ../posted ;;
      *) exit 9 ;;
    esac
    """

  @Test(
    "GitHub: a change is built as a preview, annotated, and told in one comment, which is updated and removed"
  )
  func gitHub() throws {
    let clone = try Clone("--host", "github-pages")
    try clone.install("gh", Self.gitHub)
    let workflow = try clone.folder.text("site/.github/workflows/review.yml")
    let (review, comment) = (try step("Review", of: workflow), try step("Comment", of: workflow))
    let environment = [
      "BASE": "main", "NUMBER": "12", "FORMAT": "github", "REPOSITORY": "me/site",
      "PREVIEW": "https://host.example/artifact/1",
    ]
    func round() throws -> Tool.Run {
      let run = try clone.run(review, environment)
      let posted = try clone.run(comment, environment)
      #expect(posted.exitCode == 0, "\(posted.errors)")
      return run
    }
    #expect(try round().exitCode == 0)
    #expect(try clone.folder.text("site/comment.md") == "" && !clone.folder.exists("posted"))
    try clone.edit("[-] Wants no fixed share", "[--] Wants none")
    let first = try round()
    #expect(first.exitCode == 0, "\(first.errors)")
    let text = try clone.folder.text("posted")
    #expect(text.hasPrefix("<!-- standpoint review -->\n### What this changes: 1 corrected\n"), "\(text)")
    #expect(
      text.contains("  - before: Opposes: Wants no fixed share, in")
        && text.contains("  - after: Red line: Wants none, in"))
    #expect(text.hasSuffix("\n[Preview of the site](https://host.example/artifact/1)\n"))
    #expect(try clone.folder.text("site/Public/index.html").contains("Preview: PR 12."))
    try clone.edit("[++] Calls it overdue", "[+] Calls it overdue")
    #expect(try round().exitCode == 0)
    #expect(try clone.folder.text("posted").contains("2 corrected"))
    try clone.edit("Joint monitoring |", "Joint monitoring | [[Nobody]]")
    try clone.edit("\n[^1]:", "\nSee [[Nobody at all]].\n\n[^1]:")
    let broken = try round()
    #expect(
      broken.exitCode != 0 && broken.output.contains("::error file=Content/reports/first.md,line="),
      "\(broken.output)")
    #expect(try clone.folder.text("posted").contains("The content has errors"))
    try clone.git("-C", "site", "reset", "--quiet", "--hard", "origin/main")
    #expect(try round().exitCode == 0)
    #expect(!clone.folder.exists("posted"))
    let calls = try clone.folder.text("calls")
    #expect(calls.components(separatedBy: "--method POST").count == 2, "\(calls)")
    #expect(try clone.git("-C", "site", "status", "--porcelain") == "")
  }

  @Test("GitLab: the same, with a note that is posted only if there is a token")
  func gitLab() throws {
    let clone = try Clone("--ci", "gitlab")
    try clone.install(
      "curl",
      """
      #!/bin/sh
      echo "$*" >>../calls
      case "$*" in
        *TOKEN:\\ secret*POST*) cp body.md ../posted ;;
        *TOKEN:\\ secret*PUT*/notes/5) cp body.md ../posted ;;
        *TOKEN:\\ secret*DELETE*/notes/5) rm ../posted ;;
        *notes?per_page=100) if [ -f ../posted ]; then echo '[{"id": 3, "body": "no"}, {"id": 5, "body": "<!-- standpoint review -->"}]'; else echo '[]'; fi ;;
        *) exit 9 ;;
      esac
      """)
    let pipeline = try clone.folder.text("site/.gitlab-ci.yml")
    #expect(pipeline.contains("./review.sh FETCH_HEAD \"MR $CI_MERGE_REQUEST_IID\" comment.md"))
    let job =
      "git fetch --quiet origin main\n./review.sh FETCH_HEAD 'MR 3' comment.md\n./comment.sh comment.md\n"
    let environment = [
      "PREVIEW_AT": "https://me.pages.example/-/site/-/jobs/1/artifacts/Public/",
      "CI_API_V4_URL": "https://git.example/api/v4",
      "CI_PROJECT_ID": "1", "CI_MERGE_REQUEST_IID": "3",
    ]
    try clone.edit("[-] Wants no fixed share", "[--] Wants none")
    let printed = try clone.run(job, environment)
    #expect(
      printed.exitCode == 0 && printed.output.contains("### What this changes: 1 corrected"),
      "\(printed.errors)")
    #expect(
      printed.output.contains(
        "(https://me.pages.example/-/site/-/jobs/1/artifacts/Public/reports/first/#summer-water--upper-valley-council)"
      ))
    #expect(
      printed.output.hasSuffix(
        "[Preview of the site](https://me.pages.example/-/site/-/jobs/1/artifacts/Public/)\n"))
    #expect(!clone.folder.exists("posted"))
    let secret = environment.merging(["REVIEW_TOKEN": "secret"]) { $1 }
    for _ in 1...2 {
      let run = try clone.run(job, secret)
      #expect(run.exitCode == 0 && !run.output.contains("###"), "\(run.errors)")
      #expect(try clone.folder.text("posted").hasPrefix("<!-- standpoint review -->\n### What"))
    }
    try clone.git("-C", "site", "reset", "--quiet", "--hard", "origin/main")
    #expect(try clone.run(job, secret).exitCode == 0 && !clone.folder.exists("posted"))
  }

  @Test("a preview has drafts and a banner on each page, and nothing for search engines and feed readers")
  func preview() throws {
    let folder = try TestFolder()
    try folder.write("Content/reports/plan.md", "---\ndate: 2025-03-02\n---\n" + ToolTests.report)
    try folder.write("Content/reports/draft.md", "---\ndraft: true\ndate: 2025-03-03\n---\n# Draft\n")
    try folder.write(
      "Content/site.yml", "title: T\nsearch: off\nbase-url: https://t.example/\nfeeds: [Russia]\n")
    let tool = Tool(folder: folder)
    #expect(try tool.run("edition", "one").exitCode == 0)
    #expect(try tool.run("build", "--output", "site").exitCode == 0)
    let run = try tool.run("build", "--preview", "PR <12>")
    #expect(run.exitCode == 0, "\(run.errors)")
    let names = try folder.tree("Public").keys
    #expect(names.contains("reports/draft/index.html") && !names.contains { $0.hasSuffix(".xml") })
    #expect(
      folder.exists("site/sitemap.xml") && folder.exists("site/feed.xml") && folder.exists("site/llms.txt"))
    #expect(!names.contains("llms.txt"))
    #expect(try !folder.text("Public/robots.txt").contains("Sitemap"))
    var pages = 0
    for name in names where name.hasSuffix(".html") {
      let text = try folder.text("Public/" + name)
      #expect(text.contains("Preview: PR &lt;12&gt;. Not published; drafts are included."), "\(name)")
      #expect(
        text.contains("<meta name=\"robots\" content=\"noindex\">") && !text.contains("atom+xml"), "\(name)")
      pages += 1
    }
    #expect(pages > 10)
    #expect(try LinkWalk(folder.url.appending(path: "Public"), baseURL: "https://t.example/").problems == [])
    let refused = try tool.run("publish", "--folder", "target")
    #expect(
      refused.exitCode == 2 && refused.errors.contains("--preview")
        && refused.errors.contains("--allow-preview"))
    #expect(try tool.run("build", "--preview", " ").exitCode == 64)
    #expect(try tool.run("build", "--output", "site").output.contains("0 written"))
  }
}
