import FileSystem
import TestSites
import TestSupport
import Testing
import Workspace

@testable import Publishing

@Suite struct OutputFolderTests {
  private func refusal(
    _ scratch: ScratchFolder, site: String = "site", output: String, content: String? = nil
  ) throws -> String? {
    let folders = try scratch.folders(site: site, content: content, output: output)
    return fault { _ = try OutputFolder(folders) }?.message.replacing(scratch.path.text + "/", with: "")
  }

  private func site() throws -> ScratchFolder {
    let scratch = try ScratchFolder()
    try scratch.write("site/Content/a.md")
    try scratch.write("site/Templates/x.mustache")
    return scratch
  }

  @Test("an output folder that would damage the content or the templates is rejected")
  func apart() throws {
    let scratch = try site()
    #expect(
      try refusal(scratch, output: "site/Content")
        == "the output folder “site/Content” is the same as the content folder “site/Content”")
    #expect(
      try refusal(scratch, output: "site/Content/out")
        == "the output folder “site/Content/out” is inside the content folder “site/Content”")
    #expect(
      try refusal(scratch, output: "site")
        == "the output folder “site” contains the content folder “site/Content”")
    #expect(
      try refusal(scratch, output: "site/Templates/deep/er")
        == "the output folder “site/Templates/deep/er” is inside the template folder “site/Templates”")
    #expect(try refusal(scratch, output: "site/Public") == nil)
    #expect(try refusal(scratch, output: "site/Content2") == nil)
  }

  @Test("symbolic links and dots do not hide the real output folder")
  func disguised() throws {
    let scratch = try site()
    try scratch.link("elsewhere", to: "site/Content")
    #expect(
      try refusal(scratch, output: "elsewhere/out")
        == "the output folder “elsewhere/out” is inside the content folder “site/Content”")
    #expect(
      try refusal(scratch, output: "site/Public/../Content/x")
        == "the output folder “site/Content/x” is inside the content folder “site/Content”")
    try scratch.write("real/a.md")
    try scratch.link("linked", to: "real")
    #expect(
      try refusal(scratch, output: "real/out", content: "linked")
        == "the output folder “real/out” is inside the content folder “real”")
  }

  @Test("an output folder that is a symbolic link or a file is rejected")
  func noFolder() throws {
    let scratch = try site()
    try scratch.makeFolder("www")
    try scratch.link("site/Public", to: "../www")
    #expect(
      try refusal(scratch, output: "site/Public") == "the output folder “site/Public” is a symbolic link")
    #expect(
      try refusal(scratch, output: "site/Content/a.md")
        == "the output folder “site/Content/a.md” is not a folder")
  }

  @Test("the root and the home folder are rejected")
  func wide() throws {
    let scratch = try site()
    let folders = { try SiteFolders(.init(site: scratch.disk("site").text, output: $0)) }
    #expect(
      fault { _ = try OutputFolder(folders("/")) }?.message
        == "the output folder is the root of the file system")
    let home = try #require(DiskPath.home)
    #expect(
      fault { _ = try OutputFolder(folders(home.text)) }?.message
        == "the output folder “\(home.text)” is or contains your home folder")
  }

  @Test("if the site folder is itself the content, only its own Public may be the output folder")
  func itselfContent() throws {
    let scratch = try ScratchFolder()
    try scratch.write("notes/a.md")
    #expect(try refusal(scratch, site: "notes", output: "notes/Public") == nil)
    #expect(
      try refusal(scratch, site: "notes", output: "notes/out")
        == "the output folder “notes/out” is inside the content folder “notes”")
    #expect(
      try refusal(scratch, site: "notes/a.md", output: "notes/out")
        == "the output folder “notes/out” is inside the content folder “notes”")
  }
}
