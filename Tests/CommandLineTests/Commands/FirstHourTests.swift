import Foundation
import TestSupport
import Testing

/// What a new user meets first: no command, a wrong one, the wrong folder, missing programs.
@Suite struct FirstHourTests {
  @Test("without a command, the tool says what the folder is and what to do next")
  func alone() throws {
    let folder = try TestFolder()
    try folder.write("empty/.hidden", "")
    try folder.write("notes/deep/a.md", "# A\n")
    try folder.write("notes/b.md", "# B\n")
    try folder.write("site/Content/reports/a.md", ToolTests.report)
    try folder.write("files/a.txt", "x")
    let expected = [
      "empty": ["This folder is empty.", "standpoint init my-briefing"],
      "files": ["This folder has no Markdown files.", "standpoint import FILE"],
      "notes": ["This folder has 2 Markdown files, and can be built as it is.", "standpoint serve"],
      "site": ["This folder holds a site: 1 Markdown file in Content.", "standpoint new report"],
      "site/Content/reports": [
        "is inside the content of the site “\(folder.path)/site”", "cd \(folder.path)/site",
      ],
    ]
    for (place, texts) in expected {
      let run = try Tool(folder: TestFolder(in: folder, place)).run()
      #expect(run.exitCode == 0 && run.errors == "", "\(place): \(run.errors)")
      for text in texts { #expect(run.output.contains(text), "\(place): \(run.output)") }
    }
    let built = try Tool(folder: TestFolder(in: folder, "site")).run("build", "--quiet")
    #expect(built.exitCode == 0)
    #expect(try Tool(folder: TestFolder(in: folder, "site")).run().output.contains("standpoint publish"))
  }

  @Test(
    "an unknown command, subcommand or help topic gets a suggestion and exits with 64",
    arguments: [
      (["biuld"], "Unknown command “biuld”; did you mean “build”?"),
      (["query", "movs"], "Unknown command “movs”; did you mean “query moves”?"),
      (["theme", "lst"], "Unknown command “lst”; did you mean “theme list”?"),
      (["xyzzy"], "Unknown command “xyzzy”; “standpoint help” lists the commands."),
      (["help", "foo"], "No help is available for “foo”; “standpoint help” lists the commands."),
      (["help", "biuld"], "No help is available for “biuld”; did you mean “build”?"),
      (["help", "query", "movs"], "No help is available for “movs”; did you mean “query moves”?"),
      (["--hlep"], "Unknown option “--hlep”; did you mean “--help”?"),
      (["--versoin"], "Unknown option “--versoin”; did you mean “--version”?"),
      (["help", "new", "reprot"], "No help is available for “reprot”; “new” has no subcommands."),
      (["help", "build", "x"], "No help is available for “x”; “build” has no subcommands."),
      (["build", "--dratfs"], "Unknown option '--dratfs'. Did you mean '--drafts'?"),
    ])
  func unknown(_ arguments: [String], _ message: String) throws {
    let run = try Tool().start(arguments).finish()
    #expect(run.exitCode == 64 && run.output == "")
    #expect(run.errors.hasPrefix("Error: \(message)\nUsage: standpoint"), "\(run.errors)")
  }

  @Test("a folder in the place of a command is named with the command that builds it")
  func folderAsCommand() throws {
    let folder = try TestFolder()
    try folder.write("my notes/a.md", "# A\n")
    let run = try Tool(folder: folder).run("my notes")
    #expect(
      run.exitCode == 64 && run.errors.contains("to build it: standpoint build 'my notes'"), "\(run.errors)")
    #expect(try Tool(folder: folder).run("theme", "my notes").exitCode == 0)
  }

  @Test("help on known topics is as before")
  func topics() throws {
    for topic in [
      ["help"], ["help", "build"], ["help", "query", "moves"], ["help", "help"], ["help", "new", "report"],
    ] {
      let run = try Tool().start(topic).finish()
      #expect(run.exitCode == 0 && run.output.hasPrefix("OVERVIEW: "), "\(topic): \(run.errors)")
    }
  }

