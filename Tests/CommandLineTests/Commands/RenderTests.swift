import Foundation
import Testing

/// `standpoint render` as a process.
@Suite struct RenderTests {
  @Test("standard input is rendered as HTML")
  func standardInput() throws {
    let run = try Tool().run("render", "-", input: "# Title\n\nA *word*.\n")
    #expect(run.exitCode == 0 && run.output == "<h1>Title</h1>\n<p>A <em>word</em>.</p>\n")
  }

  @Test("a file is rendered as HTML; a missing file exits with 2")
  func file() throws {
    let folder = try TestFolder()
    try folder.write("ä.md", "text\n")
    #expect(try Tool(folder: folder).run("render", "ä.md").output == "<p>text</p>\n")
    let run = try Tool(folder: folder).run("render", "none.md")
    #expect(run.exitCode == 2)
    #expect(run.errors == "error: cannot read “none.md”: no such file or folder\n")
  }

  @Test("raw HTML and unusual link schemes are kept only with --trust-html")
  func trust() throws {
    let text = "<script>x</script>\n\n[a](javascript:x)\n"
    let plain = try Tool().run("render", "-", input: text)
    #expect(!plain.output.contains("<script>") && !plain.output.contains("href=\"javascript"))
    let trusted = try Tool().run("render", "--trust-html", "-", input: text)
    #expect(trusted.exitCode == 0 && trusted.errors == "")
    #expect(trusted.output == "<script>x</script>\n<p><a href=\"javascript:x\">a</a></p>\n")
  }

  @Test("the plain profile has no Standpoint extensions; the site profile does")
  func profiles() throws {
    let text = "---\ntitle: T\n---\n\nSee [[NATO]].\n"
    let plain = try Tool().run("render", "-", input: text)
    #expect(plain.output.contains("title: T") && plain.output.contains("[[NATO]]"))
    let site = try Tool().run("render", "--site", "-", input: text)
    #expect(site.exitCode == 0)
    #expect(!site.output.contains("title: T") && site.output.contains("See NATO."))
  }

  @Test("a closed pipe ends the program silently")
  func closedPipe() throws {
    let folder = try TestFolder()
    try folder.write("big.md", String(repeating: "A line of text.\n\n", count: 100_000))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "\"$0\" render big.md 2> errors | head -c 10 > start; cat errors", Tool.location.path,
    ]
    process.currentDirectoryURL = folder.url
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let errors = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(errors.isEmpty)
    #expect(try folder.text("start") == "<p>A line ")
  }

  @Test("more than 10 MB are rejected")
  func tooLarge() throws {
    let run = try Tool().run("render", "-", input: String(repeating: "x", count: 10_000_001))
    #expect(run.exitCode == 1)
    #expect(run.errors.hasPrefix("standard input: error: the input is larger than 10 MB [file-too-large]\n"))
  }
}
