import FileSystem
import TestSupport
import Testing

@testable import Publishing

@Suite("The folder of editions") struct EditionFolderTests {
  @Test(
    "the names are those of the JSON files, sorted; hidden files and files of other names are no editions")
  func names() throws {
    let scratch = try ScratchFolder()
    for name in ["spring.json", "autumn.json", ".hidden.json", "notes.txt"] {
      try scratch.write("Content/editions/" + name)
    }
    #if os(Linux)
      try #require(scratch.create(Array("caf".utf8) + [0xE9] + Array(".json".utf8), in: "Content/editions"))
    #endif
    #expect(try EditionFolder(scratch.folders()).names() == ["autumn", "spring"])
    try FolderRemoval.removeAll(scratch.path)
  }

  @Test("a site without the folder has no editions")
  func none() throws {
    let scratch = try ScratchFolder()
    try scratch.write("Content/a.md")
    #expect(try EditionFolder(scratch.folders()).names() == [])
  }
}
