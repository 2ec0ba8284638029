import TestSupport
import Testing

@testable import FileSystem

@Suite("Writing and comparing files") struct FileWriterTests {
  @Test("a file is written in one step, replacing an old one")
  func replacing() throws {
    let scratch = try ScratchFolder()
    try scratch.write("a", "old")
    try FileWriter.write(Array("new".utf8), to: scratch.disk("a"))
    #expect(scratch.text("a") == "new")
    #expect(try FolderListing.files(below: scratch.path) == ["a"])
  }

  @Test("a new file never replaces an existing file or link")
  func new() throws {
    let scratch = try ScratchFolder()
    #expect(try FileWriter.writeNew(Array("first".utf8), to: scratch.disk("a")))
    #expect(try !FileWriter.writeNew(Array("second".utf8), to: scratch.disk("a")))
    try scratch.link("link", to: "nowhere")
    #expect(try !FileWriter.writeNew(Array("third".utf8), to: scratch.disk("link")))
    #expect(scratch.text("a") == "first")
    #expect(!scratch.exists("nowhere"))
  }

  @Test("a link to the same bytes is not the same file")
  func links() throws {
    let scratch = try ScratchFolder()
    try scratch.write("a", "text")
    try scratch.write("b", "text")
    try scratch.link("link", to: "b")
    #expect(try OpenFile(scratch.disk("a")).isSame(as: scratch.disk("b")))
    #expect(try !OpenFile(scratch.disk("a")).isSame(as: scratch.disk("link")))
    #expect(try OpenFile(scratch.disk("link")).isSame(as: scratch.disk("b")))
    #expect(try !OpenFile(scratch.disk("a")).isSame(as: scratch.disk("missing")))
  }

  @Test("only one process at a time can hold a lock")
  func locks() throws {
    let scratch = try ScratchFolder()
    let lock = try #require(try FileLock.attempt(scratch.disk("lock")))
    #expect(try FileLock.attempt(scratch.disk("lock")) == nil)
    lock.release()
    let next = try #require(try FileLock.attempt(scratch.disk("lock")))
    next.release()
    #expect(!scratch.exists("lock"))
  }
}
