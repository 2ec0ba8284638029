import Foundation
import Testing

/// `standpoint publish` with concurrent pushes and interruptions.
@Suite(.enabled(if: OtherProgram.isThere("git"), "requires git"))
struct PublishFaultsTests {
  /// Puts a script on the PATH in front of a program of the same name; `$REAL` is the real program.
  private func wrap(_ name: String, in folder: TestFolder, _ script: String) throws -> [String: String] {
    let real = try #require(OtherProgram(name)?.location.path)
    try folder.write(
      "bin/\(name)", "#!/bin/sh\nREAL=\(real)\nHERE='\(folder.path)'\n\(script)\nexec $REAL \"$@\"\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.path + "/bin/\(name)")
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return Git.environment.merging(["PATH": folder.path + "/bin:" + path]) { $1 }
  }

  /// Kills the tool when it calls a program for the nth time.
  private func ends(at call: Int) -> String {
    """
    echo x >> "$HERE/calls"
    if [ "$(wc -l < "$HERE/calls")" -eq \(call) ]; then
      # A shell guards the program; its parent is the tool.
      kill -9 "$(ps -o ppid= -p $PPID | tr -d ' ')"; exit 1
    fi
    """
  }

  @Test("a branch that gets a new commit during publishing is not overwritten, and a message says so")
  func movedOn() throws {
    let place = try PublishBranchTests.place()
    #expect(try place.publish().exitCode == 0)
    try place.git("clone", "--quiet", "--branch", "pages", "remote.git", "clone")
    try place.folder.write("clone/note.txt", "mine")
    try place.git("-C", "clone", "add", ".")
    try place.git("-C", "clone", "commit", "--quiet", "-m", "A note")
    let environment = try wrap(
      "git", in: place.folder,
      #"case " $* " in *" push "*) $REAL -C "$HERE/clone" push --quiet origin pages ;; esac"#)
    try place.folder.write("site/Content/other.txt", "x")
    try place.build()
    let record = try place.folder.text("site/.standpoint/published")
    let run = try place.tool.run("publish", "site", "--branch", "pages", environment: environment)
    #expect(run.exitCode == 2, "\(run.output)")
    #expect(
      run.errors.contains("“pages” has new commits from someone else, so nothing was pushed"),
      "\(run.errors)"
    )
    #expect(try place.git("--git-dir=remote.git", "log", "-1", "--format=%s", "pages") == "A note")
    #expect(try place.folder.text("site/.standpoint/published") == record)
    #expect(try place.publish().errors.contains("“A note” by An Author"))
  }

  @Test(
    "if publishing is killed at any point, the branch has the complete old or new site, and the next run continues"
  )
  func ended() throws {
    let place = try PublishBranchTests.place()
    #expect(try place.publish().exitCode == 0)
    for call in 1...40 {
      try place.folder.write("site/Content/count.txt", "\(call)")
      try place.build()
      let old = try place.git("--git-dir=remote.git", "rev-parse", "pages")
      try? FileManager.default.removeItem(at: place.folder.url.appending(path: "calls"))
      let environment = try wrap("git", in: place.folder, ends(at: call))
      let run = try place.tool.run("publish", "site", "--branch", "pages", environment: environment)
      let new = try place.git("--git-dir=remote.git", "rev-parse", "pages")
      if run.signal == nil {
        #expect(run.exitCode == 0 && new != old && call > 8, "\(call): \(run.errors)")
        return
      }
      #expect(new == old, "\(call)")
      #expect(try place.git("-C", "site", "status", "--porcelain") == "?? Content/count.txt")
      #expect(try place.git("-C", "site", "rev-parse", "--abbrev-ref", "HEAD") == "main")
    }
    Issue.record("it never came to its end")
  }

  @Test("an interrupted push leaves the branch unchanged")
  func brokenOff() throws {
    let place = try PublishBranchTests.place()
    #expect(try place.publish().exitCode == 0)
    try place.folder.write("site/Content/other.txt", "x")
    try place.build()
    let old = try place.git("--git-dir=remote.git", "rev-parse", "pages")
    // When its hook runs, the remote has every object; then everything is killed.
    try place.folder.write(
      "remote.git/hooks/pre-receive", "#!/bin/sh\ntouch '\(place.folder.path)/reached'\nkill -9 $PPID\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: place.folder.path + "/remote.git/hooks/pre-receive")
    let run = try place.publish()
    #expect(run.exitCode == 2 && run.errors.contains("the branch is unchanged"), "\(run.errors)")
    #expect(place.folder.exists("reached"))
    #expect(try place.git("--git-dir=remote.git", "rev-parse", "pages") == old)
    try FileManager.default.removeItem(at: place.folder.url.appending(path: "remote.git/hooks/pre-receive"))
    #expect(try place.publish().exitCode == 0)
    #expect(try place.published().contains("other.txt"))
  }

  @Test(
    "if rsync is killed at any point, each file is the old or the new one, and the next run completes the site",
    .enabled(if: OtherProgram.isThere("rsync"), "requires rsync"), arguments: 1...6)
  func rsyncEnded(_ call: Int) throws {
    let folder = try TestFolder()
    let tool = Tool(folder: folder)
    try folder.write("site/Content/reports/plan.md", ToolTests.report)
    try folder.write("site/Content/reports/old.md", "# Old\n")
    #expect(try tool.run("build", "site", "--quiet").exitCode == 0)
    #expect(try tool.run("publish", "site", "--rsync", "target").exitCode == 0)
    let old = try folder.tree("site/Public")
    try FileManager.default.removeItem(at: folder.url.appending(path: "site/Content/reports/old.md"))
    try folder.write("site/Content/reports/new.md", "# New\n")
    #expect(try tool.run("build", "site", "--quiet").exitCode == 0)
    let new = try folder.tree("site/Public")
    let environment = try wrap("rsync", in: folder, ends(at: call))
    let run = try tool.run("publish", "site", "--rsync", "target", environment: environment)
    #expect(run.signal != nil || run.exitCode == 0, "\(run.errors)")
    for (path, data) in try folder.tree("target") where path != ".standpoint-published" {
      #expect(data == old[path] || data == new[path], "\(path)")
    }
    #expect(try tool.run("publish", "site", "--rsync", "target").exitCode == 0)
    #expect(try folder.tree("target").filter { $0.key != ".standpoint-published" } == new)
  }

  @Test("a failed publication does not take over files of others")
  func notTakenOver() throws {
    let folder = try TestFolder()
    let tool = Tool(folder: folder)
    try folder.write("site/Content/reports/plan.md", ToolTests.report)
    #expect(try tool.run("build", "site", "--quiet").exitCode == 0)
    try folder.write("target/theirs.txt", "theirs")
    // An entry that cannot be moved to the new folder.
    try folder.write(".target.standpoint-staging/.git/x", "left")
    try folder.write("target/.git/x", "theirs")
    let failed = try tool.run("publish", "site", "--folder", "target", "--take-over")
    try FileManager.default.removeItem(at: folder.url.appending(path: ".target.standpoint-staging"))
    #expect(failed.exitCode == 2, "\(failed.output)")
    #expect(try folder.text("target/theirs.txt") == "theirs")
    let refused = try tool.run("publish", "site", "--folder", "target")
    #expect(refused.exitCode == 2 && refused.errors.contains("“theirs.txt”"), "\(refused.errors)")
  }
}
