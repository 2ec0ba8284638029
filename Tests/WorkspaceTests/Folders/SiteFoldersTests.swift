import TestSites
import TestSupport
import Testing

@testable import Workspace

@Suite struct SiteFoldersTests {
  @Test("SITE contains Content, Templates and Public")
  func usual() throws {
    let scratch = try ScratchFolder()
    try scratch.makeFolder("Content")
    try scratch.makeFolder("Templates")
    let folders = try scratch.folders()
    #expect(folders.content == scratch.disk("Content"))
    #expect(folders.templates == scratch.disk("Templates"))
    #expect(folders.output == scratch.disk("Public"))
    #expect(!folders.isItselfContent)
    #expect(folders.sourcePath("reports/a.md") == "Content/reports/a.md")
    #expect(folders.diskPath(of: "Content/reports/a.md") == scratch.disk("Content/reports/a.md"))
    #expect(folders.diskPath(of: "Templates/x.mustache") == scratch.disk("Templates/x.mustache"))
  }

  @Test("SITE may be a single Markdown file")
  func singleFile() throws {
    let scratch = try ScratchFolder()
    try scratch.write("notes/a.md")
    try scratch.write("notes/b.md")
    let folders = try scratch.folders(site: "notes/a.md")
    #expect(folders.singleFile == "a.md")
    #expect(folders.output == scratch.disk("notes/Public"))
    #expect(try ContentListing.list(folders, ignore: []).sources.map(\.path) == ["a.md"])
  }

  @Test("folders given as options replace the default ones")
  func given() throws {
    let scratch = try ScratchFolder()
    for name in ["text", "look", "Content"] { try scratch.makeFolder(name) }
    let folders = try scratch.folders(content: "text", templates: "look", output: "out")
    #expect(folders.content == scratch.disk("text"))
    #expect(folders.sourcePath("a.md") == "text/a.md")
    #expect(folders.templatePath("x") == "look/x")
    #expect(folders.output == scratch.disk("out"))
  }

  @Test("a missing folder is reported with the path as given")
  func missing() throws {
    let scratch = try ScratchFolder()
    try scratch.write("a.txt")
    let none = scratch.disk("none").text
    #expect(
      fault { _ = try scratch.folders(site: "none") }?.message == "“\(none)” does not exist")
    #expect(
      fault { _ = try scratch.folders(site: "a.txt") }?.message
        == "“\(scratch.disk("a.txt").text)” is neither a folder nor a Markdown file (.md)")
    #expect(
      fault { _ = try scratch.folders(content: "none") }?.message
        == "the content folder “\(none)” does not exist")
    #expect(
      fault { _ = try scratch.folders(templates: "none") }?.message
        == "the template folder “\(none)” does not exist")
  }

  @Test("the root of the file system is not used as the content folder")
  func root() {
    let fault = fault { _ = try SiteFolders(SiteFolders.Arguments(site: "/")) }
    #expect(fault?.message == "“/” has no Content folder, and cannot itself be the content")
  }
}