  @Test("doctor tells the programs that are there from those that are not, and how to get them")
  func doctor() throws {
    let folder = try TestFolder()
    try folder.write("bin/git", "#!/bin/sh\necho git version 9.8.7\n")
    try folder.write("bin/neato", "#!/bin/sh\nexit 3\n")
    try folder.write("tools/pagefind", "#!/bin/sh\necho pagefind 7.6.5\n")
    for program in ["bin/git", "bin/neato", "tools/pagefind"] {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder.url.appending(path: program).path)
    }
    let run = try Tool(folder: folder).run(
      "doctor", environment: ["PATH": folder.path + "/bin", "STANDPOINT_TOOLS": folder.path + "/tools"])
    #expect(run.exitCode == 0 && run.errors == "")
    for line in [
      "+ git         9.8.7, \(folder.path)/bin/git\n",
      "+ Pagefind    7.6.5, \(folder.path)/tools/pagefind\n",
      "! Graphviz    \(folder.path)/bin/neato does not run: it exited with 3\n",
      "- pandoc      not installed\n", "to get it: apt-get install pandoc\n",
      "Everything works except the features that need Graphviz, pandoc, ",
    ] { #expect(run.output.contains(line), "\(line) is missing in \(run.output)") }
    #expect(run.output.contains(/\+ cmark +\d+\.\d+\.\d+, built in/))
  }

  @Test("a build uses the Pagefind of the project that the tool was built in")
  func projectTools() throws {
    let folder = try TestFolder()
    try folder.write("a.md", ToolTests.report)
    try folder.write(
      "tools/pagefind",
      "#!/bin/sh\nwhile [ \"$1\" != --output-path ]; do shift; done\nmkdir -p \"$2\"\necho '{}' > \"$2/pagefind-entry.json\"\n"
    )
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.url.appending(path: "tools/pagefind").path)
    let run = try Tool(folder: folder).run(
      "build", environment: ["PATH": "/usr/bin:/bin", "STANDPOINT_TOOLS": folder.path + "/tools"])
    #expect(run.exitCode == 0 && !run.errors.contains("pagefind"), "\(run.errors)")
    #expect(folder.exists("Public/assets/pagefind/pagefind-entry.json"))
  }

  @Test(
    "a command in a folder inside the content is refused, names the site, and writes nothing",
    arguments: [["build"], ["check"], ["export"], ["build", "."], ["new", "report", "X"]])
  func insideContent(_ arguments: [String]) throws {
    let folder = try TestFolder("my site")
    try folder.write("Content/reports/a.md", ToolTests.report)
    let before = try folder.tree(".")
    for place in ["Content/reports", "Content"] {
      let run = try Tool(folder: TestFolder(in: folder, place)).start(arguments).finish()
      #expect(run.exitCode == 2)
      #expect(
        run.errors == "error: “.” is inside the content of the site “\(folder.path)”\n"
          + "     = help: run the command for that site: cd '\(folder.path)'\n")
    }
    #expect(try folder.tree(".") == before)
  }

  @Test("so it is below a folder that is itself the content of a site; with --output elsewhere it is built")
  func insideNotes() throws {
    let folder = try TestFolder()
    try folder.write("notes/site.yml", "title: Notes\n")
    try folder.write("notes/reports/a.md", ToolTests.report)
    let tool = Tool(folder: try TestFolder(in: folder, "notes/reports"))
    let run = try tool.run("build")
    #expect(run.exitCode == 2 && run.errors.contains("inside the content of the site “\(folder.path)/notes”"))
    let elsewhere = try tool.run("build", "--output", "../../out")
    #expect(elsewhere.exitCode == 0 && folder.exists("out/index.html"), "\(elsewhere.errors)")
    #expect(try tool.run("build", "--output", "../out").exitCode == 2)
  }
}
